# 하루에 한 번, 전날까지 들어왔으나 아무도 맡지 않은 제보를 알린다.

unclaimed-heading = <b>전날까지 들어왔으나 아무도 맡지 않은 제보 { $count }건</b>
unclaimed-urgency =
    { $urgency }
    { $tags }
unclaimed-more = { $tags } 외 { $more }건
unclaimed-end = 맡으실 수 있는 제보를 맡아 주세요. 이 제보들은 다시 알려 드리지 않습니다.
