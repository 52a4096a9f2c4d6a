# 발송 진행 상황과 결과.

progress-scheduled = <b>{ $kind ->
        [digest] 소식 모음이 발송될 예정입니다
        [correction] { $code } 정정문이 발송될 예정입니다
        [recall] { $code } 호소문이 회수될 예정입니다
        [reminder] { $code } 마감 알림이 발송될 예정입니다
        [asking_again] { $code } 서명자에게 다시 여쭙는 글이 발송될 예정입니다
        [news] { $code } 소식이 발송될 예정입니다
       *[appeal] { $code } 호소문이 발송될 예정입니다
    }</b>
progress-running = <b>{ $kind ->
        [digest] 소식 모음을 보내고 있습니다
        [correction] { $code } 정정문을 보내고 있습니다
        [recall] { $code } 호소문을 회수하고 있습니다
        [reminder] { $code } 마감 알림을 보내고 있습니다
        [asking_again] { $code } 서명자에게 다시 여쭙고 있습니다
        [news] { $code } 소식을 보내고 있습니다
       *[appeal] { $code } 호소문을 보내고 있습니다
    }</b>
progress-paused = <b>{ $kind ->
        [digest] 소식 모음 발송을
        [correction] { $code } 정정문 발송을
        [recall] { $code } 호소문 회수를
        [reminder] { $code } 마감 알림 발송을
        [asking_again] { $code } 서명자에게 다시 여쭙기를
        [news] { $code } 소식 발송을
       *[appeal] { $code } 호소문 발송을
    } 잠시 멈췄습니다</b>
progress-done = <b>{ $kind ->
        [digest] 소식 모음을 보냈습니다
        [correction] { $code } 정정문을 보냈습니다
        [recall] { $code } 호소문을 회수했습니다
        [reminder] { $code } 마감 알림을 보냈습니다
        [asking_again] { $code } 서명자에게 다시 여쭈었습니다
        [news] { $code } 소식을 보냈습니다
       *[appeal] { $code } 호소문을 보냈습니다
    }</b>
progress-published = <b>{ $code } 호소문을 발송 없이 공개했습니다</b>
progress-a-bill = 법안
progress-cancelled = <b>{ $kind ->
        [digest] 소식 모음 발송을
        [correction] { $code } 정정문 발송을
        [recall] { $code } 호소문 회수를
        [reminder] { $code } 마감 알림 발송을
        [asking_again] { $code } 서명자에게 다시 여쭙기를
        [news] { $code } 소식 발송을
       *[appeal] { $code } 호소문 발송을
    } 취소했습니다</b>
progress-failed = <b>{ $kind ->
        [digest] 소식 모음 발송이
        [correction] { $code } 정정문 발송이
        [recall] { $code } 호소문 회수가
        [reminder] { $code } 마감 알림 발송이
        [asking_again] { $code } 서명자에게 다시 여쭙기가
        [news] { $code } 소식 발송이
       *[appeal] { $code } 호소문 발송이
    } 멈췄습니다</b>

progress-begins = { $at }에 시작합니다.
progress-moment = { $day } { $time }({ $zone })
progress-paused-canary = 계획하신 대로 처음 { $count }통을 보내고 멈췄습니다. 결과를 확인하신 뒤 계속하거나 나머지를 취소해 주세요.
progress-paused-coordinator = 담당자가 멈췄습니다. 담당자가 ‘계속하기’를 누르면 이어집니다.
progress-paused-refused_alike = 텔레그램이 잇달아 똑같이 거절하여 저절로 멈췄습니다. 계속하기 전에 아래 결과를 확인해 주세요. 무슨 뜻인지 알기 어려우면 이 봇의 운영자에게 물어봐 주세요.
progress-paused-restored = 데이터베이스를 백업에서 복원했습니다. 백업을 만든 뒤에 무엇을 보냈는지 알 수 없으므로, 계속하면 같은 소식을 두 번 받는 분이 있을 수 있습니다.
progress-cancelled-coordinator = 담당자가 취소했습니다.
progress-cancelled-closed = 보내기로 한 때에 호소가 열려 있지 않았습니다.
progress-cancelled-recalled = 호소문을 회수했습니다.
progress-cancelled-corrected = 호소문을 정정하여 정정문이 대신 나갑니다.
progress-cancelled-restored = 발송을 시작하기 전의 백업에서 데이터베이스를 복원했습니다. 그 뒤에 보내지 않았다면 발송을 다시 예약해 주세요.
progress-fatal = 설치된 환경에 문제가 생겨 멈췄습니다. 운영자에게 알려 주세요. 원인은 로그에 있습니다. { $waiting ->
        [0] 남은 것은 없습니다.
       *[other] 남은 { $waiting }통은 봇을 다시 시작하면 보냅니다.
    }

progress-nobody = { $kind ->
        [recall] 회수할 메시지가 없었습니다.
        [correction] 이전 글을 받은 분 가운데 연락할 수 있는 분이 없어 소식은 나가지 않았습니다.
        [reminder] 열어 보고 서명하지 않은 분 가운데 알릴 수 있는 분이 없어 알림은 나가지 않았습니다.
        [asking_again] 이전 글에 서명한 분 가운데 소식을 받기로 한 분이 없어 나간 것이 없습니다.
        [news] 소식을 받기로 하고 서명한 분도, 지켜보는 분도, 바로 받기로 한 분도 없어 나간 것이 없습니다.
       *[appeal] 받을 분이 없어 소식은 나가지 않았습니다.
    }
progress-writing = 목록을 아직 만들고 있어 전체 수가 늘어납니다.
progress-arrived-appeal = { $percent }% 완료 · { $letters }통 중 { $sent }통 보냄
progress-arrived-reminder = { $percent }% 완료 · 알림 { $letters }통 중 { $sent }통 보냄
progress-arrived-asking_again = { $percent }% 완료 · 서명자 { $letters }명 중 { $sent }명에게 물음
progress-arrived-news = { $percent }% 완료 · { $letters }명 중 { $sent }명에게 알림
progress-arrived-digest = { $percent }% 완료 · { $letters }통 중 { $sent }통 보냄
progress-arrived-correction = { $percent }% 완료 · { $letters }통 중 { $sent }통 정정함
progress-arrived-recall = { $percent }% 완료 · 메시지 { $letters }개 중 { $sent }개 회수함
progress-blocked = 봇을 차단함: { $count }명
progress-gone = 텔레그램을 탈퇴함: { $count }명
progress-uncertain = 도착했는지 알 수 없음: { $count }통
progress-refused = 텔레그램이 거절함: { $count }통
progress-reason = – { $reason }: { $count }
progress-other-reasons = – 그 밖의 이유: { $count }
progress-skipped-stopped = 차례가 오기 전에 소식을 그만 받기로 함: { $count }명
progress-skipped-blocked = 차례가 오기 전에 봇을 차단함: { $count }명
progress-skipped-gone = 차례가 오기 전에 텔레그램을 탈퇴함: { $count }명
progress-skipped-forgotten = 차례가 오기 전에 정보를 삭제함: { $count }명
progress-skipped-not_wanted = 차례가 오기 전에 이 호소의 소식을 그만 받기로 함: { $count }명
progress-skipped-signed = { $kind ->
        [asking_again] 차례가 오기 전에 새 글에 서명함: { $count }명
       *[appeal] 차례가 오기 전에 서명함: { $count }명
    }
progress-skipped-closed = 차례가 오기 전에 호소가 마감되어 보내지 않음: { $count }통
progress-skipped-cancelled = 나머지를 취소하여 { $kind ->
        [recall] 회수하지 않음: { $count }개
        [correction] 정정하지 않음: { $count }통
       *[appeal] 보내지 않음: { $count }통
    }
progress-skipped-recalled = 호소문이 회수되어 보내지 않음: { $count }통
progress-skipped-corrected = 정정문이 대신 나가 보내지 않음: { $count }통
progress-skipped-unreadable = 저장된 정보를 읽을 수 없어 보내지 못함: { $count }
progress-open = 아직 { $kind ->
        [recall] 회수하지 않음: { $count }개
        [correction] 정정하지 않음: { $count }통
       *[appeal] 보내지 않음: { $count }통
    }
progress-sent-again = 첫 시도에 답이 없어 한 번 더 보냄: { $count }통

progress-waiting = – 이 가운데 방해 금지 시간이 끝나기를 기다리는 등 보낼 때가 되지 않음: { $count }통. 가장 이른 것은 { $at }에 보낼 수 있습니다.
progress-left = { $waiting ->
        [0] 남은 시간
       *[other] 지금 보낼 수 있는 것까지 남은 시간
    } 약 { $left }, 1초에 { NUMBER($rate, maximumFractionDigits: 1) }통
progress-still = 지난 1분 동안 진행된 것이 없습니다. 더 급한 것을 먼저 보내고 있거나 텔레그램이 느립니다. 저절로 다시 이어집니다.
progress-took = 걸린 시간 { $took }{ $rate ->
        [0] {""}
       *[other] , 평균 1초에 { NUMBER($rate, maximumFractionDigits: 1) }통
    }
progress-floods = 텔레그램이 천천히 보내 달라고 한 횟수: { $count }번
progress-paid = 유료 발송: 지금까지 스타 최대 { $stars }개(동의하신 한도 { $cap }개)
progress-seconds = { $seconds }초
progress-minutes = { $minutes }분
progress-hours = { $hours }시간 { $minutes }분

progress-button-pause = 잠시 멈추기
progress-button-go-on = 계속하기
progress-button-cancel = 취소하기
progress-button-chart = 그래프
progress-button-counts = 집계 파일
