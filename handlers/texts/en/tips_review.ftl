# Working through tips without reading them.

tips-none = No tip is open. What comes in is sealed, and shows up here by its tag.
tips-heading =
    <b>{ $count ->
        [one] One open tip
       *[other] { $count } open tips, { $first } to { $last } below
    }</b>
    What they say is sealed and never shown in a chat. <code>/export tips</code> gives them as a file that opens on a recipient's own machine.
tips-entry =
    <b>{ $tag }</b> · { $category }
    { $urgency } · { $day } · { $state }
tips-free = free
tips-held = held by { $who }
tips-held-by-you = you
tips-claim = Claim { $tag }
tips-close = Close { $tag }
tips-before = Previous
tips-after = Next
tips-tag-missing = Please write the tag of the tip after the command, such as <code>/{ $command } K7MX</code>. /tips has the tags.
tips-noted-claim = It is yours now
tips-noted-close = Closed
tips-done-claim = Tip <b>{ $tag }</b> is yours now. When you are done with it: <code>/close { $tag }</code>
tips-done-close = Tip <b>{ $tag }</b> is closed. It is erased 90 days from now at the latest.
tips-cannot-claim = This tip cannot be claimed: there is no open one with this tag, or a colleague holds it. /tips shows where each one is.
tips-cannot-close = Only the coordinator who holds a tip can close it. /tips shows which ones are yours.
