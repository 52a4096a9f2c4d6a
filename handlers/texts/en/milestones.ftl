# A good part of the way to the goal: the news for coordinators, and words to pass on.

milestones-reached =
    { $percent ->
        [100] <b>{ $code } has reached its goal of { $goal }.</b>
       *[other] <b>{ $code } has reached { $percent }% of its goal of { $goal }.</b>
    }
milestones-count =
    { $paper ->
        [0] Signatures now: { $online }
       *[other] Signatures now: { $online } + { $paper } on paper
    }
milestones-pass-on = Words to pass on; tap them to copy:
milestones-share = Share in Telegram
milestones-words = { $total } signatures for “{ $title }”: we have reached { $percent }% of our goal of { $goal }.
milestones-goal-words = We have reached our goal: { $total } signatures for “{ $title }”.
milestones-invitation = You can sign until { $day }: { $link }
