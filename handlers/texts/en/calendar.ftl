# The calendar: what is to come, and who comes.

calendar-heading = <b>Dates that matter</b>
calendar-none = No date is in the calendar at the moment.
calendar-one = { $day }: { $name }
calendar-when = { $day }, { $hour }
calendar-clock = { $time } ({ $zone })
calendar-place = Where: { $place }
calendar-kind-vote = Vote
calendar-kind-summit = Summit
calendar-kind-hearing = Hearing
calendar-kind-review = Review of a state
calendar-kind-deadline = Deadline
calendar-kind-action = Action
calendar-kind-other = Something else
calendar-coming = { $count ->
    [0] Nobody has said yet that they come
    [one] One person comes
   *[other] { $count } people come
  }
calendar-internal = Coordinators alone see this
calendar-how-counted = Do you come? Only the number is shown. We keep no name and no Telegram id, only a code made of it with our key, so that you count once; the code is erased after that day. Telegram can see that you pressed the button.
calendar-you-come = You are counted. Only the number is shown; the code that stands for you is erased after that day.
calendar-counted = You are counted.
calendar-not-counted = You are not counted.
calendar-gone = It is not in the calendar any more.

calendar-come = I come
calendar-stay = I don’t come after all
calendar-appeal = Read the appeal
calendar-all = All dates
calendar-add = Add a date
