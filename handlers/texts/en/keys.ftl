# To whose keys tips are sealed: /keys for those who look after them.

keys-list =
    <b>The operator's list</b> names { $count ->
        [one] one key
       *[other] { $count } keys
    }: { $names }
    Check value: <code>{ $digest }</code>
keys-unreadable = <b>The operator's list</b> cannot be read on the server. Tips go on being sealed as before; whoever runs the bot sees what is wrong with <code>clarion doctor</code>.
keys-current =
    <b>Tips are sealed to</b> { $names } since { $day } (epoch { $number }, { $count ->
        [one] one key
       *[other] { $count } keys
    })
    Check value: <code>{ $digest }</code>
keys-proposed =
    <b>Proposed</b> since { $day }: { $names } (epoch { $number }, { $count ->
        [one] one key
       *[other] { $count } keys
    })
    Check value: <code>{ $digest }</code>
    Canary not opened yet: <b>{ $missing }</b>
keys-nobody = nobody
keys-closed = <b>No tips are taken at the moment</b>: { $enough } keys are needed whose owners have opened their canary.
keys-how =
    <b>A canary</b> is a small sealed file with a word in it. Open yours on your own machine and send me the word: that shows that your key works, before a tip depends on it.
    <code>clarion keys open FILE --key KEYFILE</code>
    <code>/keys WORD</code>
    Compare the check value with the one that the person who runs the bot tells you, by a way other than this chat.
keys-my-canary = My canary
keys-all-canaries = All canaries
keys-look = Look at the keys
keys-no-canaries = No canary waits to be opened. /keys shows how the keys stand.
keys-canary = Canary for <b>{ $name }</b>. It opens with that key alone: <code>clarion keys open { $file } --key KEYFILE</code>
keys-taken = The canary of <b>{ $name }</b> is opened. Still missing: <b>{ $missing }</b>. Until then nothing changes.
keys-begun = The canary of <b>{ $name }</b> is opened, as the last one. Epoch { $number } has begun: from now on tips are sealed to this list.
keys-wrong-word = No canary waits for this word. Was it mistyped, did you send it before, or is there a newer canary? /keys shows who is missing and has the files.
keys-not-deleted = Telegram did not let me delete your message with the word. Please delete it yourself.

# What all owners are told.

keys-alarm-changed =
    <b>The list of keys for tips was changed on the server.</b>
    It names { $count ->
        [one] one key
       *[other] { $count } keys
    } now. Check value: <code>{ $digest }</code>
    Before: { $before ->
        [none] there was none.
       *[other] <code>{ $before }</code>
    }
keys-alarm-added = Added: <b>{ $names }</b>
keys-alarm-retired = Retired: <b>{ $names }</b>. From now on no tip is sealed to them. Tips that came before can still be opened with their keys.
keys-alarm-same-keys = The keys are the same as before. If no key was added or retired, then an alias or a signing key was changed.
keys-alarm-canaries = What is new waits until everybody on the list has opened a canary: /keys. Until then no tip is sealed to a new key, and no new signing key or alias counts.
keys-alarm-nobody-named = The list is empty. That alone changes nothing: it may be a slip. Retire keys with <code>clarion keys retire</code>.
keys-alarm-closed = <b>No tips are taken</b> until there are two keys whose owners have opened their canary.
keys-alarm-unreadable =
    <b>The list of keys for tips cannot be read on the server any more.</b>
    Tips go on being sealed as before. Whoever runs the bot sees what is wrong with <code>clarion doctor</code>. A change of the list is not noticed until this is put right.
keys-alarm-readable = The list of keys for tips can be read again, and is as it was.
keys-alarm-altered =
    <b>Somebody wrote other keys into the bot's database.</b> Epoch { $number } of the keys is not what it was when it began, so I ended it: no tips are taken until everybody on the list has opened a new canary.
    Before you open one, have the server and its database looked at. Tips that came in shortly before this may be open to a stranger.
keys-alarm-altered-proposal =
    <b>Somebody wrote other keys into the bot's database.</b> Epoch { $number } of the keys, which waited for canaries, is not what was proposed, so I dropped it. Tips go on being sealed as before.
    Before you open a new canary, have the server and its database looked at.
keys-alarm-strangers =
    <b>Tips were sealed to keys that are not on the operator's list:</b> { $names }
    I took them out. Tips that came in shortly before this may be open to a stranger. Have the server, its database and its key file looked at.
keys-alarm-left =
    <b>Keys of coordinators who have left are still among those for tips:</b> { $names }
    New tips go on being sealed to them. Whoever runs this bot has to retire them:
    <code>{ $commands }</code>
keys-alarm-not-you = <b>If none of you did this:</b> somebody has been on the server. Do not send me the word of any canary. Talk to each other by a way other than this chat, and have <code>clarion keys list</code> and <code>clarion verify audit</code> looked at there.
