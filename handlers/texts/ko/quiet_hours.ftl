# 방해 금지 시간: 언제 소식을 미루고, 어느 곳의 시각을 따를지.

quiet-hours-none = 없음
quiet-hours-some = { $hours }({ $city } 시각)
quiet-hours-screen =
    <b>방해 금지 시간</b>: { $quiet }
    이 시간에 올 소식은 이 시간이 끝나면 보내 드립니다.
quiet-hours-clock = { $city } 시각을 따릅니다. 그곳은 지금 { $time }입니다. 계신 곳의 시각과 다르면 ‘시간대’를 눌러 주세요.
quiet-hours-no-wake = 시간이 얼마 없는 호소도 이 시간에는 보내지 않습니다.
quiet-hours-wake = 시간이 얼마 없는 호소는 이 시간에도 보내 드립니다.
quiet-hours-other = 다른 시간
quiet-hours-zone = 시간대
quiet-hours-wake-yes = 시간이 얼마 없는 호소는 이때도 받기
quiet-hours-wake-no = 이 시간에는 아무것도 받지 않기
quiet-hours-ask-first =
    <b>다른 시간</b>
    몇 시부터 소식을 미룰까요?
quiet-hours-ask-last =
    <b>{ $time }부터</b>
    몇 시까지 미룰까요?
quiet-hours-ask-zone =
    <b>방해 금지 시간: { $hours }</b>
    계신 곳은 지금 몇 시입니까? 시각이 같은 곳을 골라 주세요. 방해 금지 시간과 함께 보관하며, 다른 데에는 쓰지 않습니다.
quiet-hours-zones-more = 다른 곳 더 보기
quiet-hours-zones-back = 앞쪽 목록
quiet-hours-back = 방해 금지 시간으로 돌아가기
