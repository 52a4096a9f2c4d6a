# The desk: tips, promises, bills, recommendations, campaigns.

desk-tips = Tips
desk-tips-about = { $count ->
        [0] No tip is open.
        [one] One tip is open.
       *[other] { $count } tips are open.
    }
desk-tips-for-reviewers = Which ones they are is for those who review tips.
desk-tips-hint = What a tip says is sealed and never shown here. Working at a tip: <code>/tips</code> in the chat.
desk-tips-own = { $who } (you)
desk-column-tag = Tag
desk-column-urgency = Urgency
desk-column-category = What about
desk-column-holder = Held by

desk-trackers = Promises and reviews
desk-trackers-commitment = Promises
desk-trackers-bill = Bills
desk-trackers-recommendation = Recommendations
desk-trackers-none = None was recorded yet.
desk-trackers-overdue = overdue
desk-trackers-file = As a file (CSV)
desk-column-what = What
desk-column-since = Since
desk-column-next-commitment = Due
desk-column-next-bill = Next date
desk-column-next-recommendation = Next review
desk-tracker-column-day = Day
desk-tracker-column-who = Who
desk-tracker-column-what = What was promised
desk-tracker-column-title = Title
desk-tracker-column-chamber = Chamber
desk-tracker-column-state = State under review
desk-tracker-column-recommended_by = Recommended by
desk-tracker-column-cycle = Cycle
desk-tracker-column-session = Session
desk-tracker-column-text = Recommendation
desk-tracker-column-stage = Where it stands
desk-tracker-column-next = Next date
desk-tracker-column-note = Note
desk-tracker-column-appeal = Appeal

desk-campaigns = Campaigns
desk-campaigns-none = The register of campaigns is empty.
desk-campaign-since = since { $year }
desk-campaign-story = What was done, in order of time
desk-campaign-no-story = Nothing was recorded yet.
