# 서명 증명: 증명과 함께 보내는 글, 증명을 확인하는 페이지.

proving-which = 어느 서명의 증명을 받으시겠습니까?
proving-nothing-signed = 여기에서 서명하신 적이 없어 증명할 서명이 없습니다. <code>/proof 코드</code> 로 서명운동의 코드를 보내시면, 전자서명해서 누구나 확인할 수 있는 서명 수를 보내 드립니다.
proving-how = 내 서명 가운데 고르시려면 /proof 를, 서명운동 하나를 보시려면 <code>/proof 코드</code> 를, 보관하신 서명 수 뒤로 빠진 기록이 없는지 보시려면 거기에 적힌 기록 건수를 넣어 <code>/proof 코드 건수</code> 를 보내 주세요.
proving-unknown = 이 코드의 서명운동이 없습니다. 진행 중인 서명운동은 /appeals 에 있습니다.
proving-here =
    <b>{ $number }번 서명의 증명</b>
    { $title }

    서명은 모두 이름 없이 기록부에 오릅니다. 이 파일은 서명 { $total }명을 집계한 기록부에 내 서명이 올라 있음을 증명합니다. 보관해 두세요. 이름을 지운 뒤에는 아무도 다시 만들어 드릴 수 없습니다.

    서명에 적으신 이름과 나라가 들어 있습니다. 서명하신 사실을 알아도 되는 사람에게만 주세요.
proving-handed-over = 받는 사람({ $addressee })에게 { $number }차로 전달한 기록부 기준의 같은 증명입니다. 전달 자료를 가진 쪽에서 이 서명의 기록을 찾아볼 수 있습니다.
proving-picture = 같은 증명을 그림으로 만든 것입니다. 휴대전화 카메라로 읽으면 파일 내용이 그대로 나옵니다. 서명하신 사실을 알아도 되는 사람에게만 보여 주세요.
proving-page = 증명을 확인하는 페이지입니다. 어느 기기에서나 인터넷 없이 열어 파일을 고르시면 됩니다. 이 페이지는 아무것도 내보내지 않습니다.

    공개 키는 저희 말만 믿지 마시고, { $organisation }에서 다른 곳에 공개한 지문과 같은지 비교해 보세요.
proving-page-address = 이 주소에서도 열 수 있습니다: { $url }
proving-not-signed = 이 서명운동에는 본인의 서명이 없습니다. 전자서명한 서명 수를 보내 드립니다. 기록 { $entries }건, 서명 { $total }명입니다. 보관해 두시면, 뒤에 나오는 서명 수가 이것을 이어 가는지 확인하실 수 있습니다.
proving-erased = 이름을 보관하는 기간이 끝나 증명을 새로 만드는 데 필요한 값도 함께 지웠습니다. 전에 받아 두신 증명은 그대로 쓸 수 있습니다. 서명은 계속 집계되며, 전자서명한 서명 수를 보내 드립니다. 서명 { $total }명입니다.
proving-before-the-log = 이 서명운동에 기록부가 생기기 전에 서명하셔서 증명을 만들 수 없습니다. 서명은 나중에 기록부에 올렸고 똑같이 집계되며, 전자서명한 서명 수를 보내 드립니다. 서명 { $total }명입니다.
proving-consistency = 지금의 기록부({ $later }건)가 { $earlier }건이던 때의 기록부를 그대로 이어 간다는 증명입니다. 바뀌거나 빠진 것이 없습니다.
proving-same-head = 기록부는 그때와 같이 { $entries }건입니다. 그 뒤에 더해진 기록이 없습니다.
proving-no-such-head = 기록 { $entries }건 기준의 서명 수는 내보낸 적이 없습니다. 보관하신 증명이나 서명 수에 기록이 몇 건인지 적혀 있습니다.

proving-page-title = 증명 확인
proving-page-lead = { $organisation } 서명운동에 서명이 집계되었는지, 서명 수가 진짜인지, 이 페이지가 지금 쓰시는 기기에서 직접 계산해 확인합니다.
proving-page-no-script = 계산을 하려면 자바스크립트가 필요합니다. 이 페이지는 아무것도 불러오거나 내보내지 않습니다.
proving-page-file = 파일 고르기: 증명 또는 전자서명한 서명 수
proving-page-paste = 또는 파일의 내용이나 QR 그림에서 읽은 내용을 붙여 넣기
proving-page-check = 확인하기
proving-page-private = 어떤 내용도 이 기기 밖으로 나가지 않습니다. 이 페이지는 무엇을 불러오거나 보낼 수 없으며, 인터넷 없이도 작동합니다.

proving-page-good-receipt = 올바른 증명입니다
proving-page-good-receipt-means = { $petition } 서명운동의 { $number }번 서명이 아래 내용 그대로 기록부에 올라 있고, 기록부는 아래 공개 키의 주인이 전자서명했습니다.
proving-page-good-receipt-leaves-open = 그 뒤에 서명을 바꾸거나 철회했는지는 이 증명으로 알 수 없고, 전달 자료를 가진 쪽에서 확인할 수 있습니다. 서명한 사람이 실제 인물인지도 이 증명으로는 알 수 없습니다.
proving-page-good-head = 진짜 서명 수입니다
proving-page-good-head-means = { $petition } 서명운동의 서명 수이며, 아래 공개 키의 주인이 전자서명했습니다.
proving-page-good-head-leaves-open = 보관해 두세요. 뒤에 나오는 서명 수는 모두 이것을 이어 가야 합니다. 그렇지 않으면 기록부가 바뀐 것입니다.

proving-page-row-petition = 서명운동
proving-page-row-number = 서명 번호
proving-page-row-name = 이름
proving-page-row-country = 나라
proving-page-row-channel = 서명한 방법
proving-page-row-day = 서명한 날
proving-page-row-entry = 기록부 위치
proving-page-row-text = 서명한 글(SHA-256)
proving-page-row-total = 당시 서명 수
proving-page-row-at = 집계한 때(정각부터 한 시간 사이)
proving-page-row-entries = 기록부 건수
proving-page-country-withheld = 밝히지 않음

proving-page-refused = 인정할 수 없습니다
proving-page-refused-unreadable = 증명도 전자서명한 서명 수도 아니거나, 일부만 복사되었습니다.
proving-page-refused-changed = 내보낸 뒤에 내용이 바뀌었습니다.
proving-page-refused-signature = 다른 키로 전자서명되었거나, 전자서명한 뒤에 서명 수가 바뀌었습니다.
proving-page-refused-statement = 기록부에 오른 내용이 여기에 적힌 것과 다릅니다. 이름이나 번호 등이 바뀌었습니다.
proving-page-refused-petition = 적힌 것과 다른 서명운동의 증명입니다.
proving-page-refused-path = 전자서명된 기록부에 없는 기록입니다.
proving-page-package = 전달 자료입니다
proving-page-refused-package = 이 페이지에서 확인하기에는 큽니다. clarion verify package 명령으로 확인하세요. 방법은 자료 안의 README 에 있습니다.

proving-page-key = 공개 키
proving-page-key-own = { $organisation }의 공개 키로 확인합니다.
proving-page-key-foreign = 지금은 아래에 입력하신 공개 키로 확인합니다.
proving-page-fingerprint = 지문. 홈페이지 등 이 단체가 다른 곳에 공개한 지문과 같은지 비교해 보세요:
proving-page-key-other = 공개 키 전체 보기, 다른 키 쓰기
proving-page-key-whole = 지금 쓰는 공개 키:
proving-page-key-paste = 다른 공개 키로 확인하기
proving-page-key-use = 이 키 쓰기
proving-page-key-unreadable = Clarion의 공개 키가 아니거나, 일부만 복사되었습니다.
