# A collector's own link.

own-link-which = For which petition do you collect?
own-link-none-open = No petition is open just now.
own-link-closed = { $code } takes no signatures, so there is nothing to collect. /collect lists the petitions that do.
own-link =
    <b>You collect: { $title }</b>
    { $count ->
        [0] Nobody has signed through your link yet.
        [one] 1 signature through your link so far.
       *[other] { $count } signatures through your link so far.
    }{ $waiting ->
        [0] { "" }
       *[other] { " " }{ $waiting } came very fast; a colleague looks at them first.
    }

    { $link }

    Show it, print it, send it on. You see how many signed through it, never who.
own-link-picture = Picture and sheet
