# 호소문 카드에서 본문 말고 보여 드리는 것: 사실, 법적 의무, 숫자, 그 뒤의 일.

card-help = 도움받을 수 있는 곳: { $help }
card-within = { $larger } { $smaller }
card-place = 지금 있는 곳: { $place }
card-endorsements-until = 단체 연명 마감: { $until }
card-endorsements-over = 단체 연명 마감됨: { $until }

card-facts = 있었던 일
card-fact-place = { $country }, { $place }
card-fact = { $act }: { $affected } { $count ->
    [0] (인원 알 수 없음)
   *[other] ({ $count }명)
  }
card-fact-actor = 행위자: { $actor }
card-act-refoulement = 강제송환
card-act-expulsion = 추방
card-act-denial_of_asylum = 난민 신청 거부
card-act-denial_of_family_reunion = 가족 상봉 거부
card-act-detention = 구금
card-act-disappearance = 강제실종
card-act-torture = 고문
card-act-threats_against_family = 가족에 대한 위협
card-actor-police = 경찰
card-actor-border_guard = 국경경비대
card-actor-military = 군
card-actor-prison_staff = 구금시설 직원
card-actor-officials = 공무원
card-actor-private = 민간인
card-actor-unknown = 알 수 없음
card-actor-of = { $actor }({ $country })

card-obligations = 법에 따른 의무
card-obligation = { $law } ({ $bound }): { $words }
card-treaty-article = { $treaty } 제{ $article }조
card-bound-since = { $state }, { $since }년 가입

card-magnitude-tens = 수십
card-magnitude-hundreds = 수백
card-magnitude-thousands = 수천
card-confirmed = – 있었던 일임을 확인한 곳: { $who }
card-number-confirmed = – 숫자를 확인한 곳: { $who }
card-number-unconfirmed = – 숫자는 확인되지 않음

card-status = <b>현재 상황:</b> { $status } ({ $when } 기준, 출처: { $source })
card-statuses = 지금까지 { $count }번 전해진 상황 가운데 가장 최근 것입니다.
card-according-to-ngo = 민간단체
card-according-to-un = 유엔
card-according-to-press = 언론
card-according-to-testimony = 증언
card-according-to-family = 가족
card-according-to-official = 정부

card-deliveries = 전달
card-delivered = { $named ->
    [yes] { $office }: {""}
   *[no] {""}
  }{ $when } 전달({ $how })
card-other-places = 그 밖에 { $count }곳
card-pending = 아직 전달하지 않은 곳: { $offices }
card-unanswered = { $office }: { $days }일째 답변 없음
card-unanswered-since = { $office }: { $when } 이후 답변 없음

card-replies = 답변

card-outcomes = 결과
card-outcome-source = 출처: { $source }

card-part = { $parts }쪽 중 { $part }쪽
card-next-part = 다음 쪽
card-previous-part = 이전 쪽
