# The audit, for owners.

auditing-holds = <b>The chain holds:</b> { $rows ->
        [one] 1 deed
       *[other] { $rows } deeds
    }, none changed or taken out. It ends in <code>{ $head }</code>; written down elsewhere, these characters would also show if deeds were cut off at the end.
auditing-broken = <b>The chain is broken at row { $row }.</b> Something was changed past the program. Do not export or send anything before whoever runs this bot has compared the database with a backup.
auditing-heading = <b>The last deeds</b>
auditing-line = { $day } · { $who } · { $deed } { $subject }
auditing-program = the program
auditing-deed = { $deed ->
        [join] joined as
        [make_owner] became owner: coordinator
        [invite] invited a
        [draft] drafted
        [submit] sent to the reviewers
        [approve] approved
        [send] sent
        [close] closed at its deadline
        [claim_tip] claimed tip
        [close_tip] closed tip
        [export_tips] exported
        [export_signatures] exported signatures of
       *[other] { $deed }
    }
