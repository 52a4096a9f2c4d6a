# Getting appeals, choosing which, stopping.

# A change of what this says needs a new CONSENT_VERSION.
subscribing-consent =
    <b>Do you want our appeals?</b>
    If you press Subscribe, { $organisation } keeps your Telegram id (encrypted; not your phone number), your language, topics and how often, today's date and, if a link brought you, its code. They serve only to send you appeals here. Getting appeals can show something of your opinions, so we ask first.

    You need not agree: you can read, sign and share without it. /stop ends the appeals at once, /forget erases everything. More: /privacy
subscribing-subscribe = Subscribe
subscribing-done = <b>You are subscribed.</b> The next appeal comes to this chat. /stop ends it whenever you like.
subscribing-settings =
    <b>Settings</b>
    Appeals: on, since { $since }
    Topics: { $topics }
    How often: { $cadence }
    Language: { $chosen } · /language
subscribing-settings-off =
    <b>Settings</b>
    Appeals: off. You get none until you subscribe.
    Language: { $chosen } · /language
subscribing-every-topic = every topic
subscribing-topics = Topics
subscribing-ask-topics =
    <b>Topics</b>
    Tick what you want to hear about. As long as nothing is ticked, you get every topic.
subscribing-topics-done = Done
subscribing-ticked = ✓ { $option }
subscribing-topic-forced-return = Forced return
subscribing-topic-detention = Detention
subscribing-topic-border = Border
subscribing-topic-consular-protection = Consular protection
subscribing-topic-minors = Children
subscribing-topic-summit = Summits
subscribing-topic-un-advocacy = United Nations
subscribing-topic-upr = UN review (UPR)
subscribing-topic-parliament = Parliament
subscribing-cadence-at_once = Every appeal at once
subscribing-cadence-critical_only = Only when time is running out
subscribing-saved = Saved
subscribing-stop = Stop appeals
subscribing-stopped = Stopped: you get no more appeals. /subscribe brings them back whenever you like.
subscribing-not-subscribed = You get no appeals, so there is nothing to stop. /subscribe is there if you want them.
