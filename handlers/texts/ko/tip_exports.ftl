# 담당자의 컴퓨터가 확인된 제보로 다른 도구를 위해 만드는 파일의 낱말.

# 하루까지는 알려지지 않은 날짜.
tip-exports-between = { $first }과 { $last } 사이
tip-exports-until = { $last }까지
tip-exports-since = { $first } 이후

# HURIDOCS 목록 48, 날짜의 종류.
tip-exports-date-exact = 정확한 날짜
tip-exports-date-estimate = 추정
tip-exports-date-unknown_day = 날을 모름
tip-exports-date-unknown_month_and_day = 달과 날을 모름

# HURIDOCS 목록 19, 출처와의 관계.
tip-exports-source-self = 피해자 본인
tip-exports-source-witness = 목격자
tip-exports-source-relative = 피해자의 가족이나 친척
tip-exports-source-third_party = 제삼자
tip-exports-source-reporter = 언론
tip-exports-source-service = 도움을 준 사람
tip-exports-source-other = 알 수 없음

# HURIDOCS 목록 42, 신뢰도.
tip-exports-reliability-A = 매우 믿을 만함
tip-exports-reliability-B = 대체로 믿을 만함
tip-exports-reliability-C = 불확실함
tip-exports-reliability-D = 대체로 믿기 어려움
tip-exports-reliability-E = 매우 믿기 어려움
tip-exports-reliability-F = 알 수 없음

# HURIDOCS 목록 41, 침해의 확인 상태.
tip-exports-status-1 = 확인됨
tip-exports-status-2 = 가능성 높음
tip-exports-status-3 = 가능성 있음
tip-exports-status-4 = 가능성 낮음
tip-exports-status-5 = 가능성 낮음
tip-exports-status-6 = 알 수 없음

# HURIDOCS 목록 46, 우선순위.
tip-exports-priority-critical = 긴급
tip-exports-priority-high = 우선순위 높음
tip-exports-priority-normal = 우선순위 보통

# 분류 밖에 제보가 관련된 것.
tip-exports-concern-children = 아동
tip-exports-concern-medical = 건강
