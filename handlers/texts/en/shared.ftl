# What no single conversation owns: refusals, faults, and the descriptions of commands.

coordinators-only = This is for coordinators of this organisation. What you can do here is in /help.
role-refused = Your role as a coordinator does not include this. An owner can change it with /invite.
button-stale = This button is out of date. Please use the newest message, or /help.
fault-reference =
    Something went wrong on our side, and what you asked for may not have been done. Please try again in a little while.

    If it happens again, write to the address in /contact and quote this number: <code>{ $reference }</code>
nothing-to-do =
    I did not expect a message now. Nobody reads it, and it is not kept.

    /appeals shows what can be signed now. /tip is the way to send information. /help lists everything else.
unknown-command = There is no such command here. /help lists those that there are.
private-only = I answer in private chats only. Please open a chat with me and send /start there.

command-start = Start here
command-help = What you can do here
command-subscribe = Get appeals in this chat
command-stop = Stop appeals
command-settings = Topics, how often, quiet hours, language
command-language = English, 한국어
command-appeals = Appeals that are open now
command-campaigns = Campaigns over the years
command-calendar = Dates that matter
command-learn = Words explained
command-partners = Organisations we work with
command-sign = Sign a petition
command-withdraw = Take a signature back
command-proof = Prove that your signature is counted
command-share = Pass an appeal on
command-volunteer = Offer to collect signatures
command-tip = Send information, sealed
command-inbox = Read a reply to what you sent
command-mydata = Everything stored about you
command-forget = Erase everything about you
command-privacy = What is kept, why, how long
command-contact = Whom to ask
command-cancel = Stop what you are in the middle of

command-draft = Draft an appeal
command-queue = What waits for review or sending
command-preview = See an appeal as readers will
command-approve = Approve an appeal
command-send = Send an approved appeal
command-pause = Pause a sending
command-resume = Let a paused sending go on
command-correct = Send the correction of an appeal
command-recall = Recall an appeal that was sent
command-progress = How far the sending is
command-stats = Signatures, counted by channel and country
command-goal = See or raise the goal of a petition
command-links = Links of collectors, schools and channels
command-kit = Texts and sheets to call people in
command-batch = Enter signatures from sheets
command-invalidate = Take signatures out of the count
command-handover = Hand signatures over to an addressee
command-organisations = Organisations that endorse appeals
command-tips = Tips by tag and urgency
command-keys = Keys that open tips
command-export = Signatures or tips as files
command-invite = Invite a coordinator
command-dismiss = End a coordinator’s role
command-audit = Who did what
command-desk = Open the desk in a browser
command-write = Write an appeal step by step
command-collect = Your own link for collecting
command-record = Record what follows an appeal
command-reply = Record a reply
command-outcome = Record an outcome
command-news = Tell those concerned
command-timeline = What happened, in order
command-addressee = Contacts with an office
command-trackers = Bills, promises, recommendations
command-tasks = What is to be done
command-moment = Add a moment to the calendar
command-registers = Offices, obligations, library, campaigns
