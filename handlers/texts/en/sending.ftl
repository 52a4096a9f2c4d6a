# Sending an approved appeal: the plan on one screen, and what becomes of it.

sending-head =
    <b>{ $title }</b>
    { $code }, version { $version }
    Written in: { $languages }
    { $deadline }
sending-again = { $code } was sent before. Only those who have not received it yet are counted: they joined or changed their topics since, or could not be reached then.
sending-to-subscribers = <b>Goes to { $total ->
        [one] one subscriber
       *[other] { $total } subscribers
    }</b>
sending-to-signers = <b>Goes to { $total ->
        [one] one person who signed { $of } and
       *[other] { $total } people who signed { $of } and
    } asked for updates</b>
sending-to-followers = <b>Goes to { $total ->
        [one] one person who follows
       *[other] { $total } people who follow
    } { $of }</b>
sending-readers = • { $language }: { $count }
sending-readers-of-another = • { $language }: { $count }, who will read the appeal in { $read }
sending-only-languages = Only those whose language is: { $languages }
sending-only-topics = Only those who want to hear of: { $topics }
sending-without-digests = Without those who chose a digest
sending-only-countries = Only those who signed from: { $countries }
sending-in-digests = { $count ->
        [one] One more person chose a digest and will find it there.
       *[other] { $count } more people chose a digest and will find it there.
    }
sending-to-nobody = Nobody who wants such an appeal is subscribed now, so no letter would go out. It would be listed under /appeals, and people who have its link could open it.
sending-twice = { $code } has been sent to everyone who asked for such appeals. Nobody gets it twice. /progress shows how far the sending is.
sending-nobody-fits = <b>Nobody fits this choice now</b>, so no letter would go out. Please change who gets it.
sending-starts = Begins: { $moment }
sending-pauses = Pauses after the first { $count ->
        [one] letter
       *[other] { $count } letters
    }, until a coordinator lets it go on.
sending-too-few-to-pause = It was to pause after { $count } letters, but there are no more than that.
sending-pace = At { $rate ->
        [one] 1 letter
       *[other] { $rate } letters
    } a second this takes about { $duration }.
sending-paid = Paid for: up to { $rate } letters a second, about { $duration }, at most { $stars ->
        [one] 1 Star
       *[other] { $stars } Stars
    }.
sending-under-way = Another sending of { $code } is { $state ->
        [scheduled] scheduled already
        [paused] paused now
       *[running] under way now
    }: /progress shows it.
sending-pledge = Nothing goes out before you press the button. Nobody gets it twice.

sending-now = Send now to { $count }
sending-first = Send to the first { $count }
sending-later = Schedule for { $count ->
        [one] 1 person
       *[other] { $count } people
    }
sending-publish = Publish without letters
sending-who = Who gets it
sending-when = When
sending-few = First a few, to see
sending-faster = Faster, paid
sending-not-now = Not now

sending-begun = On its way: <b>{ $title }</b>
sending-published = Published, without letters: <b>{ $title }</b>
sending-scheduled =
    Scheduled: <b>{ $title }</b>
    { $moment }
sending-cancelled = Nothing was sent by this plan. To plan again, write /send and the code of the appeal.
sending-gone = There is no plan open here any more; nothing is sent twice. /progress shows what is under way, /send CODE begins a new plan.
sending-start-passed = The time that you had chosen has passed, so nothing was sent. Choose another one, or send it now.
sending-not-approved = { $code } cannot be sent. Its state: { $state }. Only an approved appeal goes out; /queue shows what each one waits for.
sending-too-late = The deadline of { $code } has passed, so it cannot be sent. Please send the sheet again with a later deadline.
sending-other-version = There is a newer version of { $code } than the one that this plan was made for. Nothing was sent. /queue shows where it is.
sending-changed = { $code } was changed a moment ago by somebody else, so nothing was sent. /queue shows where it is.
