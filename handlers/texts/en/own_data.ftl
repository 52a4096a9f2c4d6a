# Everything about oneself: seeing it, erasing it.

own-data-file = Everything that is stored about you, as a text file that any editor opens. It holds personal data: keep it safe, or delete it from this chat.
own-data-about-tips = Tips are not listed: nothing stored with a tip says who sent it.
own-data-ask-forget =
    <b>Erase everything about you?</b>

    What goes: your subscription and settings, what you follow, what you gave as a volunteer, your language, anything half-finished, { $signatures ->
        [0] and your signatures (there are none at the moment).
        [one] and your signature. The petition then counts one less.
       *[other] and your { $signatures } signatures. The petitions then count that many less.
    }

    What we cannot call back: lists of names that were handed over already, and tips, since nothing in them leads to you. Please delete the messages in this chat yourself.

    This cannot be undone. If you do not want it, do not press the button.
own-data-coordinator = You are also a coordinator, <b>{ $alias }</b>: that role and your entries in the audit stay. To give it up, ask an owner to send <code>/dismiss { $alias }</code>; then your Telegram id is erased there too. Owners ask whoever runs this bot to take them out of the configuration.
own-data-forget = Erase everything
own-data-forgotten =
    <b>Done.</b> Nothing that you gave as a supporter is stored here any more, and your signatures no longer count.

    If you write again, it is as if for the first time: /start
