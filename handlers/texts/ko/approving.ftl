# 호소문 승인, 호소문의 상태.

state-draft = 초안
state-in_review = 검토 중
state-approved = 승인됨
state-published = 발송됨
state-closed = 마감됨
state-delivered = 전달됨
state-answered = 답변 받음
state-archived = 보관됨
state-withdrawn = 철회됨

approving-look = 살펴보기
approving-approve = 승인
approving-approve-minors = 미성년자에 관한 내용까지 승인
approving-approve-named = 이름을 밝히는 것까지 승인
approving-approve-minors_and_named = 이름과 미성년자에 관한 내용까지 승인
approving-decides-minors = <b>함께 결정하시는 것:</b> 이 호소문이 미성년자에 대해 말하고 보여 주는 모든 것(이름, 얼굴, 가족에 관한 내용). 동의 문서 번호: { $consent }.
approving-decides-named = <b>함께 결정하시는 것:</b> 사람의 이름을 공개하는 것. 동의 문서 번호: { $consent }.
approving-decides-minors_and_named = <b>함께 결정하시는 것:</b> 사람의 이름을 공개하는 것, 그리고 미성년자에 대해 말하고 보여 주는 모든 것(이름, 얼굴, 가족에 관한 내용). 동의 문서 번호: { $consent }.
approving-decides-photo = 사진도 이 결정에 포함됩니다.
approving-decides-who = { $needed ->
        [0] 승인하시면 이 결정으로 기록됩니다.
       *[other] 승인은 이 결정으로 기록되며, 작성자가 아닌 담당자 { $needed }명이 결정합니다.
    }
approving-no-consent = 없음
approving-too-long = <b>{ $code } 호소문이 텔레그램 메시지에 더는 담기지 않습니다.</b> 호소문에 쓰인 등록부 항목이 길어졌기 때문입니다. 검토를 요청하지 않았습니다. 항목이나 양식을 줄여 주세요.
approving-submitted =
    <b>{ $code } 호소문의 검토를 요청했습니다.</b>
    승인 { $needed }건이 필요합니다. 알린 담당자: { $told }. 승인되면 알려 드립니다.
approving-nobody = 없음
approving-not-told = 이 봇을 연 적이 없거나 차단해서 알리지 못한 담당자가 있습니다: { $missed }. 직접 알려 주세요. 검토할 호소문은 /queue 에서 볼 수 있습니다.
approving-too-few = 이 호소문은 작성자가 아닌 담당자의 승인 { $needed }건이 필요한데, { $there ->
        [0] 승인할 수 있는 다른 담당자가 없습니다
       *[other] 승인할 수 있는 다른 담당자가 { $there }명뿐입니다
    }. 책임자가 /invite 로 검토 담당자를 초대할 수 있습니다.
approving-alone =
    <b>{ $code } 호소문이 검토 단계에 있습니다.</b>
    이 봇은 혼자 운영하는 단체용으로 설정되어 있어 다른 사람의 승인이 필요하지 않습니다. 남이 쓴 글이라고 생각하고 한 번 더 읽으신 뒤 직접 승인해 주세요.
approving-asked =
    <b>{ $code } 호소문이 검토를 기다립니다</b>
    { $title }
    버전 { $version }, 작성: { $author }
approving-asked-correction =
    <b>{ $code } 호소문의 정정문이 검토를 기다립니다</b>
    { $title }
    버전 { $version }, 작성: { $author }

    이전 글을 받은 분이 읽게 될 말: { $note }
approving-ask-correction =
    <b>{ $code }: { $title }</b>
    이미 보낸 글을 바로잡는 정정문(버전 { $version })을 승인하시겠습니까? 먼저 살펴봐 주세요.

    바로잡은 내용: { $note }
approving-ask =
    <b>{ $code }: { $title }</b>
    이 글(버전 { $version })을 승인하시겠습니까? 먼저 살펴봐 주세요.
approving-counted =
    <b>{ $code } 호소문(버전 { $version })을 승인하셨습니다.</b>
    승인이 { $missing }건 더 필요합니다.
approving-done =
    <b>{ $code } 호소문(버전 { $version })이 승인되었습니다.</b>
    아직 보내지 않았습니다. 다음 단계: 보낼 권한이 있는 담당자가 <code>/{ $command } { $code }</code> 명령을 보내면 누가 받게 되는지 보여 드리고, 보낼지 여쭙니다.
approving-done-alone =
    <b>{ $code } 호소문(버전 { $version })을 혼자서 승인하셨습니다.</b>
    이 봇은 혼자 운영하는 단체용으로 설정되어 있어 다른 사람은 이 글을 살펴보지 않았습니다.

    아직 보내지 않았습니다. 다음 단계: <code>/{ $command } { $code }</code> 명령을 보내시면 누가 받게 되는지 보여 드리고, 보낼지 여쭙니다.
approving-author-counted = { $by } 님이 작성하신 { $code } 호소문(버전 { $version })을 승인했습니다. 승인이 { $missing }건 더 필요합니다.
approving-author-done =
    <b>작성하신 { $code } 호소문(버전 { $version })이 승인되었습니다.</b>
    마지막으로 { $by } 님이 승인했습니다. 아직 보내지 않았습니다. 다음 단계: <code>/{ $command } { $code }</code> 명령을 보내시면 누가 받게 되는지 보여 드리고, 보낼지 여쭙니다.
approving-other-version = { $code } 호소문의 다른 버전에 달린 버튼입니다. 지금은 버전 { $version }입니다. <code>/preview { $code }</code> 명령으로 살펴봐 주세요.
approving-wrong-state = { $code } 호소문은 지금 이 일을 할 수 있는 단계가 아닙니다. 현재 상태: { $state }. 무엇을 기다리는지는 /queue 에 있습니다.
approving-own = { $code } 호소문의 이 버전은 직접 작성하셨으므로 다른 담당자가 승인해야 합니다. 누가 승인할 수 있는지는 /queue 에 있습니다.
approving-twice = { $code } 호소문의 이 버전은 이미 승인하셨습니다. 승인은 한 번만 셉니다.
