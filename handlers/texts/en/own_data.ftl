# Everything about oneself: seeing it, erasing it.

own-data-file = Everything that is stored about you, as a text file that any editor opens. It holds personal data: keep it safe, or delete it from this chat.
own-data-about-tips = Tips are not listed: nothing stored with a tip says who sent it.
own-data-ask-forget =
    <b>Erase everything about you?</b>

    What goes: your subscription and settings, what you follow and opened, the dates that you come to, what you gave as a volunteer, your language, anything half-finished, { $signatures ->
        [0] and your signatures (there are none that you could take out of a count).
        [one] and your signature. The petition then counts one less.
       *[other] and your { $signatures } signatures. The petitions then count that many less.
    }

    What we cannot call back: lists of names that were handed over already. Tips stay too, since nothing in them leads to you: erase one with its receipt number under /inbox. Please delete the messages in this chat yourself.

    This cannot be undone. If you do not want it, do not press the button.
own-data-coordinator = You are also a coordinator, <b>{ $alias }</b>: that role and your entries in the audit stay. To give it up, ask an owner to send <code>/dismiss { $alias }</code>; then your Telegram id is erased there too. Owners ask whoever runs this bot to take them out of the configuration.
own-data-forget = Erase everything
own-data-forgets-final = { $count ->
        [one] <b>One signature is final.</b> Its name was erased at its time; it stays in the count, and nothing leads from it to you any more.
       *[other] <b>{ $count } signatures are final.</b> Their names were erased at their time; they stay in the count, and nothing leads from them to you any more.
    }
own-data-forgets-refused = { $count ->
        [one] <b>One signature was taken out of the count by a coordinator.</b> What you wrote with it goes. Its number and day stay, with a code made of your Telegram id and a secret key, so that the petition cannot be signed again; they are of no use without the key, and the code is erased together with the names of that petition, or before, if the signature is put back.
       *[other] <b>{ $count } signatures were taken out of the count by a coordinator.</b> What you wrote with them goes. Their numbers and days stay, each with a code made of your Telegram id and a secret key, so that the petitions cannot be signed again; they are of no use without the key, and the codes are erased together with the names of those petitions, or before, if the signatures are put back.
    }
own-data-forgotten = <b>Done.</b> What you gave as a supporter is erased, and your signatures no longer count, unless they are final.
own-data-begin-again = If you write again, it is as if for the first time: /start
