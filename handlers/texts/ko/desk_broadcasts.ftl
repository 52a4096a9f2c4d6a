# 데스크: 발송.

desk-broadcasts = 발송
desk-broadcasts-none = 아직 보낸 것이 없습니다.
desk-column-broadcast = 발송
desk-column-letters = 소식
desk-column-begun = 시작
desk-broadcast-name = { $kind ->
        [digest] 소식 모음
        [correction] { $code } 정정문
        [recall] { $code } 회수
        [reminder] { $code } 마감 알림
        [asking_again] { $code } 서명자에게 다시 여쭙기
        [news] { $code } 새 소식
       *[appeal] { $code } 발송
    }
desk-broadcast-state-scheduled = 예약됨
desk-broadcast-state-running = 진행 중
desk-broadcast-state-paused = 멈춤
desk-broadcast-state-done = 끝남
desk-broadcast-state-cancelled = 취소됨
desk-broadcast-state-failed = 오류로 중단됨
desk-broadcast-letters = { $letters }통 중 { $sent }통
desk-broadcast-appeal = { $code } 호소로 가기
desk-broadcast-progress = 진행 상황
desk-broadcast-fates = 결과별 수
desk-broadcast-said = { $state ->
        [scheduled] 아직 시작하지 않았습니다.
        [running] { $percent }퍼센트를 처리했습니다.
        [paused] { $percent }퍼센트에서 멈추었습니다.
        [done] 끝났습니다.
        [cancelled] 취소되었습니다.
       *[failed] { $percent }퍼센트에서 오류로 중단되었습니다.
    }
desk-broadcast-button-pause = 멈추기
desk-broadcast-button-resume = 계속하기
desk-broadcast-steered = { $state ->
        [running] 계속 보냅니다.
        [paused] 멈추었습니다. 이미 나간 것은 그대로 도착합니다.
        [cancelled] 취소했습니다. 더는 나가지 않습니다.
       *[done] 끝났습니다.
    }
desk-broadcast-too-late = { $state ->
        [scheduled] 바뀐 것이 없습니다. 아직 시작하지 않았습니다.
        [running] 바뀐 것이 없습니다. 이미 진행 중입니다.
        [paused] 바뀐 것이 없습니다. 이미 멈추어 있습니다.
        [cancelled] 바뀐 것이 없습니다. 이미 취소되었습니다.
        [failed] 바뀐 것이 없습니다. 오류로 중단되었습니다.
       *[done] 바뀐 것이 없습니다. 이미 끝났습니다.
    }
