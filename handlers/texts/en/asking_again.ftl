# What signers are sent when a petition asks for something else than they signed.

asking-again-notice =
    <b>The text that you signed has changed</b>
    What changed: { $note }
asking-again-yours = Your signature stays with the earlier text. It still counts, but your name is not handed over with demands that you did not sign. Below is what we ask now. If you agree, please sign it; if you do nothing, nothing changes.
asking-again-sign = Sign the new text
