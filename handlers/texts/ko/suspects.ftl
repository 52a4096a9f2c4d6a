# 확인을 기다리는 서명.

suspects-alarm =
    <b>확인을 기다리는 서명이 있습니다</b>
    { $title } ({ $code })
    ‘{ $label }’ 링크로 1분 동안 들어온 서명이 한 사람씩 서명했다고 보기에는 너무 많습니다. { $count }건은 담당자가 확인할 때까지 집계에 넣지 않습니다. 서명한 분은 보통 때처럼 서명 내역을 받았습니다.

    나쁜 일이 아닐 수도 있습니다. 한 반이 함께 서명했을 수 있으니, 그곳에서 서명을 모으는 분에게 물어봐 주세요.
suspects-look = 살펴보기
suspects-heading =
    <b>확인을 기다리는 서명: { $title }</b> ({ $code })
    한 링크로 너무 빨리 들어와 아직 집계에 넣지 않은 서명입니다. 그곳에서 서명을 모으는 분에게 무슨 일이 있었는지 물어봐 주세요.
suspects-none =
    <b>{ $title }</b> ({ $code })
    확인을 기다리는 서명이 없습니다.
suspects-one =
    <b>{ $label }</b>: 서명 { $count }건, 서로 다른 이름 { $names }개
    처음: { $since }
    마지막: { $until }
suspects-accept = 실제 서명 { $count }건 집계에 넣기: { $label }
suspects-take-out = 집계에서 빼기
suspects-accepted = <b>서명 { $count }건을 집계에 넣었습니다.</b>
