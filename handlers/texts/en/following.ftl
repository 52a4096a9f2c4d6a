# Following an appeal without signing it.

following-follow = Follow this appeal
following-unfollow = Stop following
# A change of what this says needs a new CONSENT_VERSION.
following-consent =
    <b>{ $title }</b>
    Shall we tell you here how this appeal goes on? { $organisation } then keeps, with this appeal alone, your Telegram id (encrypted; not your phone number), your language and today's date, for nothing else. Following an appeal can show something of your opinions, so we ask first.

    You need not sign or subscribe for it. The same button ends it, and so does /stop; more: /privacy
following-yes = Yes, tell me
following-no = No, back to the appeal
following-done = You follow this appeal now.
following-ended = You no longer follow this appeal, and that you did is erased.
