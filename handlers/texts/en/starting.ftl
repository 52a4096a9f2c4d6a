# The first screen, links, help, contact.

starting-welcome =
    <b>Clarion</b>
    { $organisation } sends its urgent appeals with this bot.

    What you can do here:
    • get urgent appeals for people in danger
    • sign petitions; our coordinators hand them over to those they are addressed to
    • send information that only our coordinators can open: /tip

    This bot is no emergency service, and no person answers in this chat. It is not anonymous: Telegram can see that you write to it.
starting-subscribed = You get our appeals here. /settings changes what you get, /stop ends it.
starting-ended = You do not get appeals at the moment. It stays that way until you press Subscribe.
starting-greeting =
    This is Clarion, the bot with which { $organisation } sends urgent appeals. Your link leads to the appeal below.

    Nothing is signed or subscribed to until you press a button. /help says what else you can do here.
starting-bad-link = This link does not lead to an appeal any more, or it was copied in part.
starting-help = <b>What you can do here</b>
starting-help-coordinators = <b>As a coordinator</b>
starting-help-end = Commands work at any time, also in the middle of something else.
starting-contact =
    Questions about this bot or about your data: { $organisation }, { $contact }

    Whom to ask about one appeal: /contact and its code, such as <code>/contact ABC-001</code>
starting-nothing-to-cancel = You are not in the middle of anything, so there is nothing to cancel.
starting-cancel-a-sending = A sending is cancelled with the button below its progress: /progress
