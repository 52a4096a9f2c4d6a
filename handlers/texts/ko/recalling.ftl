# 호소문 회수.

recalling-title = <b>{ $code } 회수: { $title }</b>
recalling-messages = { $total ->
        [0] 회수할 수 있는 메시지가 없습니다.
       *[other] 보낸 메시지 { $total }개를 회수합니다.
    }
recalling-too-old = 그 가운데 { $count }개는 48시간이 지나 텔레그램에서 지울 수 없으므로, 철회했다는 글로 바꿉니다.
recalling-all-too-old = 모두 48시간이 지나 텔레그램에서 지울 수 없으므로, { $count }개를 철회했다는 글로 바꿉니다.
recalling-in-digests = 다른 호소와 함께 소식 모음으로 받은 { $count }명의 메시지는 그대로 남습니다.
recalling-unknown = 도착했는지 알 수 없는 소식 { $count }통은 회수할 수 없습니다. 이미 복사하거나 전달한 글도 마찬가지입니다.
recalling-signing-ends = 서명은 바로 끝나고 더 보내지 않습니다. 호소문을 여는 분은 철회되었다는 안내를 봅니다. 이미 받은 서명은 보관 기간이 끝날 때까지 남습니다.
recalling-closes = 더 보내지 않습니다. 호소문을 여는 분은 철회되었다는 안내를 봅니다.
recalling-confirm =
    <b>되돌릴 수 없습니다.</b> 회수하시려면 코드를 두 번 적어 주세요:
    <code>/recall { $code } { $code }</code>
recalling-codes-differ = 코드를 똑같이 두 번 적지 않으셔서 회수하지 않았습니다.
recalling-begun = { $code } 호소문을 철회했습니다. 메시지를 얼마나 회수했는지는 다음 메시지에 나옵니다.
recalling-twice = { $code } 호소문은 이미 회수했습니다. 진행 상황: <code>/progress { $code }</code>
recalling-not-sent = { $code } 호소문은 보낸 적이 없어 회수할 것이 없습니다. 현재 상태: { $state }.
