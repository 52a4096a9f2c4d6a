# Taking signatures out of the count, and putting them back.

invalidating-how =
    <b>Take signatures of { $code } out of the count</b>
    Say which ones, for example:
    <code>/invalidate { $code } source=c-7KQ2 from=2026-11-20 until=2026-11-21</code>
    <code>/invalidate { $code } country=KR channel=paper</code>
    You can use: state (valid, suspect), source (of a link), country, channel, batch, and from and until with a day, which counts whole, or an hour. Only signatures of which all of it is true are meant. Nothing is changed before you have seen how many they are and said why.
invalidating-bad-criterion =
    “{ $word }” cannot be used here. Each word can stand once, for example:
    <code>/invalidate { $code } source=c-7KQ2 country=KR from=2026-11-20T18:00</code>
invalidating-nothing = No signature is like that. Nothing was changed.
invalidating-found = { $count ->
        [one] <b>One signature</b>
       *[other] <b>{ $count } signatures</b>
    }, of which { $counting } count now.
invalidating-found-countries = Countries: { $listed }
invalidating-found-links = Links: { $listed }
invalidating-found-days = Days: { $listed }
invalidating-no-link = no link
invalidating-by-state = State: { $value }
invalidating-by-source = Link: { $value }
invalidating-by-country = Country: { $value }
invalidating-by-channel = Way: { $value }
invalidating-by-batch = Batch: { $value }
invalidating-by-from = From: { $value }
invalidating-by-until = Before: { $value }
invalidating-state-valid = counts
invalidating-state-suspect = waits to be looked at
invalidating-ask-reason = Why should they be taken out? Write one sentence without names; it stays with the record. /cancel leaves everything as it is.
invalidating-bad-reason = Please write one line of at most { $limit } characters.
invalidating-confirm = Take { $count ->
        [one] one signature
       *[other] { $count } signatures
    } of { $code } out of the count? Reason: { $reason }
invalidating-confirm-second = Take { $count ->
        [one] one signature
       *[other] { $count } signatures
    } of { $code } out of the count? Reason: { $reason }
    { $before ->
        [0] That is more than { $most }
       *[other] With the { $before } that you took out of it in the last 24 hours that is more than { $most }
    }: another coordinator has to agree before anything happens.
invalidating-more = There are more of them now than when you looked.
invalidating-do = { $count ->
        [one] Take it out
       *[other] Take { $count } out
    }
invalidating-leave = Leave them
invalidating-left = Nothing was changed.
invalidating-stale = That was some time ago. Please begin again with /invalidate.
invalidating-begun = It has begun. You will be told when it is done.
invalidating-waits = Your colleagues have been asked. As soon as one of them agrees, it begins.
invalidating-own = Somebody else has to agree.
invalidating-stopped = It goes no further. What was taken out so far stays out until you undo it.
invalidating-undoing = They are being put back. You will be told when it is done.
invalidating-second-asked = { $alias } wants to take signatures of { $code } out of the count. Reason: { $reason }
invalidating-second-look = /invalidate { $code } shows how many they are at that moment. Look before you agree.
invalidating-done = { $code }: { $count ->
        [0] no signature was taken out; none was like that any more.
        [one] one signature was taken out of the count.
       *[other] { $count } signatures were taken out of the count.
    }
invalidating-undone = { $code }: the signatures are back where they were.
invalidating-one = <b>No. { $number }</b>, { $state }: { $count } out. Reason: { $reason }
invalidating-is-proposed = waits for a second coordinator
invalidating-is-running = under way
invalidating-is-done = done
invalidating-is-cancelled = stopped
invalidating-is-undoing = being undone
invalidating-is-undone = undone
invalidating-suspects = Those that wait to be looked at
invalidating-agree = Agree { $number }
invalidating-cancel = Stop { $number }
invalidating-stop = Stop
invalidating-undo = Undo { $number }
