# 발송 계획 바꾸기: 받는 분, 보내는 때, 먼저 몇 통, 유료 발송.

planning-back = 계획으로 돌아가기
planning-done = 완료

planning-ask-who = <b>누구에게 보낼까요?</b>
planning-group-subscribers = 소식 받는 분
planning-group-signers = { $of }에 서명한 분
planning-group-followers = { $of } 지켜보는 분
planning-languages = 언어
planning-topics = 주제
planning-countries = 나라
planning-digests = 모아 받는 분은 빼기
planning-ask-languages =
    <b>언어</b>
    보낼 분의 언어를 골라 주세요. 아무것도 고르지 않으면 모든 분에게 보냅니다.
planning-ask-topics =
    <b>주제</b>
    보낼 분의 관심 주제를 골라 주세요. 아무것도 고르지 않으면 호소문에 적힌 주제를 따릅니다.
planning-ask-countries =
    <b>나라</b>
    어느 나라에서 서명한 분에게 보낼지 골라 주세요. 아무것도 고르지 않으면 모든 분에게 보냅니다.

planning-ask-few =
    <b>먼저 몇 통만 보내기</b>
    고른 만큼 보낸 뒤 발송이 저절로 멈춥니다. 결과를 보고 계속하거나 나머지를 취소하실 수 있습니다.
planning-few = { $count }통
planning-all-at-once = 멈추지 않기

planning-ask-when =
    <b>언제 보낼까요?</b>
    시각을 누르거나 <code>{ $example }</code>처럼 적어 주세요({ $zone } 기준).
    지금은 { $now }입니다. { $deadline } 전에 시작해야 합니다.
planning-moment = { $day } { $time }({ $zone })
planning-moment-elsewhere = { $moment }, 곧 { $day } { $time }({ $zone })
planning-now = 지금
planning-in-an-hour = 1시간 뒤: { $time }
planning-today = 오늘 { $time }
planning-tomorrow = 내일 { $time }
planning-time-unreadable = 시각으로 읽을 수 없어 바꾸지 않았습니다. 보기처럼 적거나 버튼을 눌러 주세요.
planning-time-left-out = 그날은 시계를 앞당기는 날이라 그 시각이 없습니다. 바꾸지 않았습니다.
planning-time-past = 이미 지난 시각이라 바꾸지 않았습니다.
planning-time-too-late = 그때는 호소문이 마감된 뒤라 바꾸지 않았습니다.

planning-paid =
    <b>더 빨리 보내기(유료)</b>
    텔레그램은 1초에 1,000통까지 보내 주고, 무료인 1초 30통을 넘는 한 통마다 이 봇의 잔액에서 스타 0.1개를 가져갑니다. { $total }통을 보내는 데 { $slow } 대신 약 { $fast } 걸리며, 스타는 <b>많아야 { $stars }개</b> 듭니다.
planning-paid-type = 이렇게 하시려면 스타 개수를 적어 주세요: <code>{ $number }</code>. 그 전에는 아무 비용도 들지 않습니다.
planning-paid-above-cap = 우리 단체가 한 번 보내는 데 허용한 스타 { $cap }개를 넘으므로 유료로 보낼 수 없습니다.
planning-paid-other-number = 적으신 숫자가 달라 바꾸지 않았습니다.
planning-unpaid = 유료로 하지 않기
