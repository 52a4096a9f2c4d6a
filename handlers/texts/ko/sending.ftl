# 승인된 호소문 보내기: 한 화면에 담은 발송 계획과 그 결과.

sending-head =
    <b>{ $title }</b>
    { $code }, 버전 { $version }
    작성된 언어: { $languages }
    { $deadline }
sending-again = { $code } 호소문은 이미 발송되었습니다. 그 뒤에 소식 받기를 시작했거나 관심 주제를 바꾼 분, 그때 전하지 못한 분처럼 아직 받지 못한 분만 셉니다.
sending-to-subscribers = <b>소식 받는 분 { $total }명에게 보냅니다</b>
sending-to-signers = <b>{ $of }에 서명하고 그 소식을 받기로 한 분 { $total }명에게 보냅니다</b>
sending-to-followers = <b>{ $of } 호소를 지켜보는 분 { $total }명에게 보냅니다</b>
sending-readers = • { $language }: { $count }명
sending-readers-of-another = • { $language }: { $count }명({ $read } 글로 받습니다)
sending-only-languages = 다음 언어를 쓰는 분에게만: { $languages }
sending-only-topics = 다음 주제의 소식을 받는 분에게만: { $topics }
sending-without-digests = 모아 받기를 고른 분은 제외
sending-only-countries = 다음 나라에서 서명한 분에게만: { $countries }
sending-in-digests = 모아 받기를 고른 { $count }명은 다음 소식 모음에서 보게 됩니다.
sending-to-nobody = 지금은 이런 호소를 받겠다고 하신 분이 없어 소식은 나가지 않습니다. 호소문은 /appeals 목록에 올라가고, 링크를 가진 분은 열어 볼 수 있습니다.
sending-twice = { $code } 호소문은 이런 호소를 받겠다고 하신 모든 분에게 이미 발송되었습니다. 같은 분에게 두 번 보내지 않습니다. 진행 상황은 /progress 에 있습니다.
sending-nobody-fits = <b>지금 이 조건에 맞는 분이 없어</b> 소식은 나가지 않습니다. 받는 분을 바꿔 주세요.
sending-starts = 시작: { $moment }
sending-pauses = 처음 { $count }통을 보낸 뒤 멈추고, 담당자가 ‘계속하기’를 누르면 나머지를 보냅니다.
sending-too-few-to-pause = { $count }통을 보낸 뒤 멈추기로 하셨지만, 받는 분이 그보다 많지 않아 멈추지 않습니다.
sending-pace = 1초에 { $rate }통씩 보내면 약 { $duration } 걸립니다.
sending-paid = 유료 발송: 1초에 { $rate }통까지 보내 약 { $duration } 걸리며, 스타는 많아야 { $stars }개 듭니다.
sending-under-way = { $state ->
        [scheduled] { $code } 호소문은 이미 발송이 예약되어 있습니다.
        [paused] { $code } 호소문의 다른 발송이 멈춰 있습니다.
       *[running] { $code } 호소문의 다른 발송이 진행되고 있습니다.
    } /progress 에서 보실 수 있습니다.
sending-pledge = 버튼을 누르기 전에는 보내지 않습니다. 같은 분에게 두 번 가지 않습니다.

sending-now = 지금 { $count }명에게 보내기
sending-first = 먼저 { $count }명에게 보내기
sending-later = { $count }명에게 예약 발송
sending-publish = 발송 없이 공개하기
sending-who = 받는 분
sending-when = 보내는 때
sending-few = 먼저 몇 통만
sending-faster = 더 빨리(유료)
sending-not-now = 보내지 않기

sending-begun = 보내기 시작했습니다: <b>{ $title }</b>
sending-published = 발송 없이 공개했습니다: <b>{ $title }</b>
sending-scheduled =
    발송을 예약했습니다: <b>{ $title }</b>
    { $moment }
sending-cancelled = 이 계획으로는 보내지 않았습니다. 다시 계획하시려면 /send 뒤에 호소문 코드를 적어 주세요.
sending-gone = 열려 있는 발송 계획이 없습니다. 같은 소식을 두 번 보내지는 않습니다. 진행 상황은 /progress 에서 보고, 새 계획은 /send 뒤에 코드를 적어 시작해 주세요.
sending-start-passed = 고르신 시각이 지나 보내지 않았습니다. 다른 시각을 고르거나 지금 보내 주세요.
sending-not-approved = { $code } 호소문은 보낼 수 없습니다. 현재 상태: { $state }. 승인된 호소문만 보낼 수 있으며, 무엇을 기다리는지는 /queue 에 있습니다.
sending-too-late = { $code } 호소문은 마감일이 지나 보낼 수 없습니다. 마감일을 늦춰 양식을 다시 보내 주세요.
sending-other-version = { $code } 호소문에는 이 계획을 만든 뒤에 나온 새 버전이 있습니다. 보내지 않았습니다. 현재 상태는 /queue 에 있습니다.
sending-changed = 조금 전에 다른 담당자가 { $code } 호소문을 바꾸어 보내지 않았습니다. 현재 상태는 /queue 에 있습니다.
