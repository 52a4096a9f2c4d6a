# One tip and what is done with it, without what it says.

case-heading =
    <b>Tip { $tag }</b>
    { $what }
case-state = State: <b>{ $state }</b>
case-state-new = not looked into yet
case-state-claimed = being looked into
case-state-corroborating = rated, being corroborated
case-state-confirmed = confirmed
case-state-unconfirmed = not borne out
case-state-closed = closed
case-holder = Held by { $holder }
case-free = nobody
case-held-by = { $who } until { $until }
case-held-by-you = you until { $until }
case-moment = { $day }, { $time }
case-rating = Rating: { $rating }{ $grades }
case-unrated = { $grades }, nobody has rated it
case-rated = { $grades } by { $who }, waits for a second person
case-agreed = { $grades } by { $who }, { $second } agrees
case-grades =
    { "" }
    Source: { $source }. What it says: { $content }.
case-labels = Labels: { $labels }
case-additions = { $count ->
        [one] One addition came from the sender.
       *[other] { $count } additions came from the sender.
    }
case-replies = { $count ->
        [one] 1 reply was loaded
       *[other] { $count } replies were loaded
    }; not read yet: { $unseen }.
case-keys = Sealed to the keys of epoch { $epoch }.
case-erased = Erased on { $day } at the latest.

case-look = Open { $tag }
case-all = All open tips
case-back = Back to the tip
case-do-claim = Claim it
case-do-release = Let it go
case-do-rate = Rate it
case-do-agree = Agree with { $grades }
case-do-label = Labels
case-do-assign = Give it to a colleague
case-do-close = Close it
case-do-take-over = Take it over

case-done-claim = It is yours for 24 hours. Whatever you do with it makes it yours for 24 hours more.
case-done-release = Nobody holds it now. Anybody can claim it.
case-done-rate = The rating is kept. It counts once somebody else agrees.
case-done-agree = You agree with the rating.
case-done-assign = It is your colleague's now, for 24 hours.
case-done-close = The tip is closed.

case-tag-missing = Please write the tag of the tip after the command, such as <code>/{ $command } K7MX</code>. /tips has the tags.
case-unknown = There is no tip with this tag. /tips has the tags of those that are open.
case-not-open = Nothing more can be done with this tip: it is closed, or was erased.
case-held = This was not done: a colleague holds the tip.
case-not-held = This was not done: nobody holds the tip. Claim it first.
case-not-rated = This was not done: the tip is not rated so any more, or a colleague has agreed already.
case-own-rating = This was not done: you rated it yourself. Somebody else has to agree.
case-rater-gone = This was not done: whoever rated it has left. Somebody who is here has to rate it first.
case-needs-second-source = This was not done: “confirmed by other sources” needs the label “has a second source”. Put it on with [Labels] once a source of its own says the same.
case-no-colleague = This was not done: the role of that colleague has ended.
case-not-a-rating = { $written } is no rating: a letter from A to F and a digit from 1 to 6, such as <code>B2</code>.
case-not-a-label = { $written } is no label. These are: { $labels }.
case-rate-not-yours = Whoever holds a tip rates it. Claim it first, if it is free.
case-close-not-yours = Whoever holds a tip closes it. Claim it first, if it is free.
case-agree-which = Please say with which rating you agree: press its button, or write it after the tag, such as <code>B2</code>.

case-ask-source =
    <b>Tip { $tag }: how reliable is the source?</b>
    Judge only who says it and how they know, not what they say.
case-source-A = completely reliable
case-source-B = usually reliable
case-source-C = fairly reliable
case-source-D = not usually reliable
case-source-E = unreliable
case-source-F = reliability cannot be judged
case-ask-content =
    <b>Tip { $tag }: how likely is it true?</b>
    Source grade { $letter }: { $source }. Now judge only what is said, by whatever else you know.
case-content-1 = confirmed by other sources
case-content-2 = probably true
case-content-3 = possibly true
case-content-4 = doubtful
case-content-5 = improbable
case-content-6 = truth cannot be judged

case-ask-labels =
    <b>Labels of tip { $tag }</b>
    Press one to put it on or to take it off. None of them says who or where.
case-label-needs_translation = needs translation
case-label-needs_reply = needs a reply
case-label-second_source = has a second source
case-label-children = children concerned
case-label-medical = medical
case-label-family_concerned = family concerned
case-label-duplicate = told by another tip before
case-label-shared = shared with partners
case-label-for_an_appeal = for an appeal
case-label-not_a_tip = not a tip

case-ask-colleague =
    <b>Who shall work on tip { $tag }?</b>
    It is theirs for 24 hours, and they are told.
case-no-colleagues = Nobody else reviews tips. An owner can invite somebody with <code>/invite reviewer</code>.
case-assigned-to-you = { $who } has given you the tip <b>{ $tag }</b>. It is yours for 24 hours.

case-close-ask =
    <b>Close tip { $tag }?</b>
    A closed tip cannot be opened again. It is erased after { $days ->
        [one] one day
       *[other] { $days } days
    } at the latest.
    Why is it closed?
case-close-worked_through = Worked through
case-close-not_a_tip = Not a tip
case-close-duplicate = Told by another tip before
case-close-cannot_be_followed_up = Cannot be followed up
case-closed-unrated = The tip <b>{ $tag }</b> was closed, and nobody had rated it. /audit has who closed it.
