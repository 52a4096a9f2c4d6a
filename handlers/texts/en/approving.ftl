# Approving an appeal, and the states of appeals.

state-draft = draft
state-in_review = in review
state-approved = approved
state-published = sent
state-closed = closed
state-delivered = delivered
state-answered = answered
state-archived = archived
state-withdrawn = withdrawn

approving-look = Look at it
approving-approve = Approve
approving-approve-minors = Approve, also what is shown of children
approving-approve-named = Approve, also that people are named
approving-approve-minors_and_named = Approve, also names and children
approving-decides-minors = <b>What you decide with it:</b> all that this appeal tells and shows of children: a name, a face, a family detail. Reference of the consent: { $consent }.
approving-decides-named = <b>What you decide with it:</b> that people are named in public. Reference of their consent: { $consent }.
approving-decides-minors_and_named = <b>What you decide with it:</b> that people are named in public, and all that this appeal tells and shows of children: a name, a face, a family detail. Reference of the consent: { $consent }.
approving-decides-photo = The picture is part of the decision.
approving-decides-who = { $needed ->
        [0] Your approval is put on record as this decision.
       *[other] Each approval is put on record as this decision; { $needed } coordinators other than the author make it.
    }
approving-no-consent = none given
approving-too-long = <b>{ $code } does not fit Telegram’s messages any more,</b> because an entry of a register that it names became longer. It was not sent to the reviewers. Please shorten the entry, or the sheet:
approving-submitted =
    <b>{ $code } is with the reviewers.</b>
    { $needed ->
        [one] One approval is needed.
       *[other] { $needed } approvals are needed.
    } Told: { $told }. You will hear when it is approved.
approving-nobody = nobody
approving-not-told = These colleagues could not be told, because they have not opened this bot or have blocked it: { $missed }. Please tell them yourself; /queue shows them what waits.
approving-too-few = This appeal needs { $needed } approvals by others than its author, and { $there ->
        [0] nobody else here can approve
        [one] only one other coordinator can approve
       *[other] only { $there } others can approve
    }. An owner can invite reviewers with /invite.
approving-alone =
    <b>{ $code } is in review.</b>
    This bot is set up for a one-person organisation: nobody else has to approve. Please read it once more as if somebody else had written it, and approve it yourself.
approving-asked =
    <b>{ $code } waits for your review</b>
    { $title }
    Version { $version }, drafted by { $author }.
approving-asked-correction =
    <b>{ $code }: a correction waits for your review</b>
    { $title }
    Version { $version }, drafted by { $author }.

    What everybody who got the earlier version will read: { $note }
approving-ask-correction =
    <b>{ $code }: { $title }</b>
    Do you approve version { $version }, which corrects what was sent? Please look at it first.

    What changed: { $note }
approving-ask =
    <b>{ $code }: { $title }</b>
    Do you approve version { $version }? Please look at it first.
approving-counted =
    <b>Your approval of { $code }, version { $version }, counts.</b>
    { $missing ->
        [one] One more is needed.
       *[other] { $missing } more are needed.
    }
approving-done =
    <b>{ $code }, version { $version }, is approved.</b>
    Nothing was sent yet. Next, whoever may send appeals writes <code>/{ $command } { $code }</code>: it shows who would get it, and asks.
approving-done-alone =
    <b>{ $code }, version { $version }, is approved, by you alone.</b>
    This bot is set up for a one-person organisation, so nobody else has looked at it.

    Nothing was sent yet. Next: <code>/{ $command } { $code }</code> shows who would get it, and asks.
approving-author-counted = { $by } has approved your appeal { $code }, version { $version }. { $missing ->
        [one] One more approval is needed.
       *[other] { $missing } more approvals are needed.
    }
approving-author-done =
    <b>Your appeal { $code }, version { $version }, is approved.</b>
    The last approval came from { $by }. Nothing was sent yet. Next: <code>/{ $command } { $code }</code> shows who would get it, and asks.
approving-other-version = This button belongs to another version of { $code }. Version { $version } is the current one; look at it with <code>/preview { $code }</code>.
approving-wrong-state = This cannot be done with { $code } now. Its state: { $state }. /queue shows what each appeal waits for.
approving-own = You wrote this version of { $code }, so somebody else has to approve it. /queue shows who can.
approving-twice = You have approved this version of { $code } before. It counts once.
