# Entering signatures that came on sheets, and taking a batch back.

batches-heading =
    <b>Signatures on sheets</b>
    { $title } · { $code }
batches-line = <b>Batch { $number }</b> · { $count } { $named ->
        [true] with names
       *[other] counted
    } · { $channel } · { $day } · { $who }
batches-line-reference = { $line } · { $reference }
batches-line-entering = { $line }
    ↳ Stopped on the way: send the same list again to enter the rest.
batches-line-voiding = { $line }
    ↳ Voiding it stopped on the way: void it again to finish.
batches-line-voided = { $line }
    ↳ Voided, counts no more: { $reason }
batches-older = … and { $count } older ones.
batches-how-to-void = To take one back: <code>/batch { $code } void NUMBER REASON</code>
batches-not-taking = { $code } takes no signatures on sheets: only a petition that was sent, and not recalled, does.

batches-ask-channel = How did the new sheets reach you?
batches-by-paper = On paper
batches-by-fax = By fax
batches-by-email = By e-mail
batches-by-post = By post
batches-by-event = At an event

batches-ask-content =
    <b>How many signatures are there?</b>
    Write the number.

    Or send a file with their names, CSV or Excel: up to { $rows } lines and { $size } MB. Its first line names the columns, in any order: <code>{ $columns }</code>. Only <code>name</code> must be there; other columns are refused, so that nothing is kept that is not needed.

    A list with names can be checked for duplicates and handed over; a number is only counted. <code>hand_over</code> is <code>yes</code> where the box on the sheet is ticked: no other name is handed over. Two people of one name, country and city need a <code>reference</code>, such as sheet and line: without it the second is taken for a duplicate.
batches-no-number = That is not a number from 1 to { $limit }, nor a file. Please write digits only.
batches-file-too-large = This file is too large: a list has at most { $rows } lines and { $size } MB. Please divide it. Nothing was kept.
batches-file-too-many-rows = This list has more than { $rows } lines, or goes on far below its last name. Please divide it. Nothing was kept.
batches-file-not-a-list = This file cannot be read as a list. Please save it as CSV (UTF-8) or as an Excel workbook (.xlsx), without a password. Nothing was kept.
batches-file-not-utf8 = The letters in this file cannot be read. Please save it as “CSV UTF-8” or as an Excel workbook (.xlsx). Nothing was kept.
batches-file-empty = There is no name in this file. Its first line must name the columns; the names follow below.
batches-file-no-name-column = No column of this file is called <code>name</code>. Its first line must name the columns. Nothing was kept.
batches-file-unknown-column = The column <code>{ $heading }</code> is not one that we take. Please remove it, or correct its heading, and send the file again. Nothing was kept.
batches-file-column-twice = Two columns say the same: <code>{ $heading }</code>. Please remove one and send the file again. Nothing was kept.

batches-ask-version =
    <b>Which text is on the sheets?</b>
    This appeal was corrected after it was first sent. A signature counts for the text that it stands under.
batches-version = Version { $number }, written { $day }
batches-ask-language = <b>In which language are the sheets?</b>
batches-ask-day =
    <b>On which day were they collected?</b>
    If nobody knows, give the day on which they came in. Choose one, or write it like this: 2026-11-20
batches-no-day = That is not a day of the past year. Please write it like this: 2026-11-20
batches-after-close = On that day the petition was closed already, so these signatures cannot count. Sheets that come in late count if they were signed before the close: give the day on which they were signed.
batches-ask-reference =
    <b>Where are the sheets, or their scan?</b>
    A folder or a box, so that a colleague finds them. Please no names of signers.
batches-no-reference = Leave this out
batches-reference-long = Please write at most { $limit } characters.
batches-reference-none = not said where they are

batches-check-count =
    <b>{ $count ->
        [one] One signature
       *[other] { $count } signatures
    } for { $code }</b>
    { $channel } · { $day } · { $reference }
    Nothing is entered yet.
batches-check-total = Counted now: { $online } online + { $paper } on paper. Then: { $online } + { $then }.
batches-check-alike =
    <b>Entered before?</b> This batch has the same number, way and day:
    { $batch }
batches-check-names =
    <b>{ $count ->
        [0] No name would be entered
        [one] One name would be entered
       *[other] { $count } names would be entered
    } for { $code }</b>
    { $channel } · { $day } · { $reference }
    Nothing is entered yet.
batches-check-begun =
    A part of this list is entered already, and then something stopped. The rest joins it:
    { $batch }
batches-check-online = { $count ->
        [one] One of them has the name and country of somebody who signed online. It would count, as it may be somebody else.
       *[other] { $count } of them have the name and country of somebody who signed online. They would count, as they may be other people.
    }
batches-check-kept-back = { $count ->
        [one] On one line the box for handing the name over is not ticked (<code>hand_over</code> is not yes): it counts, and is not listed.
       *[other] On { $count } lines the box for handing the name over is not ticked (<code>hand_over</code> is not yes): they count, and are not listed.
    }
batches-lines = { $count ->
        [one] <b>One line would not be entered</b>
       *[other] <b>{ $count } lines would not be entered</b>
    }
batches-lines-attached = { $count } lines would not be entered. They are in this file, with the reason for each.
batches-nothing-to-add = There is nothing to enter.
batches-refused-line = Line { $line }: { $why }
batches-refused-formula = a cell holds a formula
batches-refused-too-long = a cell has more than { $longest } characters
batches-refused-surplus = a cell stands outside of the columns
batches-refused-name-empty = there is no name
batches-refused-name-too-long = the name is too long
batches-refused-name-link = a link or an address stands in place of the name
batches-refused-country = the country is not known
batches-refused-city = the city cannot be read
batches-refused-email = the e-mail address cannot be right
batches-refused-updates = “updates” says neither yes nor no
batches-refused-hand-over = “hand_over” says neither yes nor no
batches-refused-earlier-line = the same as line { $earlier }
batches-refused-earlier-batch = entered before, in batch { $batch }
batches-add = { $count ->
        [one] Add one signature
       *[other] Add { $count } signatures
    }
batches-add-rest = { $count ->
        [one] Add the last one
       *[other] Add the other { $count }
    }
batches-same-list =
    This list was entered before, so nothing was added:
    { $batch }
batches-not-fetched = Telegram did not give the file out just now, so nothing was done yet. Please try again in a moment with the same button, or write the last answer again. If it goes on: /cancel, and send the file anew.
batches-entering = They are being entered …
batches-entered =
    <b>Batch { $number } is entered: { $count ->
        [one] one signature
       *[other] { $count } signatures
    }.</b>
    { $code } now has { $online } online + { $paper } on paper.{ $named ->
        [true] {" "}The file with the names is still in this chat: delete it here when you need it no more.
       *[other] {""}
    }

    If it was a mistake: <code>/batch { $code } void { $number } REASON</code>
batches-changed = Something changed in the meantime: { $code } does not take these sheets any more, or a colleague voided this batch. See /batch { $code }.
batches-names-over = The time for which names of { $code } are kept is over, so no names can be entered. You can enter how many there are: /batch { $code }
batches-cancelled = Nothing was changed.
batches-cancel = Cancel
batches-gone = There is nothing that you were entering. /batch begins anew.

batches-no-such = { $code } has no batch of that number. Its batches are listed under /batch { $code }.
batches-reason = Please add why, in at most { $limit } characters and without names: <code>/batch { $code } void { $number } entered twice</code>
batches-ask-void =
    <b>Void this batch?</b>
    { $batch }
    Reason: { $reason }

    Its signatures count no more from that moment. { $named ->
        [true] Its names are erased; addressees who got them are told in the next handover. To undo this, send the list again.
       *[other] To undo this, enter the number again.
    } The batch, the reason and your alias stay on record.
batches-void = Void batch { $number }
batches-voiding = Batch { $number } is being voided …
batches-voided =
    <b>Batch { $number } is voided.</b> { $count ->
        [one] One signature counts
       *[other] { $count } signatures count
    } no more.
    { $code } now has { $online } online + { $paper } on paper.
batches-voided-before =
    This batch was voided before:
    { $batch }
batches-final = The time for which the names of batch { $number } are kept is over: its signatures count for good, and cannot be taken back.
