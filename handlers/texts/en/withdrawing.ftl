# Taking a signature back.

withdrawing-which = You have signed these petitions. Which signature would you like to take back?
withdrawing-nothing = There is no signature here that leads to you, so there is nothing to withdraw. Some time after a petition closes, we erase who signed it; /privacy says when.
withdrawing-time-over = The names under this petition were erased at their time; only the count is left. If you signed, your signature still counts, and it can no longer be withdrawn.
withdrawing-not-signed = There is no signature of yours under a petition with this code. /withdraw lists those you have signed.
withdrawing-invalidated = A coordinator took your signature out of the count, so there is nothing to withdraw. If you think that is a mistake, please ask: /contact. To erase what was stored with it: /forget
withdrawing-ask =
    Take back your signature number { $number }?

    { $title }

    Your name, your country, your comment and what you agreed to are erased, and the count goes down by one.
withdrawing-correction = We cannot call back a list that was handed over, and it keeps your name. We keep a note that your number stands in it: if we hand over to them again, we tell them that this signature no longer counts.
withdrawing-confirm = Withdraw my signature
withdrawing-keep = Keep it
withdrawing-done =
    <b>Your signature is withdrawn.</b>
    { $title }

    Erased: your name, your country, your comment, your language, the link that brought you, what you agreed to.
    What stays, without a name: the number, its day, a line in the log, and a code that lets us give you the same number if you sign again. /forget erases all of these but the line in the log, which names nobody.
    Signatures now: { $paper ->
        [0] { $online }
       *[other] { $online } + { $paper } on paper
    }

    If you change your mind: /sign { $code }
withdrawing-kept = Your signature stays as it is.
