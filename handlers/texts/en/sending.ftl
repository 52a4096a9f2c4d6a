# Sending an approved appeal.

sending-summary =
    <b>{ $title }</b>
    { $code }, version { $version }
    Written in: { $languages }
    { $deadline }

    <b>Goes to { $total ->
        [one] one subscriber
       *[other] { $total } subscribers
    }</b>
    { $readers }
    At { $rate ->
        [one] 1 letter
       *[other] { $rate } letters
    } a second this takes about { $duration }.

    Nothing goes out before you press the button. Nobody gets it twice.
sending-again =
    <b>{ $title }</b>
    { $code }, version { $version }, was sent before. These people have subscribed or changed their topics since, or could not be reached then, and have not received it yet:

    <b>{ $total ->
        [one] one subscriber
       *[other] { $total } subscribers
    }</b>
    { $readers }
    { $deadline }
    At { $rate ->
        [one] 1 letter
       *[other] { $rate } letters
    } a second this takes about { $duration }.

    Nothing goes out before you press the button. Nobody gets it twice.
sending-to-nobody =
    <b>{ $title }</b>
    { $code }, version { $version }
    Written in: { $languages }
    { $deadline }

    Nobody who wants such an appeal is subscribed now, so no letter would go out. It would be listed under /appeals, and people who have its link could open it.
sending-readers = • { $language }: { $count }
sending-readers-of-another = • { $language }: { $count }, who will read the appeal in { $read }
sending-now = Send now to { $count }
sending-not-now = Not now
sending-cancelled = Nothing was sent. The appeal stays approved; /send asks again whenever you want.
sending-begun = On its way: <b>{ $title }</b>
sending-twice = { $code } has been sent to everyone who asked for such appeals. Nobody gets it twice. /progress shows how far the sending is.
sending-not-approved = { $code } cannot be sent. Its state: { $state }. Only an approved appeal goes out; /queue shows what each one waits for.
sending-too-late = The deadline of { $code } has passed, so it cannot be sent. Please send the sheet again with a later deadline.
sending-other-version = There is a newer version of { $code } than the one that this button was made for. Nothing was sent. /queue shows where it is.
sending-changed = { $code } was changed a moment ago by somebody else, so nothing was sent. /queue shows where it is.
sending-none = Nothing was sent yet.
