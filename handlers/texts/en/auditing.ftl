# The audit, for owners.

auditing-holds = <b>The chain holds:</b> { $rows ->
        [one] 1 entry
       *[other] { $rows } entries
    }, none changed or taken out. It ends in <code>{ $head }</code>. Write that down elsewhere, and you will also notice if the newest entries are cut off.
auditing-broken = <b>The chain is broken at row { $row }.</b> Something was changed from outside the program. Do not export or send anything before whoever runs this bot has compared the database with a backup.
auditing-heading = <b>Latest entries</b>
auditing-line = { $day } · { $who } · { $deed } { $subject }
auditing-program = the program
auditing-deed = { $deed ->
        [join] joined as
        [make_owner] became owner:
        [dismiss] ended the role of
        [invite] invited a
        [draft] drafted
        [photo] gave a picture to
        [submit] asked for review of
        [approve] approved
        [send] ordered the sending of
        [pause_sending] paused the sending of
        [resume_sending] resumed the sending of
        [cancel_sending] cancelled the sending of
        [start_sending] began the scheduled sending of
        [correct] sent the correction of
        [recall] recalled
        [close] closed at the deadline:
        [claim_tip] claimed tip
        [close_tip] closed tip
        [export_tips] exported
        [export_signatures] exported signatures of
       *[other] { $deed }
    }
