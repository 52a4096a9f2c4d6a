# The privacy notice.

privacy-notice =
    <b>Privacy</b>
    { $organisation } runs this bot and answers for what it keeps.

    <b>If you subscribe</b>: your Telegram id (encrypted; not your phone number), language, topics, how often, your quiet hours and time zone if you set any, which appeals were sent to you, the day you agreed and the link that brought you. Why: to send you appeals. How long: until /forget. After /stop it stays, so that nothing is sent to you by mistake. Who sees it: nobody by name; coordinators see counts.

    <b>If you follow an appeal</b>: your Telegram id (encrypted), language and the day you agreed, with that appeal alone. Why: to send you news of how it goes on. How long: until you press the button again, or until /stop or /forget. Who sees it: nobody by name; coordinators see counts.

    <b>If you sign</b>: the name and country that you give and your comment if you write one (all encrypted), the time, your language, the link that brought you, and what you agreed to; a code made from your Telegram id with our key, so that you sign once; the id itself (encrypted) only if you ask for updates: then news of the appeal comes to you here. Why: to count and, if you agree, to hand your name over. Signing shows an opinion, so we ask for each purpose separately. How long: { $handed } days after the signatures were last handed over, or { $names } days after the petition closes if not every addressee was given them; sooner if you send /withdraw or /forget. If a coordinator took your signature out of the count, /forget leaves its number, its day and that code until then, so that it is not given again. If you asked for updates, you stay on that list until /stop. After that the count stays, with the number and day of each signature and a sealed mark in the petition's log, which lead nobody to you. A signature that you began and did not confirm is erased { $unfinished } days after your last step. Who sees it: coordinators who prepare the handover; the addressees, and the public, if you agree; your comment, coordinators alone. If you subscribe and open a petition without signing it, a mark of that is kept until it closes, for one reminder.

    <b>If you offer to collect signatures</b>: your name, for a school group the school and how to reach the adult (all encrypted), your Telegram id (encrypted), language and the day you agreed. Why: to answer you and to count for your link. How long: until you stop, are declined or send /forget, at the latest as long as the signers' names. Who sees it: coordinators who run the petition.

    <b>If you endorse appeals for an organisation</b>: your Telegram id (encrypted), with that organisation. Why: so that nobody else endorses in its name. How long: until a coordinator ends it or you send /forget. Who sees it: nobody by name.

    <b>If you say that you come to an action</b>: a code made from your Telegram id with our key, so that you count once. Why: so that organisers know how many come. How long: until that day is over, or until you take it back or send /forget. Who sees it: nobody; everybody sees the number.

    <b>If you choose a language</b>: that choice. Nothing else is kept: no messages, no visits, no "last seen".

    <b>Telegram</b>: everything typed here passes through Telegram's servers, outside your country, and is not end-to-end encrypted. Telegram can see that you use this bot.
privacy-tips =
    <b>If you send a tip</b>: it is confidential, not anonymous. It is sealed (locked) before it is stored; this server cannot open it, and nothing with it says who you are. But Telegram can see that you wrote to us. It is erased { $arrival } days after it came, or { $closing } days after it was closed, whichever is first. Backups may hold it, still sealed, for { $backups ->
        [one] one day
       *[other] { $backups } days
    } more. What you add later and our replies go with it. We give it to partners or UN experts, or tell it in public, only if you allowed that; beside that we publish only counts of five tips or more. With your receipt number, /inbox erases it at any time.
    Tips are sealed to { $recipients ->
        [0] nobody at the moment, so that none are taken.
        [one] one key only, so that none are taken until there is a second.
       *[other] { $recipients } keys of coordinators, any one of which can open them.
    } Check value of the list of keys, to compare with the one the organisation publishes: <code>{ $digest }</code>{ $since ->
        [none] .
       *[other] , since { $since }.
    }
privacy-rights =
    <b>Your rights</b>: /mydata shows everything. /withdraw and /stop take consent back, as easily as it was given. /forget erases it all, except tips: nothing leads from you to them. /inbox erases a tip with its receipt number. To correct something, to object or to complain: { $contact }. You can also go to the data protection authority of your country.
