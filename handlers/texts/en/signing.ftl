# Signing a petition.
# A new wording of `signing-consents` or `signing-consent-…` needs a new CONSENT_VERSION in handlers/supporters/signing/screens.py.

signing-open = These petitions are open. Which one would you like to sign?
signing-none-open = No petition is open just now. /subscribe tells you when there is a new one.
signing-unknown = There is no petition with this code. /sign lists those that are open.
signing-closed = This petition is closed and takes no more signatures. Thank you for wanting to sign. /sign lists those that are open.
signing-closed-updates = This petition is closed and takes no more signatures. Thank you for wanting to sign. Shall we tell you how it goes on, or when there is a new one? /sign lists those that are open.
signing-closed-change = This petition is closed, so what you signed can no longer be changed. Your signature stands as it is. To take it back: /withdraw { $code }
signing-invalidated = A coordinator took your signature out of the count, so this petition cannot be signed again. If you think that is a mistake, please ask: /contact
signing-nothing-to-change = There is no signature of yours here that could be changed. /sign begins one.
signing-gone = There is no unfinished signature of yours. /sign begins one.
signing-changed = The text of this petition changed while you were signing. Please read it again; nothing is ticked yet.
signing-other-words = Since you ticked what you agree to, its words have changed, or the language in which you read them. Please read them again; nothing is ticked yet.

signing-consents =
    <b>Before you sign</b>
    A signature shows your opinion, and that is sensitive. { $organisation } therefore asks for each use separately. You may refuse any of them.

    <b>Keep and count</b> (required): we keep your name, your country and your comment (encrypted), the time, your language and the link that brought you. They are erased { $days } days after the last handover, or 180 days after the close if not all addressees were given it. After that only the count stays. If you refuse, you cannot sign, but you can still read, share and get alerts.
    <b>Hand over</b>: we give your name, your country and the day to those addressed: { $addressees }. If you refuse, you are counted and your name is withheld.
    <b>Updates</b>: we keep this chat’s number, encrypted, and write to you here about this appeal until you stop it with /stop.
    <b>Show my name</b>: your name may appear in public among the signers.
    The last three are up to you; you can sign without them.

    So that anybody can check the count, each signature has a line in a log. The line holds no name, and nobody can tell from it who signed.
    This chat runs over Telegram’s servers, which are abroad. You can take your signature back at any time while your name is kept, with /withdraw.

    Tap what you agree to, then continue.
signing-consent-keep = Keep and count (required)
signing-consent-hand_over = Hand over to the addressees
signing-consent-updates = Updates about this appeal
signing-consent-show_name = Show my name
signing-keep-required = To sign, please tick “Keep and count”: without it we may not store your signature.
signing-continue = I am { $age } or older: continue
signing-younger = I am younger
signing-ask-age = Your country: { $country }. From there, people can sign from the age of { $age } on.
signing-ask-age-anywhere = Without a country, people can sign from the age of { $age } on.
signing-younger-thanks =
    Thank you for telling us. You are too young to sign here yet, and nothing of what you began was kept.

    You can still help: pass the appeal on to somebody who can sign.
signing-younger-signed = Thank you for telling us. Then please take your signature back; nothing was changed until now.
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

signing-ask-comment =
    Would you like to say something with your signature? Please send it, { $limit } characters at most.

    Coordinators of { $organisation } can read it. It is not handed over. Please name nobody, and nothing that leads to a person.
signing-comment-empty = Please write it with letters.
signing-comment-too-long = That is too long: { $limit } characters at most. Please send a shorter one.
signing-comment-personal = There is a link, an address or a number in it that could lead to a person. Please send it again without.
signing-no-comment = No comment

signing-summary =
    <b>Please check</b>
    Petition: { $title }
    Name: { $name }
    Country: { $country }
signing-comment = Comment: { $comment }
signing-summary-confirm = You have signed only when you confirm.
signing-summary-save = Your signature changes only when you save.
signing-confirm = Confirm and sign
signing-save = Save
signing-change-name = Change name
signing-change-country = Change country
signing-add-comment = Add a comment
signing-change-comment = Change comment
signing-change-consents = What I agree to
signing-cancelled = Cancelled. Nothing was signed and nothing was kept.
signing-change-cancelled = Cancelled. Your signature stays as it was.

signing-thanks = <b>Thank you for signing.</b>
signing-already = <b>You have already signed.</b> This is your receipt.
signing-saved = <b>Saved.</b> This is your receipt as it is now.
signing-left = <b>Your signature stays under the earlier text, and it counts.</b> From now on, your name is not handed over to anybody of whom the new text asks something else.
signing-receipt =
    Petition: { $title } ({ $code })
    Your number: { $number }
    Day: { $day }
signing-name-withheld-all = You are counted. From now on, your name is withheld from all addressees.
signing-agreed = What you agreed to:
signing-agreed-keep = keep and count your signature
signing-agreed-hand_over = hand over your name and country
signing-agreed-updates = updates about this appeal
signing-agreed-show_name = show your name in public
signing-name-withheld = You are counted. Your name is withheld from: { $addressees }.
signing-how-to-change = You can change it until the petition closes. To take it back: /withdraw { $code }
signing-how-to-withdraw = To take your signature back: /withdraw { $code }
signing-final = Your name was erased at its time, as promised. Your signature still counts; it can no longer be changed or taken back.
signing-final-updates = You get updates about this appeal until you stop them with /stop.
signing-holders = Your name was handed over to:
signing-holder = • { $office }, { $day }
signing-proof = Proof
signing-change = Change
signing-withdraw = Withdraw

signing-new-text =
    <b>This petition asks for something else since you signed it.</b>
    { $title }
    Your number: { $number }
signing-new-text-note = What changed: { $note }
signing-new-text-choice = Your signature counts as before. Would you like to sign the new text too?
signing-sign-new-text = Sign the new text
signing-leave-text = Leave it as it is
