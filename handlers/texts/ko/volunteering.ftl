# 서명을 모으겠다는 제안.

volunteering-which = 어느 서명운동의 서명을 모으시겠습니까?
volunteering-none-open = 지금은 진행 중인 서명운동이 없습니다. /subscribe 로 소식을 받으시면 새 서명운동을 알려 드립니다.
volunteering-unknown = 이 코드의 서명운동이 없습니다. 진행 중인 서명운동은 /volunteer 에 있습니다.
volunteering-closed = 이 서명운동은 마감되어 더는 서명을 모으지 않습니다. 도우려 해 주셔서 감사합니다. 진행 중인 서명운동은 /volunteer 에 있습니다.
volunteering-what =
    <b>서명 모으기: { $title }</b>
    자원봉사자마다 따로 드리는 링크나 QR 그림을 보여 주시면, 그것을 본 분들이 자기 휴대전화로 서명합니다. 그 링크로 몇 명이 서명했는지는 보실 수 있고, 누가 서명했는지는 보실 수 없습니다. 먼저 담당자의 답을 받으셔야 합니다.

    어떻게 모으시겠습니까?
volunteering-alone = 혼자서
volunteering-school = 학교 모임과 함께
volunteering-ask-age = 서명 모으기는 만 { $age }세부터 하실 수 있습니다. 만 { $age }세 이상이십니까? 답은 저장하지 않습니다.
volunteering-old-enough = 만 { $age }세 이상입니다
volunteering-younger = 그보다 어립니다
volunteering-too-young =
    도우려 해 주셔서 감사합니다. 이 나이에는 저희가 개인정보를 보관할 수 없어 여기에서 마칩니다. 아무것도 저장하지 않았습니다.

    보호자나 선생님이 대신 /volunteer 로 신청하실 수 있습니다. 호소문을 알리는 일은 누구나 하실 수 있습니다: /share { $code }
volunteering-ask-name =
    <b>이름</b>
    담당자가 어떤 이름으로 부르면 되겠습니까? { $limit }자 이내로 보내 주세요.
volunteering-bad-name = 이름으로 쓸 수 없습니다. 링크나 주소 없이 글자로, { $limit }자 이내로 보내 주세요.
volunteering-ask-school =
    <b>학교</b>
    어느 학교의 어느 반이나 동아리입니까? { $limit }자 이내로 한 줄에 적어 주세요.
volunteering-ask-guardian =
    <b>책임지는 어른</b>
    모임을 책임지는 선생님이나 보호자는 누구이고, 어떻게 연락하면 됩니까? 이름과 전화번호 또는 이메일 주소를 { $limit }자 이내로 적어 주세요. 먼저 그분의 허락을 받아 주세요. 모임이 시작하기 전에 담당자가 연락드립니다.
volunteering-given =
    <b>확인해 주세요</b>
    서명운동: { $title }
    이름: { $name }
volunteering-given-school =
    학교: { $school }
    책임지는 어른: { $guardian }
# 이 글의 내용이 바뀌면 CONSENT_VERSION도 새로 정합니다.
volunteering-consent =
    동의하시면 { $organisation }에서 위 내용과 텔레그램 ID(암호화함, 전화번호는 아님), 언어, 오늘 날짜를 보관합니다. 목적: 답을 드리고, 드린 링크로 들어온 서명을 세기 위해서입니다. 보는 사람: 이 서명운동의 담당자이며, 텔레그램 계정은 볼 수 없습니다. 기간: 그만두시거나 담당자가 받아들이지 않을 때까지이며, 늦어도 서명한 분들의 이름을 지울 때(마지막 전달 { $days }일 뒤 또는 마감 { $unsent }일 뒤) 함께 지웁니다. 생각이 드러날 수 있는 정보여서 먼저 동의를 구합니다. 동의하지 않으실 수 있으며, 그러면 아무것도 저장하지 않습니다.

    자세한 내용: /privacy. 동의를 거두시려면 /volunteer 나 /forget 을 이용해 주세요.
volunteering-agree = 동의하고 신청하기
volunteering-cancel = 취소
volunteering-cancelled = 취소했습니다. 신청되지 않았고 아무것도 남지 않았습니다.
volunteering-gone = 진행 중이던 신청이 없습니다. /volunteer 로 시작하실 수 있습니다.
volunteering-offered =
    <b>감사합니다.</b> 담당자에게 신청을 전했습니다. 답은 이 대화방으로 드립니다.

    진행 상황을 보시거나 신청을 거두시려면: /volunteer
volunteering-accepted =
    <b>담당자가 신청을 받아들였습니다: { $title }</b>
    아래 링크와 그림을 보여 주시거나, 인쇄하시거나, 전해 주세요. 이 링크로 들어온 서명은 이 링크의 서명으로 셉니다. 서명은 누구에게도 강요하지 마시고, 서명했는지도 묻지 말아 주세요.

    몇 명이 서명했는지 보시려면: <code>/volunteer { $code }</code>
volunteering-declined =
    ‘{ $title }’ 서명을 모으겠다고 신청해 주셔서 감사합니다. 이번에는 함께하지 못하게 되었습니다. 신청하며 적어 주신 내용은 지웠습니다.

    호소문을 알리는 일은 언제든지 하실 수 있습니다: /share { $code }
volunteering-ended =
    <b>{ $title }</b>
    담당자가 이 링크를 끝냈습니다. 링크를 열면 서명은 할 수 있지만 어느 링크의 서명으로도 세지 않습니다. 이유를 모르시면 문의해 주세요: /contact { $code }
volunteering-recalled = 회수된 서명운동({ $code })이라 더는 서명을 모으지 않습니다. 신청하실 때 적어 주신 내용은 아직 남아 있습니다. 아래 버튼으로 지우실 수 있습니다.
volunteering-waits =
    <b>{ $title }</b>
    담당자가 신청을 살펴보고 있습니다. 답은 이 대화방으로 드립니다.
volunteering-collects =
    <b>서명 모으는 중: { $title }</b>
    { $count ->
        [0] 아직 이 링크로 서명한 분이 없습니다.
       *[other] 지금까지 이 링크로 { $count }명이 서명했습니다.
    }

    { $link }
volunteering-picture = 링크와 QR 그림 받기
volunteering-stop = { $state ->
        [asked] 신청 거두기
       *[accepted] 서명 모으기 그만두기
    }
volunteering-ask-stop =
    <b>{ $title }</b>
    { $state ->
        [asked] 신청을 거두시겠습니까? 적어 주신 내용을 지웁니다.
       *[accepted] 서명 모으기를 그만두시겠습니까? 링크는 더 이상 누구의 것으로도 세지 않고, 적어 주신 내용을 지웁니다. 이미 들어온 서명은 그대로 남습니다.
    }
volunteering-stop-yes = 네, 지워 주세요
volunteering-keep = 아니요, 돌아가기
volunteering-stopped = 자원봉사자로서 남기신 정보를 지웠습니다. 그동안 애써 주셔서 감사합니다.
