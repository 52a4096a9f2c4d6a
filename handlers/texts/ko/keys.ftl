# 제보를 여는 열쇠: 열쇠를 돌보는 담당자가 /keys 에서 보는 화면.

keys-list =
    <b>운영자가 정한 목록</b>: 열쇠 { $count }개 ({ $names })
    확인값: <code>{ $digest }</code>
keys-unreadable = 서버에 있는 <b>운영자의 목록</b>을 읽을 수 없습니다. 제보는 지금까지처럼 봉인됩니다. 무엇이 잘못되었는지는 봇을 운영하는 분이 <code>clarion doctor</code> 명령으로 볼 수 있습니다.
keys-current =
    <b>지금 제보를 열 수 있는 열쇠</b>: { $names } ({ $day }부터, { $number }기, 열쇠 { $count }개)
    확인값: <code>{ $digest }</code>
keys-proposed =
    <b>다음에 쓸 열쇠(준비 중)</b>: { $names } ({ $day }부터, { $number }기, 열쇠 { $count }개)
    확인값: <code>{ $digest }</code>
    아직 시험 파일을 열지 않은 사람: <b>{ $missing }</b>
keys-nobody = 없음
keys-closed = <b>지금은 제보를 받지 않습니다.</b> 시험 파일을 연 열쇠가 { $enough }개 이상 있어야 합니다.
keys-how =
    <b>시험 파일</b>은 단어 하나가 들어 있는 작은 봉인 파일입니다. 본인 컴퓨터에서 열어 그 단어를 보내 주시면, 제보를 맡기기 전에 열쇠가 제대로 작동하는지 확인할 수 있습니다.
    <code>clarion keys open 파일 --key 열쇠파일</code>
    <code>/keys 단어</code>
    확인값은 이 대화방이 아닌 다른 방법으로 봇을 운영하는 분에게 물어 비교해 주세요.
keys-my-canary = 내 시험 파일
keys-all-canaries = 시험 파일 모두
keys-look = 열쇠 보기
keys-no-canaries = 열어야 할 시험 파일이 없습니다. 열쇠의 상태는 /keys 에 있습니다.
keys-canary = <b>{ $name }</b>의 시험 파일입니다. 이 열쇠로만 열립니다: <code>clarion keys open { $file } --key 열쇠파일</code>
keys-taken = <b>{ $name }</b>의 시험 파일이 열린 것을 확인했습니다. 남은 사람: <b>{ $missing }</b>. 그때까지는 달라지는 것이 없습니다.
keys-begun = <b>{ $name }</b>의 시험 파일까지 모두 열렸습니다. { $number }기를 시작합니다. 이제부터 제보는 이 목록의 열쇠로 봉인됩니다.
keys-wrong-word = 이 단어를 기다리는 시험 파일이 없습니다. 잘못 적으셨거나, 이미 보내신 단어이거나, 더 새로운 시험 파일이 있을 수 있습니다. 남은 사람과 파일은 /keys 에 있습니다.
keys-not-deleted = 단어를 보내신 메시지를 텔레그램에서 지우지 못했습니다. 직접 지워 주세요.

# 모든 책임자에게 보내는 경보.

keys-alarm-changed =
    <b>서버에서 제보 열쇠 목록이 바뀌었습니다.</b>
    이제 목록에 있는 열쇠는 { $count }개입니다. 확인값: <code>{ $digest }</code>
    이전 확인값: { $before ->
        [none] 없음
       *[other] <code>{ $before }</code>
    }
keys-alarm-added = 더해진 열쇠: <b>{ $names }</b>
keys-alarm-retired = 빠진 열쇠: <b>{ $names }</b>. 이제부터 제보를 이 열쇠로 봉인하지 않습니다. 그 전에 들어온 제보는 여전히 이 열쇠로 열립니다.
keys-alarm-same-keys = 열쇠는 이전과 같습니다. 더해지거나 빠진 열쇠가 없다면 별칭이나 서명 열쇠가 바뀐 것입니다.
keys-alarm-canaries = 새로운 것은 목록에 있는 모두가 시험 파일을 열 때까지 쓰이지 않습니다(/keys). 그때까지는 새 열쇠로 제보를 봉인하지 않고, 새 서명 열쇠나 별칭도 인정하지 않습니다.
keys-alarm-nobody-named = 목록이 비어 있습니다. 실수일 수 있어 이것만으로는 아무것도 바뀌지 않습니다. 열쇠를 빼려면 <code>clarion keys retire</code> 명령을 씁니다.
keys-alarm-closed = 시험 파일을 연 열쇠가 2개가 될 때까지 <b>제보를 받지 않습니다.</b>
keys-alarm-unreadable =
    <b>서버에 있는 제보 열쇠 목록을 더 이상 읽을 수 없습니다.</b>
    제보는 지금까지처럼 봉인됩니다. 무엇이 잘못되었는지는 봇을 운영하는 분이 <code>clarion doctor</code> 명령으로 볼 수 있습니다. 바로잡을 때까지는 목록이 바뀌어도 알 수 없습니다.
keys-alarm-readable = 제보 열쇠 목록을 다시 읽을 수 있습니다. 내용은 이전과 같습니다.
keys-alarm-altered =
    <b>누군가 봇의 데이터베이스에 다른 열쇠를 써넣었습니다.</b> { $number }기의 열쇠가 시작할 때와 달라져 { $number }기를 끝냈습니다. 목록에 있는 모두가 새 시험 파일을 열 때까지 제보를 받지 않습니다.
    시험 파일을 여시기 전에 서버와 데이터베이스를 점검하게 해 주세요. 바로 전에 들어온 제보는 모르는 사람이 열 수 있을지도 모릅니다.
keys-alarm-altered-proposal =
    <b>누군가 봇의 데이터베이스에 다른 열쇠를 써넣었습니다.</b> 시험 파일을 기다리던 { $number }기의 열쇠가 준비할 때와 달라져 { $number }기를 거두었습니다. 제보는 지금까지처럼 봉인됩니다.
    새 시험 파일을 여시기 전에 서버와 데이터베이스를 점검하게 해 주세요.
keys-alarm-strangers =
    <b>운영자의 목록에 없는 열쇠로 제보가 봉인되고 있었습니다:</b> { $names }
    그 열쇠를 뺐습니다. 바로 전에 들어온 제보는 모르는 사람이 열 수 있을지도 모릅니다. 서버와 데이터베이스, 비밀 열쇠 파일을 점검하게 해 주세요.
keys-alarm-left =
    <b>떠난 담당자의 열쇠가 아직 제보 열쇠 가운데 있습니다:</b> { $names }
    새 제보가 계속 그 열쇠로도 봉인됩니다. 운영자가 빼야 합니다.
    <code>{ $commands }</code>
keys-alarm-not-you = <b>여러분 가운데 아무도 하지 않은 일이라면</b> 누군가 서버에 들어온 것입니다. 시험 파일의 단어를 저에게 보내지 마세요. 이 대화방이 아닌 다른 방법으로 서로 연락하고, 서버에서 <code>clarion keys list</code> 와 <code>clarion verify audit</code> 를 확인하게 해 주세요.
