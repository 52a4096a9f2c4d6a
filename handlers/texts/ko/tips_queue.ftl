# 열려 있는 제보 목록. 내용은 나타나지 않는다.

tips-none = 열려 있는 제보가 없습니다. 들어온 제보는 봉인되며, 여기에는 표식만 나타납니다.
tips-heading =
    <b>{ $count ->
        [1] 열려 있는 제보 1건
       *[other] 열려 있는 제보 { $count }건 중 { $first }–{ $last }번째
    }</b>
    내용은 봉인되어 있어 대화방에는 나타나지 않습니다. <code>/export tips</code> 명령을 보내시면 열쇠를 가진 담당자의 컴퓨터에서만 열리는 파일로 드립니다.
tips-entry =
    <b>{ $tag }</b> · { $what }
    { $state } · 담당: { $holder }
    { $rating }{ $labels ->
        [0] { "" }
       *[other] { " " }· 꼬리표 { $labels }개
    }
tips-before = 이전
tips-after = 다음
