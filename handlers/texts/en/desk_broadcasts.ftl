# The desk: broadcasts.

desk-broadcasts = Sendings
desk-broadcasts-none = Nothing was sent yet.
desk-column-broadcast = Sending
desk-column-letters = Letters
desk-column-begun = Begins
desk-broadcast-name = { $kind ->
        [digest] Digest
        [correction] Correction of { $code }
        [recall] Recall of { $code }
        [reminder] Reminder of { $code }
        [asking_again] Asking signers of { $code } again
        [news] News of { $code }
       *[appeal] Sending of { $code }
    }
desk-broadcast-state-scheduled = scheduled
desk-broadcast-state-running = running
desk-broadcast-state-paused = paused
desk-broadcast-state-done = done
desk-broadcast-state-cancelled = cancelled
desk-broadcast-state-failed = stopped by a fault
desk-broadcast-letters = { $sent } of { $letters }
desk-broadcast-appeal = To the appeal { $code }
desk-broadcast-progress = How far it is
desk-broadcast-fates = What became of the letters
desk-broadcast-said = { $state ->
        [scheduled] It has not begun yet.
        [running] { $percent } percent are dealt with.
        [paused] Paused at { $percent } percent.
        [done] It is over.
        [cancelled] It was cancelled.
       *[failed] A fault has stopped it at { $percent } percent.
    }
desk-broadcast-button-pause = Pause
desk-broadcast-button-resume = Go on
desk-broadcast-steered = { $state ->
        [running] It goes on.
        [paused] It is paused. Letters that are on their way still arrive.
        [cancelled] It was cancelled. Nothing more goes out.
       *[done] It is over.
    }
desk-broadcast-too-late = { $state ->
        [scheduled] Nothing was done: it has not begun yet.
        [running] Nothing was done: it is going on.
        [paused] Nothing was done: it is paused already.
        [cancelled] Nothing was done: it was cancelled.
        [failed] Nothing was done: a fault has stopped it.
       *[done] Nothing was done: it is over.
    }
