# 호소문과 서한이 가져다 쓰는 등록부, 그리고 새 재임자를 적는 양식.

registers-heading =
    <b>등록부</b>
    호소문과 서한, 용어 풀이가 여기서 내용을 가져다 씁니다. 고치려면 양식으로 받아 수정한 뒤, 이름이 .yaml로 끝나는 파일로 다시 보내 주세요.
registers-button-offices = 직책: { $count }
registers-button-obligations = 국제 의무: { $count }
registers-button-explanations = 용어: { $count }
registers-button-campaigns = 캠페인: { $count }
registers-list-offices = <b>직책</b>: { $count ->
        [0] 아직 없습니다
       *[other] { $count }곳
    }
registers-list-obligations = <b>국제 의무</b>: { $count ->
        [0] 아직 없습니다
       *[other] { $count }건
    }
registers-list-explanations = <b>용어</b>: { $count ->
        [0] 아직 없습니다
       *[other] { $count }개
    }
registers-list-campaigns = <b>캠페인</b>: { $count ->
        [0] 아직 없습니다
       *[other] { $count }건
    }
registers-how = 보내신 양식에 있는 항목은 같은 key의 항목을 대신합니다. 나머지는 그대로 남습니다.
registers-sheet = 전체를 양식으로 받기
registers-sheet-sent = 아무 편집기로나 고친 뒤 파일로 다시 보내 주세요. 바꾸지 않는 항목은 빼셔도 됩니다.
registers-all = 등록부 전체
registers-back = 목록으로
registers-entry =
    <b>{ $title }</b>
    <code>{ $key }</code> · { $languages }
registers-office-country = 나라: { $country }
registers-office-holder = { $named ->
        [yes] 재임자: { $holder }
       *[no] 재임자: 적혀 있지 않음
    }
registers-office-letters =
    첫머리 인사: { $salutation }
    서한 언어: { $language } (방법: { $methods })
registers-office-post = 우편 주소: { $where }
registers-office-email = 이메일: { $where }
registers-office-fax = 팩스: { $where }
registers-office-link = 누리집: { $where }
registers-office-nowhere = 알려진 주소가 없습니다.
registers-fresh = { $day }에 확인했습니다({ $days ->
        [0] 오늘
       *[other] { $days }일 전
    }).
registers-stale = <b>{ $day } 이후 { $days }일 동안 확인하지 않았습니다.</b> 지금도 모두 맞는지 해당 기관의 누리집에서 확인해 주세요.
registers-checked = 오늘 확인함
registers-noted = 오늘 확인한 것으로 기록했습니다.
registers-new-holder = 새 재임자
registers-article = 제{ $article }조
registers-since = { $year }년부터
registers-campaign = { $year }년부터
registers-languages-lost =
    <b>저장한 것은 없습니다.</b> 지금 있는 언어가 빠진 항목이 있습니다. 다른 호소문에서 쓰고 있을 수 있습니다: { $entries }

    빠진 언어를 채워서 다시 보내 주세요.
registers-saved =
    <b>저장했습니다.</b> 추가 { $added }건, 변경 { $changed }건, 그대로 { $same }건.

    { $drafts ->
        [0] 함께 바뀐 초안은 없습니다.
       *[other] 내용이 함께 바뀐 초안: { $codes }
    }
registers-too-long = <b>텔레그램 메시지에 더는 담기지 않는 초안이 있습니다:</b> { $codes }. 초안이나 항목을 줄이기 전에는 검토를 요청할 수 없습니다.
registers-more = { $shown } 외 { $more }건
registers-look-offices = 직책 보기
registers-look-obligations = 국제 의무 보기
registers-look-explanations = 용어 보기
registers-look-campaigns = 캠페인 보기

holder-title = 새 재임자: { $office }
holder-ask-name = <b>지금 이 직책을 맡고 있는 분은 누구입니까?</b> 서한에 적을 이름을 그대로 적어 주세요. 예: 홍길동
holder-label-name = 이름
holder-done = <b>저장했습니다.</b> 아직 전달하지 않은 서한에는 새 이름이 들어갑니다. 이미 전달한 서한의 이름은 그대로입니다.
holder-gone = 등록부에 더는 없는 직책입니다. 바뀐 것은 없습니다.
