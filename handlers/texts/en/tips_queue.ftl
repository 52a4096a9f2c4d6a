# The list of open tips, without what they say.

tips-none = No tip is open. What comes in is sealed, and shows up here by its tag.
tips-heading =
    <b>{ $count ->
        [one] One open tip
       *[other] { $count } open tips, { $first } to { $last } below
    }</b>
    What they say is sealed and never shown in a chat. <code>/export tips</code> gives them as a file that opens on a recipient's own machine.
tips-entry =
    <b>{ $tag }</b> · { $what }
    { $state } · held by { $holder }
    { $rating }{ $labels ->
        [0] { "" }
        [one] { " " }· 1 label
       *[other] { " " }· { $labels } labels
    }
tips-before = Previous
tips-after = Next
