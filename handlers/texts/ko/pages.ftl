# 긴 목록 넘기기.

pages-earlier = 이전
pages-further = 다음
