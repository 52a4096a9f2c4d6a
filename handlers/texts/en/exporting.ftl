# Taking data out.

exporting-explain-export_tips =
    <code>/export tips</code>
    Every tip in one sealed file, or in several if there are many, the most urgent first. It opens only with the key of a recipient, on that person's own machine: <code>clarion tips open FILE --key KEYFILE --format html</code>.
exporting-explain-export_signatures =
    <code>/export signatures CODE</code>
    The signatures of one petition, as CSV, Excel, JSON, OSDI or for Action Network. Names and places are in it only of those who agreed that we hand them over: keep the file only as long as you need it.
exporting-explain-read_statistics =
    <code>/export totals CODE</code>
    The count by channel, country, language and day, with HXL tags. It names nobody and may be published.
exporting-no-recipients = There are no keys that tips could be sealed to, so there is nothing to export. Whoever runs this bot sets them up.
exporting-no-tips = There is no tip to export.
exporting-tips = { $count ->
        [one] One tip
       *[other] { $count } tips
    }, sealed. Open the file on your own machine: <code>clarion tips open FILE --key KEYFILE --format html</code>. The audit notes this export.
exporting-part = Part { $number } of { $parts }. Each opens by itself; the most urgent tips are in the first.
exporting-ask-form = The signatures of { $code }: as which kind of file?
exporting-form-csv = CSV table
exporting-form-xlsx = Excel workbook
exporting-form-json = JSON lines
exporting-form-osdi = OSDI, for campaign tools
exporting-form-actionnetwork = Action Network, who asked for updates
exporting-names = { $code }: the signatures. Names are in it only of those who agreed that we hand them over, e-mail addresses only of those who asked for updates. Delete it here and on your machine once you no longer need it. The audit notes this export.
exporting-totals = { $code }: the count. It names nobody.
exporting-manifest = What that file is: its rows, its columns, and a check value.
exporting-too-large = { $code } has too many signatures to send them here. Whoever runs this bot can write the file there: <code>clarion export { $code } { $form } --out FILE --by ALIAS</code>.
exporting-sheet-too-large = An Excel workbook made here holds at most { $most } signatures. Choose CSV, or ask whoever runs this bot: <code>clarion export { $code } xlsx --out FILE --by ALIAS</code>.

exporting-content-csv = Signatures of one petition, without those withdrawn
exporting-content-xlsx = Signatures of one petition, without those withdrawn
exporting-content-json = Signatures of one petition, without those withdrawn
exporting-content-osdi = A petition with its signatures, after OSDI 1.2
exporting-content-actionnetwork = Signers who asked for updates by e-mail
exporting-content-totals = Counts of one petition; what fewer than five people share is "other"
exporting-consent-csv = Name and place: consent to hand over. All else: consent to keep and count.
exporting-consent-xlsx = Name and place: consent to hand over. All else: consent to keep and count.
exporting-consent-json = Name and place: consent to hand over. All else: consent to keep and count.
exporting-consent-osdi = Name and place: consent to hand over. E-mail: consent to updates.
exporting-consent-actionnetwork = E-mail: consent to updates. Name and place: consent to hand over.
exporting-consent-totals = None needed: no personal data

exporting-column-number = Number of the signature in its petition
exporting-column-name = Name; empty where the signer did not agree that we hand it over, or its time is over
exporting-column-country = Country, ISO 3166-1; ZZ: not said
exporting-column-city = Town, as it stands on the sheet
exporting-column-signed-at = When it was signed or entered, UTC
exporting-column-day = Day of signing in the petition's time zone
exporting-column-language = Language in which it was signed, BCP 47
exporting-column-channel = telegram, paper, fax, email, post or event
exporting-column-source = Code of the link through which the signer came
exporting-column-batch = Number of the batch of sheets
exporting-column-text-version = Version of the text that was signed
exporting-column-state = valid; suspect and invalidated ones do not count
exporting-column-comment = What the signer wrote with it, for coordinators alone
exporting-column-hand-over = Whether the signer agreed that we hand over the name
exporting-column-updates = Whether the signer asked for updates
exporting-column-show-name = Whether the name may be shown in public
exporting-column-email = E-mail address, of who asked for updates there
exporting-column-full-name = Name, in the order of its own language
exporting-column-petition = Code of the petition
exporting-column-as-of = When it was counted
exporting-column-counted-by = What the line counts by
exporting-column-value = The country, language or day
exporting-column-signatures = Valid signatures
