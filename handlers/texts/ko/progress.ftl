# 발송 진행 상황과 결과.

progress-running = <b>{ $code } 호소문을 보내고 있습니다</b>
progress-done = <b>{ $code } 호소문을 보냈습니다</b>
progress-failed = <b>{ $code } 호소문 발송이 멈췄습니다</b>
progress-nobody = 받을 분이 없었습니다.
progress-sent = { $percent }% · { $letters }통 중 { $sent }통 보냄
progress-blocked = 봇을 차단함: { $count }명
progress-gone = 텔레그램을 탈퇴함: { $count }명
progress-skipped = 차례가 오기 전에 그만 받거나 정보를 삭제함: { $count }명
progress-too_late = 차례가 오기 전에 호소가 마감되어 보내지 않음: { $count }통
progress-uncertain = 도착했는지 알 수 없음: { $count }통
progress-sent-again = 첫 시도에 답이 없어 한 번 더 보냄: { $count }통
progress-refused = 텔레그램이 거절함: { $count }통
progress-reason = – { $reason }: { $count }
progress-other-reasons = – 그 밖의 이유: { $count }
progress-left = 남은 시간 약 { $left }
progress-took = 걸린 시간 { $took }{ $rate ->
        [0] {""}
       *[other] , 1초에 { NUMBER($rate, maximumFractionDigits: 1) }통
    }
progress-waiting = 설치된 환경의 문제로 멈췄습니다. 운영자에게 알려 주세요. 원인은 로그에 있습니다. 남은 { $waiting }통은 봇을 다시 시작하면 보냅니다.
progress-seconds = { $seconds }초
progress-minutes = { $minutes }분
progress-hours = { $hours }시간 { $minutes }분
