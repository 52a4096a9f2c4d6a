# People who offer to collect signatures, for coordinators.

volunteers-alert =
    <b>Somebody offers to collect signatures</b>
    { $title } ({ $code })
volunteers-look = Look at the offers
volunteers-heading =
    <b>Volunteers: { $title }</b> ({ $code })
    Offers that wait for an answer come first.
volunteers-none =
    <b>Volunteers: { $title }</b> ({ $code })
    Nobody has offered yet. People offer with <code>/volunteer { $code }</code>.
volunteers-state-asked = Waits
volunteers-state-accepted = Collects
volunteers-state-ended = Link ended
volunteers-one =
    <b>{ $title }</b>
    { $state }: { $name }
volunteers-school =
    School: { $school }
    Adult: { $guardian }
volunteers-answer = If you accept, they get a link of their own at once. If you decline, what they gave is erased, and they are told so with thanks.
volunteers-answer-school = Please speak with the adult before you accept: do they know of it, and do they answer for the group? If you accept, the group gets a link of its own at once. If you decline, what they gave is erased, and they are told so with thanks.
volunteers-accept = Accept
volunteers-decline = Decline
volunteers-link = Their link
volunteers-back = All volunteers
volunteers-accepted = <b>{ $name }</b> is accepted and has the link.
volunteers-accepted-untold = <b>{ $name }</b> is accepted, but could not be reached just now. The link is there when they send /volunteer.
volunteers-declined = Declined. What they gave is erased.
