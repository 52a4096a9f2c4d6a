# 호소 이후의 일을 기록하기: 고르기, 모든 기록에 공통된 질문, 그다음 할 수 있는 일.

recording-which = 무엇에 관한 기록입니까?
recording-unknown = 이 기록을 남길 수 있는 호소문이나 캠페인이 아닙니다. 무엇에 관한 기록인지 골라 주세요.
recording-of-nothing = 호소문·캠페인과 관계없음
recording-ask-kind =
    <b>{ $of }: 무엇을 기록하시겠습니까?</b>
    한번 기록한 내용은 고치지 않습니다. 법안의 다음 단계처럼 그 뒤에 이어진 일은 새 기록으로 덧붙입니다.
recording-thread = { $what } · { $stage }
recording-no-thread = 이렇게 이어 갈 수 있는 기록이 없습니다. 진행 중인 일은 /record 에 있습니다.

recording-ask-office = 어느 기관입니까?
recording-label-office = 기관
recording-ask-day = 언제 있었던 일입니까?
recording-label-day = 날짜
recording-ask-link = 웹에서 어디를 보면 됩니까? https:// 로 시작하는 주소를 보내 주세요.
recording-label-link = 링크
recording-no-link = 웹 주소가 아닙니다. 주소는 https:// 로 시작합니다.
recording-ask-scan =
    스캔본이나 사진이 있습니까? 5 MB까지의 PDF, JPEG, PNG 파일을 첨부해 주세요.
    암호화해서 보관하며, 누가 내려받는지 기록에 남습니다.
recording-label-scan = 스캔본
recording-ask-access = 누가 볼 수 있습니까?
recording-label-access = 볼 수 있는 사람
recording-access-open = 제한 없음
recording-access-confidential = 기록을 맡은 담당자만
recording-access-embargo = 나중에 제한 풀기
recording-ask-embargo = 언제까지 기록을 맡은 담당자만 볼 수 있습니까?
recording-label-embargo = 제한이 풀리는 때
recording-say-yes = 예
recording-say-no = 아니요
recording-no-country = 그런 이름의 나라를 찾을 수 없습니다. 한국어나 영어 이름, 또는 KR 같은 코드로 적어 주세요.
recording-no-cycle = 몇 번째 주기인지 숫자만 적어 주세요. 예: 4

recording-kept =
    <b>기록했습니다.</b>
    { $day }: { $text }
recording-moved = { $code }의 상태가 바뀌었습니다: { $state }
recording-words-wait = 미성년자에 관한 내용이 있거나 사람의 이름을 밝힌 호소문입니다. { $kind ->
        [bill] 이 기록은
        [action] 이 기록은
       *[other] 독자에게는 날짜와 종류, 목록에서 고르신 것만 보입니다. 직접 쓰신 글은
    } 소식으로 작성해 동료의 승인을 받아 보낸 뒤에 독자에게 보입니다.
recording-thanks = 진전이 있었습니다. 받는 사람에게 보낼 감사 편지를 만들 수 있습니다: <code>/kit { $code } thanks</code>
recording-tell = 관련된 사람들에게 알리기
recording-timeline = 시간순 기록
recording-scan = 스캔본
recording-more = 다른 일 기록하기

recording-archive-it = 보관함에 넣기
recording-ask-archive =
    <b>{ $code } 호소를 보관함에 넣을까요?</b>
    보관함에 넣으면 이 호소의 후속 확인, 없는 답변, 약속에 대한 할 일이 더 생기지 않습니다. 국가에 대한 심사만 계속 챙깁니다. 보관함에 넣은 뒤에도 읽는 분들은 호소문과 그 뒤의 일을 볼 수 있고, 담당자는 기록을 덧붙일 수 있습니다. 보관함에서 다시 꺼낼 수는 없습니다.
recording-archive = 넣기
recording-archive-not = 나중에
recording-archived = { $code } 호소를 보관함에 넣었습니다.
recording-not-over = { $code } 호소는 보관함에 넣을 수 없습니다. 현재 상태: { $state }

recording-no-scan = 보실 수 있는 스캔본이 없습니다.
recording-taken = 이 파일을 내려받은 사실이 기록에 남았습니다.
