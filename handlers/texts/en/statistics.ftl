# The counts of petitions, for coordinators.

statistics-none = No petition was sent yet, so there is nothing to count.
statistics-heading = <b>Signatures</b>
    <code>/stats CODE</code> shows one petition by channel and country.
statistics-more = And { $count } older ones.
statistics-line =
    <b>{ $code }: { $title }</b>
    { $total ->
        [one] 1 valid signature
       *[other] { $total } valid signatures
    }{ $goal ->
        [0] {""}
       *[other] {" "}· goal { $goal }
    }
statistics-channels = <b>By channel</b>
statistics-countries = <b>By country</b>
statistics-count = { $name }: { $count }
statistics-other-countries = { $count } other countries
statistics-chart = Chart
statistics-no-chart = Nobody has signed { $code } yet, so there is nothing to draw.

channel-telegram = Telegram
channel-paper = Paper
channel-fax = Fax
channel-email = E-mail
channel-post = Post
channel-event = Event
