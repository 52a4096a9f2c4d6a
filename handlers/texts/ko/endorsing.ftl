# 단체를 대표해 연명하기.

endorsing-welcome =
    <b>이제 { $organisation }의 이름으로 연명하실 수 있습니다.</b>

    호소문을 열고 ‘자세히 보기’를 눌러 끝까지 읽으시면 그 아래에 연명 버튼이 있습니다. 한 번 누르면 이 단체가 함께하는 단체의 수에 들어갑니다. 개인 서명과는 따로이므로 서명도 하실 수 있습니다. 연명은 언제든지 거두실 수 있습니다.

    진행 중인 호소문은 /endorse 에 있습니다. 메뉴에는 나오지 않으니 기억해 주세요.

    본인 확인을 위해 대표자로 계시는 동안 텔레그램 ID를 암호화해 보관합니다. 담당자에게는 번호만 보입니다. 담당자가 권한을 끝낼 수 있고, 직접 /forget 으로 끝내실 수도 있습니다.
endorsing-list = 연명할 호소문
endorsing-spent =
    더 이상 쓸 수 없는 초대입니다. 이미 쓰였거나 끝났거나 이틀이 지났습니다.

    초대해 주신 담당자에게 새 링크를 부탁해 주세요. 금방 만들 수 있습니다.
endorsing-already = 이미 대표하고 계신 단체: { $organisation }. 한 분은 한 단체만 대표하실 수 있습니다. 초대는 쓰이지 않았습니다. 단체를 바꾸시려면 먼저 담당자에게 지금의 권한을 끝내 달라고 해 주세요.
endorsing-not-representative =
    연명은 연대 회원 단체의 대표자만 하실 수 있습니다. 단체가 대표자로 정하셨다면 담당자에게 초대를 부탁해 주세요: /contact

    개인으로는 서명하실 수 있습니다: /sign
endorsing-left = 단체가 연대에서 탈퇴하여 새로 연명할 수 없습니다. 이미 한 연명은 남으며, /endorse 에서 거두실 수 있습니다.
endorsing-left-list = <b>{ $organisation }</b>: 연대에서 탈퇴하여 새로 연명할 수 없습니다. 이미 한 연명을 거두시려면 호소문을 골라 주세요.
endorsing-which = <b>연명하기: { $organisation }</b>. 호소문을 골라 읽어 주세요. 연명 버튼은 전문 아래에 있습니다.
endorsing-none = 지금은 없습니다.
endorsing-line = • { $title }(<code>{ $code }</code>): { $state ->
        [yes] 연명함
        [earlier] 이전 글에 연명함
       *[no] 연명하지 않음
    }
endorsing-endorse = 연명하기: { $organisation }
endorsing-endorse-new = 새 글에 연명하기: { $organisation }
endorsing-take-back = 연명 거두기: { $organisation }
endorsing-done =
    <b>연명했습니다: { $organisation }</b>
    ‘{ $title }’의 위 글(버전 { $number })에 연명하셨습니다. 나중에 글이 고쳐져도 이 연명은 읽으신 글에 남으며, 새 글에 다시 연명하실 수 있습니다.

    거두시려면 전문 아래의 버튼이나 /endorse 를 이용해 주세요.
endorsing-later = 여신 뒤에 글이 고쳐져 연명하지 않았습니다. 새 글을 읽어 주세요.
endorsing-late = 이 호소에 단체로 동참할 수 있는 기한이 지나, 귀 단체를 더하지 않았습니다. 개인 서명은 아직 할 수 있습니다: /appeals
endorsing-over = 더 이상 진행 중이 아닌 호소이므로 연명할 수 없습니다.
endorsing-ask-take-back =
    <b>{ $organisation }의 연명을 거둘까요?</b>
    ‘{ $title }’에 함께하는 단체가 한 곳 줄어듭니다.{ $closed ->
        [yes] {" "}마감된 호소이므로 다시 연명할 수 없습니다.
       *[no] {""}
    }
endorsing-take-back-yes = 네, 거두겠습니다
endorsing-taken-back = 연명을 거두었습니다. 단체: { $organisation }, 호소: ‘{ $title }’
endorsing-ended = 이제 여기에서 { $organisation }의 대표자가 아닙니다. 담당자가 권한을 끝냈고, 대표자 명단에서 텔레그램 ID를 지웠습니다. 이미 하신 연명은 남습니다. 까닭을 모르시면 문의해 주세요: /contact
endorsing-organisation-left = 담당자가 { $organisation }의 연대 탈퇴를 기록했습니다. 여기에서는 새로 연명할 수 없습니다. 이미 한 연명은 거두지 않으시면 남습니다: /endorse. 까닭을 모르시면 문의해 주세요: /contact
endorsing-forgets = { $organisation }의 대표자 권한도 끝납니다. 이미 하신 연명은 단체의 것이므로 남습니다. 남기지 않으시려면 먼저 /endorse 에서 거두어 주세요.
