# 동료의 담당자 역할 끝내기.

dismissing-list =
    <b>다른 담당자</b>
    역할을 끝내려면 별칭을 적어 주세요: <code>/dismiss reviewer-2</code>
dismissing-line = • <code>{ $alias }</code> – { $role }
dismissing-nobody = 다른 담당자가 없습니다.
dismissing-unknown = 그 별칭의 다른 담당자가 없습니다. 담당자 목록은 /dismiss 에 있습니다. 본인의 역할은 직접 끝낼 수 없습니다.
dismissing-ask =
    <b>{ $alias } 님의 담당자 역할을 끝낼까요?</b>
    역할: { $role }

    그 순간부터 이 계정은 담당자로서 아무 일도 할 수 없습니다. 이 계정으로 만든 초대 가운데 아직 쓰이지 않은 것은 효력을 잃고, 맡고 있던 제보는 다른 담당자가 맡을 수 있게 됩니다. 텔레그램 ID는 지우고, 활동 기록에는 별칭만 남습니다.

    다시 초대하면 새 별칭으로 담당자가 됩니다.
dismissing-confirm = { $alias } 역할 끝내기
dismissing-done = <b>{ $alias }</b> 님의 담당자 역할을 끝냈습니다.
dismissing-done-owner = <b>{ $alias }</b> 님의 담당자 역할을 끝냈습니다. 책임자는 설정 파일에서 정하므로 운영자에게 이 계정을 설정에서 빼 달라고 해 주세요. 그대로 두면 봇이 다시 시작될 때 또 책임자가 됩니다.
dismissing-key-stays = <b>{ $alias } 님의 열쇠가 아직 제보 열쇠 목록에 있습니다.</b> 새 제보가 계속 그 열쇠로도 봉인됩니다. 운영자에게 열쇠를 빼 달라고 해 주세요: <code>clarion keys retire { $alias }</code>
dismissing-over = 이곳에서 맡으신 담당자 역할이 끝났습니다. 담당자 명단에서 텔레그램 ID를 지웠습니다. 이 봇은 다른 분들처럼 계속 쓰실 수 있습니다: /help
dismissing-told = <b>{ $by }</b> 님이 <b>{ $alias }</b> 님의 담당자 역할을 끝냈습니다.
