# The count of a petition taken apart, as a picture.

parts-heading = <b>Of what the { $total } signatures of { $code } are made</b>
parts-told = { $by ->
        [channels] By channel
        [countries] By country
       *[sources] By link
    }: { $counts }.
parts-others = others
parts-title = { $code }
parts-by-channels = Signatures by channel
parts-by-countries = Signatures by country
parts-by-sources = Signatures by link
