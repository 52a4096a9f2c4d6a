# 내용을 보지 않고 제보 처리하기.

tips-none = 열려 있는 제보가 없습니다. 들어온 제보는 봉인되며, 여기에는 표식만 나타납니다.
tips-heading =
    <b>{ $count ->
        [1] 열려 있는 제보 1건
       *[other] 열려 있는 제보 { $count }건 중 { $first }–{ $last }번째
    }</b>
    내용은 봉인되어 있어 대화방에는 나타나지 않습니다. <code>/export tips</code> 명령을 보내시면 열쇠를 가진 담당자의 컴퓨터에서만 열리는 파일로 드립니다.
tips-entry =
    <b>{ $tag }</b> · { $category }
    { $urgency } · { $day } · { $state }
tips-free = 맡은 사람 없음
tips-held = 맡은 사람: { $who }
tips-held-by-you = 나
tips-claim = { $tag } 맡기
tips-close = { $tag } 닫기
tips-before = 이전
tips-after = 다음
tips-tag-missing = 명령어 뒤에 제보의 표식을 적어 주세요. 예: <code>/{ $command } K7MX</code>. 표식은 /tips 에 있습니다.
tips-noted-claim = 맡으셨습니다
tips-noted-close = 닫았습니다
tips-done-claim = 맡으셨습니다: 제보 <b>{ $tag }</b>. 처리가 끝나면 <code>/close { $tag }</code> 명령을 보내 주세요.
tips-done-close = 닫았습니다: 제보 <b>{ $tag }</b>. 늦어도 90일 뒤에는 삭제됩니다.
tips-cannot-claim = 맡을 수 없는 제보입니다. 이 표식의 열린 제보가 없거나 다른 담당자가 맡고 있습니다. 현재 상태는 /tips 에 있습니다.
tips-cannot-close = 제보는 맡은 담당자만 닫을 수 있습니다. 내가 맡은 제보는 /tips 에 있습니다.
