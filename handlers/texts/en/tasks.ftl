# What is to be done, and when.

tasks-heading = <b>To be done: { $count }</b>
tasks-none = Nothing is to be done now. What comes due is told here by itself.
tasks-line = • { $title }
tasks-line-put-off = • { $title } (put off until { $day })

tasks-title-follow_up = { $number ->
    [365] { $code }: a year after the close
   *[other] { $code }: { $number } days after the close
  }
tasks-text-follow_up = { $number ->
    [365] A year has passed since “{ $title }” closed. Those who signed have not forgotten: tell them where it stands now, or that nothing has moved.
   *[other] What has become of “{ $title }”? Keep what is new on record; <code>/news { $code }</code> tells it to those who signed and asked for updates.
  }
tasks-title-no_reply = { $code }: no reply after { $number } days ({ $office })
tasks-text-no_reply = Delivered on { $day } to: { $office }. No reply is recorded since. If one came, keep it on record, and this closes by itself. If none came, this is the day to ask again.
tasks-title-commitment = A promise is due: { $who }
tasks-text-commitment =
    { $who } promised: { $what }
    By: { $day }.

    Was it kept? Put down how it went, and this closes by itself.
tasks-title-review = { $country }: { $number } months after its review
tasks-text-review = { $number ->
    [30] It is time for a mid-term report. { $country } was reviewed in { $day } (cycle { $cycle }), and the next review comes about { $next }. The recommendations are in the trackers.
   *[other] { $country } was reviewed in { $day } (cycle { $cycle }). What has been done about the recommendations since? The next review comes about { $next }.
  }
tasks-title-office = Check whether the entry of { $office } is still right
tasks-text-office = An open appeal addresses { $office }, whose entry <code>{ $key }</code> was last checked on { $day }. Look whether the holder and all addresses are still right, and note the day of the check with its entry.

tasks-write = Write to those who signed
tasks-record = Record what is new
tasks-reply = Record the reply
tasks-stage = Put down how it went
tasks-trackers = Trackers
tasks-office = Open the entry
tasks-timeline = Timeline
tasks-done = Done
tasks-in-a-week = In a week
tasks-in-a-month = In a month
tasks-all = All that is to be done
tasks-was-done = <b>Done:</b> { $title }
tasks-was-put-off = <b>Put off until { $day }:</b> { $title }
tasks-gone = There is nothing left to be done about this.
