# 호소문의 보도자료.

press-heading = 보도자료
press-place = { $place }, { $day }
press-lead = ({ $dateline }) { $lead }
press-asks = { $organisation }의 요구 사항({ $office }):
press-quote = 호소문에 서명한 { $name } { $role }: “{ $words }”
press-quote-of-all = { $organisation } 호소문에서: “{ $words }”
press-more = 요구 사항과 출처가 모두 담긴 호소문 전체: { $link }
press-contact = 문의
