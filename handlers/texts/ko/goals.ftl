# 서명 목표. 담당자가 봅니다.

goals-set = 이제 { $code }의 목표는 { $goal }명입니다. 지금부터 모두에게 이 목표가 보입니다.
goals-reached-already = { $code }에는 이미 { $goal }명 이상이 서명해 목표가 될 수 없습니다. 바꾼 것은 없습니다.
goals-no-number = <code>/goal { $code } 5000</code>처럼 목표를 숫자로 적어 주세요. 바꾼 것은 없습니다.
goals-not-open = 지금은 { $code } 서명을 받지 않으므로 목표를 바꿀 수 없습니다. 보내기 전에는 호소문 양식에 적힌 숫자가 목표입니다.
goals-none = 서명을 받지 않는 글({ $code })이어서 목표가 없습니다.
goals-milestones = <b>달성 기록</b>
goals-milestone = { $goal }명의 { $percent }%: { $day }, { $total }명
goals-history = <b>지금까지의 목표</b>
goals-one-set = { $goal }명: { $who }, { $day }
goals-one-of-sheet = { $goal }명: 호소문 양식
goals-how = 목표를 바꾸려면: <code>/goal { $code } 숫자</code>
