# 서명 모으는 분, 학교, 채널의 링크.

links-caption =
    <b>{ $title }</b>
    { $link }

    보여 주거나 인쇄하거나 다른 분께 보내 주세요. 그림은 휴대전화 카메라로 읽습니다.
links-sheet = 펜으로 서명하는 분을 위한 서명지입니다. 서명지의 QR 그림도 같은 링크로 이어집니다. 양면으로 인쇄하시고, 서명받은 서명지는 담당자에게 전해 주세요.
links-heading = <b>링크: { $title }</b> ({ $code })
links-together = { $count ->
        [0] 아직 이 링크들로 들어온 서명이 없습니다.
       *[other] 이 링크들로 { $count }명이 서명했습니다.
    }
links-none = 아직 서명 모으는 분이나 학교, 채널의 링크가 없습니다. 링크마다 서명 수를 따로 셉니다. 서명 모으는 분이나 학교의 링크로 너무 빨리 들어온 서명은 담당자가 확인할 때까지 집계에 넣지 않습니다.
links-line = • { $label }({ $kind }{ $ended ->
        [yes] , 끝남
       *[no] {""}
    }): { $count }명{ $suspect ->
        [0] {""}
       *[other] , 확인을 기다리는 서명 { $suspect }건
    }
links-erased = 이름을 지움({ $source })
links-others = <b>그 밖에 들어온 서명</b>
links-count = • { $name }: { $count }명
links-rest = • 그 밖의 코드: { $count }명
links-no-source = • 링크 없이: { $count }명
links-new = 새 링크
links-suspects = 확인을 기다리는 서명 { $count }건
links-volunteers = { $count ->
        [0] 자원봉사자
       *[other] 자원봉사자: 답을 기다리는 신청 { $count }건
    }
links-earlier = 앞쪽 링크
links-more = 링크 더 보기
links-back = 링크 전체
links-one =
    <b>{ $label }</b>({ $kind })
    { $title }
    { $link }

    { $count ->
        [0] 아직 이 링크로 들어온 서명이 없습니다.
       *[other] 서명 { $count }명
    } · 만든 날: { $day }
links-one-suspect = 확인을 기다리는 서명이 { $count }건 더 있습니다. 한 사람씩 서명했다고 보기에는 너무 빨리 들어왔습니다.
links-one-ended = 이 링크는 { $day }에 끝났습니다. 열면 서명운동으로 이어지지만 어느 링크의 서명으로도 세지 않습니다.
links-picture = 링크와 QR 그림
links-end = 링크 끝내기
links-ask-end = <b>이 링크를 끝내시겠습니까?</b> 열면 계속 서명운동으로 이어지지만, 지금부터는 어느 링크의 서명으로도 세지 않습니다. 지금까지 들어온 서명은 그대로 둡니다. 끝낸 링크는 되살릴 수 없고, 새 링크는 만들 수 있습니다.
links-end-yes = 끝내기
links-keep = 그대로 두기
links-over = 링크는 준비 중이거나 진행 중인 서명운동에만 만들 수 있습니다. { $code }에는 만들 수 없습니다.
links-ask-kind =
    <b>새 링크: { $title }</b>
    누구의 링크입니까?
links-kind-collector = 서명 모으는 분
links-kind-school = 학교
links-kind-channel = 채널
links-ask-label = { $kind ->
        [collector] 이 링크로 누가 서명을 모읍니까? 이름은 담당자에게만 서명 수와 함께 보이고 서명하는 분에게는 보이지 않습니다. 서명한 분들의 이름을 지울 때 함께 지웁니다.
        [school] 어느 학교나 반입니까? 이름은 담당자에게만 서명 수와 함께 보이고 서명하는 분에게는 보이지 않습니다. 서명한 분들의 이름을 지울 때 함께 지웁니다.
       *[channel] 어느 채널이나 페이지, 행사입니까? 이름은 담당자에게만 서명 수와 함께 보이고 서명하는 분에게는 보이지 않습니다.
    }

    { $limit }자 이내로 보내 주세요. 링크를 만들지 않으시려면 /cancel 을 보내 주세요.
links-bad-label = 이름으로 쓸 수 없습니다. { $limit }자 이내의 글로 보내 주시거나 /cancel 을 보내 주세요.
links-cancelled = 취소했습니다. 링크를 만들지 않았습니다.
