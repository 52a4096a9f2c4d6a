# Sending a correction.

correcting-summary =
    <b>Correction: { $title }</b>
    { $code }, version { $version }
    { $deadline }

    What changed: { $note }

    <b>Goes to { $total ->
        [one] one person
       *[other] { $total } people
    } who got an earlier version</b>
    The message that each of them has is changed to the corrected letter, and a short notice below it says what changed. Letters that wait go out in the corrected version.
    At { $rate ->
        [one] 1 letter
       *[other] { $rate } letters
    } a second this takes about { $duration }.

    Everybody who opens or signs the appeal after that reads the corrected version. Who has signed stays counted.
correcting-for-nobody =
    <b>Correction: { $title }</b>
    { $code }, version { $version }
    { $deadline }

    What changed: { $note }

    Nobody who can be reached got an earlier version, so no letter goes out. Everybody who opens or signs the appeal after that reads the corrected version.
correcting-now = { $count ->
        [0] Correct it now
        [one] Send the correction to 1 person
       *[other] Send the correction to { $count }
    }
correcting-not-now = Not now
correcting-cancelled = No correction was sent. It stays approved; /correct asks again whenever you want.
correcting-begun = The correction is on its way: <b>{ $title }</b>
correcting-none = No correction of { $code } waits. To correct it, send its sheet again with the same code and a change_note that says what changed.
correcting-not-sent = There is nothing of { $code } to correct. Its state: { $state }. An appeal is corrected after it was sent and before it closes; one that was not sent yet changes when its sheet is sent again.
correcting-not-approved = The correction of { $code } cannot be sent yet. Its state: { $state }. /queue shows what it waits for.
correcting-too-late = The deadline has passed, so the correction of { $code } cannot be sent. If the appeal is still open, please send the sheet again with a later deadline.
correcting-other-version = There is a newer correction of { $code } than the one that this button was made for. Nothing was sent. /queue shows where it is.
correcting-changed = { $code } was changed a moment ago by somebody else, so nothing was sent. /queue shows where it is.
