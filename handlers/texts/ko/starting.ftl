# 처음 화면, 링크, 도움말, 연락처.

starting-welcome =
    <b>Clarion</b>
    { $organisation } 긴급 호소 봇

    여기서 하실 수 있는 일:
    • 위험에 놓인 사람들을 위한 긴급 호소 받기
    • 서명하기. 모인 서명은 담당자가 받는 사람에게 전달합니다
    • 담당자만 열 수 있게 제보하기: /tip

    이 봇은 긴급 구조 기관이 아니며, 이 대화방에서 사람이 답하지 않습니다. 익명도 아닙니다. 이 봇에 글을 보냈다는 사실은 텔레그램이 알 수 있습니다.
starting-subscribed = 지금 소식을 받고 계십니다. 받는 내용은 /settings 에서 바꾸고, /stop 으로 그만 받을 수 있습니다.
starting-ended = 지금은 소식을 받지 않고 계십니다. ‘소식 받기’를 누르기 전에는 소식을 보내지 않습니다.
starting-greeting =
    { $organisation } 긴급 호소 봇 Clarion입니다. 링크를 따라오신 호소문은 아래에 있습니다.

    버튼을 누르기 전에는 서명도 소식 받기도 시작되지 않습니다. 그 밖에 하실 수 있는 일은 /help 에 있습니다.
starting-bad-link = 더 이상 볼 수 없는 호소문이거나, 링크가 일부만 복사되었습니다.
starting-help = <b>여기서 하실 수 있는 일</b>
starting-help-coordinators = <b>담당자가 하실 수 있는 일</b>
starting-help-end = 명령어는 다른 일을 하시던 중에도 언제든지 쓸 수 있습니다.
starting-contact =
    이 봇과 개인정보에 관한 문의: { $organisation }, { $contact }

    호소문마다 문의할 곳은 뒤에 코드를 붙이면 볼 수 있습니다. 예: <code>/contact ABC-001</code>
starting-nothing-to-cancel = 지금 하시던 일이 없어 취소할 것이 없습니다.
starting-cancel-a-sending = 발송은 /progress 에 나오는 ‘취소하기’ 버튼으로 취소합니다.
