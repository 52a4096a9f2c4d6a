# 서명운동의 흐름: 집계, 속도, 전망. 담당자가 봅니다.

pace-total =
    <b>{ $code }: { $title }</b>
    { $goal ->
        [0] 유효한 서명 { $total }명
       *[other] 유효한 서명 { $total }명 · 목표 { $goal }명
    }
pace-apart = 온라인 { $online }명 + 종이 { $paper }명
pace-bar = { $bar } { $percent }%

pace-heading = <b>속도와 전망</b>
pace-today = 첫날인 오늘 { $recent }명이 서명했습니다.
pace-recent = { $since }부터 { $recent }명, 하루 약 { $rate }명이 서명했습니다.
pace-none = { $since }부터는 서명이 없었습니다.
pace-deadline = 이 속도라면 마감일인 { $day }까지 { $total }명이 됩니다.
pace-goal-on = 목표 { $goal }명은 { $day }에 달성합니다.
pace-goal-late = 목표 { $goal }명은 마감 뒤인 { $day }에야 달성합니다. 마감 전에 달성하려면 이제부터 하루 { $needed }명이 필요합니다.
pace-goal-never = 이대로는 목표 { $goal }명을 달성하지 못합니다. 마감 전에 달성하려면 이제부터 하루 { $needed }명이 필요합니다.
pace-goal-reached = 목표 { $goal }명을 달성했습니다.
pace-undated = 서명지로 인원수만 입력한 { $count }명은 날짜를 알 수 없어 합계에만 넣고 속도에는 넣지 않았습니다.
pace-over-reached = 마감되었습니다. 목표 { $goal }명을 달성했습니다.
pace-over = 마감되었습니다. 목표 { $goal }명 가운데 { $total }명이 서명했습니다.
