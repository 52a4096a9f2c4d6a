# 담당자의 컴퓨터에서 연 제보를 읽는 페이지.
tip-page-title = 제보 { $day }
tip-page-count = 제보 { $count }건을 열었습니다.
tip-page-not-sealed = 이 페이지는 더 이상 봉인되어 있지 않습니다. 이 컴퓨터에만 두고, 누구에게도 보내지 말고, 일이 끝나면 지워 주세요.
tip-page-welfare = 읽기 힘든 내용이 있을 수 있습니다. 제보는 직접 펼치기 전까지 접혀 있습니다. 쉬어 가며 읽고, 힘든 내용은 되도록 동료와 함께 읽으세요.
tip-page-contents = 이 페이지의 내용
tip-page-received = { $day } 받음
tip-page-rated = 평가 { $rating }
tip-page-labels = 꼬리표
tip-page-read = { $additions ->
    [0] 제보 { $tag } 읽기
   *[other] 제보 { $tag }, 덧붙인 글 { $additions }건 읽기
}
tip-page-added = { $day } 덧붙임
tip-page-addition-damaged = 덧붙인 글 { $count }건은 이 열쇠로 열지 못했습니다.
tip-page-area = 지역
tip-page-place = 장소 설명
tip-page-people = 관련 인원
tip-page-when = 시기
tip-page-precision = 날짜의 정확도
tip-page-known = 알게 된 경위
tip-page-source = 출처
tip-page-content = 정보
tip-page-rated-by = 평가한 사람
tip-page-agreed-by = 동의한 사람
tip-page-agreed-by-nobody = 아직 없음
tip-page-consent-may_share_with_partners = 협력 단체와 확인하는 데 동의
tip-page-consent-wishes_contact = 추가 질문에 동의
tip-page-consent-may_publish = 신원이 드러나지 않는 공개에 동의
tip-page-consent-may_send_to_un = 유엔 전문가에게 보내는 데 동의
tip-page-yes = 예
tip-page-no = 아니요
tip-page-expires = 서버에서 지우는 날
tip-page-epoch = 봉인한 열쇠(몇 기)
tip-page-digest = 봉인된 원문의 SHA-256
tip-page-alike = 비슷한 제보, 판단은 직접
tip-page-alike-means = 7일 안에 들어온 제보로, 같은 지역에서 일어난 같은 종류의 일이며 표현이 많이 겹칩니다. 한 가지 일을 두 번 알린 것일 수도, 서로 무관한 두 출처일 수도, 우연일 수도 있습니다.
tip-page-alike-not-all = 제보가 너무 많아 서로 다 비교하지 못했거나, 비슷한 것을 다 싣지 못했습니다.
tip-page-and = ·
tip-page-alike-pair = { $category }, { $days ->
    [0] 같은 날
   *[other] { $days }일 차이
}, 표현의 { $percent }%가 같음
tip-page-unopened = 열지 못한 제보
tip-page-for-other-keys = 다른 열쇠로 봉인됨
tip-page-damaged = 손상됨
tip-page-sealed-to = { $epoch }기부터 제보는 열쇠 { $count }개로 봉인됩니다. 동료와 맞추어 볼 명단의 확인값:
