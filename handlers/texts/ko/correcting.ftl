# 정정문 보내기.

correcting-summary =
    <b>정정: { $title }</b>
    { $code }, 버전 { $version }
    { $deadline }

    바로잡은 내용: { $note }

    <b>이전 글을 받은 { $total }명에게 보냅니다</b>
    먼저 받은 메시지가 바로잡은 글로 바뀌고, 그 아래에 무엇을 바로잡았는지 짧게 알립니다. 아직 보내지 않은 소식은 바로잡은 글로 나갑니다.
    1초에 { $rate }통씩 보내면 약 { $duration } 걸립니다.

    그 뒤로 호소문을 열거나 서명하는 분은 모두 바로잡은 글을 봅니다. 이미 하신 서명은 그대로 셉니다.
correcting-for-nobody =
    <b>정정: { $title }</b>
    { $code }, 버전 { $version }
    { $deadline }

    바로잡은 내용: { $note }

    이전 글을 받은 분 가운데 지금 연락할 수 있는 분이 없어 소식은 나가지 않습니다. 그 뒤로 호소문을 열거나 서명하는 분은 모두 바로잡은 글을 봅니다.
correcting-now = { $count ->
        [0] 지금 바로잡기
       *[other] { $count }명에게 정정문 보내기
    }
correcting-not-now = 보내지 않기
correcting-cancelled = 정정문을 보내지 않았습니다. 승인은 그대로이며, /correct 로 언제든지 다시 보내실 수 있습니다.
correcting-begun = 정정문을 보내기 시작했습니다: <b>{ $title }</b>
correcting-none = 기다리는 { $code } 정정문이 없습니다. 바로잡으시려면 무엇이 바뀌었는지 change_note에 적은 양식을 같은 코드로 다시 보내 주세요.
correcting-not-sent = { $code } 호소문은 바로잡을 수 있는 단계가 아닙니다. 현재 상태: { $state }. 정정은 발송된 뒤 마감되기 전까지 할 수 있고, 아직 보내지 않은 호소문은 양식을 다시 보내면 바뀝니다.
correcting-not-approved = { $code } 정정문은 아직 보낼 수 없습니다. 현재 상태: { $state }. 무엇을 기다리는지는 /queue 에 있습니다.
correcting-too-late = 마감일이 지나 { $code } 정정문을 보낼 수 없습니다. 호소가 아직 진행 중이면 마감일을 늦춰 양식을 다시 보내 주세요.
correcting-other-version = { $code } 호소문에는 이 버튼을 만든 뒤에 나온 새 정정문이 있습니다. 보내지 않았습니다. 현재 상태는 /queue 에 있습니다.
correcting-changed = 조금 전에 다른 담당자가 { $code } 호소문을 바꾸어 보내지 않았습니다. 현재 상태는 /queue 에 있습니다.
