# 호소와 법안의 소식: 읽는 글, 쓰기, 승인.

news-heading-status = 당사자들의 지금 상황
news-heading-delivered = 전달했습니다
news-heading-reply = 답변이 왔습니다
news-heading-outcome = 함께해 주신 뒤 이렇게 되었습니다
news-heading-anniversary = 잊지 않고 있습니다
news-heading-bill = 법안이 어디까지 왔는지 알려 드립니다
news-heading-other = 그 뒤의 소식
news-why-concerned = 서명하면서 소식을 받기로 하셨거나 이 호소를 지켜보고 계셔서 { $organisation }에서 알려 드립니다. 모든 소식을 그만 받으시려면 /stop 을 눌러 주세요.
news-why-alerts = 의회에 관한 호소를 바로 받고 계셔서 { $organisation }에서 알려 드립니다. 주제나 횟수는 /settings 에서 바꾸실 수 있고, 모든 소식을 그만 받으시려면 /stop 을 눌러 주세요.

news-of-a-bill = 법안
news-title = 소식: { $about }
news-ask-text = 무엇을 알릴까요? { $kind ->
        [bill] 글 위에는 머리말(‘{ $heading }’)만 붙으니 법안 이름부터 써 주세요.
       *[other] 글 위에는 머리말(‘{ $heading }’)과 호소의 제목이 붙습니다.
    } 무슨 일이 언제 있었고 누가 확인했는지, 새로 알려진 것만 쓰시면 됩니다.
news-label-text = 내용
news-drafts = <b>기록을 바탕으로 한 초안입니다.</b> 누르면 복사됩니다. 고칠 곳을 고친 뒤 아래 물음의 답으로 보내 주세요.
news-draft-in = { $language }: <code>{ $draft }</code>
news-draft = { $day }: { $text }
news-draft-anniversary = 이 호소가 마감된 지 한 해가 지났습니다. 저희는 당사자들의 소식을 계속 묻고 있으며, 듣는 대로 알려 드리겠습니다.

news-refused-confidential = 비공개로 남긴 기록이어서 소식으로 알릴 수 없습니다.
news-refused-embargo = 공개를 보류한 기한이 아직 지나지 않아 소식으로 알릴 수 없습니다.
news-refused-not_public = 공개하지 않기로 한 답변이어서 소식으로 알릴 수 없습니다.
news-refused-concerns_nobody = 어느 호소에도 속하지 않은 기록이어서 알릴 서명자나 지켜보는 분이 없습니다.
news-refused-told = 이미 소식으로 알렸거나 승인을 기다리는 기록입니다. 기다리는 소식은 /news 에 있습니다.
news-refused-no_year_yet = 마감된 지 아직 한 해가 지나지 않았습니다. 그 전에 다른 소식을 쓰시려면 <code>/news CODE</code>를 입력해 주세요.
news-refused-told_this_year = 올해의 글은 이미 보냈거나 승인을 기다리고 있습니다. 기다리는 소식은 /news 에 있습니다.
news-unknown-entry = 그런 기록은 없습니다. 지금까지의 기록은 /timeline 에 있습니다.
news-needs-entry = 당사자들의 상황, 전달, 답변, 결과, 법안은 먼저 /record 로 기록을 남겨야 소식으로 알릴 수 있습니다. 기록 없이 쓰시려면 <code>/news CODE</code> 또는 <code>/news CODE anniversary</code>를 입력해 주세요.
news-not-sent = { $code } 호소는 아직 보내지 않았거나 철회되어 알릴 분이 없습니다.

news-kept = 저장했습니다. 받는 분께는 이렇게 보입니다.
news-goes-to = { $count ->
        [0] 지금은 받을 분이 없습니다.
       *[other] 지금 보내면 { $count }명이 받습니다({ $languages }).
    }
news-language = { $language } { $count }명
news-missing = { $languages } 글이 없어, 이 언어로 받으시는 분께는 다른 언어의 글이 갑니다.
news-makes-public = <b>승인하면 함께 결정되는 것:</b> 호소문을 읽는 분들에게 기록의 이 글도 보이게 됩니다. { $text }
news-alone = <b>직접 승인하실 차례입니다.</b> 혼자 운영하는 단체로 설정되어 있어 다른 사람의 승인은 필요 없습니다. 받는 분의 눈으로 한 번 더 읽어 주세요.
news-with-colleagues = <b>동료의 승인을 기다립니다.</b> 알린 동료: { $told }. 승인하면 바로 발송됩니다. 기다리는 소식은 /news 에 있습니다.
news-not-told = 이 봇을 아직 열지 않았거나 차단하여 알리지 못한 동료: { $missed }. 직접 알려 주세요. 기다리는 소식은 /news 에 나옵니다.
news-nobody-can = <b>승인을 기다리지만, 승인할 수 있는 다른 담당자가 없습니다.</b> 소유자가 /invite 로 검토자를 초대할 수 있습니다.
news-for-review =
    <b>{ $author } 님이 소식을 썼습니다: { $about }</b>
    머리말은 ‘{ $heading }’입니다. 살펴봐 주세요. 승인하면 바로 발송됩니다.
news-by = { $author } 님이 쓴 글이며, 아직 보내지 않았습니다.
news-own = 직접 쓰신 소식은 다른 담당자가 승인해야 합니다. 승인할 수 있는 담당자: { $who }.
news-own-nobody = 직접 쓰신 소식은 다른 담당자가 승인해야 하는데, 지금은 승인할 수 있는 담당자가 없습니다. 소유자가 /invite 로 검토자를 초대할 수 있습니다.
news-look = 살펴보기
news-send = 승인하고 { $count }명에게 보내기
news-drop = 보내지 않기
news-gone = 이미 보냈거나 보내지 않기로 한 소식입니다.
news-approved = <b>승인했습니다.</b> 지금 발송합니다.
news-author-approved = 작성하신 소식을 { $by } 님이 승인했습니다: { $about }. 지금 발송합니다.
news-dropped = 보내지 않기로 했습니다. 같은 일을 다시 쓰실 수 있습니다.
news-author-dropped = 작성하신 소식을 { $by } 님이 보내지 않기로 했습니다: { $about }.
news-none = 승인을 기다리는 소식이 없습니다. 새로 쓰시려면 <code>/news CODE</code>를 입력해 주세요.
news-waiting = <b>승인을 기다리는 소식 { $count }건</b>
news-waiting-line = { $about } ‘{ $heading }’, { $day } { $author } 작성
