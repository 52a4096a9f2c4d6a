# Reading replies with a receipt. What follows a receipt says nothing about whether it leads to a tip.

inbox-ask-receipt =
    <b>Open this only where nobody else sees your screen.</b> Telegram can see that you are here, and what is shown and typed here.

    Please type the receipt number of your tip: 25 digits. Your message is deleted from this chat as soon as we have read it. What you open stays open for { $minutes } minutes at most.
inbox-not-now = Not now
inbox-not-a-receipt = That was no receipt number: it has 25 digits, in five groups. Nothing was looked up.
inbox-too-often = Too many receipt numbers were tried, in this chat or in all together, so none can be looked up now. This says nothing about the number that you typed: it was not looked up. Please come back in a quarter of an hour.
inbox-nothing =
    <b>No reply waits here.</b>
    A number that was mistyped, or one whose tip is erased, looks the same.
inbox-replies = { $count ->
    [one] <b>There is one reply, above.</b> It is deleted when you tap its button, or after { $minutes } minutes. If it is still here later, please delete it yourself.
   *[other] <b>There are { $count } replies, above.</b> Each is deleted when you tap its button, or after { $minutes } minutes. If one is still here later, please delete it yourself.
  }
inbox-reply-comes = A reply…
inbox-reply =
    <b>Reply of { $day }</b>

    { $text }
inbox-reply-sealed = <b>Reply of { $day }</b>: this receipt number does not open it. Our mistake: please write to us with “Write more” that you could not read it.
inbox-read = I have read it
inbox-reply-deleted = The reply is deleted from this chat.
inbox-what-next = You can write more to the same coordinators, or erase the tip.
inbox-write-more = Write more
inbox-erase = Erase the tip
inbox-done = Done
inbox-back = Back
inbox-not-yet = That message was not taken and not kept. Please use the buttons.
inbox-ask-text =
    Now write what you want to add, { $limit } characters at most. It is sealed at once, and your message is deleted from this chat.

    Leave out names, telephone numbers, addresses and document numbers, yours and other people’s. We stop numbers, addresses and many names, but not all of them. Please look once more before you send.
inbox-added =
    <b>Sealed.</b>
    If the number is right and the tip is still being worked on and has room, our coordinators can read this. Otherwise nothing of it is kept.
inbox-too-many = <b>Not sealed, and not kept:</b> too much was added within an hour, by you or by everybody together. Please write it again later.
inbox-edited = A receipt number stood in a message that you edited. We did not look it up. Please open it with /inbox.
inbox-enough = No more can be added now. Please open the receipt number again with /inbox.
inbox-ask-to-erase =
    <b>Erase the tip for good?</b>
    Everything goes: the tip, what was added, and the replies. Nobody can bring it back. What coordinators have already taken to their own machines stays with them.
inbox-erase-now = Erase it now
inbox-keep = Keep it
inbox-erased =
    <b>Erased.</b>
    If this number had a tip, its text, what was added and every reply are gone from our server. In our coordinators’ records its short name stays, with what they did, but nothing that it said. { $days ->
        [one] A backup may still hold it until tomorrow.
       *[other] Copies in backups are gone within { $days } days.
    }

    If one digit was wrong, your own tip is still there. Please compare the number with your paper; you can do this again with /inbox.
inbox-closed = Closed. Nothing of your receipt number is kept here. /inbox opens it again.
inbox-left = Your receipt number is closed, because you went on to something else. /inbox opens it again.
inbox-gone = No receipt number is open any more: its time was over, or we had to start again. Nothing of what you sent now was kept. /inbox opens it again.

inbox-alert-addition =
    An addition came to <b>{ $tag }</b>.
    It is in the next /export tips.
