# How far a broadcast is, and what became of its letters.

progress-scheduled = <b>{ $kind ->
        [digest] The digest is
        [correction] The correction of { $code } is
        [recall] The recall of { $code } is
       *[appeal] { $code } is
    } going to be sent</b>
progress-running = <b>{ $kind ->
        [digest] The digest is being sent
        [correction] The correction of { $code } is being sent
        [recall] { $code } is being taken back
       *[appeal] { $code } is being sent
    }</b>
progress-paused = <b>{ $kind ->
        [digest] The sending of the digest is
        [correction] The correction of { $code } is
        [recall] The recall of { $code } is
       *[appeal] The sending of { $code } is
    } paused</b>
progress-done = <b>{ $kind ->
        [digest] The digest has been sent
        [correction] The correction of { $code } has been sent
        [recall] { $code } has been taken back
       *[appeal] { $code } has been sent
    }</b>
progress-cancelled = <b>{ $kind ->
        [digest] The sending of the digest was
        [correction] The correction of { $code } was
        [recall] The recall of { $code } was
       *[appeal] The sending of { $code } was
    } cancelled</b>
progress-failed = <b>{ $kind ->
        [digest] The sending of the digest
        [correction] The correction of { $code }
        [recall] The recall of { $code }
       *[appeal] The sending of { $code }
    } has stopped</b>

progress-begins = It begins on { $at }.
progress-moment = { $day }, { $time } ({ $zone })
progress-paused-canary = As planned, it paused after the first { $count ->
        [one] letter
       *[other] { $count } letters
    }. See what became of them, then let it go on.
progress-paused-coordinator = A coordinator paused it. Nothing more goes out until it is told to go on.
progress-paused-refused_alike = It paused by itself, because Telegram refused ten letters in a row in the same way. Please look below at what became of them before you let it go on. If it tells you nothing, ask whoever runs this bot.
progress-cancelled-coordinator = A coordinator cancelled it.
progress-cancelled-closed = The appeal was not open when the sending should have begun.
progress-cancelled-recalled = The appeal was recalled.
progress-cancelled-corrected = The appeal was corrected, and the correction goes out instead.
progress-fatal = A fault of the installation stopped it. Please tell whoever runs this bot; the log says what it is. { $waiting ->
        [0] No letter waits.
        [one] One letter waits and will go out when the bot is started again.
       *[other] { $waiting } letters wait and will go out when the bot is started again.
    }

progress-nobody = There was nobody to send it to.
progress-writing = The letters are still being written, so the number grows.
progress-arrived-appeal = { $percent }% · { $sent } of { $letters ->
        [one] 1 letter
       *[other] { $letters } letters
    } sent
progress-arrived-digest = { $percent }% · { $sent } of { $letters ->
        [one] 1 digest
       *[other] { $letters } digests
    } sent
progress-arrived-correction = { $percent }% · { $sent } of { $letters ->
        [one] 1 letter
       *[other] { $letters } letters
    } corrected
progress-arrived-recall = { $percent }% · { $sent } of { $letters ->
        [one] 1 letter
       *[other] { $letters } letters
    } taken back
progress-blocked = Blocked the bot: { $count }
progress-gone = No longer on Telegram: { $count }
progress-uncertain = Not known whether it arrived: { $count }
progress-refused = Refused by Telegram: { $count }
progress-reason = – { $reason }: { $count }
progress-other-reasons = – other reasons: { $count }
progress-skipped-stopped = Stopped appeals before their turn: { $count }
progress-skipped-blocked = Blocked the bot before their turn: { $count }
progress-skipped-gone = Left Telegram before their turn: { $count }
progress-skipped-forgotten = Erased their data before their turn: { $count }
progress-skipped-not_wanted = Took back their wish for updates before their turn: { $count }
progress-skipped-closed = Not sent, because the appeal had closed before their turn: { $count }
progress-skipped-cancelled = Not sent, because the rest was cancelled: { $count }
progress-skipped-recalled = Not sent, because the appeal was recalled: { $count }
progress-skipped-corrected = Not sent, because a correction took its place: { $count }
progress-open = Not sent yet: { $count }
progress-sent-again = Sent a second time, because the first try stayed without an answer: { $count }

progress-waiting = – of these, waiting for their time, such as the end of quiet hours: { $count }. The first may go out on { $at }.
progress-left = About { $left } left{ $waiting ->
        [0] {""}
       *[other] {" "}for those that may go out now
    }, at { $rate ->
        [one] 1 letter
       *[other] { NUMBER($rate, maximumFractionDigits: 1) } letters
    } a second
progress-still = No letter has arrived in the last minute: something more urgent goes first, or Telegram is slow. It goes on by itself.
progress-took = It took { $took }{ $rate ->
        [0] .
        [one] : 1 letter a second on average.
       *[other] : { NUMBER($rate, maximumFractionDigits: 1) } letters a second on average.
    }
progress-floods = Telegram asked us to slow down { $count ->
        [one] once
       *[other] { $count } times
    }.
progress-paid = It was paid for: at most { $stars ->
        [one] 1 Star
       *[other] { $stars } Stars
    }, of { $cap } allowed.
progress-seconds = { $seconds ->
        [one] 1 second
       *[other] { $seconds } seconds
    }
progress-minutes = { $minutes ->
        [one] 1 minute
       *[other] { $minutes } minutes
    }
progress-hours = { $hours } h { $minutes } min

progress-button-pause = Pause
progress-button-go-on = Go on
progress-button-cancel = Cancel
progress-button-chart = Chart
progress-button-counts = Counts as a file
