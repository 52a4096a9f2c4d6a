# 아직 보내지 않은 호소문과 다음에 할 일.

waiting-none = 기다리는 호소문이 없습니다. 초안도, 검토 중인 글도, 승인받고 보내지 않은 글도 없습니다. /draft 로 새 호소문을 시작하실 수 있습니다.
waiting-heading = <b>아직 보내지 않은 글: { $count }건</b>
waiting-more = 마감일이 더 늦은 호소문이 { $count }건 더 있습니다.
waiting-entry =
    <b>{ $code }: { $title }</b>
    버전 { $version }, { $state }, 작성: { $author }
    { $deadline }
    { $needs }
waiting-entry-correction =
    <b>{ $code }: { $title }</b>
    보낸 글의 정정문, 버전 { $version }, { $state }, 작성: { $author }
    바로잡은 내용: { $note }
    { $deadline }
    { $needs }
waiting-correct = { $code } 정정문 보내기…
waiting-look = { $code } 살펴보기
waiting-needs-draft = 다음 단계: <code>/preview { $code }</code> 아래의 버튼으로 검토를 요청해 주세요.
waiting-needs-approved = 다음 단계: <code>/{ $command } { $code }</code>
waiting-needs-published = 발송되었습니다. 진행 상황: <code>/progress { $code }</code>
waiting-needs-closed = 더 이상 서명을 받지 않습니다.
waiting-needs-withdrawn = 회수하여 철회된 호소문입니다. 이제 아무도 열어 보거나 서명할 수 없습니다.
waiting-needs-alone = 다음 단계: <code>/approve { $code }</code>. 혼자 운영하는 단체에서는 다른 사람의 승인이 필요하지 않습니다.
waiting-needs-approvals = 승인: 필요한 { $needed }건 중 { $given }건
waiting-who-can = 승인할 수 있는 담당자: { $who }
waiting-nobody-can = 승인할 수 있는 다른 담당자가 없습니다. 책임자가 /invite 로 검토 담당자를 초대할 수 있습니다.
waiting-too-late = 마감일이 지났습니다. 마감일을 늦춰 양식을 다시 보내 주세요.
