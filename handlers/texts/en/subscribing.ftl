# Getting appeals, choosing which, stopping.

# A change of what this says needs a new CONSENT_VERSION.
subscribing-consent =
    <b>Do you want our appeals?</b>
    If you press Subscribe, { $organisation } keeps your Telegram id (encrypted; not your phone number), your language, topics and how often, today's date, your quiet hours and time zone if you set any, and, if a link brought you, its code. They serve only to send you appeals here. Getting appeals can show something of your opinions, so we ask first.

    You need not agree: you can read, sign and share without it. /stop ends the appeals at once, /forget erases everything. More: /privacy
subscribing-subscribe = Subscribe
subscribing-done = <b>You are subscribed.</b> The next appeal comes to this chat. /stop ends it whenever you like.
subscribing-settings =
    <b>Settings</b>
    Appeals: on, since { $since }
    Topics: { $topics }
    How often: { $cadence }
    Quiet hours: { $quiet }
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
subscribing-cadence = How often
subscribing-ask-cadence =
    <b>How often?</b>
    Once a day, a week or a month, one message lists the appeals that are new to you. It comes at about { $hour } in { $city }; when nothing is new, it does not come.

    Whatever you choose: when time is running out, an appeal comes at once, or as soon as your quiet hours allow.
subscribing-cadence-at_once = Every appeal at once
subscribing-cadence-daily = Once a day
subscribing-cadence-weekly = Once a week, on Mondays
subscribing-cadence-monthly = Once a month, on the 1st
subscribing-cadence-critical_only = Only when time is running out
subscribing-quiet = Quiet hours
subscribing-back = Back to the settings
subscribing-saved = Saved
subscribing-stop = Stop everything
subscribing-stopped = Stopped: from now on nothing is sent to you unless you ask for it here.
subscribing-stopped-following = { $count ->
    [one] You no longer follow the appeal that you followed.
   *[other] You no longer follow the { $count } appeals that you followed.
  }
subscribing-stopped-updates = { $count ->
    [one] You get no more updates on the petition that you signed. Your signature stays and counts.
   *[other] You get no more updates on the { $count } petitions that you signed. Your signatures stay and count.
  }
subscribing-come-back = /subscribe brings appeals back whenever you like.
subscribing-not-subscribed = Nothing is being sent to you, so there is nothing to stop. /subscribe is there if you want appeals.
