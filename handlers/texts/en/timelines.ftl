# Timelines, contacts with an office, and trackers, as coordinators see them.

timelines-which = Whose timeline would you like to see?
timelines-heading =
    <b>{ $title }</b>
    { $count ->
        [one] One line
       *[other] { $count } lines
    }, the earliest first
timelines-nothing = Nothing has happened yet. /record keeps what does.
timelines-scan = Scan of { $day }
timelines-earlier = Earlier
timelines-later = Later
timelines-which-office = Which office?
timelines-no-office = The register has no office yet. /registers shows how one is entered.
timelines-unknown-office = The register has no office with this key. Which one do you mean?
timelines-office = <b>{ $office }</b>
timelines-holder = Holder: { $holder }
timelines-no-holder = Holder: not entered
timelines-checked = Checked on { $day }
timelines-no-contact = No contact was recorded yet.

trackers-which = <b>What we keep track of</b>
trackers-count = { $kind }: { $count }{ $overdue ->
    [0] { "" }
   *[other] , overdue: { $overdue }
  }
trackers-heading = <b>{ $kind }: { $count }</b>, what is due first in front
trackers-next-review = Next review: about { $month }.
trackers-overdue = <b>Overdue.</b>
trackers-go-on = Next stage: { $what }
trackers-file = As a file
