# The page of opened tips, which a coordinator's own machine makes.
tip-page-title = Tips, { $day }
tip-page-count = { $count ->
    [one] One tip was opened.
   *[other] { $count } tips were opened.
}
tip-page-not-sealed = This page is not sealed any more. Keep it on this machine, send it to nobody, and delete it when you are done.
tip-page-welfare = Some of this is hard to read. Each tip stays closed until you open it. Take breaks, and read the hardest ones together with a colleague.
tip-page-contents = On this page
tip-page-received = Received { $day }
tip-page-rated = Rating { $rating }
tip-page-labels = Labels
tip-page-read = { $additions ->
    [0] Read tip { $tag }
    [one] Read tip { $tag } and one addition
   *[other] Read tip { $tag } and { $additions } additions
}
tip-page-added = Added on { $day }
tip-page-addition-damaged = { $count ->
    [one] One addition could not be opened with this key.
   *[other] { $count } additions could not be opened with this key.
}
tip-page-area = Where
tip-page-place = Place, in words
tip-page-people = People affected
tip-page-when = When
tip-page-precision = Precision of the date
tip-page-known = How it is known
tip-page-source = Source
tip-page-content = Information
tip-page-rated-by = Rated by
tip-page-agreed-by = Agreed by
tip-page-agreed-by-nobody = nobody yet
tip-page-consent-may_share_with_partners = May be checked with partners
tip-page-consent-wishes_contact = May be asked questions
tip-page-consent-may_publish = May be told in public without identifying detail
tip-page-consent-may_send_to_un = May be sent to UN experts
tip-page-yes = Yes
tip-page-no = No
tip-page-expires = Erased from the server on
tip-page-epoch = Epoch of the keys
tip-page-digest = SHA-256 of what was sealed
tip-page-alike = Alike, for your judgement
tip-page-alike-means = These came within seven days of each other, are about the same kind of event in the same area, and use much the same words. That can be one event told twice, two independent sources, or chance.
tip-page-alike-not-all = There are too many of them: not all were compared with each other, or not all that are alike are listed.
tip-page-and = and
tip-page-alike-pair = { $category }, { $days ->
    [0] same day
    [one] one day apart
   *[other] { $days } days apart
}, { $percent } % of the wording in common
tip-page-unopened = Not opened
tip-page-for-other-keys = Sealed to other keys
tip-page-damaged = Damaged
tip-page-sealed-to = Since epoch { $epoch }, tips are sealed to { $count ->
    [one] one key
   *[other] { $count } keys
}. Digest of the list, to compare with colleagues:
