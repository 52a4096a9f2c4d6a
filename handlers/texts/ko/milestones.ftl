# 목표까지 온 길: 담당자에게 알리는 글과 퍼뜨릴 글.

milestones-reached =
    { $percent ->
        [100] <b>{ $code } 서명이 목표 { $goal }명을 달성했습니다.</b>
       *[other] <b>{ $code } 서명이 목표 { $goal }명의 { $percent }%에 이르렀습니다.</b>
    }
milestones-count =
    { $paper ->
        [0] 현재 서명: { $online }명
       *[other] 현재 서명: { $online }명 + 종이 { $paper }명
    }
milestones-pass-on = 아래 글을 누르면 복사됩니다. 널리 알려 주세요.
milestones-share = 텔레그램으로 공유하기
milestones-words = ‘{ $title }’ 서명운동에 { $total }명이 함께했습니다. 목표 { $goal }명의 { $percent }%에 이르렀습니다.
milestones-goal-words = ‘{ $title }’ 서명운동이 목표를 달성했습니다. { $total }명이 함께했습니다.
milestones-invitation = { $day }까지 서명하실 수 있습니다: { $link }
