# 일정: 다가오는 날과 참석.

calendar-heading = <b>중요한 날짜</b>
calendar-none = 지금은 예정된 일정이 없습니다.
calendar-one = { $day } { $name }
calendar-when = { $day } { $hour }
calendar-clock = { $time }({ $zone })
calendar-place = 장소: { $place }
calendar-kind-vote = 표결
calendar-kind-summit = 정상회담
calendar-kind-hearing = 청문회·공청회
calendar-kind-review = 국가 심사
calendar-kind-deadline = 마감
calendar-kind-action = 집회·행사
calendar-kind-other = 그 밖의 일정
calendar-coming = { $count ->
    [0] 아직 참석 의사를 밝힌 분이 없습니다
   *[other] { $count }명 참석 예정
  }
calendar-internal = 담당자에게만 보이는 일정
calendar-how-counted = 참석하시겠습니까? 인원수만 공개합니다. 이름과 텔레그램 ID는 저장하지 않습니다. 한 분을 두 번 세지 않도록 텔레그램 ID에서 비밀 열쇠로 만든 부호만 두었다가 그날이 지나면 지웁니다. 버튼을 누르신 사실은 텔레그램이 알 수 있습니다.
calendar-you-come = 참석 인원에 포함되었습니다. 인원수만 공개하며, 중복을 막는 부호는 그날이 지나면 지웁니다.
calendar-counted = 참석 인원에 포함했습니다.
calendar-not-counted = 참석 인원에서 뺐습니다.
calendar-gone = 이제 일정에 없습니다.

calendar-come = 참석하기
calendar-stay = 참석 취소하기
calendar-appeal = 호소문 읽기
calendar-all = 전체 일정
calendar-add = 일정 추가
