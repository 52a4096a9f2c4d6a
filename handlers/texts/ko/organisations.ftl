# 연대 단체 명부: 회원 단체와 단체 대표자.

organisations-heading = <b>연대 단체</b>: { $members ->
        [0] 아직 회원 단체가 없습니다
       *[other] 회원 단체 { $members }곳
    }{ $left ->
        [0] {""}
       *[other] , 탈퇴한 단체 { $left }곳
    }
organisations-line = • { $name }({ $country }){ $state ->
        [left] , 탈퇴
       *[member] {""}
    }
organisations-how =
    단체를 등록하려면 한 줄에 한 곳씩 나라, 가입한 날, 이름을 적어 주세요. 날짜를 빼면 오늘 가입한 것으로 봅니다.
    <code>/organisations add KR 2019-03-01 단체 이름</code>
organisations-earlier = 앞쪽 단체
organisations-more = 단체 더 보기
organisations-added = 단체 { $count }곳을 등록했습니다.
organisations-known = <b>{ $name }</b>: 이미 명부에 있거나 메시지에 두 번 적혀 있습니다. 아무것도 등록하지 않았습니다.
organisations-bad-lines = { $count ->
        [0] 명령어 뒤에 한 줄에 한 곳씩 단체를 적어 주세요.
       *[other] { $lines }번째 줄을 읽을 수 없어 아무것도 등록하지 않았습니다.
    }

    나라, 가입한 날(오늘이면 생략), { $limit }자 이내의 이름 순서로 적습니다.
    <code>/organisations add KR 2019-03-01 단체 이름</code>
organisations-one =
    <b>{ $name }</b>
    { $country } · { $since } 가입 · 활동 기록의 이름: organisation-{ $id }
organisations-one-left =
    <b>{ $name }</b>
    { $country } · { $left } 탈퇴 · 활동 기록의 이름: organisation-{ $id }

    새로 연명할 수 없습니다. 이미 한 연명은 대표자가 거두지 않는 한 남습니다.
organisations-no-representative = 여기에서 이 단체를 대표하는 분이 없습니다.
organisations-representative = • 대표자 { $row }: 초대를 받아들임
organisations-invited = • 대표자 { $row }: 초대함, 링크는 { $until }까지
organisations-endorses = 연명한 호소: { $appeals }
organisations-endorses-none = 아직 연명한 호소가 없습니다.
organisations-endorsed-earlier = { $code }(버전 { $number }에 연명, 지금은 버전 { $current })
organisations-invite = 대표자 초대
organisations-end = 대표자 { $row } 끝내기
organisations-ask-end = <b>대표자 { $row }의 권한을 끝낼까요?</b> 그 순간부터 이 계정이나 링크로는 더 이상 연명할 수 없으며, 계정의 텔레그램 ID는 여기에서 지웁니다. 이미 한 연명은 단체의 것이므로 남습니다.
organisations-end-yes = 끝내기
organisations-leave = 연대에서 탈퇴함
organisations-ask-leave = <b>이 단체가 연대에서 탈퇴했습니까?</b> 오늘부터 새로 연명할 수 없고, 아직 쓰이지 않은 초대는 효력을 잃습니다. 이미 한 연명은 대표자가 거두지 않는 한 그대로 남아 수에 들어갑니다. 대표자에게 알립니다.
organisations-leave-yes = 네, 탈퇴했습니다
organisations-return = 다시 가입함
organisations-keep = 그대로 두기
organisations-back = 단체 명부
organisations-link =
    <b>단체 대표자 초대: { $organisation }</b>
    이 링크를 여는 사람은 호소문 전문 아래의 버튼이나 <code>/endorse</code> 명령어로 { $organisation }의 이름으로 연명하고, 연명을 거둘 수 있습니다.

    { $link }

    다른 사람이 보지 않는 대화방에서, 단체가 정한 한 분에게만 보내 주세요. { $days }일 안에 한 번만 쓸 수 있으며, 쓰이면 담당자들에게 알립니다.
organisations-joined = <b>{ $organisation }</b> 대표자 초대가 쓰였습니다. 링크를 연 분은 이제 이 단체의 이름으로 연명할 수 있습니다. 초대하려던 분이 아니라면 바로 권한을 끝내 주세요.
organisations-look = 단체 보기
