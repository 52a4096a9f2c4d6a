# 간단한 호소문을 차례대로 쓰기.

writing-title = 새 호소문을 차례대로 쓰기
writing-sheet = 작성하신 호소문 { $code }의 양식입니다. 고치거나 더할 내용이 있으면 이 파일을 수정해 다시 보내 주세요. 그러면 새 버전으로 저장됩니다.
writing-another-office = 다른 기관
writing-no-email = 이메일 주소가 아닙니다.
writing-no-country = 알 수 없는 나라가 있습니다. 나라 이름이나 두 글자 코드를 쉼표로 나누어 적어 주세요.
writing-no-number = 3000처럼 숫자로 보내 주세요.
writing-no-demands = 요구 사항을 한 줄에 하나씩, 한 개에서 열 개까지 보내 주세요. 하나는 400자까지입니다.

writing-faults = <b>이대로는 저장할 수 없습니다. 다음 답을 고쳐 주세요.</b>
writing-source-for-everybody = 독자에게 보여도 됨
writing-source-for-coordinators = 담당자만

writing-urgency-critical = 매우 긴급: 몇 시간이나 며칠밖에 남지 않음
writing-urgency-high = 긴급: 다음 모아 보기까지 기다릴 수 없음
writing-urgency-normal = 보통

writing-ask-kind = <b>어떤 종류입니까?</b>
writing-ask-urgency = <b>얼마나 급합니까?</b>
writing-ask-title = <b>제목</b> (120자까지). 사람들이 무엇을 막거나 이룰 수 있는지 적어 주세요.
writing-ask-summary = <b>요약</b> (300자까지). 무슨 일이 있었고 무엇이 걸려 있는지 적어 주세요. 휴대전화에 먼저 보이는 글입니다. 위험에 놓인 사람의 이름은 적지 마세요.
writing-ask-background = <b>배경</b>. 사실을 시간순으로, 알려진 만큼만 적어 주세요. 위험에 놓인 사람의 이름은 적지 마세요.
writing-ask-countries = <b>어느 나라와 관련된 일입니까?</b> 이름이나 코드를 쉼표로 나누어 적어 주세요.
writing-ask-topics = <b>어떤 주제입니까?</b> 구독자는 주제를 골라 소식을 받습니다.
writing-ask-people = <b>위험에 놓인 사람은 몇 명입니까?</b> 숫자로 적어 주세요. 알 수 없으면 건너뛰세요.
writing-ask-minors = <b>그 가운데 아동·청소년이 있습니까?</b>
writing-ask-office = <b>누구에게 요구합니까?</b>
writing-ask-to = <b>어느 직책이나 기관에 요구합니까?</b> 사람은 바뀌어도 직책은 남으므로, 사람 이름이 아니라 직책을 적어 주세요.
writing-ask-salutation = <b>편지의 첫인사</b>. 예: 대통령님께
writing-ask-demands = <b>무엇을 요구합니까?</b> 한 줄에 하나씩 적어 주세요.
writing-ask-deadline = <b>언제까지 서명할 수 있습니까?</b>
writing-ask-goal = <b>서명 목표는 몇 명입니까?</b>
writing-ask-source_type = <b>어디에서 나온 사실입니까?</b>
writing-ask-source = <b>어떤 출처입니까?</b> 이름과 제목을 한 줄로 적어 주세요.
writing-ask-source_for = <b>이 출처를 누가 알아도 됩니까?</b> 독자가 알아도 된다고 하시면 호소문을 읽는 모든 사람에게 보입니다. 증언이나 가족이 전한 내용은 누군가를 위험하게 할 수 있습니다. ‘담당자만’을 고르지 않으시면 그런 출처도 독자에게 보입니다.
writing-ask-contact = <b>독자는 누구에게 문의하면 됩니까?</b> 사람이나 부서의 이름을 적어 주세요.
writing-ask-contact_role = <b>어떤 일을 맡고 있습니까?</b> 예: 캠페인 담당자
writing-ask-email = <b>이메일 주소</b>. 문의하려는 사람에게만 보입니다.

writing-label-kind = 종류
writing-label-urgency = 긴급도
writing-label-title = 제목
writing-label-summary = 요약
writing-label-background = 배경
writing-label-countries = 나라
writing-label-topics = 주제
writing-label-people = 위험에 놓인 사람
writing-label-minors = 아동·청소년
writing-label-office = 받는 사람
writing-label-to = 직책·기관
writing-label-salutation = 첫인사
writing-label-demands = 요구 사항
writing-label-deadline = 마감
writing-label-goal = 목표
writing-label-source_type = 출처의 종류
writing-label-source = 출처
writing-label-source_for = 출처를 알아도 되는 사람
writing-label-contact = 문의할 곳
writing-label-contact_role = 맡은 일
writing-label-email = 이메일
