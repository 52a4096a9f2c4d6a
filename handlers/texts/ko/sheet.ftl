# 호소문 작성 양식에서 고칠 곳과, `clarion appeal` 명령의 말.

sheet-fault-at-line = { $line }번째 줄, { $field }: { $what }
sheet-fault-on-line = { $line }번째 줄: { $what }
sheet-fault-of-field = { $field }: { $what }
sheet-fault-alone = 양식 전체: { $what }

sheet-fault-too-large = 너무 큽니다({ $detail }자).
sheet-fault-control-character = 보이지 않는 제어 문자({ $detail })가 있습니다. 그 부분을 지우고 다시 입력해 주세요.
sheet-fault-no-head = 첫 줄은 ---이고, 머리 부분 다음에 ---가 한 번 더 있어야 합니다.
sheet-fault-not-a-register = 등록부 양식의 맨 위에는 다음 중 하나만 있고, 그 아래에 목록이 와야 합니다: { $detail }.
sheet-fault-not-yaml = 머리 부분을 여기서부터 읽을 수 없습니다. { $detail }
sheet-fault-yaml-trick = 값은 &, *, !로 시작할 수 없습니다. 따옴표로 묶어 주세요.
sheet-fault-too-deep = 들여쓰기 단계가 너무 깊습니다.
sheet-fault-duplicate = 두 번 나옵니다.
sheet-fault-unknown-key = 이 자리에 쓸 수 없는 항목입니다. 철자를 확인해 주세요.
sheet-fault-missing = 빠져 있거나 비어 있습니다.
sheet-fault-not-a-text = 글 하나여야 합니다.
sheet-fault-not-a-list = [하나, 둘]처럼 목록이어야 합니다.
sheet-fault-not-a-group = 항목을 한 줄에 하나씩 적은 묶음이어야 합니다.
sheet-fault-not-a-number = 0보다 큰 정수를 숫자로만 적어 주세요.
sheet-fault-value-form = 0보다 큰 정수를 숫자로만 적거나, tens(수십), hundreds(수백), thousands(수천) 중 하나를 적어 주세요.
sheet-fault-not-yes-or-no = yes 또는 no여야 합니다.
sheet-fault-not-one-of = 다음 중 하나여야 합니다: { $detail }.
sheet-fault-too-long = 너무 깁니다({ $detail }자).
sheet-fault-too-many = 너무 많습니다({ $detail }).
sheet-fault-code-form = ORG-2026-001처럼 영문 대문자, 숫자, 붙임표로 24자까지 적어 주세요.
sheet-fault-own-code = 이 호소문 자신이 아니라 다른 호소문의 코드여야 합니다.
sheet-fault-id-form = a1처럼 짧은 이름이어야 합니다.
sheet-fault-key-form = cn-cat-3처럼 영문 소문자, 숫자, 붙임표로 40자까지 적어 주세요.
sheet-fault-age-form = 만 나이를 14에서 21 사이의 숫자로 적어 주세요.
sheet-fault-date-form = 연, 월 또는 일까지 적어 주세요: 2013, 2013-06, 2013-06-24.
sheet-fault-day-form = 2026-12-01처럼 날짜를 적어 주세요.
sheet-fault-deadline-form = 2026-12-01 18:00, 2026-12-01 또는 in 10 days처럼 적어 주세요.
sheet-fault-email-form = 이메일 주소여야 합니다.
sheet-fault-link-form = https://로 시작하는 웹 주소여야 합니다.
sheet-fault-unknown-language = 알 수 없는 언어 표시입니다. 예: en, ko, ja, zh-Hans, zh-Hant, th.
sheet-fault-unknown-country = KR처럼 영문 대문자 두 글자로 된 나라 코드여야 합니다.
sheet-fault-unknown-timezone = Asia/Seoul 같은 시간대여야 합니다.
sheet-fault-past = 이미 지난 때입니다.
sheet-fault-future = 아직 오지 않은 때입니다.
sheet-fault-no-language = 머리 부분 다음에 # ko 같은 언어별 부분이 있어야 합니다.
sheet-fault-language-missing = { $detail } 글이 빠져 있습니다.
sheet-fault-language-without-section = 양식에 # { $detail } 부분이 없습니다.
sheet-fault-needs-languages = 언어마다 적어 주세요: { $detail }.
sheet-fault-unknown-section = 알 수 없는 제목입니다. ## Title, ## Summary, ## Background, ## Demands a1을 쓸 수 있습니다.
sheet-fault-stray-text = 이 글은 어느 제목에도 속하지 않습니다.
sheet-fault-open-comment = <!--로 시작한 메모가 -->로 끝나지 않았습니다.
sheet-fault-not-numbered = 여기에는 { $detail }번 요구 사항이 “{ $detail }. …” 형태로 와야 합니다.
sheet-fault-demand-count = 언어마다 요구 사항의 수가 다릅니다: { $detail }.
sheet-fault-named-count = co_signers에 적은 사람 수와 같아야 합니다: { $detail }.
sheet-fault-no-such-addressee = 머리 부분에 이 id의 받는 사람이 없습니다.
sheet-fault-no-such-entry = 등록부의 { $detail ->
    [offices] 직책
    [obligations] 국제 의무
    [explanations] 용어
   *[campaigns] 캠페인
  } 가운데 이런 키가 없습니다. 있는 키는 /registers에서 볼 수 있습니다.
sheet-fault-entry-lacks = 호소문에 쓰인 언어({ $detail })가 등록부의 이 항목에는 없습니다. /registers에서 항목에 더하거나, 해당하는 글을 여기에 직접 적어 주세요.
sheet-fault-no-consent = 빠져 있습니다. 이름은 본인이 동의했을 때만 공개합니다. 동의 기록을 어디에 두었는지 적거나, named_publicly를 no로 적어 주세요.
sheet-fault-minors-topic = 미성년자가 없다고 적었지만, 주제(topics)에 minors가 있습니다.
sheet-fault-after-event = 맞추려는 일정({ $detail })보다 늦습니다. 그때까지 모인 서명은 일정에 쓸 수 없습니다.
sheet-fault-after-deadline = 호소문의 마감보다 늦습니다.
sheet-fault-not-counted = 수십, 수백, 수천은 세어 본 수가 아니므로 exact일 수 없습니다.
sheet-fault-unconfirmed = confirmed_by도 적어 주세요. 수를 확인한 쪽은 일어난 일도 확인한 것입니다.
sheet-fault-card-too-long = 텔레그램 메시지 하나에 담기에는 깁니다({ $detail }자). 배경이나 요구 사항을 줄여 주세요.
sheet-fault-caption-too-long = 사진과 함께 보내기에는 글이 깁니다({ $detail }자). 요약, 제목, 받는 사람의 직책, 사진 설명을 줄여 주세요.
sheet-fault-unexplained = 이미 발송된 호소문을 바로잡는 양식입니다. 무엇을 바로잡았는지 언어마다 적어 주세요. 이전 글을 받으신 분이 모두 읽습니다.
sheet-fault-correction-too-long = 이 글을 덧붙이면 바로잡은 글이 텔레그램 메시지 하나에 담기지 않습니다({ $detail }자). 이 글이나 요약을 줄여 주세요.
sheet-fault-wrong = 맞지 않습니다. { $detail }

sheet-good = { $code }: 초안으로 올릴 수 있습니다. 언어: { $languages }. 필요한 승인: { $approvals }명.
sheet-faults-found = 고칠 곳 { $count }군데:
sheet-unreadable = { $file }: UTF-8 글로 읽을 수 없습니다.
sheet-no-registers = 이 컴퓨터에는 데이터베이스가 없어 등록부의 키를 찾아보지 못했습니다. 봇에게 양식을 보내면 확인해 드립니다.
