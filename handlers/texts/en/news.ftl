# News of an appeal or a bill: as it is read, as it is written, as it is approved.

news-heading-status = Where the people are now
news-heading-delivered = It was delivered
news-heading-reply = There is a reply
news-heading-outcome = What came of your support
news-heading-anniversary = We have not forgotten
news-heading-bill = Where a bill stands
news-heading-other = How it goes on
news-why-concerned = { $organisation } tells you this because you signed and asked for updates, or because you follow this appeal. /stop ends all messages.
news-why-alerts = { $organisation } tells you this because you get appeals on parliament at once. Other topics, or less often: /settings. /stop ends all messages.

news-of-a-bill = a bill
news-title = News: { $about }
news-ask-text = What shall they read? { $kind ->
        [bill] Above it they see “{ $heading }”, so begin with what the bill is called.
       *[other] Above it they see “{ $heading }” and the title of the appeal.
    } Write what is new: what happened, when, who says so.
news-label-text = Text
news-drafts = <b>A draft, from what was recorded.</b> Tap it to copy it, change what has to be changed, and send it as your answer to the question below.
news-draft-in = { $language }: <code>{ $draft }</code>
news-draft = { $day }: { $text }
news-draft-anniversary = A year has passed since this appeal closed. We go on asking about the people it is about, and tell you what we hear.

news-refused-confidential = This entry is confidential, so it cannot become news.
news-refused-embargo = This entry is under an embargo that is not over, so it cannot become news yet.
news-refused-not_public = This reply was kept as one that is not public, so it cannot become news.
news-refused-concerns_nobody = This entry belongs to no appeal, so there are no signers and followers to tell.
news-refused-told = This entry was told already, or waits to be approved. /news shows what waits.
news-refused-no_year_yet = A year after the close has to pass first. Until then, <code>/news CODE</code> writes of something else.
news-refused-told_this_year = This year's message was written already: it was sent, or waits to be approved. /news shows what waits.
news-unknown-entry = There is no such entry. /timeline shows what was recorded.
news-needs-entry = A status, a delivery, a reply, an outcome and a bill are told from what was recorded: keep it first, with /record. By hand you can write <code>/news CODE</code> or <code>/news CODE anniversary</code>.
news-not-sent = { $code } has not been sent, or was withdrawn. There is nobody to tell.

news-kept = Kept. This is how it will be read:
news-goes-to = { $count ->
        [0] There is nobody to whom it would go now.
        [one] It would go to one person now: { $languages }.
       *[other] It would go to { $count } people now: { $languages }.
    }
news-language = { $language } { $count }
news-missing = It is not written in { $languages }: these readers get it in another language.
news-makes-public = <b>Whoever approves it also decides</b> that readers of the appeal see these words from its record: { $text }
news-alone = <b>It waits for you.</b> This bot is set up for a one-person organisation, so nobody else has to approve it. Please read it once more as if you were one of those who get it.
news-with-colleagues = <b>It waits for a colleague.</b> Told: { $told }. Whoever approves it sends it at once. /news shows what waits.
news-not-told = These colleagues could not be told, because they have not opened this bot or have blocked it: { $missed }. Please tell them yourself; /news shows them what waits.
news-nobody-can = <b>It waits, but nobody else here can approve it.</b> An owner can invite a reviewer with /invite.
news-for-review =
    <b>{ $author } has written news: { $about }</b>
    “{ $heading }”. Please look at it. Whoever approves it sends it at once.
news-by = Written by { $author }. It was not sent yet.
news-own = You wrote this news, so somebody else has to approve it. Who can: { $who }.
news-own-nobody = You wrote this news, so somebody else has to approve it, and nobody else here can. An owner can invite a reviewer with /invite.
news-look = Look at it
news-send = { $count ->
        [one] Approve, and send to one person
       *[other] Approve, and send to { $count }
    }
news-drop = Give it up
news-gone = This news waits no more: it was sent, or given up.
news-approved = <b>Approved.</b> It goes out now.
news-author-approved = { $by } has approved your news: { $about }. It goes out now.
news-dropped = Given up. Nobody gets it; what it tells of can be written anew.
news-author-dropped = { $by } has given up your news: { $about }. Nobody gets it.
news-none = No news waits to be approved. <code>/news CODE</code> begins to write some.
news-waiting = <b>News that waits to be approved: { $count }</b>
news-waiting-line = { $about }: “{ $heading }”, written by { $author } on { $day }
