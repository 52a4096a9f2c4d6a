# 호소 목록: 정렬, 종류, 지난 호소.

listing-heading-deadline = <b>지금 진행 중인 호소 { $count }건</b>, 마감이 가까운 순서
listing-heading-urgency = <b>지금 진행 중인 호소 { $count }건</b>, 급한 순서
listing-heading-activity = <b>지금 진행 중인 호소 { $count }건</b>, 이번 주 서명이 많은 순서
listing-heading-earlier = <b>지난 호소 { $count }건</b>, 최근에 마감된 순서
listing-none-of-kind = 지금 진행 중인 것 가운데 이 종류는 없습니다.
listing-none-earlier = 아직 마감된 호소가 없습니다.
listing-order-deadline = 마감순
listing-order-urgency = 긴급순
listing-order-activity = 활발한 순
listing-all = 모든 종류
listing-kind-urgent_action = 긴급 호소
listing-kind-petition = 서명운동
listing-kind-open_letter = 공개서한
listing-kind-statement = 성명
listing-kind-update = 후속 소식
listing-kind-thanks = 감사 인사
listing-earlier = 지난 호소 보기
listing-open = 진행 중인 호소 보기
listing-previous = 이전
listing-next = 다음
