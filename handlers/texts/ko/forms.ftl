# 양식을 차례대로 채우기: 버튼, 적는 방법 안내, 답을 받을 수 없는 까닭.

form-title = <b>{ $title }</b>
form-back = 뒤로
form-skip = 건너뛰기
form-leave = 그만두기
form-done = 다 골랐습니다
form-ticked = ✓ { $label }
form-today = 오늘
form-yesterday = 어제

form-hint-day = 이렇게 적어 주세요: 2026-06-24
form-hint-partial-day = 이렇게 적어 주세요: 2026-06-24. 날짜까지 모르면 2026-06이나 2026처럼 적으셔도 됩니다.
form-hint-moment = 이렇게 적어 주세요: 2026-12-08 14:00. 시간을 모르면 2026-12-08처럼 날짜만 적어 주세요.
form-hint-language = 이 언어로 적어 주세요: <b>{ $language }</b>
form-hint-several = 해당하는 것을 모두 고른 다음 ‘다 골랐습니다’를 눌러 주세요.
form-hint-search = 모두 { $count }개입니다. 이름의 일부를 적어 주세요.

form-empty = 읽을 수 있는 글자가 없습니다. 글로 적어 주세요.
form-too-long = { $length }자를 적으셨는데 { $limit }자까지 적을 수 있습니다. 조금 줄여 주세요.
form-choose = 고를 수 있는 항목이 아니거나 여러 항목에 해당합니다. 버튼을 눌러 주세요.
form-not-a-day = 날짜가 아닙니다. 연, 월, 일을 모두 적어 주세요.
form-not-a-partial-day = 날짜도, 달도, 해도 아닙니다.
form-day-ahead = 아직 오지 않은 날입니다. 오늘이나 지난 날을 적어 주세요.
form-not-a-moment = 날짜나 날짜와 시간이 아닙니다.
form-moment-past = 이미 지난 때입니다. 앞으로 올 때를 적어 주세요.
form-not-a-file = 여기서는 파일을 받습니다. 문서나 사진을 첨부해 주세요.
form-file-too-large = 파일이 너무 큽니다. { $limit } MB까지 받습니다.
form-file-type = 여기서 받지 않는 종류의 파일입니다. PDF, JPEG, PNG 파일을 보내 주세요.
form-file-not-fetched = 지금은 텔레그램에서 파일을 가져올 수 없어 저장하지 않았습니다. 잠시 뒤에 다시 눌러 주세요. 계속 안 되면 파일을 다시 첨부해 주세요.

form-answer = <b>{ $label }:</b> { $answer }
form-skipped = –
form-file = 첨부함
form-nothing-kept = 아직 저장하지 않았습니다. 한번 살펴봐 주세요.
form-keep = 저장
form-change = 고치기: { $label }
form-left = 그만두었습니다. 저장한 것은 없습니다.
form-gone = 작성하시던 양식이 없습니다. 시작할 수 있는 일은 /help 에 있습니다.
