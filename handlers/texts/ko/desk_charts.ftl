# 데스크: 그래프와 그 설명.

desk-chart-days = 날짜별 서명
desk-chart-total = 누적 서명
desk-chart-channels = 경로별 서명
desk-chart-countries = 나라별 서명
desk-chart-languages = 언어별 서명
desk-chart-sources = 서명 모으는 분과 링크별 서명
desk-chart-course = { $kind ->
        [recall] 시간별 회수
        [correction] 시간별 정정
       *[appeal] 시간별 발송
    }
desk-chart-signatures = 서명 { $count }명
desk-chart-goal = 목표 { $goal }명
desk-chart-days-words = { $days }일 동안 { $total }명이 서명했습니다. 가장 많은 날은 { $busiest }, { $most }명입니다.
desk-chart-total-words = { $last }까지 { $total }명이 서명했습니다. 목표는 { $goal }명입니다.{ $undated ->
        [0] {""}
       *[other] {" "}서명지에서 수만 센 { $undated }명은 날짜가 없어 처음부터 더했습니다.
    }
desk-chart-apart-words = { $counts }{ $rest ->
        [0] .
       *[other] , 그 밖: { $rest }.
    }
desk-chart-undated = 서명지에서 수만 센 { $count }명은 날짜가 없습니다.
desk-chart-numbers = { $title } 숫자 보기
desk-chart-column-day = 날짜
desk-chart-column-signatures = 서명 수
desk-chart-column-channels = 경로
desk-chart-column-countries = 나라
desk-chart-column-languages = 언어
desk-chart-column-sources = 모은 분 또는 링크
desk-chart-column-until = 시각
desk-chart-column-delivered = { $kind ->
        [recall] 회수함
        [correction] 정정함
       *[appeal] 보냄
    }
desk-chart-column-undelivered = { $kind ->
        [recall] 회수하지 못함
        [correction] 정정하지 못함
       *[appeal] 전하지 못함
    }
