# The call-out kit: what coordinators pass on by text message, post and e-mail.

kits-asks-nothing = This appeal asks for no signatures, so there is no kit for it.
kits-not-open = This appeal is not open for signatures now, so the links of a kit would lead nowhere. What was not sent yet is in /queue; of what has closed, press releases and thanks can still be made: <code>/kit CODE press</code>.
kits-no-language = This appeal is in none of the languages in which there are words for a kit.

kits-heading = <b>{ $title }</b> · { $language }
    Each link says where it was posted, so that /stats { $code } can tell them apart. Tap a text to copy it.
kits-named = <b>{ $place }</b>
kits-place-sms = Text message
kits-place-fb = Facebook
kits-place-x = X
kits-place-li = LinkedIn
kits-place-tg = Telegram
kits-email = E-mail in { $language }: the subject is in the first line. Attach the sheet to it.
kits-sheet = Signature sheet in { $language }: print it on both sides of A4. Everything that a signer must know stands on each side. Keep filled sheets locked away, and destroy them when the names are erased.
kits-sheet-missing = The sheet in { $language } could not be made: no font on the server has some of its letters. Ask the operator to install Debian’s package { $package }.
kits-qr = For posters and leaflets: leads to { $link }

kits-sms = Please sign: { $title } { $link }
kits-sms-untitled = Please sign: { $link }
kits-x =
    { $title }

    Please sign by { $day }: { $link }
kits-post-to = The signatures go to: { $offices }
kits-post-sign = Sign by { $until }: { $link }

kits-more = What else you can take from { $code }. The press release names a place where you write it: <code>/kit { $code } press Seoul</code>
kits-kind-press = Press release
kits-kind-thanks = Letter of thanks
kits-kind-worksheet = UN worksheet
kits-press = Press release in { $language }: { $words ->
    [one] 1 word
   *[other] { $words } words
  }. Please read it before it goes out.
kits-press-place = It has no place yet. Write one for all languages, or one for each ({ $languages }) with a slash between: <code>/kit { $code } press Seoul / 서울</code>
kits-press-not-sent = The press is told of appeals that were sent. What waits is in /queue.
kits-thanks = Letter of thanks to: { $office }. The sentence about the step is as it was recorded; translate it where the letter is in another language.
kits-thanks-no-step = No outcome of { $code } that is a step forward is on record and open to everybody. /outcome records one.
kits-thanks-words-wait = The step of { $code } was not yet told as news that a colleague approved, so a letter cannot say what it was. /record and /timeline lead to the entry.
kits-thanks-nobody = { $code } is addressed to nobody.
kits-thanks-whom = Whom do you thank? The record does not say who took the step.
kits-worksheet = UN worksheet of { $code }, with what everybody may know. With the exact place, and of what types the confidential sources are: <code>/kit { $code } worksheet full</code>
kits-worksheet-full = UN worksheet of { $code }, with the exact place. That you took it is on record. Keep it safe, and do not pass it on. Who the confidential sources are is not in it.

kits-email-subject = Subject: Please sign: { $title }
kits-email-greeting = Dear friends,
kits-email-content-note = Content note: what follows may be distressing.
kits-email-asked = What we ask – { $office }:
kits-email-sign = Please sign by { $until }, in Telegram: { $link }
kits-email-paper = Whoever prefers paper can print the attached sheet, sign it and send it back to us before that day. And please pass this on.
kits-email-closing = Thank you.
