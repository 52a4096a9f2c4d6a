# 데스크: 호소, 서명지 묶음, 전달.

desk-hidden = 가려 둔 내용: 누르면 보입니다
desk-appeals = 호소
desk-appeals-kind = 종류
desk-appeals-order = 정렬
desk-appeals-show = 보기
desk-appeals-none = 아직 호소가 없습니다.
desk-appeals-signatures = 서명 { $count }명, 최근 7일 동안 { $recent }명
desk-state = { $state } ({ $count })

desk-column-state = 상태
desk-column-day = 날짜
desk-column-channel = 경로
desk-column-signatures = 서명
desk-column-addressee = 받는 사람
desk-column-link = 링크
desk-column-made = 만든 날
desk-column-waiting = 확인할 서명
desk-column-batch = 묶음
desk-column-entered = 입력
desk-column-handover = 전달
desk-column-package = 꾸러미에 든 것
desk-by-on = { $who }, { $day }
desk-signatures = { $count }명
desk-waiting = { $count ->
        [0] 없음
       *[other] { $count }건
    }
desk-ended = { $day }에 마감

desk-appeal-about = 이 호소에 관하여
desk-appeal-campaign = 캠페인
desk-appeal-continues = 이어지는 호소
desk-appeal-version = 판
desk-appeal-correction = 정정문 제{ $number }판: { $state }
desk-appeal-versions = 판 { $count }개 모두 보기
desk-appeal-written = 작성
desk-appeal-approvals = 승인 수
desk-appeal-digest = SHA-256 앞부분
desk-appeal-restricted = 제한 정보
desk-appeal-restricted-note = 호소문을 쓰거나 승인하는 분만 볼 수 있습니다. 소식, 내보내기, 전달 꾸러미 어디에도 들어가지 않으니 밖으로 전하지 마세요.
desk-appeal-place = 장소
desk-appeal-count = 서명
desk-appeal-addressees = 받는 사람
desk-addressee-pending = 아직 전달하지 않음
desk-addressee-delivered = 전달함, 아직 답이 없음
desk-addressee-answered = 답이 옴
desk-addressee-deliveries = 전달: { $days }
desk-addressee-replies = 답: { $days }
desk-appeal-timeline = 경과
desk-appeal-no-timeline = 아직 기록된 일이 없습니다.
desk-appeal-links = 서명 모으는 분, 학교, 채널의 링크
desk-appeal-cards = 텔레그램에서 보이는 모습
desk-card = { $reader } 독자 (호소문은 { $content })
desk-card-letter = 보내는 소식
desk-card-full = { $reader } 독자가 보는 전체 내용

desk-batches = 서명지 묶음
desk-batches-about = 종이, 팩스, 이메일, 우편, 현장 행사로 모인 서명입니다.
desk-batches-none = 아직 입력한 서명지가 없습니다.
desk-batches-hint = 서명지는 채팅에서 입력하거나 무효로 합니다: <code>/batch { $code }</code>
desk-batch = 묶음 { $number }
desk-batch-signatures = { $named ->
        [True] { $count }명, 이름 있음
       *[False] { $count }명, 수만 셈
    }
desk-batch-state-entering = 입력 중
desk-batch-state-counted = 집계됨
desk-batch-state-voiding = 무효로 하는 중
desk-batch-state-voided = 무효

desk-handovers = 전달
desk-handovers-about = 누구에게 무엇을 전달했는지 보여 줍니다. 이름은 전달 꾸러미에만 들어 있습니다.
desk-handovers-none = 아직 전달한 것이 없습니다.
desk-handovers-hint = 꾸러미는 채팅에서 만들고, 다시 만들 수도 있습니다: <code>/handover { $code }</code>
desk-handover = { $number }차
desk-handover-package = 이름 { $names }명, 기록 { $entries }건
