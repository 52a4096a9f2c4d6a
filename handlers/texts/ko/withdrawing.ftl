# 서명 철회.

withdrawing-which = 지금까지 서명하신 목록입니다. 어느 서명을 철회하시겠습니까?
withdrawing-nothing = 누구의 것인지 알 수 있는 서명이 남아 있지 않아 철회할 서명이 없습니다. 서명운동이 마감되고 얼마가 지나면 누가 서명했는지를 지웁니다. 그 시기는 /privacy 에 있습니다.
withdrawing-time-over = 이 서명운동에 서명한 분들의 이름은 때가 되어 지워졌고 서명 수만 남아 있습니다. 서명하셨다면 여전히 집계되며, 이제 철회하실 수 없습니다.
withdrawing-not-signed = 이 코드의 서명운동에는 서명하신 적이 없습니다. 서명하신 목록은 /withdraw 에 있습니다.
withdrawing-invalidated = 담당자가 이 서명을 집계에서 뺐기 때문에 철회할 것이 없습니다. 잘못된 일이라고 생각하시면 문의해 주세요: /contact 저장된 내용을 지우시려면: /forget
withdrawing-ask =
    { $number }번 서명을 철회하시겠습니까?

    { $title }

    이름, 나라, 남기신 말, 동의하신 내용을 지우고 서명 수에서 뺍니다.
withdrawing-correction = 이미 전달된 명단은 되돌릴 수 없고 거기에는 이름이 남습니다. 그 명단에 이 서명 번호가 있다는 것은 기록해 두었다가, 같은 곳에 다시 전달할 때에는 이 서명이 더는 집계되지 않는다고 알립니다.
withdrawing-confirm = 서명 철회
withdrawing-keep = 그대로 두기
withdrawing-done =
    <b>서명을 철회했습니다.</b>
    { $title }

    지운 것: 이름, 나라, 남기신 말, 언어, 어떤 링크로 오셨는지, 동의하신 내용.
    이름 없이 남는 것: 서명 번호, 서명한 날, 기록부의 한 줄, 다시 서명하실 때 같은 번호를 드리기 위한 부호. /forget 으로 이것까지 지우실 수 있습니다. 기록부의 한 줄만은 남지만 거기에는 이름이 없습니다.
    지금 서명 수: { $paper ->
        [0] { $online }명
       *[other] { $online }명 + 종이 { $paper }명
    }

    마음이 바뀌시면: /sign { $code }
withdrawing-kept = 서명을 그대로 두었습니다.
