# The counts of petitions, for coordinators.

statistics-none = No petition was sent yet, so there is nothing to count.
statistics-heading = <b>Signatures</b>
    <code>/stats CODE</code> shows one petition in full: by day, channel, country, language and link.
statistics-more = And { $count } older ones.
statistics-channels = <b>By channel</b>
statistics-countries = <b>By country</b>
statistics-languages = <b>By language</b>
statistics-sources = <b>By link</b>
statistics-days = <b>By day</b>
statistics-count = { $name }: { $count }
statistics-others = { $count } others
statistics-not-known = not known
statistics-no-link = without a link
statistics-link = { $kind ->
        [collector] Collector
        [school] School
       *[channel] Channel
    } { $label }
statistics-earlier = before that
statistics-percent = { $percent }%
statistics-milestones = Reached: { $percents } of the goal
statistics-suspects = { $count ->
        [one] 1 signature waits to be looked at and does not count yet: /links { $code }
       *[other] { $count } signatures wait to be looked at and do not count yet: /links { $code }
    }
statistics-organisations = { $count ->
        [one] Endorsed by 1 organisation
       *[other] Endorsed by { $count } organisations
    }
statistics-log = { $entries ->
        [one] 1 entry in the log that proves the count: /proof { $code }
       *[other] { $entries } entries in the log that proves the count: /proof { $code }
    }
statistics-recounted = Counted anew on { $day }, { $time }: everything adds up
statistics-miscounted = Counted anew on { $day }, { $time }: <b>not everything adds up</b>, and the owners know
statistics-chart = Charts
statistics-no-chart = Nobody has signed { $code } yet, so there is nothing to draw.

channel-telegram = Telegram
channel-paper = Paper
channel-fax = Fax
channel-email = E-mail
channel-post = Post
channel-event = Event
