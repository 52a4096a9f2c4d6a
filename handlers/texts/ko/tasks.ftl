# 할 일과 그 때.

tasks-heading = <b>할 일 { $count }건</b>
tasks-none = 지금은 할 일이 없습니다. 때가 되면 여기로 알려 드립니다.
tasks-line = • { $title }
tasks-line-put-off = • { $title } ({ $day }까지 미룸)

tasks-title-follow_up = { $number ->
    [365] { $code }: 마감 후 1년
   *[other] { $code }: 마감 후 { $number }일
  }
tasks-text-follow_up = { $number ->
    [365] ‘{ $title }’ 호소를 마감한 지 1년이 되었습니다. 서명하신 분들은 잊지 않았습니다. 지금 어떤 상황인지, 달라진 것이 없다면 없다고 알려 주세요.
   *[other] ‘{ $title }’ 호소는 그 뒤 어떻게 되었습니까? 새로 알게 된 것이 있으면 기록해 주세요. 소식을 받겠다고 하신 서명자에게는 <code>/news { $code }</code> 명령으로 알릴 수 있습니다.
  }
tasks-title-no_reply = { $code }: { $number }일이 지나도록 답변 없음({ $office })
tasks-text-no_reply = 받는 사람: { $office }. 전달한 날: { $day }. 그 뒤로 기록된 답변이 없습니다. 답변이 왔다면 기록해 주세요. 기록하면 이 할 일은 저절로 끝납니다. 답변이 없었다면 지금 다시 물어볼 때입니다.
tasks-title-commitment = 약속한 날입니다: { $who }
tasks-text-commitment =
    약속한 사람: { $who }
    약속한 내용: { $what }
    기한: { $day }

    지켜졌습니까? 어떻게 되었는지 적어 주시면 이 할 일은 저절로 끝납니다.
tasks-title-review = { $country } 심사 후 { $number }개월
tasks-text-review = { $number ->
    [30] 중간 보고서를 낼 때입니다. { $country } 심사는 { $day }에 있었고({ $cycle }주기), 다음 심사는 { $next }경입니다. 권고는 현황에서 보실 수 있습니다.
   *[other] { $country } 심사는 { $day }에 있었습니다({ $cycle }주기). 그 뒤 권고는 얼마나 이행되었습니까? 다음 심사는 { $next }경입니다.
  }
tasks-title-office = 직책 정보 확인: { $office }
tasks-text-office = 진행 중인 호소가 { $office } 앞으로 되어 있는데, 등록부의 이 직책(<code>{ $key }</code>)을 마지막으로 확인한 날이 { $day }입니다. 재임자와 주소, 연락처가 그대로인지 살펴보시고, 등록부에 오늘 확인했다고 남겨 주세요.

tasks-write = 서명하신 분들께 알리기
tasks-record = 새로운 일 기록하기
tasks-reply = 답변 기록하기
tasks-stage = 어떻게 되었는지 적기
tasks-trackers = 현황 보기
tasks-office = 등록부에서 직책 열기
tasks-timeline = 시간순 기록
tasks-done = 했습니다
tasks-in-a-week = 일주일 뒤에
tasks-in-a-month = 한 달 뒤에
tasks-all = 할 일 모두 보기
tasks-was-done = <b>했습니다:</b> { $title }
tasks-was-put-off = <b>{ $day }까지 미룸:</b> { $title }
tasks-gone = 이미 끝난 일입니다.
