# Pausing, going on with and cancelling what is being sent.

steering-none = Nothing was sent yet. /queue shows what waits.
steering-unknown = There is no such sending. /progress shows what is under way.
steering-nothing-to-pause = Nothing is being sent now, so there is nothing to pause. /progress shows what is scheduled and what was sent last.
steering-nothing-to-resume = Nothing is paused, so nothing can go on. /progress shows what is under way.
steering-which-to-pause = Which one do you want to pause?
steering-which-to-resume = Which one do you want to go on?
steering-appeal = Sending of { $code }
steering-correction = Correction of { $code }
steering-recall = Recall of { $code }
steering-reminder = Reminder of { $code }
steering-asking_again = Asking signers of { $code } again
steering-news = News of { $code }

steering-ask-cancel =
    <b>Cancel? { $what }</b>
    { $kind ->
        [recall] { $waiting ->
            [one] One message is not taken back yet and would stay.
           *[other] { $waiting } messages are not taken back yet and would stay.
        } { $code } stays withdrawn and cannot be recalled again.
        [correction] { $waiting ->
            [one] One letter would not be corrected.
           *[other] { $waiting } letters would not be corrected.
        } { $sent ->
            [0] None was corrected yet.
            [one] One was corrected and stays so.
           *[other] { $sent } were corrected and stay so.
        } This cannot be undone.
        [reminder] { $waiting ->
            [one] One person would not be reminded.
           *[other] { $waiting } people would not be reminded.
        } { $sent ->
            [0] Nobody was reminded yet.
            [one] One was.
           *[other] { $sent } were.
        } A reminder is sent once for a deadline, so this cannot be undone.
        [asking_again] { $waiting ->
            [one] One signer would not be asked again.
           *[other] { $waiting } signers would not be asked again.
        } { $sent ->
            [0] Nobody was asked yet.
            [one] One was.
           *[other] { $sent } were.
        } Their signatures stay with the earlier text. This cannot be undone.
        [news] { $waiting ->
            [one] One person would not be told.
           *[other] { $waiting } people would not be told.
        } { $sent ->
            [0] Nobody was told yet.
            [one] One was.
           *[other] { $sent } were.
        } News is sent once, so this cannot be undone.
       *[appeal] { $waiting ->
            [one] One letter would not go out.
           *[other] { $waiting } letters would not go out.
        } { $sent ->
            [0] None was sent yet.
            [one] One was sent and stays where it is.
           *[other] { $sent } were sent and stay where they are.
        } A cancelled sending cannot go on; <code>/send { $code }</code> can plan a new one for the others.
    }
steering-ask-cancel-scheduled =
    <b>Cancel? { $what }</b>
    It has not begun, so no letter of it is out. /send can plan it anew.
steering-cancel = Yes, cancel it
steering-let-be = No, leave it
steering-left = It was not cancelled, and nothing was changed.
steering-cancelled = { $kind ->
        [recall] { $count ->
            [0] Cancelled. Nothing more is taken back.
            [one] Cancelled. One message is not taken back.
           *[other] Cancelled. { $count } messages are not taken back.
        }
        [correction] { $count ->
            [0] Cancelled. Nothing more is corrected.
            [one] Cancelled. One letter is not corrected.
           *[other] Cancelled. { $count } letters are not corrected.
        }
        [reminder] { $count ->
            [0] Cancelled. Nobody more is reminded.
            [one] Cancelled. One person is not reminded.
           *[other] Cancelled. { $count } people are not reminded.
        }
        [asking_again] { $count ->
            [0] Cancelled. Nobody more is asked.
            [one] Cancelled. One signer is not asked.
           *[other] Cancelled. { $count } signers are not asked.
        }
        [news] { $count ->
            [0] Cancelled. Nobody more is told.
            [one] Cancelled. One person is not told.
           *[other] Cancelled. { $count } people are not told.
        }
       *[appeal] { $count ->
            [0] Cancelled. Nothing more goes out.
            [one] Cancelled. One letter does not go out.
           *[other] Cancelled. { $count } letters do not go out.
        }
    }

steering-already-scheduled = That comes too early: it has not begun yet.
steering-already-running = It is going on already.
steering-already-paused = It is paused already.
steering-already-done = That comes too late: it is over.
steering-already-cancelled = That comes too late: it was cancelled.
steering-already-failed = That comes too late: a fault has stopped it.
