# 담당자의 일정 관리: 추가, 옮기기, 취소, 알림.

moment-add-title = 일정 추가
moment-add-ask-kind = 어떤 일정입니까?
moment-add-ask-name = 무엇이라고 부릅니까?
moment-add-ask-when = 언제입니까?
moment-add-ask-zone = 어느 시간대의 시각입니까? <code>Europe/Paris</code>처럼 적어 주세요. { $zone } 기준이면 건너뛰시면 됩니다.
moment-add-ask-place = 장소는 어디입니까? 모두에게 공개하는 일정이면 누구나 읽을 수 있습니다.
moment-add-ask-public = 누구에게 보입니까?
moment-add-label-kind = 종류
moment-add-label-name = 이름
moment-add-label-when = 때
moment-add-label-zone = 시간대
moment-add-label-place = 장소
moment-add-label-public = 공개 범위
moment-add-everybody = 모두에게
moment-add-coordinators = 담당자에게만
moment-add-unknown-zone = 알 수 없는 시간대입니다. <code>Asia/Seoul</code>이나 <code>Europe/Paris</code>처럼 대륙과 도시로 적어 주세요.

moment-move-title = 일정 옮기기: { $name }
moment-move-ask-when = 언제로 옮기시겠습니까({ $zone } 기준)?
moment-move-label-when = 때

moments-added = 일정에 넣었습니다. 7일 전과 24시간 전에, 시각이 정해져 있으면 3시간 전에도 기록을 맡은 모든 담당자에게 알립니다.
moments-moved = 일정을 옮겼습니다. 알림도 새 시각에 맞추어 보냅니다.
moments-past = 그곳 시각으로 이미 지난 때입니다. 때나 시간대를 고쳐 주세요.
moments-anchor = { $code } 호소가 때를 맞추려는 일정입니다. 호소문을 정정하여 날짜를 바꾸면 함께 옮겨집니다.
moments-move = 옮기기
moments-cancel = 취소하기
moments-ask-cancel = <b>이 일정을 취소할까요?</b> 모든 분의 일정에서 사라집니다.{ $count ->
    [0] { "" }
   *[other] { " " }{ $count }명이 참석하기로 했습니다. 누구인지 알 수 없어 따로 알릴 수 없으니, 행사를 알리셨던 곳에 취소 소식을 올려 주세요.
  }
moments-cancel-yes = 네, 취소합니다
moments-cancel-no = 그대로 두기
moments-cancelled = 취소했습니다: { $name }
moments-soon = { $days ->
    [0] <b>오늘 일정입니다</b>
    [1] <b>내일 일정입니다</b>
   *[other] <b>{ $days }일 뒤 일정입니다</b>
  }
moments-look = 일정에서 보기
moments-timeline = 호소의 시간순 기록
