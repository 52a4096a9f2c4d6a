# The desk: appeals, batches, handovers.

desk-hidden = Hidden at first: press to read
desk-appeals = Appeals
desk-appeals-kind = Kind
desk-appeals-order = In front
desk-appeals-show = Show
desk-appeals-none = There is no appeal here yet.
desk-appeals-signatures = { $count ->
        [one] 1 signature
       *[other] { $count } signatures
    }, { $recent } in the last seven days
desk-state = { $state } ({ $count })

desk-column-state = State
desk-column-day = Day
desk-column-channel = Way
desk-column-signatures = Signatures
desk-column-addressee = Addressee
desk-column-link = Link
desk-column-made = Made
desk-column-waiting = To be looked at
desk-column-batch = Batch
desk-column-entered = Entered
desk-column-handover = Handover
desk-column-package = In the package
desk-by-on = { $who }, { $day }
desk-signatures = { $count }
desk-waiting = { $count ->
        [0] none
       *[other] { $count }
    }
desk-ended = ended on { $day }

desk-appeal-about = About this appeal
desk-appeal-campaign = Campaign
desk-appeal-continues = Continues
desk-appeal-version = Version
desk-appeal-correction = a correction, version { $number }: { $state }
desk-appeal-versions = { $count ->
        [one] The one version
       *[other] All { $count } versions
    }
desk-appeal-written = Written by
desk-appeal-approvals = Approvals
desk-appeal-digest = SHA-256 begins with
desk-appeal-restricted = Restricted
desk-appeal-restricted-note = For those who write or approve appeals. It is in no letter, export or package; do not pass it on.
desk-appeal-place = Place
desk-appeal-count = Signatures
desk-appeal-addressees = Addressees
desk-addressee-pending = Nothing delivered yet
desk-addressee-delivered = Delivered, no reply yet
desk-addressee-answered = Replied
desk-addressee-deliveries = Delivered: { $days }
desk-addressee-replies = Replies: { $days }
desk-appeal-timeline = Timeline
desk-appeal-no-timeline = Nothing has happened yet.
desk-appeal-links = Links of collectors, schools and channels
desk-appeal-cards = As it looks in Telegram
desk-card = Readers of { $reader } (the appeal in { $content })
desk-card-letter = The letter
desk-card-full = The full card for readers of { $reader }

desk-batches = Batches
desk-batches-about = What came on sheets: by paper, fax, e-mail, post, or at events.
desk-batches-none = No sheets were entered yet.
desk-batches-hint = Sheets are entered and voided in the chat: <code>/batch { $code }</code>
desk-batch = Batch { $number }
desk-batch-signatures = { $named ->
        [True] { $count }, with names
       *[False] { $count }, counted only
    }
desk-batch-state-entering = being entered
desk-batch-state-counted = counts
desk-batch-state-voiding = being voided
desk-batch-state-voided = voided

desk-handovers = Handovers
desk-handovers-about = What was handed over to whom. The names themselves are in the packages alone.
desk-handovers-none = Nothing was handed over yet.
desk-handovers-hint = A package is made, or made again, in the chat: <code>/handover { $code }</code>
desk-handover = No. { $number }
desk-handover-package = { $names ->
        [one] 1 name
       *[other] { $names } names
    }, { $entries ->
        [one] 1 entry
       *[other] { $entries } entries
    } of the log
