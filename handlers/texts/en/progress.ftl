# How far a broadcast is, and what became of it.

progress-running = <b>{ $code } is being sent</b>
progress-done = <b>{ $code } has been sent</b>
progress-failed = <b>The sending of { $code } has stopped</b>
progress-nobody = There was nobody to send it to.
progress-sent = { $percent }% · { $sent } of { $letters ->
        [one] 1 letter
       *[other] { $letters } letters
    } sent
progress-blocked = Blocked the bot: { $count }
progress-gone = No longer on Telegram: { $count }
progress-skipped = Stopped appeals or erased their data before their turn: { $count }
progress-too_late = Not sent, because the appeal had closed before their turn: { $count }
progress-uncertain = Not known whether it arrived: { $count }
progress-sent-again = Sent a second time, because the first try stayed without an answer: { $count }
progress-refused = Refused by Telegram: { $count }
progress-reason = – { $reason }: { $count }
progress-other-reasons = – other reasons: { $count }
progress-left = About { $left } left
progress-took = It took { $took }{ $rate ->
        [0] .
        [one] : 1 letter a second.
       *[other] : { NUMBER($rate, maximumFractionDigits: 1) } letters a second.
    }
progress-waiting = A fault of the installation stopped it. Please tell whoever runs this bot; the log says what it is. { $waiting ->
        [one] One letter waits
       *[other] { $waiting } letters wait
    } and will go out when the bot is started again.
progress-seconds = { $seconds ->
        [one] 1 second
       *[other] { $seconds } seconds
    }
progress-minutes = { $minutes ->
        [one] 1 minute
       *[other] { $minutes } minutes
    }
progress-hours = { $hours } h { $minutes } min
