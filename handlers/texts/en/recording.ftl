# Recording what follows an appeal: choosing what, what all kinds of entries ask, what can be done then.

recording-which = What is it about?
recording-unknown = This names nothing that such an entry could be about. Please choose one.
recording-of-nothing = No appeal, no campaign
recording-ask-kind =
    <b>{ $of }: what do you record?</b>
    What is recorded is never changed later. What went on since, such as the next stage of a bill, is recorded as a further entry.
recording-thread = { $what } · { $stage }
recording-no-thread = There is nothing on record that could go on like this. /record has what is open.

recording-ask-office = Which office?
recording-label-office = Office
recording-ask-day = When was it?
recording-label-day = Day
recording-ask-link = Where can it be read on the web? Please send the address, beginning with https://
recording-label-link = Link
recording-no-link = That is not a web address. It begins with https://
recording-ask-scan =
    Is there a scan or a photo of it? Attach a PDF, a JPEG or a PNG, of 5 MB at most.
    It is kept encrypted, and everybody who takes it goes on record.
recording-label-scan = Scan
recording-ask-access = Who may see this?
recording-label-access = Who may see it
recording-access-open = No restriction
recording-access-confidential = Only colleagues who record
recording-access-embargo = No restriction, but later
recording-ask-embargo = Until when is it for colleagues who record alone?
recording-label-embargo = Withheld until
recording-say-yes = Yes
recording-say-no = No
recording-no-country = No country is known by this name. Please write it in English or Korean, or its code, such as KR.
recording-no-cycle = Please write the number of the cycle alone, such as 4.

recording-kept =
    <b>It is on record.</b>
    { $day }: { $text }
recording-moved = { $code } is now: { $state }.
recording-words-wait = The appeal is about children, or names people. { $kind ->
        [bill] Readers do not see this before it was told
        [action] Readers do not see this before it was told
       *[other] Readers see only day, kind and what was chosen from a list; your words are shown to them once they were told
    } as news that a colleague approved.
recording-thanks = It is a step forward. A letter of thanks to the addressee can be made: <code>/kit { $code } thanks</code>
recording-tell = Tell those concerned
recording-timeline = Timeline
recording-scan = The scan
recording-more = Record something else

recording-archive-it = Archive it
recording-ask-archive =
    <b>Put { $code } in the archive?</b>
    No task about it comes up then: no follow-up, no missing reply, no promise. Only the reviews of a state go on. Readers still find it, with what became of it, and you can still add to its timeline. It does not come back out of the archive.
recording-archive = Archive
recording-archive-not = Not now
recording-archived = { $code } is in the archive.
recording-not-over = { $code } cannot be archived: it is { $state }.

recording-no-scan = There is no scan here that you may see.
recording-taken = That you took this is on record.
