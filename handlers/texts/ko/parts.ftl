# 서명을 나누어 본 그림.

parts-heading = <b>{ $code } 서명 { $total }명의 구성</b>
parts-told = { $by ->
        [channels] 경로별
        [countries] 나라별
       *[sources] 링크별
    }: { $counts }.
parts-others = 그 밖
parts-title = { $code }
parts-by-channels = 경로별 서명
parts-by-countries = 나라별 서명
parts-by-sources = 링크별 서명
