# 서명하신 분의 나라.

countries-not-given = 밝히지 않음
