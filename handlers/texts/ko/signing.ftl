# 서명하기.
# `signing-consents`나 `signing-consent-…`의 문구를 바꾸면 handlers/supporters/signing/screens.py의 CONSENT_VERSION도 바꾼다.

signing-open = 지금 참여할 수 있는 서명운동입니다. 어느 것에 서명하시겠습니까?
signing-none-open = 지금은 진행 중인 서명운동이 없습니다. /subscribe 로 소식을 받으시면 새 서명운동을 알려 드립니다.
signing-unknown = 이 코드의 서명운동이 없습니다. 진행 중인 서명운동은 /sign 에 있습니다.
signing-closed = 이 서명운동은 마감되어 더는 서명을 받지 않습니다. 함께하려 해 주셔서 감사합니다. 진행 중인 서명운동은 /sign 에 있습니다.
signing-closed-updates = 이 서명운동은 마감되어 더는 서명을 받지 않습니다. 함께하려 해 주셔서 감사합니다. 앞으로 어떻게 되는지, 또는 새 서명운동이 시작되면 알려 드릴까요? 진행 중인 서명운동은 /sign 에 있습니다.
signing-closed-change = 이 서명운동은 마감되어 서명을 더는 바꾸실 수 없습니다. 하신 서명은 그대로 있습니다. 서명 철회: /withdraw { $code }
signing-invalidated = 담당자가 이 서명을 집계에서 뺐기 때문에 이 서명운동에는 다시 서명하실 수 없습니다. 잘못된 일이라고 생각하시면 문의해 주세요: /contact
signing-nothing-to-change = 바꾸실 수 있는 서명이 없습니다. /sign 으로 서명을 시작하실 수 있습니다.
signing-gone = 진행 중이던 서명이 없습니다. /sign 으로 시작하실 수 있습니다.
signing-changed = 서명하시는 사이에 서명운동의 글이 바뀌었습니다. 다시 읽어 주세요. 선택하셨던 동의는 모두 해제했습니다.
signing-other-words = 동의를 선택하신 뒤에 안내 문구나 화면 언어가 바뀌었습니다. 다시 읽어 주세요. 선택하셨던 동의는 모두 해제했습니다.

signing-consents =
    <b>서명하기 전에</b>
    서명은 생각을 드러내는 민감한 정보입니다. 그래서 { $organisation }에서는 쓰는 목적마다 따로 동의를 받습니다. 어느 것이든 동의하지 않으실 수 있습니다.

    <b>보관과 집계</b>(필수): 이름, 나라, 남기신 말(암호화함), 서명한 때, 언어, 어떤 링크로 오셨는지를 보관합니다. 마지막 전달 후 { $days }일이 지나면 지우고, 받는 사람 모두에게 전달되지 않았으면 마감 후 180일이 지났을 때 지웁니다. 그 뒤에는 서명 수만 남습니다. 동의하지 않으시면 서명은 하실 수 없지만, 글을 읽고 공유하고 소식을 받으실 수는 있습니다.
    <b>이름 전달</b>: 이름, 나라, 서명한 날을 받는 사람에게 전달합니다. 받는 사람: { $addressees }. 동의하지 않으시면 서명 수에는 포함되고 이름은 전달하지 않습니다.
    <b>이 호소의 소식</b>: 이 대화방의 번호를 암호화해 보관하고, /stop 으로 그만 받으실 때까지 이 호소의 소식을 이 대화방으로 보내 드립니다.
    <b>이름 공개</b>: 서명한 사람으로 이름이 공개될 수 있습니다.
    필수가 아닌 세 가지는 동의하지 않으셔도 서명하실 수 있습니다.

    누구나 서명 수를 확인할 수 있도록 서명마다 기록이 한 줄씩 남습니다. 그 줄에는 이름이 없고, 그것만으로는 누가 서명했는지 알 수 없습니다.
    이 대화는 국외에 있는 텔레그램 서버를 거칩니다. 이름이 보관되어 있는 동안에는 언제든지 /withdraw 로 서명을 철회하실 수 있습니다.

    동의하시는 항목을 누르신 다음 계속해 주세요.
signing-consent-keep = 보관과 집계(필수)
signing-consent-hand_over = 받는 사람에게 이름 전달
signing-consent-updates = 이 호소의 소식 받기
signing-consent-show_name = 이름 공개
signing-keep-required = 서명하시려면 ‘보관과 집계’에 동의해 주세요. 동의 없이는 서명을 보관할 수 없습니다.
signing-continue = 만 { $age }세 이상입니다: 계속
signing-younger = 그보다 어립니다
signing-ask-age = 선택하신 나라: { $country }. 이 나라에서는 만 { $age }세부터 서명하실 수 있습니다.
signing-ask-age-anywhere = 나라를 밝히지 않으시면 만 { $age }세부터 서명하실 수 있습니다.
signing-younger-thanks =
    알려 주셔서 감사합니다. 아직은 여기에서 서명하실 수 없는 나이입니다. 시작하신 서명은 아무것도 남기지 않았습니다.

    대신 서명할 수 있는 분에게 이 글을 전해 주시면 큰 도움이 됩니다.
signing-younger-signed = 알려 주셔서 감사합니다. 그러면 하신 서명을 철회해 주세요. 지금까지 바뀐 것은 없습니다.
signing-cancel = 취소
signing-back = 뒤로

signing-ask-name = 서명에 어떤 이름을 쓰시겠습니까? { $limit }자 이내로 보내 주세요.
signing-name-empty = 이름으로 쓸 수 없습니다. 글자로 적어 주세요.
signing-name-too-long = 이름이 너무 깁니다. { $limit }자 이내로 다시 보내 주세요.
signing-name-link = 이름에는 링크, 주소, @ 기호를 쓸 수 없습니다. 빼고 다시 보내 주세요.

signing-ask-country = 어느 나라에 살고 계십니까? 아래에서 고르거나 직접 적어 주세요.
signing-type-country = 나라 이름이나 두 글자 코드(예: FR)를 적어 주세요.
signing-country-unknown = 그런 이름의 나라를 찾지 못했습니다. 다시 적어 주세요. 두 글자 코드(예: FR)로 적으셔도 됩니다.
signing-country-other = 다른 나라
signing-country-withheld = 밝히지 않음

signing-ask-comment =
    서명과 함께 남기고 싶은 말이 있으십니까? { $limit }자 이내로 보내 주세요.

    { $organisation }의 담당자가 읽을 수 있으며, 받는 사람에게 전달하지 않습니다. 다른 사람의 이름이나 누구인지 알 수 있는 내용은 적지 말아 주세요.
signing-comment-empty = 글자로 적어 주세요.
signing-comment-too-long = 너무 깁니다. { $limit }자 이내로 다시 보내 주세요.
signing-comment-personal = 링크나 주소, 또는 누구인지 알 수 있는 번호가 들어 있습니다. 빼고 다시 보내 주세요.
signing-no-comment = 남기지 않기

signing-summary =
    <b>확인해 주세요</b>
    서명운동: { $title }
    이름: { $name }
    나라: { $country }
signing-comment = 남기신 말: { $comment }
signing-summary-confirm = 아래에서 확인하셔야 서명이 됩니다.
signing-summary-save = 아래에서 저장하셔야 서명이 바뀝니다.
signing-confirm = 확인하고 서명하기
signing-save = 저장
signing-change-name = 이름 바꾸기
signing-change-country = 나라 바꾸기
signing-add-comment = 한마디 남기기
signing-change-comment = 남긴 말 바꾸기
signing-change-consents = 동의 항목 보기
signing-cancelled = 취소했습니다. 서명은 되지 않았고 아무것도 남지 않았습니다.
signing-change-cancelled = 취소했습니다. 서명은 그대로입니다.

signing-thanks = <b>서명해 주셔서 감사합니다.</b>
signing-already = <b>이미 서명하셨습니다.</b> 서명하신 내역입니다.
signing-saved = <b>저장했습니다.</b> 지금의 서명 내역입니다.
signing-left = <b>서명은 이전 글에 그대로 있으며 집계에도 포함됩니다.</b> 새 글에서 요구가 달라진 받는 사람에게는 앞으로 이름을 전달하지 않습니다.
signing-receipt =
    서명운동: { $title } ({ $code })
    서명 번호: { $number }
    서명한 날: { $day }
signing-name-withheld-all = 서명 수에는 포함되지만, 앞으로 누구에게도 이름을 전달하지 않습니다.
signing-agreed = 동의하신 내용:
signing-agreed-keep = 서명 보관과 집계
signing-agreed-hand_over = 이름과 나라 전달
signing-agreed-updates = 이 호소의 소식 받기
signing-agreed-show_name = 이름 공개
signing-name-withheld = 서명 수에는 포함되지만, 다음 받는 사람에게 이름은 전달하지 않습니다: { $addressees }
signing-how-to-change = 마감 전까지 바꾸실 수 있습니다. 서명 철회: /withdraw { $code }
signing-how-to-withdraw = 서명 철회: /withdraw { $code }
signing-final = 약속드린 때가 되어 이름을 지웠습니다. 서명은 여전히 집계되며, 이제 바꾸거나 철회하실 수 없습니다.
signing-final-updates = 이 호소의 소식은 /stop 으로 그만 받으실 때까지 보내 드립니다.
signing-holders = 이름이 전달된 곳:
signing-holder = • { $office }, { $day }
signing-proof = 증명 받기
signing-change = 바꾸기
signing-withdraw = 서명 철회

signing-new-text =
    <b>서명하신 뒤에 이 서명운동의 요구가 바뀌었습니다.</b>
    { $title }
    서명 번호: { $number }
signing-new-text-note = 바뀐 내용: { $note }
signing-new-text-choice = 하신 서명은 그대로 집계됩니다. 새 글에도 서명하시겠습니까?
signing-sign-new-text = 새 글에 서명하기
signing-leave-text = 그대로 두기
