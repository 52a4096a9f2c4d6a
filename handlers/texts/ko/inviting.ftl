# 담당자 초대, 역할마다 맡는 일.

role-owner = 책임자
role-owner-explained = 모든 일을 할 수 있고 다른 담당자를 초대합니다
role-campaigner = 캠페인 담당자
role-campaigner-explained = 호소문을 쓰고, 승인하고, 보냅니다
role-reviewer = 검토 담당자
role-reviewer-explained = 호소문을 승인하고, 제보를 맡아 처리하고, 봉인된 파일로 내보냅니다
role-exporter = 전달 담당자
role-exporter-explained = 서명을 전달하기 위해 파일로 내보냅니다
role-viewer = 열람 담당자
role-viewer-explained = 집계만 볼 수 있습니다
role-collector = 서명 모집자
role-collector-explained = 자기 링크로 서명을 모으고, 그 수를 봅니다

inviting-roles =
    <b>담당자 초대</b>

    { $roles }

    역할을 고르거나 <code>/invite reviewer</code> 처럼 직접 보내 주세요. 한 사람이 { $days }일 안에 쓸 수 있는 링크를 드립니다. 이미 담당자인 분을 다시 초대하면 역할이 바뀝니다. 책임자는 이 봇을 운영하는 사람이 설정 파일에서 정합니다.
inviting-role-line = • <code>{ $word }</code> – { $role }: { $explained }
inviting-link =
    <b>초대: { $role }</b>
    맡게 되는 일: { $explained }.

    { $link }

    다른 사람이 보지 않는 대화방에서, 초대하려는 한 분에게만 보내 주세요. 먼저 여는 사람이 역할을 맡게 됩니다. { $days }일 안에 한 번만 쓸 수 있으며, 쓰이면 책임자에게 알립니다.
inviting-welcome =
    <b>환영합니다. 이제 담당자로 등록되셨습니다. 역할: { $role }</b>
    맡으신 일: { $explained }. 동료의 화면과 활동 기록에는 이름 대신 별칭이 나옵니다: <b>{ $alias }</b>

    { $commands }

    같은 명령어가 이 대화방의 메뉴에도 있습니다. 담당자로서 하신 일은 활동 기록에 남습니다.
inviting-command = /{ $name } – { $what }
inviting-spent =
    더 이상 쓸 수 없는 초대입니다. 이미 쓰였거나 이틀이 지났습니다.

    초대해 주신 책임자에게 새 링크를 부탁해 주세요. 금방 만들 수 있습니다.
inviting-owner-already = 이미 책임자이시므로 모든 일을 하실 수 있습니다. 초대는 쓰이지 않았으니, 초대하려던 분이 그대로 쓰실 수 있습니다.
inviting-joined = <b>{ $alias }</b> 님이 초대를 받아 담당자가 되었습니다. 역할: { $role }
