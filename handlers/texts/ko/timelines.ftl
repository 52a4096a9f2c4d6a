# 시간순 기록, 기관과의 연락, 현황. 담당자가 보는 화면입니다.

timelines-which = 무엇의 기록을 보시겠습니까?
timelines-heading =
    <b>{ $title }</b>
    { $count }건, 오래된 것부터
timelines-nothing = 아직 기록된 일이 없습니다. /record 로 기록합니다.
timelines-scan = { $day } 스캔본
timelines-earlier = 이전 기록
timelines-later = 다음 기록
timelines-which-office = 등록부의 어느 직책입니까?
timelines-no-office = 등록부에 아직 직책이 없습니다. 넣는 방법은 /registers 에 있습니다.
timelines-unknown-office = 등록부에 이 키의 직책이 없습니다. 어느 직책을 찾으십니까?
timelines-office = <b>{ $office }</b>
timelines-holder = 현직자: { $holder }
timelines-no-holder = 현직자: 입력되지 않음
timelines-checked = { $day } 확인
timelines-no-contact = 아직 기록된 연락이 없습니다.

trackers-which = <b>지켜보고 있는 것</b>
trackers-count = { $kind }: { $count }건{ $overdue ->
    [0] { "" }
   *[other] , 기한 지남 { $overdue }건
  }
trackers-heading = <b>{ $kind } { $count }건</b>, 기한이 가까운 순서
trackers-next-review = 다음 심사: { $month }경.
trackers-overdue = <b>기한이 지났습니다.</b>
trackers-go-on = 다음 단계: { $what }
trackers-file = 파일로 받기
