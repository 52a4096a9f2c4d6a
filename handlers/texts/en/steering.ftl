# Pausing, going on with and cancelling what is being sent.

steering-none = Nothing was sent yet.
steering-unknown = There is no such sending. /progress shows what is under way.
steering-nothing-to-pause = Nothing is being sent now, so there is nothing to pause.
steering-nothing-to-resume = Nothing waits to go on. /progress shows what is under way.
steering-which-to-pause = Which one shall pause?
steering-which-to-resume = Which one shall go on?
steering-appeal = { $code }
steering-correction = Correction of { $code }
steering-recall = Recall of { $code }

steering-ask-cancel =
    <b>Send nothing more? ({ $what })</b>
    { $waiting ->
        [one] One letter
       *[other] { $waiting } letters
    } would not go out. { $sent ->
        [0] None has arrived yet.
        [one] One has arrived and stays where it is.
       *[other] { $sent } have arrived and stay where they are.
    } This cannot be undone.
steering-ask-cancel-scheduled =
    <b>Send nothing? ({ $what })</b>
    It has not begun, so no letter is out.
steering-cancel = Yes, cancel it
steering-let-be = No, leave it
steering-left = It was not cancelled.
steering-cancelled = { $count ->
        [0] Cancelled. Nothing more goes out.
        [one] Cancelled. One letter does not go out.
       *[other] Cancelled. { $count } letters do not go out.
    }

steering-already-scheduled = That comes too early: it has not begun yet.
steering-already-running = It is going on already.
steering-already-paused = It is paused already.
steering-already-done = That comes too late: it is over.
steering-already-cancelled = That comes too late: it was cancelled.
steering-already-failed = That comes too late: a fault has stopped it.
