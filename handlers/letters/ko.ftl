# 받는 사람에게 전달하는 자료: 공문, 명단, 표, 안내문. 서식 없는 글.

moment = { $day } { $time } ({ $zone })
number = { $number }
recipient = { $office } { $holder } 귀하
petition = 서명운동 「{ $title }」({ $code })의 서명을 이 서한과 함께 전달해 드립니다.
total = { $moment } 현재 { $total }명이 서명했습니다.
names-first = { $names ->
    [0] 이 가운데 이름을 전달해도 좋다고 동의한 분은 없습니다.
   *[other] 이 가운데 { $names }명이 이름을 전달하는 데 동의했습니다. 동봉한 명단에 서명 번호와 함께 실었습니다.
}
names-further = { $names ->
    [0] { $day } 전달 이후 새로 전달해 드릴 수 있는 이름은 없습니다.
   *[other] { $day } 전달 이후 새로 전달해 드릴 수 있는 이름은 { $names }명이며, 동봉한 명단에 실었습니다.
}
earlier-text = 서명 가운데 { $count }건은 요구 사항이 달랐던 이전 글에 한 것입니다. 집계에는 들어 있으나 명단에는 싣지 않았습니다.
corrections = 저희가 드린 명단 가운데 { $count }건은 철회되었거나 집계에서 빠졌거나 내용이 바뀌어 더는 유효하지 않습니다. 번호는 corrections.csv에 있으니 명단에서 지워 주시기 바랍니다.
purpose = 서명하신 분들은 오직 이 서명운동을 위해 이름을 밝혔습니다. 다른 목적으로 쓰거나 공개하지 말아 주시기 바랍니다.
check = 서명 수가 맞는지, 명단의 이름이 모두 그 안에 들어 있는지는 저희 말에 기대지 않고 직접 확인하실 수 있습니다. 방법은 README.txt에 있습니다.
demands-heading = 서명하신 분들은 다음을 요구합니다.
totals-heading = { $moment } 현재 서명
total-telegram = 온라인
total-paper = 종이 서명
total-fax = 팩스
total-email = 이메일
total-post = 우편
total-event = 현장 행사
total-all = 전체 서명
total-listed = 동봉한 명단의 이름
closing = 감사합니다.
thanks-asked = 저희는 호소문 「{ $title }」({ $code })에서 다음과 같이 요청드렸습니다.
thanks-since = 저희는 다음과 같은 진전이 있었음을 알게 되었습니다({ $when }).
thanks-step = 이에 감사드립니다. 당사자들과 호소문에 서명한 모든 분에게 한 걸음 나아간 일입니다.
thanks-further = 앞으로도 진전이 이어지기를 바라며, 궁금하신 점이 있으면 언제든 답해 드리겠습니다.
footer = { $organisation } · { $code } · 제{ $number }차 전달

list-title = 서명 명단: { $title }
list-subtitle = { $code } · 제{ $number }차 전달({ $day }) · { $names }명
list-footer = { $organisation } · { $code } · 받는 사람 외 열람 금지
column-number = 번호
column-name = 이름
column-place = 지역
column-day = 서명한 날
column-country = 국가 코드(ISO 3166-1)
column-city = 도시
column-channel = 경로
column-handover = 전달 차수
column-counted-by = 집계 기준
column-value = 값
column-signatures = 서명 수
column-as-of = 기준 시각

readme =
    { $organisation }
    { $title } ({ $code })
    제{ $number }차 전달, { $day }

    들어 있는 파일

      letter.pdf         서한
      names.pdf          서명 번호를 붙인 명단
      names.csv          같은 명단을 표로 만든 것
      corrections.csv    앞서 드린 명단에서 더는 유효하지 않은 항목(있을 때만)
      totals.csv         경로와 나라별 집계
      head.txt, heads.txt, log.txt, proofs.jsonl, manifest.json, manifest.sig
                         아래에서 설명하는 증명 자료
      verify.html        서명하신 분이 보여 주는 증명을 확인하는 페이지

    확인하는 방법

      1. 자료 전체: 자유 소프트웨어인 Clarion을 설치하고 다음 명령을 실행합니다.
             clarion verify package FILE.zip --key "{ $key }"
         인터넷도 저희 서버도 필요하지 않습니다. 모든 파일이 저희가 서명한 그대로인지, 기록부를 더하면 집계와 맞는지, 명단의 이름이 모두 유효한 서명인지 알려 줍니다.
      2. 서명 하나: 브라우저에서 verify.html을 열고 서명하신 분의 증명을 넣습니다. 아무것도 밖으로 보내지 않습니다.
      3. 손으로: manifest.json에 모든 파일의 크기와 SHA-256이 있습니다.

    위에 적은 키는 저희의 공개 키입니다. 이 파일만 믿지 마시고 다른 경로로 저희에게 키를 물어 비교해 보시기 바랍니다.

    기록부에는 누구의 이름도 없습니다. 서명은 봉인된 값(솔트를 넣은 해시)으로만 남고, proofs.jsonl은 명단에 실린 이름의 값만 열어 줍니다. 다만 명단의 이름이 실제 인물의 것인지는 이 자료로 증명할 수 없습니다.
