# 참여 요청 자료: 담당자가 문자, 게시글, 이메일로 알리는 글.

kits-asks-nothing = 서명을 받지 않는 글이라 참여 요청 자료가 없습니다.
kits-not-open = 지금은 서명을 받고 있지 않아 링크를 열어도 서명할 수 없습니다. 대기 중인 글은 /queue 에 있습니다.
kits-no-language = 이 호소문의 언어로는 참여 요청 자료를 만들 수 없습니다.

kits-heading = <b>{ $title }</b> · { $language }
    링크마다 어디에 올린 것인지 들어 있어 /stats { $code } 에서 링크별로 볼 수 있습니다. 글을 누르면 복사됩니다.
kits-named = <b>{ $place }</b>
kits-place-sms = 문자 메시지
kits-place-fb = 페이스북
kits-place-x = X
kits-place-li = 링크드인
kits-place-tg = 텔레그램
kits-email = 이메일 ({ $language }): 첫 줄이 제목입니다. 서명지를 첨부해 보내 주세요.
kits-sheet = 서명지 ({ $language }): A4 용지에 양면으로 인쇄해 주세요. 서명하는 분이 아셔야 할 내용이 면마다 적혀 있습니다. 서명을 받은 서명지는 잠금장치가 있는 곳에 두고, 이름을 지울 때 함께 파기해 주세요.
kits-sheet-missing = 서명지({ $language })를 만들지 못했습니다. 서버의 글꼴에 없는 글자가 있습니다. 운영자에게 데비안 패키지 { $package } 설치를 요청해 주세요.
kits-qr = 포스터나 전단에 넣어 주세요. 연결되는 곳: { $link }

kits-until = { $day } { $time }({ $zone })
kits-sms = 서명해 주세요: { $title } { $link }
kits-sms-untitled = 서명해 주세요: { $link }
kits-x =
    { $title }

    { $day }까지 서명해 주세요: { $link }
kits-post-to = 받는 사람: { $offices }
kits-post-sign = { $until }까지 서명해 주세요: { $link }

kits-email-subject = 제목: 서명해 주세요 – { $title }
kits-email-greeting = 안녕하세요.
kits-email-content-note = 읽기 전에: 아래 글에는 마음이 힘들 수 있는 내용이 있습니다.
kits-email-asked = 요구 사항 – { $office }:
kits-email-sign = { $until }까지 텔레그램에서 서명해 주세요: { $link }
kits-email-paper = 종이에 서명하시려면 첨부한 서명지를 인쇄해 서명하신 뒤 그날까지 저희에게 보내 주세요. 주변에도 널리 알려 주시기 바랍니다.
kits-email-closing = 감사합니다.
