# A collector's own link.

own-link-which = 어느 서명운동의 서명을 모으시나요?
own-link-none-open = 지금 진행 중인 서명운동이 없습니다.
own-link-closed = { $code } 서명운동은 지금 서명을 받지 않으므로 모을 수 없습니다. 서명을 받는 서명운동은 /collect 에서 볼 수 있습니다.
own-link =
    <b>서명 모집: { $title }</b>
    { $count ->
        [0] 아직 이 링크로 서명한 사람이 없습니다.
       *[other] 지금까지 이 링크로 { $count }명이 서명했습니다.
    }{ $waiting ->
        [0] { "" }
       *[other] { " " }너무 빠르게 들어온 { $waiting }건은 동료가 먼저 확인합니다.
    }

    { $link }

    링크를 보여 주거나 인쇄하거나 전달해 주세요. 몇 명이 서명했는지는 볼 수 있지만, 누가 서명했는지는 볼 수 없습니다.
own-link-picture = 그림과 서명지 받기
