# Changing the plan of a sending: who, when, the first few, paying for speed.

planning-back = Back to the plan
planning-done = Done

planning-ask-who = <b>Who gets it?</b>
planning-group-subscribers = Subscribers
planning-group-signers = Signers of { $of }
planning-group-followers = Followers of { $of }
planning-languages = Languages
planning-topics = Topics
planning-countries = Countries
planning-digests = Leave digest readers out
planning-ask-languages =
    <b>Languages</b>
    Tick who gets it by their language. As long as nothing is ticked, everybody does.
planning-ask-topics =
    <b>Topics</b>
    Tick who gets it by what they want to hear of. As long as nothing is ticked, the topics of the appeal itself count.
planning-ask-countries =
    <b>Countries</b>
    Tick who gets it by the country that they signed from. As long as nothing is ticked, everybody does.

planning-ask-few =
    <b>First a few, to see</b>
    After so many letters the sending pauses by itself. You see what became of them, then you let it go on or cancel the rest.
planning-few = { $count } letters
planning-all-at-once = Do not pause

planning-ask-when =
    <b>When shall it go out?</b>
    Press a time, or write one such as <code>{ $example }</code>, in { $zone }.
    It is now { $now }. It has to begin before { $deadline }.
planning-moment = { $day }, { $time } ({ $zone })
planning-moment-elsewhere = { $moment }, which is { $day }, { $time } ({ $zone })
planning-now = Now
planning-in-an-hour = In 1 hour: { $time }
planning-today = Today { $time }
planning-tomorrow = Tomorrow { $time }
planning-time-unreadable = I could not read that as a time, so nothing was changed. Please write it like the example, or press one.
planning-time-left-out = The clocks go forward over that time, so it does not exist on that day. Nothing was changed.
planning-time-past = That time has passed. Nothing was changed.
planning-time-too-late = By then the appeal has reached its deadline. Nothing was changed.

planning-paid =
    <b>Faster, paid</b>
    Telegram can send up to 1,000 letters a second and takes 0.1 Star from this bot’s balance for each one beyond the first 30 of a second. For { $total ->
        [one] one letter
       *[other] { $total } letters
    } that is about { $fast } instead of { $slow }, and <b>at most { $stars ->
        [one] 1 Star
       *[other] { $stars } Stars
    }</b>.
planning-paid-type = If you want that, write the number of Stars: <code>{ $number }</code>. Until then nothing costs anything.
planning-paid-above-cap = That is more than the { $cap ->
        [one] 1 Star
       *[other] { $cap } Stars
    } that your organisation allows for one sending, so it cannot be paid for.
planning-paid-other-number = That is not the number. Nothing was changed.
planning-unpaid = Do not pay
