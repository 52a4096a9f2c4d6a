# 서명하지 않고 호소 하나를 지켜보기.

following-follow = 이 호소 지켜보기
following-unfollow = 그만 지켜보기
# 이 글의 내용이 바뀌면 CONSENT_VERSION도 새로 정합니다.
following-consent =
    <b>{ $title }</b>
    이 호소가 어떻게 되어 가는지 이 대화방으로 알려 드릴까요? { $organisation }에서 텔레그램 ID(암호화함, 전화번호는 아님), 언어, 오늘 날짜를 이 호소에만 묶어 보관하고 다른 데에는 쓰지 않습니다. 호소를 지켜보는 것만으로도 생각이 드러날 수 있어 먼저 동의를 구합니다.

    서명하지 않으시거나 소식을 받지 않으셔도 지켜보실 수 있습니다. 같은 버튼이나 /stop 으로 언제든지 그만두실 수 있습니다. 자세한 내용: /privacy
following-yes = 네, 알려 주세요
following-no = 아니요, 호소문으로 돌아가기
following-done = 이 호소의 진행을 알려 드리겠습니다.
following-ended = 이제 이 호소를 지켜보지 않으시며, 지켜보신 기록도 지웠습니다.
