# Taking data out.

exporting-explain-export_tips =
    <code>/export tips</code>
    Every tip in one sealed file. It opens only with the key of a recipient, on that person's own machine: <code>clarion tips open FILE</code>.
exporting-explain-export_signatures =
    <code>/export signatures CODE</code>
    The signers of one petition who agreed to be handed over, as CSV and as an Excel workbook. It holds names: keep it only as long as the handover needs.
exporting-no-recipients = There are no keys that tips could be sealed to, so there is nothing to export. Whoever runs this bot sets them up.
exporting-no-tips = There is no tip to export.
exporting-tips = { $count ->
        [one] One tip
       *[other] { $count } tips
    }, sealed. Open the file on your own machine: <code>clarion tips open FILE</code>. The audit says that you took it.
exporting-no-signatures = Nobody who signed { $code } has agreed to be handed over yet, so there is no file.
exporting-signatures = { $code }: { $count ->
        [one] one signer who agreed
       *[other] { $count } signers who agreed
    } to be handed over. This file holds names: delete it here and on your machine once it is handed over. The audit says that you took it.
exporting-workbook = The same as an Excel workbook.

exporting-column-number = Number
exporting-column-name = Name
exporting-column-country-code = Country code
exporting-column-country = Country
exporting-column-signed-at = Signed at (UTC)
exporting-column-language = Language
exporting-column-channel = Channel
