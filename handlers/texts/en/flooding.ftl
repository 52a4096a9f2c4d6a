# Notices to owners when too many tips come at once.

flooding-notice =
    <b>No more tips are taken for now.</b> { $count } came within an hour, which is the limit for everybody together. Whoever tries now is told so and shown the safer address. If this goes on, somebody may be flooding you; CLARION_TIPS_PER_HOUR sets the limit.
flooding-inbox =
    <b>Too many receipt numbers are being tried.</b> { $count } were tried within a quarter of an hour. For now, each chat can try only one, and when the limit of everybody is reached, none. If this goes on, somebody may be trying to keep witnesses from their replies.
