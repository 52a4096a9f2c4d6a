# Offering to collect signatures.

volunteering-which = For which petition would you like to collect signatures?
volunteering-none-open = No petition is open just now. /subscribe tells you when there is a new one.
volunteering-unknown = There is no petition with this code. /volunteer lists those that are open.
volunteering-closed = This petition is closed, so there is nothing to collect any more. Thank you for offering. /volunteer lists those that are open.
volunteering-what =
    <b>Collect signatures: { $title }</b>
    You show people your own link, or its picture for their cameras, and they sign on their own phones. You see how many signed through it, never who. A coordinator answers your offer first.

    How would you like to collect?
volunteering-alone = On my own
volunteering-school = With a school group
volunteering-ask-age = To collect, one must be { $age } or older. Are you? The answer is not kept.
volunteering-old-enough = I am { $age } or older
volunteering-younger = I am younger
volunteering-too-young =
    Thank you for wanting to help. At your age we may not keep anything about you, so this ends here, and nothing was kept.

    A parent or teacher can make the offer in your place, with /volunteer. And you can always pass the appeal on: /share { $code }
volunteering-ask-name =
    <b>Your name</b>
    By which name may the coordinators know you? Please send it, { $limit } characters at most.
volunteering-bad-name = That cannot be used as a name: letters, no link or address, { $limit } characters at most.
volunteering-ask-school =
    <b>The school</b>
    Which school is it, and which class or club? Please send it on one line, { $limit } characters at most.
volunteering-ask-guardian =
    <b>The adult</b>
    Which teacher or parent answers for the group, and how can we reach them? Their name with a telephone number or e-mail address, { $limit } characters at most. Please ask them first: a coordinator will call or write before the group begins.
volunteering-given =
    <b>Please check your offer</b>
    Petition: { $title }
    Name: { $name }
volunteering-given-school =
    School: { $school }
    Adult: { $guardian }
# A change of what this says needs a new CONSENT_VERSION.
volunteering-consent =
    If you agree, { $organisation } keeps this, your Telegram id (encrypted; not your phone number), your language and today's date. Why: to answer you and to count for your link. Who sees it: coordinators who run the petition; they do not see your Telegram account. How long: until you stop or are declined, and at the latest until the signers' names are erased: { $days } days after the last handover, or { $unsent } days after the close. It can show something of your opinions, so we ask. You may refuse; then nothing is kept.

    More: /privacy. To take it back: /volunteer or /forget.
volunteering-agree = I agree, send my offer
volunteering-cancel = Cancel
volunteering-cancelled = Cancelled. Nothing was offered and nothing was kept.
volunteering-gone = There is no unfinished offer of yours. /volunteer begins one.
volunteering-offered =
    <b>Thank you.</b> Your offer is with the coordinators. The answer comes here.

    /volunteer shows how it stands, and takes it back.
volunteering-accepted =
    <b>A coordinator has accepted your offer: { $title }</b>
    Here is your link with its picture. Show it, print it, send it on: whoever signs through it counts for your link. Nobody has to sign, and nobody has to tell you whether they did.

    How many signed: <code>/volunteer { $code }</code>
volunteering-declined =
    Thank you for offering to collect for “{ $title }”. The coordinators cannot take up the offer this time, and what you wrote in it is erased.

    You can still pass the appeal on: /share { $code }
volunteering-ended =
    <b>{ $title }</b>
    A coordinator has ended your link: whoever signs through it still signs, but counts for no link. If you do not know why, ask: /contact { $code }
volunteering-recalled = The petition { $code } was recalled, so there is nothing to collect any more. What you gave in your offer is still kept; the button below erases it.
volunteering-waits =
    <b>{ $title }</b>
    Your offer is with the coordinators. The answer comes here.
volunteering-collects =
    <b>You collect: { $title }</b>
    { $count ->
        [0] Nobody has signed through your link yet.
        [one] 1 signature through your link so far.
       *[other] { $count } signatures through your link so far.
    }

    { $link }
volunteering-picture = Send me the link and picture
volunteering-stop = { $state ->
        [asked] Take my offer back
       *[accepted] Stop collecting
    }
volunteering-ask-stop =
    <b>{ $title }</b>
    { $state ->
        [asked] Take your offer back? What you wrote in it is erased.
       *[accepted] Stop collecting? Your link no longer counts for anybody, and what you gave is erased. Signatures that came through it stay.
    }
volunteering-stop-yes = Yes, and erase it
volunteering-keep = No, go back
volunteering-stopped = Done. What you gave as a volunteer is erased. Thank you for what you did.
