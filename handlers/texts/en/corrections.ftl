# A correction as its readers get it.

corrections-notice =
    <b>Correction</b>
    We have corrected what we sent you: { $title }

    What changed: { $note }
corrections-corrected = <b>Corrected:</b> { $note }
