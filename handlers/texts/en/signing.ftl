# Signing a petition.
# A new wording of `signing-consents` or `signing-consent-…` needs a new CONSENT_VERSION in handlers/supporters/signing/screens.py.

signing-open = These petitions are open. Which one would you like to sign?
signing-none-open = No petition is open just now. /subscribe tells you when there is a new one.
signing-unknown = There is no petition with this code. /sign lists those that are open.
signing-closed = This petition is closed and takes no more signatures. Thank you for wanting to sign. /sign lists those that are open.
signing-gone = There is no unfinished signature of yours. /sign begins one.
signing-changed = The text of this petition changed while you were signing. Please read it again; nothing is ticked yet.

signing-consents =
    <b>Before you sign</b>
    A signature shows your opinion, and that is sensitive. { $organisation } therefore asks for each use separately. You may refuse any of them.

    <b>Keep and count</b> (required): we store your name and country (encrypted), the time, your language and the link that brought you until 180 days after the petition closes. After that only the count stays. If you refuse, you cannot sign, but you can still read, share and get alerts.
    <b>Hand over</b>: we give your name and country to those addressed: { $addressees }. If you refuse, you are counted and your name is withheld.
    <b>Updates</b>: we keep this chat’s number, encrypted, and write to you here about this appeal.
    <b>Show my name</b>: your name may appear in public among the signers.
    The last three are up to you; you can sign without them.

    This chat runs over Telegram’s servers, which are abroad. You can take your signature back at any time with /withdraw.

    Tap what you agree to, then Continue.
signing-consent-keep = Keep and count (required)
signing-consent-hand_over = Hand over to the addressees
signing-consent-updates = Updates about this appeal
signing-consent-show_name = Show my name
signing-keep-required = To sign, please tick “Keep and count”: without it we may not store your signature.
signing-continue = Continue
signing-cancel = Cancel
signing-back = Back

signing-ask-name = Which name should stand under your signature? Please send it, { $limit } characters at most.
signing-name-empty = That cannot be used as a name. Please write it with letters.
signing-name-too-long = That name is too long: { $limit } characters at most. Please send a shorter one.
signing-name-link = A name cannot hold a link, an address or an @. Please send it again without.

signing-ask-country = Which country do you live in? Choose one, or type another one.
signing-type-country = Please type the name of the country, or its two letters such as FR.
signing-country-unknown = No country of that name was found. Please try again; its two-letter code works too, such as FR.
signing-country-other = Another country
signing-country-withheld = Do not say

signing-summary =
    <b>Please check</b>
    Petition: { $title }
    Name: { $name }
    Country: { $country }
signing-summary-confirm = You have signed only when you confirm.
signing-confirm = Confirm and sign
signing-change-name = Change name
signing-change-country = Change country
signing-cancelled = Cancelled. Nothing was signed and nothing was kept.

signing-thanks = <b>Thank you for signing.</b>
signing-already = <b>You have already signed.</b> This is your receipt.
signing-receipt =
    Petition: { $title } ({ $code })
    Your number: { $number }
    Day: { $day }
signing-agreed = What you agreed to:
signing-agreed-keep = keep and count your signature
signing-agreed-hand_over = hand over your name and country
signing-agreed-updates = updates about this appeal
signing-agreed-show_name = show your name in public
signing-name-withheld = You are counted. Your name is withheld from: { $addressees }.
signing-how-to-withdraw = To take your signature back: /withdraw { $code }
