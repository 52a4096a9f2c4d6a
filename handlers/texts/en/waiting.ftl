# What was not sent yet, and what it waits for.

waiting-none = Nothing waits: there is no draft, nothing in review, and nothing approved that was not sent. /draft begins an appeal.
waiting-heading = <b>Not sent yet: { $count }</b>
waiting-more = And { $count } more that close later.
waiting-entry =
    <b>{ $code }: { $title }</b>
    Version { $version }, { $state }, by { $author }
    { $deadline }
    { $needs }
waiting-entry-correction =
    <b>{ $code }: { $title }</b>
    Correction of what was sent, version { $version }, { $state }, by { $author }
    What changed: { $note }
    { $deadline }
    { $needs }
waiting-correct = Send correction: { $code } …
waiting-look = Look at { $code }
waiting-needs-draft = Next: send it to the reviewers, with the button under <code>/preview { $code }</code>.
waiting-needs-approved = Next: <code>/{ $command } { $code }</code>.
waiting-needs-published = It was sent. <code>/progress { $code }</code> shows how far.
waiting-needs-closed = It takes no more signatures.
waiting-needs-withdrawn = It was recalled: nobody can open or sign it any more.
waiting-needs-alone = Next: <code>/approve { $code }</code>. Nobody else has to approve in a one-person organisation.
waiting-needs-approvals = Approvals: { $given } of { $needed }.
waiting-who-can = Can approve: { $who }.
waiting-nobody-can = Nobody else can approve. An owner can invite reviewers with /invite.
waiting-too-late = Its deadline has passed. Please send the sheet again with a later one.
