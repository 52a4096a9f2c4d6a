# The calendar as coordinators keep it: adding, moving, cancelling, being reminded.

moment-add-title = A date for the calendar
moment-add-ask-kind = What is it?
moment-add-ask-name = What is it called?
moment-add-ask-when = When is it?
moment-add-ask-zone = In which time zone is that? Write its name, such as <code>Europe/Paris</code>, or skip this if it is { $zone }.
moment-add-ask-place = Where is it? Supporters read this if they may see the date.
moment-add-ask-public = Who may see it?
moment-add-label-kind = What
moment-add-label-name = Name
moment-add-label-when = When
moment-add-label-zone = Time zone
moment-add-label-place = Place
moment-add-label-public = Seen by
moment-add-everybody = Everybody
moment-add-coordinators = Coordinators alone
moment-add-unknown-zone = I do not know that time zone. Its name has a continent and a city, such as <code>Asia/Seoul</code> or <code>Europe/Paris</code>.

moment-move-title = Move: { $name }
moment-move-ask-when = When is it now, in { $zone }?
moment-move-label-when = When

moments-added = It is in the calendar. Everybody who records is reminded 7 days, 24 hours and, if the hour is known, 3 hours before.
moments-moved = It is moved. Reminders follow the new time.
moments-past = That is past by the clocks there. Please change when it is, or the time zone.
moments-anchor = This is the event that { $code } wants to be in time for. It moves when a correction of the sheet moves it.
moments-move = Move it
moments-cancel = Cancel it
moments-ask-cancel = <b>Cancel it?</b> It disappears from everybody’s calendar.{ $count ->
    [0] { "" }
    [one] { " " }One person said that they come; nothing leads to them, so please announce it where you called for it.
   *[other] { " " }{ $count } people said that they come; nothing leads to them, so please announce it where you called for it.
  }
moments-cancel-yes = Yes, cancel it
moments-cancel-no = Keep it
moments-cancelled = Cancelled: { $name }
moments-soon = { $days ->
    [0] <b>Today</b>
    [one] <b>Tomorrow</b>
   *[other] <b>In { $days } days</b>
  }
moments-look = Open in the calendar
moments-timeline = Timeline of the appeal
