# The desk: coming in, and what is on every page.

desk-link =
    <b>Your way to the desk</b>

    <code>{ $link }</code>

    Copy the link and open it in a browser. It is for you alone: it works once, within five minutes, and whoever opens it acts under your name. Do not pass it on.
desk-link-open =
    <b>Your way to the desk</b>

    { $link }

    The link is for you alone: it works once, within five minutes, and whoever opens it acts under your name. Do not pass it on.
desk-link-unprotected = <b>The way there is not encrypted.</b> This address begins with http and is not that of your own computer: whoever listens in between can read along. Ask whoever runs this bot to put the desk behind https.
desk-off = The operator has not switched the desk on. Whoever runs this bot can do that: CLARION_DESK_PORT. Everything that is urgent can be done here in the chat as well: /help

desk-name = Desk of { $organisation }
desk-skip = Skip to the content
desk-sections = Sections of the desk
desk-signed-in-as = { $alias } · { $role }
desk-sign-out = Sign out
desk-to-overview = To the overview

desk-overview = Overview
desk-exports = Exports
desk-coordinators = Coordinators
desk-audit = Audit

desk-signed-out-title = Please sign in
desk-signed-out = Write /desk to the bot. It answers with a link that signs you in here; it works once, within five minutes.

    You are signed out after half an hour in which you did nothing, and after twelve hours at the latest.
desk-sign-in-title = Sign in at the desk
desk-sign-in = This link belongs to <b>{ $alias }</b>: whoever presses the button acts under that name. It works once. If that is not you, close this page.
desk-sign-in-button = Sign in
desk-turned-away-title = { $why ->
        [often] Too many tries
       *[spent] This link does not lead in
    }
desk-turned-away = { $why ->
        [often] Too many sign-ins have failed. Try again in a quarter of an hour, with a new link: write /desk to the bot.
       *[spent] It was used, or its five minutes are over. Write /desk to the bot: it answers with a new one.
    }
desk-not-for-role-title = Not for your role
desk-not-for-role = Your role does not do this. The refusal is in the audit. If you need it for your work, ask an owner for another role.
desk-try-again-title = Please try again
desk-try-again = This form does not belong to your present session, so nothing was done. Open the page again, and press the button there.
desk-fault-title = { $fault ->
        [missing] There is no such page
        [large] That is too large
       *[other] That cannot be done
    }
desk-fault = { $fault ->
        [missing] The address is wrong, or what was there is gone.
        [large] The desk does not take so much at once. Nothing was done.
       *[other] The desk could not read what your browser sent. Nothing was done.
    }
desk-failed-title = Something went wrong here
desk-failed = Look whether it was done before you try again. If it happens again, tell whoever runs this bot this number: <b>{ $reference }</b>

desk-no-approvals = <b>Nobody but the author approves what is sent.</b> This installation is set up for one person (CLARION_APPROVALS=0). As soon as there are two of you, ask whoever runs this bot to change that.
desk-nothing-for-role = Your role works in the chat: /help there lists what it can do. At the desk there is nothing more for it.
desk-tasks = To be done
desk-tasks-none = Nothing is to be done now.
desk-task-due = Due: { $day }
desk-task-later = Put off until { $day }
desk-task-do = Done
desk-task-snooze = Later, in { $days } days
desk-task-done = The task is done.
desk-task-snoozed = The task comes up again in { $days } days.
desk-task-gone = This task is not open any more. Somebody has done it, or its cause is gone.
desk-deadlines = Closing within seven days
desk-deadlines-none = No appeal closes within seven days.
desk-deadline = { $day } · { $days ->
        [0] today
        [one] 1 day left
       *[other] { $days } days left
    }
desk-promises = Overdue promises
desk-promise-due = Promised for { $day }
desk-moments = In the next seven days
desk-moments-none = Nothing is in the calendar for the next seven days.
desk-running = Being sent
desk-running-none = Nothing is being sent now.
desk-running-letters = { $settled } of { $letters } letters settled
desk-drafts = Waiting for approval
desk-drafts-none = No draft waits for approval.
desk-draft-waits = { $correction ->
        [yes] Correction
       *[no] First version
    } · { $approvals ->
        [0] no approval yet
        [one] 1 approval
       *[other] { $approvals } approvals
    }
desk-news-waiting = { $count ->
        [one] 1 piece of news waits
       *[other] { $count } pieces of news wait
    } for somebody beside its author: <code>/news</code> in the chat.
desk-waiting-tips = Tips
desk-waiting-tips-explained = Tips that nobody works on
desk-waiting-tips-urgency = Urgency
desk-waiting-tips-count = Number
desk-keys = Tips are sealed to { $members ->
        [one] 1 key
       *[other] { $members } keys
    }. Check value of their list: <code>{ $digest }</code>
desk-keys-none = There are no keys that tips could be sealed to, so none are taken in.

desk-coordinators-everybody = Everybody with a role
desk-coordinators-caption = In order of joining
desk-coordinators-alias = Alias
desk-coordinators-role = Role
desk-coordinators-joined = Joined
desk-coordinators-deed = End the role
desk-coordinators-self = This is you.
desk-dismiss-unknown = There is no other coordinator with this alias now. Nobody ends their own role.
desk-dismiss-last-owner = This is the only owner; there must be one.
desk-dismiss-back = Back, do nothing
desk-invite-title = Invite a coordinator
desk-invite = You get a link for one person that works for { $days } days. It is shown once. Owners are named in the configuration by whoever runs this bot.
desk-invite-role = Role
desk-invite-button = Make a link

desk-audit-chain = The chain
desk-audit-chain-explained = Each entry holds a check value of all before it: what was changed from outside the program shows. Computing it anew takes a moment.
desk-audit-verify = Verify the chain
desk-audit-entries = Entries
desk-audit-subject = Show one subject only
desk-audit-subject-hint = The code of an appeal, the tag of a tip or an alias, exactly as it stands in the list
desk-audit-search = Show
desk-audit-all = Show all
desk-audit-caption = Newest first
desk-audit-when = When
desk-audit-who = Who
desk-audit-what = What
desk-audit-nothing = There is no such entry.
desk-audit-older = Older entries

desk-exports-explained = Every file that you take out is noted in the audit. Delete it as soon as you no longer need it.
desk-exports-petition = Appeal
desk-exports-no-petition = No appeal has been sent yet.
desk-exports-totals = Totals
desk-exports-totals-explained = The count by channel, country, language and day, with HXL tags. It names nobody and may be published.
desk-exports-totals-button = Download the totals
desk-exports-signatures = Signatures
desk-exports-signatures-explained = Names and places are in it only of those who agreed that we hand them over. The archive holds the file and what it is: its rows, its columns, a check value.
desk-exports-form = As which kind of file
desk-exports-signatures-button = Download the signatures
desk-exports-tips = Tips, sealed
desk-exports-tips-explained = The most urgent first. The file opens only with the key of a recipient, on that person's own machine: <code>clarion tips open FILE --key KEYFILE --format html</code>
desk-exports-tips-button = Download { $count ->
        [one] 1 tip
       *[other] { $count } tips
    }{ $parts ->
        [1] { "" }
       *[other] , part { $part } of { $parts }
    }
desk-exports-audit-explained = Every row of the audit with its check value, as CSV, so that others can compute the chain anew.
desk-exports-audit-button = Download the audit
