# Words of the files that a coordinator's own machine makes of confirmed tips for other tools.

# Dates that are not known to the day.
tip-exports-between = between { $first } and { $last }
tip-exports-until = until { $last }
tip-exports-since = since { $first }

# HURIDOCS list 48, date type.
tip-exports-date-exact = Exact
tip-exports-date-estimate = Estimate
tip-exports-date-unknown_day = Unknown day
tip-exports-date-unknown_month_and_day = Unknown month and day

# HURIDOCS list 19, source connection.
tip-exports-source-self = Victim
tip-exports-source-witness = Witness
tip-exports-source-relative = Relative of victim
tip-exports-source-third_party = Third party
tip-exports-source-reporter = Reporter
tip-exports-source-service = Provided a service
tip-exports-source-other = Unknown

# HURIDOCS list 42, reliability.
tip-exports-reliability-A = Highly reliable
tip-exports-reliability-B = Likely reliable
tip-exports-reliability-C = Unsure
tip-exports-reliability-D = Likely unreliable
tip-exports-reliability-E = Highly unreliable
tip-exports-reliability-F = Unknown

# HURIDOCS list 41, violation status.
tip-exports-status-1 = Confirmed
tip-exports-status-2 = Likely
tip-exports-status-3 = Possible
tip-exports-status-4 = Unlikely
tip-exports-status-5 = Unlikely
tip-exports-status-6 = Unknown

# HURIDOCS list 46, priority.
tip-exports-priority-critical = Urgent
tip-exports-priority-high = High priority
tip-exports-priority-normal = Priority

# Whom or what a tip concerns beside its category.
tip-exports-concern-children = Children
tip-exports-concern-medical = Health
