# Taking a signature back.

withdrawing-which = You have signed these petitions. Which signature would you like to take back?
withdrawing-nothing = There is no signature here that leads to you, so there is nothing to withdraw. { $days } days after a petition closes, we erase who signed it.
withdrawing-time-over = This petition closed more than { $days } days ago. Who signed it was erased then; only the count is left. If you signed, nothing leads from it to you any more, so there is nothing left to withdraw.
withdrawing-not-signed = There is no signature of yours under a petition with this code. /withdraw lists those you have signed.
withdrawing-ask =
    Take back your signature number { $number }?

    { $title }

    Your name, your country and what you agreed to are erased, and the count goes down by one.
withdrawing-confirm = Withdraw my signature
withdrawing-keep = Keep it
withdrawing-done =
    <b>Your signature is withdrawn.</b>
    { $title }

    Erased: your name, your country, the link that brought you, what you agreed to.
    What stays, without a name: the number, its day and language, and a code that lets us give you the same number if you sign again. /forget erases these too.
    Signatures now: { $count }

    If you change your mind: /sign { $code }
withdrawing-kept = Your signature stays as it is.
