# Taking data out.

exporting-explain-export_tips =
    <code>/export tips</code>
    Every tip in one sealed file. It opens only with the key of a recipient, on that person's own machine: <code>clarion tips open FILE</code>.
exporting-explain-export_signatures =
    <code>/export signatures CODE</code>
    The signers of one petition who agreed that we hand over their names, as CSV and as an Excel workbook. These files hold names: keep them only as long as you need them for that.
exporting-no-recipients = There are no keys that tips could be sealed to, so there is nothing to export. Whoever runs this bot sets them up.
exporting-no-tips = There is no tip to export.
exporting-tips = { $count ->
        [one] One tip
       *[other] { $count } tips
    }, sealed. Open the file on your own machine: <code>clarion tips open FILE</code>. The audit notes this export.
exporting-no-signatures = Nobody who signed { $code } has agreed yet that we hand over their name, so there is no file.
exporting-signatures = { $code }: { $count ->
        [one] one signer
       *[other] { $count } signers
    } who agreed that we hand over their names. Delete this file here and on your machine once that is done. The audit notes this export.
exporting-workbook = The same as an Excel workbook.

exporting-column-number = Number
exporting-column-name = Name
exporting-column-country-code = Country code
exporting-column-country = Country
exporting-column-signed-at = Signed at (UTC)
exporting-column-language = Language
exporting-column-channel = Channel
