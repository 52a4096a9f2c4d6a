# Links of collectors, schools and channels.

links-caption =
    <b>{ $title }</b>
    { $link }

    Show it, print it or send it on. A phone’s camera reads the picture.
links-sheet = The signature sheet, for those who sign with a pen. Its picture leads to the same link. Please print it on both sides, and bring the signed sheets to the coordinators.
links-heading = <b>Links: { $title }</b> ({ $code })
links-together = { $count ->
        [0] No signature has come through them yet.
        [one] 1 signature came through them.
       *[other] { $count } signatures came through them.
    }
links-none = There is no link of a collector, a school or a channel yet. Each link has its own count. What comes too fast through the link of a collector or a school waits until somebody has looked.
links-line = • { $label } ({ $kind }{ $ended ->
        [yes] , ended
       *[no] {""}
    }): { $count }{ $suspect ->
        [0] {""}
       *[other] , and { $suspect } wait to be looked at
    }
links-erased = erased ({ $source })
links-others = <b>By other ways</b>
links-count = • { $name }: { $count }
links-rest = • with further codes: { $count }
links-no-source = • without any link: { $count }
links-new = New link
links-suspects = { $count ->
        [one] 1 signature waits
       *[other] { $count } signatures wait
    } to be looked at
links-volunteers = { $count ->
        [0] Volunteers
        [one] Volunteers: 1 offer waits
       *[other] Volunteers: { $count } offers wait
    }
links-earlier = Earlier links
links-more = More links
links-back = All links
links-one =
    <b>{ $label }</b> ({ $kind })
    { $title }
    { $link }

    { $count ->
        [0] No signature has come through it yet.
        [one] 1 signature
       *[other] { $count } signatures
    } · made on { $day }
links-one-suspect = { $count ->
        [one] 1 more waits
       *[other] { $count } more wait
    } to be looked at: they came too fast to be signed one by one.
links-one-ended = It ended on { $day }. Whoever opens it still reaches the petition, and counts for no link.
links-picture = Link with picture
links-end = End this link
links-ask-end = <b>End this link?</b> Whoever opens it still reaches the petition, but from now on counts for no link. What came so far stays. It cannot be begun again; a new link can be made.
links-end-yes = End it
links-keep = Keep it
links-over = Links can be made for petitions that are being prepared or are open. { $code } is neither.
links-ask-kind =
    <b>New link: { $title }</b>
    Whose shall it be?
links-kind-collector = Collector
links-kind-school = School
links-kind-channel = Channel
links-ask-label = { $kind ->
        [collector] Who collects with it? Coordinators see this name beside the count; signers do not. It is erased together with the names of the signers.
        [school] Which school or class is it? Coordinators see this name beside the count; signers do not. It is erased together with the names of the signers.
       *[channel] Which channel, page or event is it? Coordinators see this name beside the count; signers do not.
    }

    Please send it, { $limit } characters at most. /cancel makes no link.
links-bad-label = That cannot be the name. Please send text, { $limit } characters at most, or /cancel.
links-cancelled = Cancelled. No link was made.
