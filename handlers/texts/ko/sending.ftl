# 승인된 호소문 보내기.

sending-summary =
    <b>{ $title }</b>
    { $code }, 버전 { $version }
    작성된 언어: { $languages }
    { $deadline }

    <b>소식 받는 분 { $total }명에게 보냅니다</b>
    { $readers }
    1초에 { $rate }통씩 보내면 약 { $duration } 걸립니다.

    버튼을 누르기 전에는 보내지 않습니다. 같은 분에게 두 번 가지 않습니다.
sending-again =
    <b>{ $title }</b>
    { $code }(버전 { $version }) 호소문은 이미 발송되었습니다. 그 뒤에 소식 받기를 시작했거나 관심 주제를 바꾼 분, 그때 닿지 않아 아직 받지 못한 분들입니다.

    <b>소식 받는 분 { $total }명</b>
    { $readers }
    { $deadline }
    1초에 { $rate }통씩 보내면 약 { $duration } 걸립니다.

    버튼을 누르기 전에는 보내지 않습니다. 같은 분에게 두 번 가지 않습니다.
sending-to-nobody =
    <b>{ $title }</b>
    { $code }, 버전 { $version }
    작성된 언어: { $languages }
    { $deadline }

    지금은 이런 호소를 받겠다고 하신 분이 없어 소식은 나가지 않습니다. 호소문은 /appeals 목록에 올라가고, 링크를 가진 분은 열어 볼 수 있습니다.
sending-readers = • { $language }: { $count }명
sending-readers-of-another = • { $language }: { $count }명({ $read } 글로 받습니다)
sending-now = 지금 { $count }명에게 보내기
sending-not-now = 보내지 않기
sending-cancelled = 보내지 않았습니다. 승인은 그대로이며, /send 로 언제든지 다시 보내실 수 있습니다.
sending-begun = 보내기 시작했습니다: <b>{ $title }</b>
sending-twice = { $code } 호소문은 이런 호소를 받겠다고 하신 모든 분에게 이미 발송되었습니다. 같은 분에게 두 번 보내지 않습니다. 진행 상황은 /progress 에 있습니다.
sending-not-approved = { $code } 호소문은 보낼 수 없습니다. 현재 상태: { $state }. 승인된 호소문만 보낼 수 있으며, 무엇을 기다리는지는 /queue 에 있습니다.
sending-too-late = { $code } 호소문은 마감일이 지나 보낼 수 없습니다. 마감일을 늦춰 양식을 다시 보내 주세요.
sending-other-version = { $code } 호소문에는 이 버튼을 만든 뒤에 나온 새 버전이 있습니다. 보내지 않았습니다. 현재 상태는 /queue 에 있습니다.
sending-changed = 조금 전에 다른 담당자가 { $code } 호소문을 바꾸어 보내지 않았습니다. 현재 상태는 /queue 에 있습니다.
sending-none = 아직 보낸 것이 없습니다.
