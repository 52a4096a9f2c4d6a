# How far a broadcast is, and what became of its letters.

progress-scheduled = <b>{ $kind ->
        [digest] The digest is
        [correction] The correction of { $code } is
        [recall] The recall of { $code } is
        [reminder] The reminder of { $code } is
        [asking_again] The letter that asks signers of { $code } again is
        [news] The news of { $code } is
       *[appeal] { $code } is
    } going to be sent</b>
progress-running = <b>{ $kind ->
        [digest] The digest is being sent
        [correction] The correction of { $code } is being sent
        [recall] { $code } is being recalled
        [reminder] The reminder of { $code } is being sent
        [asking_again] Signers of { $code } are being asked again
        [news] The news of { $code } is being sent
       *[appeal] { $code } is being sent
    }</b>
progress-paused = <b>{ $kind ->
        [digest] The sending of the digest is
        [correction] The correction of { $code } is
        [recall] The recall of { $code } is
        [reminder] The reminder of { $code } is
        [asking_again] The asking of signers of { $code } again is
        [news] The sending of the news of { $code } is
       *[appeal] The sending of { $code } is
    } paused</b>
progress-done = <b>{ $kind ->
        [digest] The digest has been sent
        [correction] The correction of { $code } has been sent
        [recall] { $code } has been recalled
        [reminder] The reminder of { $code } has been sent
        [asking_again] Signers of { $code } have been asked again
        [news] The news of { $code } has been sent
       *[appeal] { $code } has been sent
    }</b>
progress-published = <b>{ $code } is published, without letters</b>
progress-a-bill = a bill
progress-cancelled = <b>{ $kind ->
        [digest] The sending of the digest was
        [correction] The correction of { $code } was
        [recall] The recall of { $code } was
        [reminder] The reminder of { $code } was
        [asking_again] The asking of signers of { $code } again was
        [news] The sending of the news of { $code } was
       *[appeal] The sending of { $code } was
    } cancelled</b>
progress-failed = <b>{ $kind ->
        [digest] The sending of the digest
        [correction] The correction of { $code }
        [recall] The recall of { $code }
        [reminder] The reminder of { $code }
        [asking_again] The asking of signers of { $code } again
        [news] The sending of the news of { $code }
       *[appeal] The sending of { $code }
    } has stopped</b>

progress-begins = It begins on { $at }.
progress-moment = { $day }, { $time } ({ $zone })
progress-paused-canary = As planned, it paused after the first { $count ->
        [one] letter
       *[other] { $count } letters
    }. Please look at what became of them, then let it go on or cancel the rest.
progress-paused-coordinator = A coordinator paused it. It waits until a coordinator presses Go on.
progress-paused-refused_alike = It paused by itself, because Telegram refused one letter after another in the same way. Please look below at what became of them before you let it go on. If that tells you nothing, ask whoever runs this bot.
progress-paused-restored = The database was restored from a backup, so nobody knows what has been sent since that backup was made. If you let it go on, some people may get it twice.
progress-cancelled-coordinator = A coordinator cancelled it.
progress-cancelled-closed = The appeal was not open when the sending should have begun.
progress-cancelled-recalled = The appeal was recalled.
progress-cancelled-corrected = The appeal was corrected, and the correction goes out instead.
progress-cancelled-restored = The database was restored from a backup before this began. If it has not been sent since, please plan it anew.
progress-fatal = A fault of the installation stopped it. Please tell whoever runs this bot; the log says what it is. { $waiting ->
        [0] No letter waits.
        [one] One letter waits and will go out when the bot is started again.
       *[other] { $waiting } letters wait and will go out when the bot is started again.
    }

progress-nobody = { $kind ->
        [recall] There was no message to take back.
        [correction] Nobody who can be reached got an earlier version, so no letter went out.
        [reminder] Nobody who opened it and has not signed can be reminded, so no letter went out.
        [asking_again] Nobody who signed an earlier text wants updates, so no letter went out.
        [news] There was nobody who signed and wants updates, or follows it, or wants such alerts, so no letter went out.
       *[appeal] There was nobody to send it to, so no letter went out.
    }
progress-writing = The list is still being made, so the number grows.
progress-arrived-appeal = { $percent }% done · { $sent } of { $letters ->
        [one] 1 letter
       *[other] { $letters } letters
    } sent
progress-arrived-reminder = { $percent }% done · { $sent } of { $letters ->
        [one] 1 reminder
       *[other] { $letters } reminders
    } sent
progress-arrived-asking_again = { $percent }% done · { $sent } of { $letters ->
        [one] 1 signer
       *[other] { $letters } signers
    } asked
progress-arrived-news = { $percent }% done · { $sent } of { $letters ->
        [one] 1 person
       *[other] { $letters } people
    } told
progress-arrived-digest = { $percent }% done · { $sent } of { $letters ->
        [one] 1 digest
       *[other] { $letters } digests
    } sent
progress-arrived-correction = { $percent }% done · { $sent } of { $letters ->
        [one] 1 letter
       *[other] { $letters } letters
    } corrected
progress-arrived-recall = { $percent }% done · { $sent } of { $letters ->
        [one] 1 message
       *[other] { $letters } messages
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
progress-skipped-not_wanted = Asked for no more updates before their turn: { $count }
progress-skipped-signed = { $kind ->
        [asking_again] Signed the new text before their turn
       *[appeal] Signed before their turn
    }: { $count }
progress-skipped-closed = Not sent, because the appeal had closed before their turn: { $count }
progress-skipped-cancelled = { $kind ->
        [recall] Not taken back
        [correction] Not corrected
       *[appeal] Not sent
    }, because the rest was cancelled: { $count }
progress-skipped-recalled = Not sent, because the appeal was recalled: { $count }
progress-skipped-corrected = Not sent, because a correction took its place: { $count }
progress-skipped-unreadable = Not sent, because their record is damaged: { $count }
progress-open = { $kind ->
        [recall] Not taken back yet
        [correction] Not corrected yet
       *[appeal] Not sent yet
    }: { $count }
progress-sent-again = Sent a second time, because the first try stayed without an answer: { $count }

progress-waiting = – of these, waiting for their time, such as the end of quiet hours: { $count }. The first may go out on { $at }.
progress-left = About { $left } left{ $waiting ->
        [0] {""}
       *[other] {" "}for those that may go out now
    }, at { $rate ->
        [one] 1 letter
       *[other] { NUMBER($rate, maximumFractionDigits: 1) } letters
    } a second
progress-still = There was no progress in the last minute: something more urgent goes first, or Telegram is slow. It goes on by itself.
progress-took = It took { $took }{ $rate ->
        [0] .
        [one] : 1 letter a second on average.
       *[other] : { NUMBER($rate, maximumFractionDigits: 1) } letters a second on average.
    }
progress-floods = Telegram asked us to slow down { $count ->
        [one] once
       *[other] { $count } times
    }.
progress-paid = Paid for: at most { $stars ->
        [one] 1 Star
       *[other] { $stars } Stars
    } so far, of the { $cap } agreed to.
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
