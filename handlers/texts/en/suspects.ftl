# Signatures that wait to be looked at.

suspects-alarm =
    <b>Signatures wait to be looked at</b>
    { $title } ({ $code })
    More came through the link “{ $label }” within a minute than people can sign one by one. { $count ->
        [one] 1 signature waits and does not count
       *[other] { $count } signatures wait and do not count
    } until somebody has looked. The signers have their receipts as usual.

    It need not mean harm: a whole class may have signed at once. Please ask whoever collects there.
suspects-look = Look at them
suspects-heading =
    <b>Signatures that wait: { $title }</b> ({ $code })
    They came too fast through one link, and do not count yet. Please ask whoever collects there what happened.
suspects-none =
    <b>{ $title }</b> ({ $code })
    No signature waits to be looked at.
suspects-one =
    <b>{ $label }</b>: { $count ->
        [one] 1 signature
       *[other] { $count } signatures
    }, { $names ->
        [one] 1 name
       *[other] { $names } different names
    }
    First: { $since }
    Last: { $until }
suspects-accept = Genuine, count { $count }: { $label }
suspects-take-out = Take them out
suspects-accepted = <b>Counted: { $count ->
        [one] 1 signature
       *[other] { $count } signatures
    }.</b>
