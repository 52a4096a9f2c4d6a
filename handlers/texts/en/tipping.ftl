# Sending a tip. The words of the menus, `tip-<menu>-<word>`, also stand in coordinators' lists and alerts.

tipping-warning =
    <b>Before you write anything</b>
    { $address }

    <b>If somebody is in danger right now</b>, call somebody near them first. We are not an emergency service, and we may read this only tomorrow.

    <b>If being found out could cost a life, do not use this bot.</b> What you send here is confidential. It is never anonymous:
    • Telegram can see that you wrote to us, and everything that you type in this chat.
    • Each message that you send is deleted from this chat at once, but your other devices, notifications and screenshots may keep a copy.
    • Whoever breaks into our server could read what is typed while they watch, and see who is writing. What was sealed before stays locked for them.

    <b>What happens now:</b> seven short questions at most, with buttons; you may skip each of them. Then one short text. All of it is sealed: locked so that only our coordinators can open it. We cannot promise help or an answer.

    Do not write the names or places of people in hiding, or of those who help them.

    You have { $minutes } minutes. If you need longer, or if our machine crashes, your draft is lost and nothing of it is kept.
tipping-warning-address = <b>There is a safer way than this chat:</b> { $address }
tipping-warning-no-address = We have no safer address than this chat at the moment.
tipping-safer-address = Safer than this chat: { $address }
tipping-closed = We cannot take in tips at the moment: too few people here could open them safely. Please come back later.
tipping-start = I have read this. Go on
tipping-not-now = Not now
tipping-back = Back
tipping-skip = Skip
tipping-discard = Discard
tipping-not-yet = That message was not taken and not kept. Please use the buttons first; there is room for a text at the end.
tipping-no-more = That message was not taken and not kept. Your text is here already: seal it, or write it again.

tipping-ask-category = { $step } of { $steps }: What is it about?
tipping-ask-area = { $step } of { $steps }: Roughly where was it?
tipping-ask-people = { $step } of { $steps }: How many people does it concern?
tipping-ask-when = { $step } of { $steps }: When was it?
tipping-ask-exactly = { $step } of { $steps }: How exactly do you know when it was?
tipping-ask-month = { $step } of { $steps }: Which month was it? If it is longer ago, skip this and write it in the text.
tipping-ask-day = { $step } of { $steps }: Which day was it?
tipping-ask-known = { $step } of { $steps }: How do you know?
tipping-ask-urgency = { $step } of { $steps }: How urgent is it?

tipping-ask-text =
    Now write in a few sentences what happened, { $limit } characters at most.

    Leave out names, telephone numbers, addresses and document numbers, yours and other people’s: write “a man”, “my relative”, “a pastor”. We stop numbers, addresses and many names, but not all of them. Please look once more before you send.
tipping-text-empty = That message held no text. Please write what happened in words.
tipping-text-too-long = That text was not kept: it is longer than { $limit } characters. Please write it shorter.
tipping-text-too-many-bytes = That text was not kept: it is too long to be sealed. Please write it shorter.
tipping-text-too-often = Many texts came from you in a short time, so this one was not read and not kept. Please send it again in a quarter of an hour.
tipping-interrupted = We were interrupted. Please delete yourself what you wrote above; nothing of an unfinished tip was kept.
tipping-refused-forwarded = A forwarded message is not taken: it may show who wrote it first. Please tell it in your own words.
tipping-refused-contact = A contact is not taken: it holds a person’s name and number.
tipping-refused-location = A location is not taken: it could lead to somebody in hiding.
tipping-refused-picture = Pictures and videos are not taken: they can show faces and places, and hold hidden data.
tipping-refused-voice = Voice messages and recordings are not taken: a voice can be recognised.
tipping-refused-other = Only text is taken here.

tipping-stopped = <b>Stopped. Nothing of that text was kept.</b> It holds something that could lead to a person:
tipping-found = { $kind }, { $place }
tipping-found-number = { $kind } ({ $digits }…), { $place }
tipping-place-beginning = near the beginning
tipping-place-middle = in the middle
tipping-place-end = near the end
tipping-stopped-why = Whoever finds such a detail, on your phone or on ours, could find the person. Please write the text again without it.
tipping-found-name = name of a person
tipping-found-phone = telephone number
tipping-found-email = e-mail address
tipping-found-link = link
tipping-found-handle = account name
tipping-found-coordinates = coordinates
tipping-found-address = address
tipping-found-document_number = document number
tipping-found-account_number = account number

tipping-ask-to-seal =
    <b>Ready to be sealed</b>
    { $chosen }
    Text: { $length ->
        [one] 1 character
       *[other] { $length } characters
    }

    You may allow four things. None of them is needed.
    <b>Partners</b>: we may check this with partner organisations.
    <b>Questions</b>: we may leave questions for you; you read them with your receipt under /inbox. Nothing is sent to you.
    <b>Public report</b>: we may tell it in public, without anything that identifies somebody.
    <b>UN experts</b>: we may send it to the human-rights experts of the United Nations.

    Whatever you choose, we count it: in public only together with at least four others, never with its text.

    It is erased, also from backups, after { $days } days at the latest.
tipping-too-many = <b>Not sealed yet: too many tips have come in.</b> Please tap “Seal and send” again later. Your draft stays until its time is over.
tipping-consent-partners = Check with partners
tipping-consent-contact = Ask me questions
tipping-consent-publish = Use in a public report
tipping-consent-un = Send to UN experts
tipping-seal = Seal and send
tipping-write-again = Write the text again
tipping-discarded = Discarded. Nothing of it was kept.
tipping-draft-gone = There is no unfinished tip any more: its time was over, or we had to start again. Nothing of it was kept, unless you had tapped “Seal and send” already. If anything of it still stands above, please delete it yourself. /tip begins a new one.
tipping-left = Your unfinished tip is discarded, because you went on to something else. Nothing of it was kept. /tip begins a new one.
tipping-signing-ended = The signature that you had not finished was ended first: nothing was signed.

tipping-receipt =
    <b>Your tip is sealed and kept.</b>

    Receipt number:
    <code>{ $receipt }</code>

    Write it down on paper and keep it where nobody looks. It is shown only once, and nobody can find it again for you. It is the only proof that the tip is yours.

    <b>Answers and questions</b> wait under /inbox. It asks for this number. There you can also add something, or erase the tip.

    <b>{ $tag }</b> is the short name under which a letter of ours says that a reply waits. It opens nothing.

    The tip is erased, also from backups, after { $days } days at the latest.

    This message is deleted when you tap the button, or after { $minutes } minutes. If it is still here later, please delete it yourself.
tipping-receipt-unseen = <b>Your tip is sealed and kept, but its receipt number could not be shown to you.</b> Nobody can find that number again. You need not send the tip a second time.
tipping-noted = I wrote it down
tipping-receipt-deleted = The receipt is deleted from this chat.
tipping-receipt-left = What stood here was removed. Telegram did not let us delete the message itself; please delete it.
tipping-deleted = { $count ->
    [one] One message of yours was deleted from this chat.
   *[other] { $count } messages of yours were deleted from this chat.
}
tipping-not-deleted = { $count ->
    [one] <b>One message could not be deleted. Please delete it yourself.</b>
   *[other] <b>{ $count } messages could not be deleted. Please delete them yourself.</b>
}

tip-category = About
tip-category-inspection = Checks and searches
tip-category-arrest = Arrest
tip-category-detention = Detention
tip-category-transfer = Moved to another place
tip-category-return = Sent back
tip-category-notice = Public notice or reward
tip-category-lost_contact = Lost contact
tip-category-consular = Consulate or embassy
tip-category-arrival = Arrival in a safe place
tip-category-other = Something else

tip-area = Where
tip-area-cn_border = China, border provinces
tip-area-cn_other = China, elsewhere
tip-area-kp = North Korea
tip-area-kr = South Korea
tip-area-la = Laos
tip-area-mn = Mongolia
tip-area-ru = Russia
tip-area-th_capital = Thailand, capital
tip-area-th_north = Thailand, north
tip-area-vn = Vietnam
tip-area-elsewhere = Elsewhere
tip-area-unknown = I do not know

tip-people = People
tip-people-one = One
tip-people-2_10 = 2 to 10
tip-people-11_50 = 11 to 50
tip-people-more = More than 50
tip-people-unknown = I do not know

tip-when = When
tip-when-today = Today
tip-when-yesterday = Yesterday
tip-when-this_week = In the last seven days
tip-when-this_month = In the last month
tip-when-earlier = Earlier
tip-when-unknown = I do not know

tip-exactly = How exactly
tip-exactly-exact = The day exactly
tip-exactly-estimate = About
tip-exactly-unknown_day = Only the month
tip-exactly-unknown_month_and_day = I do not know

tip-month = Month

tip-day = Day

tip-known = How known
tip-known-self = It happened to me
tip-known-witness = I saw it
tip-known-relative = A relative of mine
tip-known-third_party = Somebody told me
tip-known-reporter = Read or heard in the news
tip-known-service = Through my work or help
tip-known-other = In another way

tip-urgency = Urgency
tip-urgency-critical = Critical (lives at risk now)
tip-urgency-high = High (within days)
tip-urgency-normal = Normal
