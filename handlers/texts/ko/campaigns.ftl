# 캠페인: 여러 해에 걸친 일.

campaigns-all =
    <b>캠페인</b>
    여러 해가 걸리는 일도 있습니다. 하나를 누르면 지금까지 해 온 일을 볼 수 있습니다.
campaigns-unknown = “{ $words }” 캠페인을 찾지 못했습니다.
campaigns-none = 아직 등록된 캠페인이 없습니다. 지금 진행 중인 호소는 /appeals 에 있습니다.
campaigns-one =
    <b>{ $name }</b>
    { $since }년부터 · { $count ->
        [0] 아직 기록이 없습니다
       *[other] 지금까지 { $count }건
    }
campaigns-appeal = <b>{ $day }</b> 호소: “{ $title }”
campaigns-back = 캠페인 전체
