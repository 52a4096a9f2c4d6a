# The register of the coalition: member organisations and their representatives.

organisations-heading = <b>The coalition</b>: { $members ->
        [0] no member organisation yet
        [one] 1 member organisation
       *[other] { $members } member organisations
    }{ $left ->
        [0] {""}
       *[other] , and { $left } that left
    }
organisations-line = • { $name } ({ $country }){ $state ->
        [left] , left
       *[member] {""}
    }
organisations-how =
    To add members, write a line for each, with country, first day as a member and name. Without a day, it is today.
    <code>/organisations add KR 2019-03-01 Name of the organisation</code>
organisations-earlier = Earlier names
organisations-more = More names
organisations-added = { $count ->
        [one] 1 organisation was added.
       *[other] { $count } organisations were added.
    }
organisations-known = <b>{ $name }</b> is in the register already, or twice in your message. Nothing was added.
organisations-bad-lines = { $count ->
        [0] Please write the organisations behind the command, a line for each.
        [one] Line { $lines } cannot be read, so nothing was added.
       *[other] Lines { $lines } cannot be read, so nothing was added.
    }

    A line has the country, the first day as a member if it was not today, and the name of { $limit } characters at most:
    <code>/organisations add KR 2019-03-01 Name of the organisation</code>
organisations-one =
    <b>{ $name }</b>
    { $country } · member since { $since } · in the audit: organisation-{ $id }
organisations-one-left =
    <b>{ $name }</b>
    { $country } · left on { $left } · in the audit: organisation-{ $id }

    It endorses nothing new. What it endorsed stays, unless its representatives take it back.
organisations-no-representative = Nobody represents it here.
organisations-representative = • Representative { $row }: has accepted
organisations-invited = • Representative { $row }: invited, the link works until { $until }
organisations-endorses = Endorses: { $appeals }
organisations-endorses-none = Endorses no appeal so far.
organisations-endorsed-earlier = { $code } (version { $number }; now it is version { $current })
organisations-invite = Invite a representative
organisations-end = End: representative { $row }
organisations-ask-end = <b>End representative { $row }?</b> From that moment the account, or the link, endorses nothing more, and the account’s Telegram id is erased here. What it endorsed is the organisation’s and stays.
organisations-end-yes = End it
organisations-leave = It has left the coalition
organisations-ask-leave = <b>Has it left the coalition?</b> It then endorses nothing new from today, and invitations that nobody used stop working. What it endorsed stays and counts, unless its representatives take it back. They are told.
organisations-leave-yes = Yes, it has left
organisations-return = A member again
organisations-keep = Leave it as it is
organisations-back = The register
organisations-link =
    <b>Invitation to represent { $organisation }</b>
    Whoever opens this link can endorse appeals in the name of { $organisation }, by the button under the full text or with <code>/endorse</code>, and take that back.

    { $link }

    Send it only to the person whom the organisation has named, in a chat that nobody else reads. It works once, within { $days } days; you and your colleagues are told when it was used.
organisations-joined = The invitation to represent <b>{ $organisation }</b> was used: the person can endorse appeals for it from now on. If it was not the one you meant, end it at once.
organisations-look = Look at the organisation
