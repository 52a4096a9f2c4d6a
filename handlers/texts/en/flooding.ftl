# Notices to owners when too many tips come at once.

flooding-notice =
    <b>No more tips are taken for now.</b> { $count } came within an hour, which is the limit for everybody together. Whoever tries now is told so and shown the safer address. If this goes on, somebody may be flooding you; CLARION_TIPS_PER_HOUR sets the limit.
