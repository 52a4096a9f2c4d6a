# The picture of an appeal: under it, in words, and how coordinators send it.

photos-credited = { $caption } · Photo: { $credit }, { $when }
photos-alt = Picture: { $alt }

photos-ask =
    <b>Now the picture of { $code }.</b> Please send it to this chat: as a photo, or as a file (JPEG, PNG or WebP, at most { $limit } MB), which keeps it sharper.
    Where and when it was taken, with which camera, and whatever else its file says is removed before it is stored. { $code } cannot go to the reviewers without it.
photos-faces = This appeal is about children or about people who are named. A face, a name or a family detail in the picture needs a decision of two coordinators that is on record.
photos-stored =
    <b>{ $code } has its picture.</b>
    Above is what readers will get. The picture was made anew, and nothing else that its file said was kept. Nobody else was told yet.

    To take another picture, send it with <code>{ $code }</code> as its caption.
photos-no-pictures = Pictures cannot be taken in here, and this one was not opened or kept. /help says what you can do.
photos-nothing-waits =
    None of your drafts waits for a picture, and this one was not opened or kept.
    An appeal gets one when its sheet has a photo section: caption, credit, date and description. /draft has an empty sheet. To replace the picture of a draft, send the new one with the code of the appeal as its caption.
photos-unknown = You sent <code>{ $code }</code> with the picture, and there is no appeal with this code. The picture was not kept.
photos-wrong-state = The picture of { $code } cannot be changed now. Its state: { $state }. An approval is of the picture too, so please send the sheet again; the new version then takes another picture.
photos-not-author = Another coordinator drafted this version of { $code }, and the picture has to come from the same person, so that somebody else looks at it. Nothing was changed.
photos-not-foreseen = The sheet of { $code } has no photo section, so nothing says what the picture shows and whose it is. Please add the section and send the sheet again. The picture was not kept.
photos-missing = { $code } cannot go to the reviewers yet: its sheet has a photo section, and the picture is missing. Please send it to this chat with <code>{ $code }</code> as its caption.

photos-not-a-picture = This file is not a picture that can be used: JPEG, PNG and WebP are. Nothing was stored.
photos-too-large = This file is larger than { $limit } MB, the most that can be taken. Nothing was stored.
photos-too-many-pixels = This picture has more than { $pixels } million pixels, the most that can be taken. Please make it smaller. Nothing was stored.
photos-too-narrow = This picture is more than { $ratio } times as long as it is wide, and Telegram does not show such photos. Please crop it. Nothing was stored.
photos-damaged = This picture is damaged or incomplete. Please send it again, or save it anew first. Nothing was stored.
