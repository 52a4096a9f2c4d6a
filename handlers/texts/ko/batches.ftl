# 종이 등으로 받은 서명을 입력하고, 잘못 입력한 묶음을 무효로 하기.

batches-heading =
    <b>종이 등으로 받은 서명</b>
    { $title } · { $code }
batches-line = <b>묶음 { $number }</b> · { $named ->
        [true] 명단
       *[other] 인원수
    } { $count }명 · { $channel } · { $day } · { $who }
batches-line-reference = { $line } · { $reference }
batches-line-entering = { $line }
    ↳ 입력이 중간에 멈췄습니다. 같은 명단을 다시 보내시면 나머지가 입력됩니다.
batches-line-voiding = { $line }
    ↳ 무효 처리가 중간에 멈췄습니다. 다시 무효로 하시면 마저 처리됩니다.
batches-line-voided = { $line }
    ↳ 무효, 집계에서 빠짐: { $reason }
batches-older = … 그 밖에 이전 묶음 { $count }개가 있습니다.
batches-how-to-void = 묶음을 무효로 하려면: <code>/batch { $code } void 번호 사유</code>
batches-not-taking = { $code }에는 종이 서명을 입력할 수 없습니다. 발송되었고 회수되지 않은 서명운동에만 입력할 수 있습니다.

batches-ask-channel = 새로 받은 서명은 어떻게 들어왔습니까?
batches-by-paper = 종이로
batches-by-fax = 팩스로
batches-by-email = 이메일로
batches-by-post = 우편으로
batches-by-event = 행사에서

batches-ask-content =
    <b>서명이 모두 몇 명입니까?</b>
    숫자를 적어 주세요.

    이름이 담긴 CSV나 엑셀 파일을 보내셔도 됩니다. { $rows }줄, { $size } MB까지 받습니다. 첫 줄에는 열 이름을 적어 주세요. 순서는 상관없습니다: <code>{ $columns }</code> 또는 이름, 나라, 도시, 이메일, 소식, 전달 동의, 참조. 이름 열만 꼭 있으면 됩니다. 필요 없는 정보를 보관하지 않도록 다른 열이 있는 파일은 받지 않습니다.

    명단으로 입력하면 중복을 확인하고 이름을 전달할 수 있으며, 숫자로 입력하면 인원수만 집계됩니다. 서명지의 네모 칸에 표시가 있는 줄은 ‘전달 동의’에 ‘예’라고 적어 주세요. 그런 이름만 전달합니다. 이름, 나라, 도시가 같은 분이 둘이면 서명지와 줄 번호 같은 ‘참조’를 적어 주세요. 적지 않으면 중복으로 봅니다.
batches-no-number = 1부터 { $limit } 사이의 숫자도, 파일도 아닙니다. 숫자만 적어 주세요.
batches-file-too-large = 파일이 너무 큽니다. 명단은 { $rows }줄, { $size } MB까지 받습니다. 나누어 보내 주세요. 저장한 것은 없습니다.
batches-file-too-many-rows = 명단이 { $rows }줄보다 길거나, 마지막 이름 아래로도 줄이 한참 이어집니다. 나누어 보내 주세요. 저장한 것은 없습니다.
batches-file-not-a-list = 명단으로 읽을 수 없는 파일입니다. 암호를 걸지 않은 CSV(UTF-8)나 엑셀(.xlsx) 파일로 저장해 주세요. 저장한 것은 없습니다.
batches-file-not-utf8 = 파일의 글자를 읽을 수 없습니다. ‘CSV UTF-8’이나 엑셀(.xlsx) 파일로 저장해 주세요. 저장한 것은 없습니다.
batches-file-empty = 파일에 이름이 없습니다. 첫 줄에는 열 이름을, 그 아래에는 서명한 분의 이름을 적어 주세요.
batches-file-no-name-column = ‘이름’이나 <code>name</code> 열이 없습니다. 첫 줄에 열 이름을 적어 주세요. 저장한 것은 없습니다.
batches-file-unknown-column = <code>{ $heading }</code> 열은 받지 않습니다. 이 열을 지우거나 열 이름을 고쳐서 파일을 다시 보내 주세요. 저장한 것은 없습니다.
batches-file-column-twice = 같은 내용의 열이 두 개 있습니다: <code>{ $heading }</code>. 하나를 지우고 파일을 다시 보내 주세요. 저장한 것은 없습니다.

batches-ask-version =
    <b>서명지에는 어느 글이 실려 있습니까?</b>
    이 호소문은 처음 보낸 뒤에 정정되었습니다. 서명은 용지에 실린 글에 대한 것으로 집계됩니다.
batches-version = 버전 { $number }({ $day } 작성)
batches-ask-language = <b>서명지는 어느 언어로 되어 있습니까?</b>
batches-ask-day =
    <b>언제 받은 서명입니까?</b>
    서명한 날을 모르면 들어온 날로 해 주세요. 버튼으로 고르거나 이렇게 적어 주세요: 2026-11-20
batches-no-day = 지난 1년 안의 날짜가 아닙니다. 이렇게 적어 주세요: 2026-11-20
batches-after-close = 그날은 이미 서명이 마감된 뒤라 집계할 수 없습니다. 늦게 도착했더라도 마감 전에 한 서명은 집계되니, 서명한 날짜를 적어 주세요.
batches-ask-reference =
    <b>서명지나 스캔본은 어디에 있습니까?</b>
    다른 담당자가 찾을 수 있도록 폴더나 상자를 적어 주세요. 서명한 분의 이름은 적지 말아 주세요.
batches-no-reference = 적지 않기
batches-reference-long = { $limit }자까지 적어 주세요.
batches-reference-none = 보관 장소 없음

batches-check-count =
    <b>{ $code } 서명 { $count }명</b>
    { $channel } · { $day } · { $reference }
    아직 입력하지 않았습니다.
batches-check-total = 현재 집계: 온라인 { $online }명 + 종이 { $paper }명. 입력하면: { $online }명 + { $then }명.
batches-check-alike =
    <b>이미 입력하지 않으셨습니까?</b> 인원수, 경로, 날짜가 모두 같은 묶음이 있습니다.
    { $batch }
batches-check-names =
    <b>{ $code } 명단에서 { $count ->
        [0] 입력할 이름이 없습니다
       *[other] { $count }명을 입력합니다
    }</b>
    { $channel } · { $day } · { $reference }
    아직 입력하지 않았습니다.
batches-check-begun =
    이 명단은 일부만 입력된 채 멈췄습니다. 나머지는 이 묶음에 더해집니다.
    { $batch }
batches-check-online = 이 가운데 { $count }명은 온라인으로 서명한 분과 이름과 나라가 같습니다. 다른 분일 수 있으므로 함께 집계합니다.
batches-check-kept-back = { $count }명은 이름 전달에 동의한다는 표시가 없습니다(<code>hand_over</code>가 ‘예’가 아님). 집계에는 들어가지만 전달 명단에는 싣지 않습니다.
batches-lines = <b>입력하지 않는 줄 { $count }개</b>
batches-lines-attached = 입력하지 않는 줄이 { $count }개 있습니다. 줄마다 사유를 적어 이 파일에 담았습니다.
batches-nothing-to-add = 입력할 것이 없습니다.
batches-refused-line = { $line }번째 줄: { $why }
batches-refused-formula = 수식이 든 칸이 있음
batches-refused-too-long = { $longest }자를 넘는 칸이 있음
batches-refused-surplus = 열 이름이 없는 칸에 내용이 있음
batches-refused-name-empty = 이름이 없음
batches-refused-name-too-long = 이름이 너무 긺
batches-refused-name-link = 이름 자리에 링크나 주소가 있음
batches-refused-country = 알 수 없는 나라
batches-refused-city = 읽을 수 없는 도시
batches-refused-email = 올바르지 않은 이메일 주소
batches-refused-updates = ‘소식’ 칸이 예도 아니요도 아님
batches-refused-hand-over = ‘전달 동의’ 칸이 예도 아니요도 아님
batches-refused-earlier-line = { $earlier }번째 줄과 같음
batches-refused-earlier-batch = 묶음 { $batch }에 이미 입력됨
batches-add = { $count }명 입력하기
batches-add-rest = 나머지 { $count }명 입력하기
batches-same-list =
    이미 입력한 명단이라 더하지 않았습니다.
    { $batch }
batches-not-fetched = 텔레그램에서 파일을 가져오지 못해 아직 아무것도 하지 않았습니다. 잠시 뒤에 같은 버튼을 다시 누르시거나 마지막 답을 다시 보내 주세요. 계속되면 /cancel 한 뒤 파일을 새로 보내 주세요.
batches-entering = 입력하고 있습니다 …
batches-entered =
    <b>묶음 { $number }에 { $count }명을 입력했습니다.</b>
    { $code } 현재 집계: 온라인 { $online }명 + 종이 { $paper }명.{ $named ->
        [true] {" "}이름이 담긴 파일은 이 대화방에 남아 있으니 더 필요하지 않으면 지워 주세요.
       *[other] {""}
    }

    잘못 입력하셨다면: <code>/batch { $code } void { $number } 사유</code>
batches-changed = 그사이 상황이 바뀌어 입력하지 못했습니다. { $code }에 더는 입력할 수 없거나 다른 담당자가 이 묶음을 무효로 했습니다. /batch { $code } 에서 확인해 주세요.
batches-names-over = { $code } 서명자의 이름을 보관하는 기간이 끝나 명단을 입력할 수 없습니다. 인원수는 입력하실 수 있습니다: /batch { $code }
batches-cancelled = 바꾼 것이 없습니다.
batches-cancel = 취소
batches-gone = 입력하던 것이 없습니다. /batch 로 새로 시작해 주세요.

batches-no-such = { $code }에는 그 번호의 묶음이 없습니다. 묶음 목록은 /batch { $code } 에 있습니다.
batches-reason = 사유를 { $limit }자 안에서 이름 없이 적어 주세요: <code>/batch { $code } void { $number } 두 번 입력함</code>
batches-ask-void =
    <b>이 묶음을 무효로 하시겠습니까?</b>
    { $batch }
    사유: { $reason }

    그 순간부터 이 서명들은 집계에서 빠집니다. { $named ->
        [true] 이름은 삭제하며, 이미 이름을 전달받은 쪽에는 다음 전달 때 알립니다. 되돌리려면 명단을 다시 보내 주세요.
       *[other] 되돌리려면 인원수를 다시 입력해 주세요.
    } 묶음과 사유, 무효로 한 분의 별칭은 기록에 남습니다.
batches-void = 묶음 { $number } 무효로 하기
batches-voiding = 무효로 하고 있습니다(묶음 { $number }) …
batches-voided =
    <b>무효로 했습니다(묶음 { $number }).</b> { $count }명이 집계에서 빠졌습니다.
    { $code } 현재 집계: 온라인 { $online }명 + 종이 { $paper }명
batches-voided-before =
    이미 무효가 된 묶음입니다.
    { $batch }
batches-final = 묶음 { $number }의 이름 보관 기간이 끝났습니다. 이 서명들은 확정되어 더는 뺄 수 없습니다.
