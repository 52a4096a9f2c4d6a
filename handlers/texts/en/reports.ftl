# The reports of a broadcast: chart, caption, file of counts.

reports-moment = { $day }, { $time }
reports-zone = Times: { $zone }.

reports-heading = <b>{ $kind ->
        [digest] Chart of the digest
        [correction] Chart of the correction of { $code }
        [recall] Chart of the recall of { $code }
        [reminder] Chart of the reminder of { $code }
        [asking_again] Chart of asking signers of { $code } again
        [news] Chart of the news of { $code }
       *[appeal] Chart of { $code }
    }</b>
reports-petition = <b>Chart of the signatures of { $code }</b>
reports-delivered =
    { $kind ->
        [recall] Messages: { $delivered } of { $letters } taken back
        [correction] Letters: { $delivered } of { $letters } corrected
       *[appeal] Letters: { $delivered } of { $letters } sent
    }, half of them by { $half }, the last by { $last }.{ $lost ->
        [0] {""}
       *[other] {" "}{ $kind ->
            [recall] Could not be taken back
            [correction] Could not be corrected
           *[appeal] Could not be delivered
        }: { $lost }.
    }
reports-none-delivered =
    { $kind ->
        [recall] Messages: none of { $letters } taken back
        [correction] Letters: none of { $letters } corrected
       *[appeal] Letters: none of { $letters } sent
    }.{ $lost ->
        [0] {""}
       *[other] {" "}{ $kind ->
            [recall] Could not be taken back
            [correction] Could not be corrected
           *[appeal] Could not be delivered
        }: { $lost }.
    }
reports-signed-since = Signatures since the sending began: { $signatures }, half of them by { $half }, the last by { $last }.
reports-signed = Signatures: { $signatures }, half of them by { $half }, the last by { $last }.
reports-busiest-day = Most on one day: { $count }, on { $day }.
reports-none-signed = Signatures since the sending began: none so far.

reports-title = { $kind ->
        [digest] Digest
        [correction] { $code }: correction
        [recall] { $code }: recall
        [reminder] { $code }: reminder
        [asking_again] { $code }: asking again
        [news] { $code }: news
       *[appeal] { $code }
    } · from { $day }
reports-title-petition = { $code } · from { $day }
reports-panel-letters = { $kind ->
        [recall] Messages taken back over time
        [correction] Corrections over time
       *[appeal] Letters over time
    }
reports-panel-signatures = Signatures since the sending began
reports-panel-petition = Signatures over time
reports-panel-days = Signatures by day
reports-axis-letters = { $kind ->
        [recall] Messages
       *[appeal] Letters
    }
reports-axis-signatures = Signatures
reports-axis-petition = Signatures
reports-axis-days = Signatures
reports-line-delivered = { $kind ->
        [recall] Taken back
        [correction] Corrected
       *[appeal] Sent
    }: { $count }
reports-line-undelivered = { $kind ->
        [recall] Could not be taken back
        [correction] Could not be corrected
       *[appeal] Could not be delivered
    }: { $count }
reports-line-signatures = Signatures: { $count }
reports-line-days = By day, { $most } at most
reports-time-axis = Time ({ $zone })

reports-counts = { $kind ->
        [digest] The counts of the digest
        [correction] The counts of the correction of { $code }
        [recall] The counts of the recall of { $code }
        [reminder] The counts of the reminder of { $code }
        [asking_again] The counts of asking signers of { $code } again
        [news] The counts of the news of { $code }
       *[appeal] The counts of { $code }
    } by language. The file holds numbers only, nothing about any person.
reports-column-state = What became of them
reports-column-reason = Reason
reports-column-total = Total
reports-language-unknown = Erased their data
reports-state-pending = { $kind ->
        [recall] Not taken back yet
        [correction] Not corrected yet
       *[appeal] Not sent yet
    }
reports-state-sent = { $kind ->
        [recall] Taken back
        [correction] Corrected
       *[appeal] Sent
    }
reports-state-blocked = Blocked the bot
reports-state-gone = No longer on Telegram
reports-state-refused = Refused by Telegram
reports-state-uncertain = Not known whether it arrived
reports-state-skipped = { $kind ->
        [recall] Not taken back
        [correction] Not corrected
       *[appeal] Not sent
    }
reports-reason-stopped = Stopped appeals before their turn
reports-reason-blocked = Blocked the bot before their turn
reports-reason-gone = Left Telegram before their turn
reports-reason-forgotten = Erased their data before their turn
reports-reason-not_wanted = Asked for no more updates before their turn
reports-reason-signed = Signed before their turn
reports-reason-closed = The appeal had closed
reports-reason-cancelled = The rest was cancelled
reports-reason-recalled = The appeal was recalled
reports-reason-corrected = A correction took its place
reports-reason-unreadable = Their record is damaged
