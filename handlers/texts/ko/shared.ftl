# 여러 화면이 함께 쓰는 글: 거절, 오류, 명령어 설명.

coordinators-only = 이 기능은 담당자만 쓸 수 있습니다. 여기서 하실 수 있는 일은 /help 에 있습니다.
role-refused = 맡으신 역할로는 이 일을 할 수 없습니다. 역할은 책임자가 /invite 로 바꿀 수 있습니다.
button-stale = 이제 쓸 수 없는 버튼입니다. 가장 최근 메시지나 /help 를 이용해 주세요.
fault-reference =
    저희 쪽에 문제가 생겨 부탁하신 일이 되지 않았을 수 있습니다. 잠시 뒤에 다시 해 주세요.

    같은 일이 또 생기면 /contact 에 있는 곳으로 이 번호를 알려 주세요: <code>{ $reference }</code>
nothing-to-do =
    지금은 글을 받지 않습니다. 보내신 내용은 아무도 읽지 않으며 저장하지도 않습니다.

    지금 서명할 수 있는 호소는 /appeals, 제보는 /tip 을 이용해 주세요. 나머지는 모두 /help 에 있습니다.
unknown-command = 그런 명령어는 없습니다. 쓸 수 있는 명령어는 /help 에 있습니다.
private-only = 저는 일대일 대화에서만 답합니다. 저와의 대화방을 열고 /start 를 보내 주세요.

command-start = 처음 화면
command-help = 여기서 할 수 있는 일
command-subscribe = 소식 받기
command-stop = 소식 그만 받기
command-settings = 관심 주제, 받는 방식, 방해 금지 시간, 언어
command-language = English, 한국어
command-appeals = 지금 진행 중인 호소
command-campaigns = 여러 해에 걸친 캠페인
command-calendar = 중요한 날짜
command-learn = 쉬운 말로 알아보기
command-partners = 함께하는 단체
command-sign = 서명하기
command-withdraw = 서명 철회
command-proof = 내 서명이 집계되었다는 증명 받기
command-share = 공유하기
command-volunteer = 서명을 모으는 일 돕기
command-tip = 제보하기(봉인해서 보관)
command-inbox = 제보에 온 답 읽기
command-mydata = 내 정보 내려받기
command-forget = 내 정보 삭제
command-privacy = 개인정보 처리방침
command-contact = 문의할 곳
command-cancel = 하던 일 그만두기

command-draft = 호소문 초안 올리기
command-queue = 검토나 발송을 기다리는 호소문
command-preview = 읽는 분에게 보일 모습 보기
command-approve = 호소문 승인
command-send = 승인된 호소문 보내기
command-pause = 발송 잠시 멈추기
command-resume = 멈춘 발송 계속하기
command-correct = 정정문 보내기
command-recall = 보낸 호소문 회수하기
command-progress = 발송 진행 상황
command-stats = 경로와 나라별 서명 집계
command-goal = 서명 목표를 보거나 올리기
command-links = 서명 모으는 분·학교·채널 링크
command-kit = 참여 요청 글과 서명지
command-batch = 종이 등으로 받은 서명 입력
command-invalidate = 서명을 집계에서 빼기
command-handover = 받는 사람에게 서명 전달하기
command-organisations = 호소에 함께하는 단체
command-tips = 제보 목록과 긴급도
command-keys = 제보를 여는 열쇠
command-export = 서명이나 제보를 파일로 내보내기
command-invite = 담당자 초대
command-dismiss = 담당자 역할 끝내기
command-audit = 누가 무엇을 했는지 보기
command-desk = 브라우저에서 업무 화면 열기
command-write = 차례대로 호소문 쓰기
command-collect = 내 서명 모집 링크
command-record = 호소문 이후의 일 기록하기
command-reply = 받은 답변 기록하기
command-outcome = 결과 기록하기
command-news = 관련된 사람들에게 소식 알리기
command-timeline = 있었던 일을 시간순으로 보기
command-addressee = 받는 기관과의 연락
command-trackers = 법안·약속·권고 현황
command-tasks = 할 일
command-moment = 일정 추가
command-registers = 등록부(직책·국제 의무·용어·캠페인)
