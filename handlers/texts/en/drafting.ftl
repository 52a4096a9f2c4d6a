# Drafting an appeal: the sheet out, the sheet back.

drafting-sheet =
    The empty sheet of an appeal. Fill it in with any text editor; the notes in it explain each part.
    Then send it back to this chat as a file. You will see what readers would get; nothing goes out before somebody else has approved it.
drafting-no-documents = Files cannot be taken in here, and this one was not opened or kept. /help says what you can do.
drafting-not-a-sheet = This file is not an appeal sheet, and was not opened. A sheet is a plain text file that ends in .md or .txt; /draft has an empty one.
drafting-too-large = This file is larger than { $limit } KB, the most that a sheet can have. Nothing was stored.
drafting-not-utf8 = This file cannot be read as text in UTF-8. Please save it again with the encoding UTF-8, and send that file. Nothing was stored.
drafting-faults =
    <b>{ $count ->
        [one] One thing has to be put right
       *[other] { $count } things have to be put right
    }</b>
    Nothing was stored. Please change the sheet and send it again.
drafting-faults-attached =
    <b>{ $count } things have to be put right.</b> All of them are in this file, each with its line.
    Nothing was stored. Please change the sheet and send it again.
drafting-over = { $code } was sent, and it is over now. Its state: { $state }. It cannot be corrected any more; please give the sheet a new code.
drafting-would-replace =
    <b>Nothing was stored yet.</b> This sheet takes the place of { $code }, version { $version }, by { $author }. Its state: { $state }. Approvals of that version would not count any more, and what it keeps for coordinators alone would be erased.

    If that is what you want, send the file again with the caption <code>{ $word }</code>. If it is another appeal, give the sheet another code.
drafting-replace = replace
drafting-left = a colleague who has left
drafting-author-replaced =
    <b>{ $by } has sent a new sheet of { $code }.</b> It takes the place of your version { $version }, whose state was: { $state }. Approvals of your version do not count any more, and what it kept for coordinators alone was erased.

    See the new one with <code>/preview { $code }</code>.
drafting-stored =
    <b>{ $code } is stored as a draft, version { $version }.</b>
    Above is what readers will get: for each language of the bot the letter with its buttons, then the full text behind “More”. Nobody else was told yet.

    To change something, send the sheet again.
drafting-replaced =
    <b>{ $code } is stored as a draft, version { $version }.</b>
    It takes the place of the version before it, and approvals of that one do not count for it. Above is what readers will get: for each language of the bot the letter with its buttons, then the full text. Nobody else was told yet.

    To change something, send the sheet again.
drafting-correction =
    <b>{ $code } was sent already: this sheet is stored as its correction, version { $version }.</b>
    Above is what those who got the earlier version will get: for each language of the bot the notice, the corrected letter that takes the place of theirs, then the full text. Until the correction is approved and sent, everybody goes on reading the earlier version. Nobody else was told yet.

    To change something, send the sheet again.
drafting-submit = Send to the reviewers
