# The reports of a broadcast: chart, caption, file of counts.

reports-moment = { $day }, { $time }
reports-zone = Times: { $zone }.

reports-heading = <b>{ $kind ->
        [digest] Chart of the digest
        [correction] Chart of the correction of { $code }
        [recall] Chart of the recall of { $code }
       *[appeal] Chart of { $code }
    }</b>
reports-petition = <b>Chart of the signatures of { $code }</b>
reports-delivered =
    Letters: { $delivered } of { $letters } delivered, half of them by { $half }, the last by { $last }.{ $lost ->
        [0] {""}
       *[other] {" "}Could not be delivered: { $lost }.
    }
reports-none-delivered = Letters: none of { $letters } delivered.{ $lost ->
        [0] {""}
       *[other] {" "}Could not be delivered: { $lost }.
    }
reports-signed-since = Signatures since the sending began: { $signatures }, half of them by { $half }, the last by { $last }.
reports-signed = Signatures: { $signatures }, half of them by { $half }, the last by { $last }.
reports-none-signed = Signatures since the sending began: none so far.

reports-title = { $kind ->
        [digest] Digest
        [correction] { $code }: correction
        [recall] { $code }: recall
       *[appeal] { $code }
    } · from { $day }
reports-title-petition = { $code } · from { $day }
reports-panel-letters = Letters over time
reports-panel-signatures = Signatures since the sending began
reports-panel-petition = Signatures over time
reports-axis-letters = Letters
reports-axis-signatures = Signatures
reports-axis-petition = Signatures
reports-line-delivered = Delivered: { $count }
reports-line-undelivered = Could not be delivered: { $count }
reports-line-signatures = Signatures: { $count }
reports-time-axis = Time ({ $zone })

reports-counts = { $kind ->
        [digest] The counts of the digest
        [correction] The counts of the correction of { $code }
        [recall] The counts of the recall of { $code }
       *[appeal] The counts of { $code }
    } by language. The file holds numbers only, nothing about any person.
reports-column-state = What became of the letters
reports-column-reason = Reason
reports-column-total = Total
reports-language-unknown = Erased their data
reports-state-pending = Not sent yet
reports-state-sent = Sent
reports-state-blocked = Blocked the bot
reports-state-gone = No longer on Telegram
reports-state-refused = Refused by Telegram
reports-state-uncertain = Not known whether it arrived
reports-state-skipped = Not sent
reports-reason-stopped = Stopped appeals before their turn
reports-reason-blocked = Blocked the bot before their turn
reports-reason-gone = Left Telegram before their turn
reports-reason-forgotten = Erased their data before their turn
reports-reason-not_wanted = Took back their wish for updates
reports-reason-closed = The appeal had closed
reports-reason-cancelled = The rest was cancelled
reports-reason-recalled = The appeal was recalled
reports-reason-corrected = A correction took its place
