# 서명지에 적히는 글. sheets-consent-…를 바꾸면 handlers/appeals/kit/sheet.py의 SHEET_VERSION도 바꾼다.

sheets-heading = { $organisation } · 서명지
sheets-demands = 요구 사항
sheets-to = 받는 사람: { $office }
sheets-consent = 서명하기 전에
sheets-consent-keep = { $organisation }에서는 서명을 세고 실제 서명임을 밝히기 위해 여기에 적으신 이름과 사는 도시, 나라, 자필 서명을 보관합니다. 마지막 전달 후 { $days }일이 지나면 기록을 지우고 이 서명지도 파기합니다. 받는 사람 모두에게 전달되지 않았으면 서명운동 마감 후 { $unsent }일이 지났을 때 그렇게 합니다. 그 뒤에는 서명 수만 남습니다.
sheets-consent-hand-over = 서명하시는 줄의 네모 칸에 표시하시면 이름과 사는 곳을 위에 적힌 ‘받는 사람’에게 전달합니다. 표시하지 않으셔도 서명 수에는 똑같이 포함되며, 이름은 전달하지 않습니다.
sheets-consent-rights = 서명은 생각을 드러내는 정보입니다. 서명하지 않으셔도 아무런 불이익이 없습니다. 열람, 정정, 서명 철회: { $contact }. 이미 전달한 이름은 되돌려받을 수 없습니다. 같은 곳에 다시 전달할 때에는 철회하셨다고 알립니다.
sheets-consent-age = 만 { $age }세 이상만 서명하실 수 있으며, 다른 사람을 대신해 서명할 수 없습니다.
sheets-consent-age-korea = 만 { $korea }세 이상(한국 밖에서는 만 { $age }세 이상)만 서명하실 수 있으며, 다른 사람을 대신해 서명할 수 없습니다.
sheets-column-number = 번호
sheets-column-name = 이름
sheets-column-place = 사는 도시와 나라
sheets-column-hand-over = 이름 전달에 동의
sheets-column-signature = 서명
sheets-qr = 휴대전화로 서명하기
sheets-collector-name = 서명 받은 사람
sheets-collector-place = 장소
sheets-collector-day = 날짜
sheets-footer = { $code } · 호소문 버전 { $number } · { $version }
