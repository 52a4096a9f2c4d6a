# 담당자에게 보내는 알림. 제보에서는 표식, 분류, 긴급도만 알린다.

alerts-new-tip =
    새 제보 <b>{ $tag }</b>
    { $category } · { $urgency }
    /tips 에서 열려 있는 제보를 볼 수 있습니다.
