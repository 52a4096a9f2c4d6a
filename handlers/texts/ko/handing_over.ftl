# 서명을 받는 사람에게 전달하기. 서한의 글은 handlers/letters에 있음.

handing-not-sent = 공개되지 않은 서명운동이라 전달할 것이 없습니다.
handing-no-asks = 누구에게도 요구하지 않는 글이라 전달할 것이 없습니다.
handing-to-whom =
    <b>{ $code } 전달: { $title }</b>

    누구에게 전달합니까?
handing-title = <b>{ $code } 전달: { $title }</b>
handing-to = 받는 사람: { $office } (방법: { $methods })
handing-letter = 서한 언어: { $language }
handing-letter-differs = 서한 언어: { $language }. 받는 사람의 언어({ $wanted })로 쓴 글이 호소문에 없습니다.
handing-holder = 서한에 적힐 이름: { $holder }
handing-checked = 이름과 주소를 { $day }에 확인했습니다.
handing-stale = <b>이름과 주소를 { $day } 이후 { $days }일 동안 확인하지 않았습니다.</b> 사람도 주소도 바뀌니, 전달하기 전에 확인해 주세요.
handing-office = 이름과 주소
handing-total = 집계된 서명: 온라인 { $online }명, 종이 { $paper }명
handing-names = { $number ->
        [1] 명단에 실릴 이름(동의하신 분):
       *[other] 새로 실릴 이름(동의하신 분):
    } { $names }명
handing-earlier-text = 요구 사항이 달랐던 이전 글에 서명하신 분(집계에는 들고 명단에는 없음): { $count }명
handing-corrections = 앞선 명단에서 더는 유효하지 않아 이번에 알리는 항목: { $count }건
handing-before = 앞선 전달:
handing-earlier = { $number }차, { $day }: { $names }명
handing-erased = 보관 기간이 끝나 이 서명운동의 이름은 모두 지워졌습니다. 집계는 그대로이지만 더 전달할 수 없고 자료도 다시 만들 수 없습니다.
handing-nobody = 아직 아무도 서명하지 않았습니다.
handing-nothing-new = 지난 전달 이후 바뀐 것이 없어 전달할 것이 없습니다.
handing-confirm =
    서한과 명단, 집계를 증명하는 파일가 ZIP 파일 하나로 나옵니다. 감사 기록에 남습니다.

    마감 뒤에 받는 사람 모두에게 전달을 마치면, 마지막 전달로부터 { $days }일 뒤에 이곳의 이름을 지웁니다. 그 전까지는 자료를 다시 만들 수 있습니다.
handing-confirm-open =
    서한과 명단, 집계를 증명하는 파일가 ZIP 파일 하나로 나옵니다. 감사 기록에 남습니다.

    <b>{ $day }까지 서명할 수 있습니다.</b> 그 뒤에 들어온 서명은 새 이름만 담아 한 번 더 전달해야 합니다. 이름은 마감 뒤 받는 사람 모두에게 전달한 경우에만, 마지막 전달로부터 { $days }일 뒤에 지웁니다.
handing-do = 전달하기
handing-again = { $number }차 자료 다시 받기
handing-done =
    <b>{ $number }차 전달을 기록했습니다.</b> { $office }, { $names }명. 자료는 다음 메시지로 보내 드립니다.

    전달 방법: { $methods }. ZIP 파일을 통째로, 또는 안에 든 파일을 모두 전달해 주세요. 그래야 받는 쪽에서 집계를 확인할 수 있습니다.
handing-package = { $number }차 전달, { $names }명. 이름이 들어 있으니 전달한 뒤에는 이 대화방과 쓰시는 기기에서 지워 주세요. 확인하는 방법은 안에 있는 README.txt에 있습니다.
handing-font-missing =
    전달은 기록했지만 일부 글자의 글꼴이 서버에 없어 자료를 만들지 못했습니다.

    운영자에게 데비안 패키지 <code>{ $package }</code> 설치를 부탁하신 다음, /handover 를 다시 보내 자료를 받아 주세요.
handing-too-large =
    전달은 기록했지만 자료가 텔레그램으로 보낼 수 있는 크기를 넘습니다. 운영자가 서버에서 다음 명령으로 만들 수 있습니다.

    <code>{ $command }</code>
handing-method-post = 우편
handing-method-hand = 직접 전달
handing-method-email = 이메일
handing-method-fax = 팩스
