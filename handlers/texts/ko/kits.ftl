# 참여 요청 자료: 담당자가 문자, 게시글, 이메일로 알리는 글.

kits-asks-nothing = 서명을 받지 않는 글이라 참여 요청 자료가 없습니다.
kits-not-open = 지금은 서명을 받고 있지 않아 링크를 열어도 서명할 수 없습니다. 아직 보내지 않은 호소문은 /queue 에 있습니다. 마감된 호소문은 <code>/kit 코드 press</code>로 보도 자료를 만들 수 있습니다.
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

kits-sms = 서명해 주세요: { $title } { $link }
kits-sms-untitled = 서명해 주세요: { $link }
kits-x =
    { $title }

    { $day }까지 서명해 주세요: { $link }
kits-post-to = 받는 사람: { $offices }
kits-post-sign = { $until }까지 서명해 주세요: { $link }

kits-more = { $code } 호소문으로 더 만들 수 있는 자료입니다. 보도자료에는 작성지를 넣을 수 있습니다: <code>/kit { $code } press 서울</code>
kits-kind-press = 보도자료
kits-kind-thanks = 감사 서한
kits-kind-worksheet = 유엔 제출 준비 문서
kits-press = 보도자료 ({ $language}): 띄어쓰기 기준 { $words }단어. 내보내기 전에 한 번 읽어 주세요.
kits-press-place = 작성지가 아직 없습니다. 모든 언어에 하나만 쓰거나, 언어마다({ $languages }) 빗금으로 나누어 써 주세요: <code>/kit { $code } press Seoul / 서울</code>
kits-press-not-sent = 보도자료는 발송된 호소문으로만 만듭니다. 대기 중인 글은 /queue 에 있습니다.
kits-thanks = 감사 서한, 받는 사람: { $office }. 진전에 관한 문장은 기록된 그대로입니다. 서한의 언어와 다르면 번역해 주세요.
kits-thanks-no-step = { $code } 호소문에는 공개된 진전이 아직 기록되어 있지 않습니다. /outcome 으로 기록하실 수 있습니다.
kits-thanks-words-wait = { $code } 호소문의 진전은 아직 동료의 승인을 받아 소식으로 알리지 않았으므로 서한에 적을 수 없습니다. /timeline 에서 기록을 확인해 주세요.
kits-thanks-nobody = { $code } 호소문에는 받는 사람이 없습니다.
kits-thanks-whom = 어느 분께 감사 서한을 보내시겠습니까? 기록에는 누가 한 일인지 나와 있지 않습니다.
kits-worksheet = { $code } 호소문의 유엔 제출 준비 문서입니다. 누구나 알아도 되는 내용만 들어 있습니다. 정확한 장소, 비공개 출처의 종류와 수까지 넣으려면: <code>/kit { $code } worksheet full</code>
kits-worksheet-full = 정확한 장소까지 담은 { $code } 호소문의 유엔 제출 준비 문서입니다. 받으신 사실은 기록으로 남습니다. 안전한 곳에 두고, 다른 곳에 전하지 마세요. 비공개 출처가 누구인지는 들어 있지 않습니다.

kits-email-subject = 제목: 서명해 주세요 – { $title }
kits-email-greeting = 안녕하세요.
kits-email-content-note = 읽기 전에: 아래 글에는 마음이 힘들 수 있는 내용이 있습니다.
kits-email-asked = 요구 사항 – { $office }:
kits-email-sign = { $until }까지 텔레그램에서 서명해 주세요: { $link }
kits-email-paper = 종이에 서명하시려면 첨부한 서명지를 인쇄해 서명하신 뒤 그날까지 저희에게 보내 주세요. 주변에도 널리 알려 주시기 바랍니다.
kits-email-closing = 감사합니다.
