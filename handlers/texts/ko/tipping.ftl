# 제보하기. 메뉴의 낱말 `tip-<menu>-<word>`은 담당자의 목록과 알림에도 쓴다.

tipping-warning =
    <b>적기 전에 먼저 읽어 주세요</b>
    { $address }

    <b>지금 위험에 처한 사람이 있다면</b> 먼저 그 가까이에 있는 사람에게 전화해 주세요. 이곳은 긴급 구조 창구가 아니며, 내일에야 읽게 될 수도 있습니다.

    <b>제보한 사실이 알려져 누군가의 목숨이 위험해질 수 있다면 이 봇을 쓰지 마세요.</b> 보내 주시는 내용은 비밀로 다룹니다. 그러나 익명은 아닙니다.
    • 텔레그램은 이 봇에 글을 보내신 사실과 이 대화방에 적으신 내용을 모두 볼 수 있습니다.
    • 보내신 메시지는 이 대화방에서 바로 지웁니다. 다만 다른 기기나 알림, 화면 캡처에는 남아 있을 수 있습니다.
    • 누군가 저희 서버에 침입하면, 지켜보는 동안 적으시는 내용과 누가 적고 있는지를 볼 수 있습니다. 그 전에 봉인한 제보는 열지 못합니다.

    <b>이렇게 진행합니다.</b> 짧은 질문이 많아야 일곱 가지 나옵니다. 버튼으로 답하시고, 어느 것이든 건너뛰셔도 됩니다. 그다음 짧은 글을 하나 적으시면 모두 함께 봉인합니다. 봉인한 것은 담당자만 열 수 있습니다. 도움이나 답변을 약속드리지는 못합니다.

    숨어 있는 분이나 그분을 돕는 사람의 이름, 있는 곳은 적지 말아 주세요.

    시간은 { $minutes }분입니다. 시간이 지나거나 서버에 문제가 생기면 쓰시던 글은 사라지고 아무것도 남지 않습니다.
tipping-warning-address = <b>이 대화방보다 안전한 곳이 있습니다.</b> { $address }
tipping-warning-no-address = 지금은 이 대화방보다 안전한 주소를 안내해 드리지 못합니다.
tipping-safer-address = 이 대화방보다 안전한 곳: { $address }
tipping-closed = 지금은 제보를 받을 수 없습니다. 제보를 안전하게 열어 볼 수 있는 담당자가 부족합니다. 나중에 다시 찾아 주세요.
tipping-start = 읽었습니다. 계속하기
tipping-not-now = 나중에 하기
tipping-back = 뒤로
tipping-skip = 건너뛰기
tipping-discard = 그만두기
tipping-not-yet = 보내신 메시지는 받지 않았고 남기지도 않았습니다. 먼저 버튼으로 골라 주세요. 글은 마지막에 적으실 수 있습니다.
tipping-no-more = 보내신 메시지는 받지 않았고 남기지도 않았습니다. 글은 이미 적으셨습니다. 봉인하시거나 다시 적어 주세요.

tipping-ask-category = { $step }/{ $steps } 어떤 일입니까?
tipping-ask-area = { $step }/{ $steps } 대략 어느 지역입니까?
tipping-ask-people = { $step }/{ $steps } 몇 사람의 일입니까?
tipping-ask-when = { $step }/{ $steps } 언제 있었던 일입니까?
tipping-ask-exactly = { $step }/{ $steps } 그때가 언제인지 얼마나 정확히 아십니까?
tipping-ask-month = { $step }/{ $steps } 몇 월의 일입니까? 더 오래전 일이면 건너뛰고 글에 적어 주세요.
tipping-ask-day = { $step }/{ $steps } 어느 날입니까?
tipping-ask-known = { $step }/{ $steps } 어떻게 알게 되셨습니까?
tipping-ask-urgency = { $step }/{ $steps } 얼마나 급합니까?

tipping-ask-text =
    이제 무슨 일이 있었는지 { $limit }자 이내로 적어 주세요.

    이름, 전화번호, 주소, 신분증 번호는 본인 것도 다른 사람 것도 적지 말아 주세요. ‘한 남성’, ‘제 친척’, ‘어느 목사’처럼 적으시면 됩니다. 번호와 주소, 이름을 저희가 찾아 막지만 모두 가려내지는 못합니다. 보내시기 전에 한 번 더 살펴봐 주세요.
tipping-text-empty = 보내신 메시지에 글이 없습니다. 무슨 일이 있었는지 글로 적어 주세요.
tipping-text-too-long = 글이 { $limit }자를 넘어 받지 않았고 남기지도 않았습니다. 더 짧게 적어 주세요.
tipping-text-too-many-bytes = 글이 길어 봉인하지 못했고 남기지도 않았습니다. 더 짧게 적어 주세요.
tipping-text-too-often = 짧은 시간에 글을 많이 보내셔서 이번 글은 읽지 않았고 남기지도 않았습니다. 15분 뒤에 다시 보내 주세요.
tipping-interrupted = 저희 쪽에서 잠시 중단되었습니다. 위에 적으신 내용은 직접 지워 주세요. 마치지 않으신 제보는 전혀 남기지 않았습니다.
tipping-refused-forwarded = 전달된 메시지는 받지 않습니다. 처음 쓴 사람이 드러날 수 있습니다. 내용을 직접 적어 주세요.
tipping-refused-contact = 연락처는 받지 않습니다. 사람의 이름과 번호가 들어 있습니다.
tipping-refused-location = 위치는 받지 않습니다. 숨어 있는 사람이 드러날 수 있습니다.
tipping-refused-picture = 사진과 영상은 받지 않습니다. 얼굴과 장소가 드러날 수 있고 보이지 않는 정보가 들어 있습니다.
tipping-refused-voice = 음성 메시지와 녹음은 받지 않습니다. 목소리로 누구인지 알아볼 수 있습니다.
tipping-refused-other = 여기에서는 글만 받습니다.

tipping-stopped = <b>멈췄습니다. 보내신 글은 전혀 남기지 않았습니다.</b> 사람을 찾아낼 수 있는 내용이 들어 있습니다.
tipping-found = { $kind }, { $place }
tipping-found-number = { $kind }({ $digits }…), { $place }
tipping-place-beginning = 글 앞부분
tipping-place-middle = 글 가운데
tipping-place-end = 글 끝부분
tipping-stopped-why = 휴대전화나 서버에서 이런 내용이 드러나면 그 사람이 위험해질 수 있습니다. 이 부분을 빼고 다시 적어 주세요.
tipping-found-name = 사람 이름
tipping-found-phone = 전화번호
tipping-found-email = 이메일 주소
tipping-found-link = 링크
tipping-found-handle = 계정 이름
tipping-found-coordinates = 좌표
tipping-found-address = 주소
tipping-found-document_number = 신분증 번호
tipping-found-account_number = 계좌나 카드 번호

tipping-ask-to-seal =
    <b>봉인할 준비가 되었습니다</b>
    { $chosen }
    글: { $length }자

    아래 네 가지는 모두 선택입니다. 동의하지 않으셔도 제보하실 수 있습니다.
    <b>협력 단체</b>: 협력 단체와 함께 사실을 확인할 수 있습니다.
    <b>추가 질문</b>: 저희가 이 봇에 질문을 남길 수 있습니다. /inbox 에서 접수번호로 읽으시며, 저희가 먼저 보내지는 않습니다.
    <b>공개 보고서</b>: 누구인지 드러나는 내용을 모두 빼고 공개할 수 있습니다.
    <b>유엔 전문가</b>: 유엔 인권 전문가에게 보낼 수 있습니다.

    어느 것을 고르셔도 건수에는 들어갑니다. 공개할 때는 다른 제보 넷 이상과 합친 수만 알리고, 글은 알리지 않습니다.

    늦어도 { $days }일 뒤에는 백업에서까지 모두 지웁니다.
tipping-too-many = <b>아직 봉인하지 않았습니다. 지금은 들어온 제보가 너무 많습니다.</b> 잠시 뒤에 ‘봉인해서 보내기’를 다시 눌러 주세요. 쓰신 글은 남은 시간 동안 그대로 있습니다.
tipping-consent-partners = 협력 단체와 함께 확인
tipping-consent-contact = 추가 질문 받기
tipping-consent-publish = 공개 보고서에 사용
tipping-consent-un = 유엔 전문가에게 전달
tipping-seal = 봉인해서 보내기
tipping-write-again = 글 다시 적기
tipping-discarded = 그만두었습니다. 아무것도 남기지 않았습니다.
tipping-left = 다른 메뉴로 넘어가셔서 쓰시던 제보는 그만두었습니다. 아무것도 남기지 않았습니다. /tip 으로 새로 시작하실 수 있습니다.
tipping-signing-ended = 마치지 않으신 서명은 먼저 그만두었습니다. 서명은 되지 않았습니다.
tipping-draft-gone = 쓰시던 제보가 없습니다. 시간이 지났거나 서버가 다시 시작되었습니다. ‘봉인해서 보내기’를 이미 누르신 경우가 아니라면 아무것도 남기지 않았습니다. 쓰시던 내용이 위에 남아 있으면 직접 지워 주세요. /tip 으로 새로 시작하실 수 있습니다.

tipping-receipt =
    <b>제보를 봉인해 보관했습니다.</b>

    접수번호:
    <code>{ $receipt }</code>

    종이에 적어 남의 눈에 띄지 않는 곳에 두세요. 한 번만 보여 드리며, 누구도 다시 찾아 드릴 수 없습니다. 보내신 분의 제보임을 보여 주는 것은 이 번호뿐입니다.

    <b>답변과 질문</b>은 /inbox 에서 이 번호를 적고 보실 수 있으며, 내용을 더하거나 제보를 지우실 수도 있습니다.

    이 제보의 짧은 이름은 <b>{ $tag }</b>입니다. 답변이 있으면 저희 소식에 이 이름을 적습니다. 이 이름으로는 아무것도 열리지 않습니다.

    제보는 늦어도 { $days }일 뒤에는 백업에서까지 모두 지웁니다.

    이 메시지는 아래 버튼을 누르시면 바로, 누르지 않으셔도 { $minutes }분 뒤에 지웁니다. 나중에도 남아 있으면 직접 지워 주세요.
tipping-receipt-unseen = <b>제보를 봉인해 보관했습니다. 그러나 접수번호를 보여 드리지 못했습니다.</b> 이 번호는 누구도 다시 찾을 수 없습니다. 제보를 다시 보내지 않으셔도 됩니다.
tipping-noted = 적어 두었습니다
tipping-receipt-deleted = 접수번호를 이 대화방에서 지웠습니다.
tipping-receipt-left = 이 메시지의 내용을 지웠습니다. 메시지 자체는 텔레그램에서 지우지 못했습니다. 직접 지워 주세요.
tipping-deleted = 보내신 메시지 { $count }개를 이 대화방에서 지웠습니다.
tipping-not-deleted = <b>메시지 { $count }개는 지우지 못했습니다. 직접 지워 주세요.</b>

tip-category = 내용
tip-category-inspection = 검문과 수색
tip-category-arrest = 체포
tip-category-detention = 구금
tip-category-transfer = 다른 곳으로 이송
tip-category-return = 송환
tip-category-notice = 공고나 현상금
tip-category-lost_contact = 연락 두절
tip-category-consular = 영사관이나 대사관
tip-category-arrival = 안전한 곳에 도착
tip-category-other = 그 밖의 일

tip-area = 지역
tip-area-cn_border = 중국 접경 지역
tip-area-cn_other = 중국 다른 지역
tip-area-kp = 북한
tip-area-kr = 한국
tip-area-la = 라오스
tip-area-mn = 몽골
tip-area-ru = 러시아
tip-area-th_capital = 태국 수도권
tip-area-th_north = 태국 북부
tip-area-vn = 베트남
tip-area-elsewhere = 다른 곳
tip-area-unknown = 모르겠습니다

tip-people = 인원
tip-people-one = 한 사람
tip-people-2_10 = 2~10명
tip-people-11_50 = 11~50명
tip-people-more = 50명보다 많음
tip-people-unknown = 모르겠습니다

tip-when = 시기
tip-when-today = 오늘
tip-when-yesterday = 어제
tip-when-this_week = 지난 7일 사이
tip-when-this_month = 지난 한 달 사이
tip-when-earlier = 그보다 전
tip-when-unknown = 모르겠습니다

tip-exactly = 아는 정도
tip-exactly-exact = 날짜까지 정확히
tip-exactly-estimate = 대략
tip-exactly-unknown_day = 달까지만
tip-exactly-unknown_month_and_day = 모르겠습니다

tip-month = 달

tip-day = 날짜

tip-known = 알게 된 경위
tip-known-self = 제가 겪은 일
tip-known-witness = 직접 보았음
tip-known-relative = 제 가족이나 친척의 일
tip-known-third_party = 전해 들었음
tip-known-reporter = 언론에서 보거나 들었음
tip-known-service = 일이나 봉사를 하며 알았음
tip-known-other = 다른 경로

tip-urgency = 긴급도
tip-urgency-critical = 매우 급함(지금 목숨이 위험함)
tip-urgency-high = 급함(며칠 안에)
tip-urgency-normal = 보통
