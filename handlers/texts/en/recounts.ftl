# The alarm of the nightly recount, for owners.

recounts-alarm = <b>Counting anew, not everything added up.</b> Reference: <code>{ $reference }</code>
recounts-petition = <b>{ $code }</b>
recounts-totals = The count shown ({ $of }) is { $found }; the signatures themselves are { $expected }.
recounts-places = Of { $expected } signatures ({ $of }), { $found } are counted in the right place.
recounts-log = The log ({ $of }) adds up to { $found }; the signatures themselves are { $expected }.
recounts-length = The log has { $found } entries and should have { $expected }.
recounts-order = Only the first { $found } of { $expected } entries of the log follow each other.
recounts-leaves = Of { $expected } signatures, { $found } agree with their entry in the log.
recounts-heads = Of { $expected } counts that were given out, signed, { $found } fit the log as it is now.
recounts-by-country = by country
recounts-by-language = by language
recounts-by-source = by link
recounts-by-day = by day
recounts-what-to-do = Please do not publish or hand over anything before the cause is known: the database may have been damaged, or changed from outside the program. Whoever runs this bot can repeat the check with <code>clarion verify counts</code> and compare with a backup. The log of the program has the reference.
