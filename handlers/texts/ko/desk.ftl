# 데스크: 들어오기, 그리고 모든 페이지에 있는 것.

desk-link =
    <b>데스크로 가는 링크</b>

    <code>{ $link }</code>

    링크를 복사해 브라우저에서 여세요. 본인만 쓰는 링크입니다. 5분 안에 한 번만 열리고, 여는 사람은 누구든 당신의 이름으로 일하게 됩니다. 다른 사람에게 전하지 마세요.
desk-link-open =
    <b>데스크로 가는 링크</b>

    { $link }

    본인만 쓰는 링크입니다. 5분 안에 한 번만 열리고, 여는 사람은 누구든 당신의 이름으로 일하게 됩니다. 다른 사람에게 전하지 마세요.
desk-link-unprotected = <b>가는 길이 암호화되어 있지 않습니다.</b> 주소가 http로 시작하고 본인 컴퓨터의 주소가 아니어서, 중간에서 엿듣는 사람이 내용을 읽을 수 있습니다. 이 봇을 운영하는 사람에게 데스크를 https로 열어 달라고 하세요.
desk-off = 운영자가 데스크를 켜지 않았습니다. 이 봇을 운영하는 사람이 CLARION_DESK_PORT로 켤 수 있습니다. 급한 일은 모두 이 채팅에서도 할 수 있습니다: /help

desk-name = { $organisation } 데스크
desk-skip = 본문으로 건너뛰기
desk-sections = 데스크 메뉴
desk-signed-in-as = { $alias } · { $role }
desk-sign-out = 로그아웃
desk-to-overview = 한눈에 보기로

desk-overview = 한눈에 보기
desk-exports = 내보내기
desk-coordinators = 담당자
desk-audit = 활동 기록

desk-signed-out-title = 로그인해 주세요
desk-signed-out = 봇에 /desk라고 쓰세요. 여기에 로그인하는 링크를 보내 드립니다. 링크는 5분 안에 한 번만 열립니다.

    30분 동안 아무것도 하지 않으면, 늦어도 12시간이 지나면 로그아웃됩니다.
desk-sign-in-title = 데스크에 로그인
desk-sign-in = 이 링크는 <b>{ $alias }</b> 담당자의 것입니다. 버튼을 누르면 그 이름으로 로그인하게 되며, 링크는 한 번만 열립니다. 본인이 아니면 이 페이지를 닫아 주세요.
desk-sign-in-button = 로그인
desk-turned-away-title = { $why ->
        [often] 시도가 너무 많았습니다
       *[spent] 이 링크로는 들어올 수 없습니다
    }
desk-turned-away = { $why ->
        [often] 실패한 로그인이 너무 많습니다. 15분 뒤에 새 링크로 다시 해 보세요. 봇에 /desk라고 쓰면 됩니다.
       *[spent] 이미 쓴 링크이거나 5분이 지났습니다. 봇에 /desk라고 쓰면 새 링크를 보내 드립니다.
    }
desk-not-for-role-title = 이 역할로는 할 수 없습니다
desk-not-for-role = 당신의 역할로는 할 수 없는 일입니다. 거절은 활동 기록에 남습니다. 업무에 필요하다면 책임자에게 다른 역할을 요청하세요.
desk-try-again-title = 다시 해 주세요
desk-try-again = 이 양식은 지금 로그인한 세션의 것이 아니어서 아무것도 하지 않았습니다. 페이지를 다시 열고 거기에서 버튼을 누르세요.
desk-fault-title = { $fault ->
        [missing] 그런 페이지가 없습니다
        [large] 너무 큽니다
       *[other] 할 수 없는 일입니다
    }
desk-fault = { $fault ->
        [missing] 주소가 틀렸거나, 있던 것이 없어졌습니다.
        [large] 데스크는 한 번에 그만큼 받지 않습니다. 아무것도 하지 않았습니다.
       *[other] 브라우저가 보낸 것을 읽을 수 없었습니다. 아무것도 하지 않았습니다.
    }
desk-failed-title = 문제가 생겼습니다
desk-failed = 다시 하시기 전에, 하시려던 일이 이미 되었는지 먼저 확인해 주세요. 또 그러면 이 봇을 운영하는 사람에게 이 번호를 알려 주세요: <b>{ $reference }</b>

desk-no-approvals = <b>보내는 글을 작성자 말고는 아무도 승인하지 않습니다.</b> 한 사람이 쓰는 설정입니다(CLARION_APPROVALS=0). 두 사람이 되면 바로 이 봇을 운영하는 사람에게 바꿔 달라고 하세요.
desk-nothing-for-role = 이 역할의 일은 채팅에서 합니다. 채팅에서 /help 를 쓰면 할 수 있는 일이 나옵니다. 데스크에는 더 할 일이 없습니다.
desk-tasks = 할 일
desk-tasks-none = 지금 할 일이 없습니다.
desk-task-due = 기한: { $day }
desk-task-later = { $day }까지 미룸
desk-task-do = 다 했음
desk-task-snooze = { $days }일 뒤로 미루기
desk-task-done = 할 일을 마쳤습니다.
desk-task-snoozed = { $days }일 뒤에 다시 알려 드립니다.
desk-task-gone = 더는 열려 있지 않은 일입니다. 누군가 했거나, 그 까닭이 없어졌습니다.
desk-deadlines = 7일 안에 마감
desk-deadlines-none = 7일 안에 마감하는 호소가 없습니다.
desk-deadline = { $day } · { $days ->
        [0] 오늘
       *[other] { $days }일 남음
    }
desk-promises = 기한이 지난 약속
desk-promise-due = { $day }까지 약속함
desk-moments = 앞으로 7일 동안의 일정
desk-moments-none = 앞으로 7일 동안 일정이 없습니다.
desk-running = 보내는 중
desk-running-none = 지금 보내는 것이 없습니다.
desk-running-letters = 편지 { $letters }통 가운데 { $settled }통 처리
desk-drafts = 승인 대기
desk-drafts-none = 승인을 기다리는 초안이 없습니다.
desk-draft-waits = { $correction ->
        [yes] 정정문
       *[no] 첫 판
    } · { $approvals ->
        [0] 아직 승인 없음
       *[other] 승인 { $approvals }건
    }
desk-news-waiting = 작성자가 아닌 사람의 승인을 기다리는 소식이 { $count }건 있습니다. 채팅에서 <code>/news</code>를 쓰세요.
desk-waiting-tips = 제보
desk-waiting-tips-explained = 아무도 맡지 않은 제보
desk-waiting-tips-urgency = 긴급도
desk-waiting-tips-count = 건수
desk-keys = 제보는 열쇠 { $members }개로 봉인합니다. 목록 확인 값: <code>{ $digest }</code>
desk-keys-none = 제보를 봉인할 열쇠가 없어서 제보를 받지 않습니다.

desk-coordinators-everybody = 역할이 있는 모든 사람
desk-coordinators-caption = 들어온 순서
desk-coordinators-alias = 별칭
desk-coordinators-role = 역할
desk-coordinators-joined = 들어온 날
desk-coordinators-deed = 역할 끝내기
desk-coordinators-self = 본인입니다.
desk-dismiss-unknown = 지금 그 별칭을 쓰는 다른 담당자가 없습니다. 자신의 역할은 스스로 끝낼 수 없습니다.
desk-dismiss-last-owner = 하나뿐인 책임자입니다. 책임자는 한 명 이상 있어야 합니다.
desk-dismiss-back = 그대로 두고 돌아가기
desk-invite-title = 담당자 초대
desk-invite = 한 사람이 { $days }일 안에 쓸 수 있는 링크를 드립니다. 링크는 한 번만 보입니다. 책임자는 이 봇을 운영하는 사람이 설정에서 정합니다.
desk-invite-role = 역할
desk-invite-button = 링크 만들기

desk-audit-chain = 기록의 사슬
desk-audit-chain-explained = 줄마다 그 앞의 모든 줄을 확인하는 값이 들어 있어서, 프로그램을 거치지 않고 바뀐 것이 있으면 드러납니다. 다시 계산하는 데 조금 걸립니다.
desk-audit-verify = 사슬 확인
desk-audit-entries = 기록
desk-audit-subject = 한 대상만 보기
desk-audit-subject-hint = 호소문 코드, 제보 표식, 별칭을 목록에 있는 그대로 쓰세요
desk-audit-search = 보기
desk-audit-all = 모두 보기
desk-audit-caption = 새것부터
desk-audit-when = 언제
desk-audit-who = 누가
desk-audit-what = 무엇을
desk-audit-nothing = 그런 기록이 없습니다.
desk-audit-older = 더 오래된 기록

desk-exports-explained = 내보낸 파일은 모두 활동 기록에 남습니다. 필요 없어지면 바로 지우세요.
desk-exports-petition = 호소
desk-exports-no-petition = 아직 보낸 호소가 없습니다.
desk-exports-totals = 합계
desk-exports-totals-explained = 경로, 나라, 언어, 날짜별 집계이며 HXL 태그가 있습니다. 이름이 없으므로 공개해도 됩니다.
desk-exports-totals-button = 합계 내려받기
desk-exports-signatures = 서명
desk-exports-signatures-explained = 이름과 사는 곳은 전달에 동의한 사람의 것만 들어 있습니다. 압축 파일에는 서명 파일과 그 설명(줄 수, 열, 확인 값)이 함께 있습니다.
desk-exports-form = 파일 형식
desk-exports-signatures-button = 서명 내려받기
desk-exports-tips = 봉인된 제보
desk-exports-tips-explained = 급한 것부터 들어 있습니다. 파일은 받는 사람의 열쇠로, 그 사람의 컴퓨터에서만 열립니다: <code>clarion tips open FILE --key KEYFILE --format html</code>
desk-exports-tips-button = 제보 { $count }건 내려받기{ $parts ->
        [1] { "" }
       *[other] { " " }({ $parts }개 가운데 { $part }번째)
    }
desk-exports-audit-explained = 활동 기록의 모든 줄과 확인 값이 담긴 CSV입니다. 다른 사람도 사슬을 다시 계산할 수 있습니다.
desk-exports-audit-button = 활동 기록 내려받기
