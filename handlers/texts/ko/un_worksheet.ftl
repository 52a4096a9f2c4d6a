# 유엔 전문가에게 보낼 서식을 위한 준비 문서. 항목 이름은 어느 언어에서나 서식의 영어 그대로 둡니다.

un-worksheet-title = 유엔 제출 준비 문서: { $profile }
un-worksheet-profile-special-procedures = 특별절차(Special Procedures)
un-worksheet-profile-disappearance = 강제실종
un-worksheet-lead = { $day }에 만든 내부용 준비 문서입니다. 제보가 서식의 항목마다 무엇을 말해 주는지, 무엇이 빠졌는지 보여 줍니다. 아무 데도 보내지 않습니다.
un-worksheet-appeal-lead = { $day }에 만든 내부용 준비 문서입니다. 호소문이 서식의 항목마다 무엇을 말해 주는지, 무엇이 빠졌는지 보여 줍니다. 아무 데도 보내지 않습니다.
un-worksheet-appeal-source-confidential = 출처의 신원은 비밀로 남습니다. 전문가들은 원칙적으로 누가 알려 주었는지 밝히지 않습니다. 익명으로 낸 것은 검토하지 않으므로 여러분의 단체가 제출합니다. 출처로 이어질 수 있는 것은 모두 빼세요.
un-worksheet-appeal-never-through-the-bot = 이름과 전화번호는 절대로 봇으로 주고받지 않습니다. 묻기 전에 더 안전한 방법을 정하세요.
un-worksheet-appeal-restricted = 정확한 장소가 들어 있습니다. 안전한 곳에 두고, 서식을 다 채우면 지우세요. 비공개 출처는 종류와 수만 들어 있습니다.
un-worksheet-appeal-sources-kept = 비공개 출처 { $count }건({ $types }): 신원은 단체에서 보관함
un-worksheet-appeal-explain-submitter = 제출하는 곳: 여러분의 단체와 주소.
un-worksheet-appeal-explain-consent-letter = 이름이 담긴 서한이 정부에 가는 데 대한 동의: 호소문이 공개되어 있다고 해서 이 동의가 있는 것은 아닙니다.
un-worksheet-appeal-exact-place = 정확한 장소: { $place }
un-worksheet-appeal-consent = 이름을 밝힌 분의 동의를 보관한 곳: { $reference }
un-worksheet-source-confidential = 출처의 신원은 비밀로 남습니다. 전문가들은 원칙적으로 누가 알려 주었는지 밝히지 않습니다. 익명으로 낸 것은 검토하지 않으므로 여러분의 단체가 제출합니다. 제보하신 분에게 이어질 수 있는 것은 모두 빼세요.
un-worksheet-never-through-the-bot = 이름, 전화번호, 정확한 장소는 절대로 봇으로 주고받지 않습니다. 묻기 전에 더 안전한 방법을 정하세요.
un-worksheet-answer = 해당 국가는 60일 안에 답하도록 요청받습니다. 그 뒤에는 서한과, 답변이 있으면 그 답변도 공개됩니다.
un-worksheet-send-special-procedures = 서식: spsubmission.ohchr.org, 전자우편: urgent-action@ohchr.org
un-worksheet-send-disappearance = 실무그룹: hrc-wg-eid@un.org, 한 사람에 한 장씩. 위원회: 서면으로, 그 나라가 협약을 비준한 경우에만.

un-worksheet-tip = 제보 { $tag }
un-worksheet-received = { $day }에 받음. 봉인된 제보 전체의 SHA-256(아래 글만의 값이 아님): { $digest }
un-worksheet-received-later = 덧붙인 글 { $number }, { $day }에 받음. 봉인된 덧붙인 글 전체의 SHA-256(아래 글만의 값이 아님): { $digest }
un-worksheet-confirmed = 확인됨({ $rating }): 한 사람이 평가했고 다른 사람이 동의했습니다.
un-worksheet-unconfirmed = 아직 확인되지 않음({ $rating }). 이 제보에 기대는 문장마다 “reportedly”라고 쓰세요.
un-worksheet-may-ask = 제보하신 분이 /inbox 로 질문을 받는 데 동의했습니다.
un-worksheet-may-not-ask = 제보하신 분은 질문을 받는 데 동의하지 않았습니다. 다른 분들에게 물으세요.
un-worksheet-reportedly = Reportedly(알려진 바로는):

un-worksheet-way-urgent-appeal = Urgent appeal(긴급 호소)
un-worksheet-way-allegation-letter = Allegation letter(혐의 서한)
un-worksheet-way-urgent-procedure = Urgent procedure(긴급 절차)
un-worksheet-way-standard-procedure = Standard procedure(일반 절차)
un-worksheet-way-appeal-or-letter = Urgent appeal(긴급 호소) 또는 allegation letter(혐의 서한)
un-worksheet-way-urgent-or-standard = Urgent procedure(긴급 절차) 또는 standard procedure(일반 절차)
un-worksheet-why-lives-at-risk = 목숨이 위험하고, 오래되지 않은 일입니다.
un-worksheet-why-goes-on = 누군가 붙잡혀 있거나 사라졌고, 그 일이 이어지고 있습니다.
un-worksheet-why-feared = 더 많은 사람에게 곧 일어날 수 있습니다.
un-worksheet-why-sent-back = 방금 송환된 사람은 지금 붙잡혀 위험할 수 있습니다.
un-worksheet-why-long-ago = 석 달이 넘은 일입니다. 아직 붙잡혀 있거나 사라진 채라면 urgent appeal을 요청하세요.
un-worksheet-why-over = 이미 일어난 일입니다. 관련된 사람이 지금 위험하다면 urgent appeal을 요청하세요.
un-worksheet-why-three-months = 지난 석 달 안의 일입니다. 실무그룹이 며칠 안에 해당 국가에 전달합니다.
un-worksheet-why-longer = 석 달이 넘은 일입니다.
un-worksheet-why-date-unknown = 언제 있었던 일인지 알 수 없습니다. 지난 석 달 안이면 긴급 절차, 그보다 전이면 일반 절차입니다. 먼저 몇 월의 일인지 알아보세요.
un-worksheet-why-still-unknown = 언제 있었던 일인지 알 수 없습니다. 지금 누군가 붙잡혀 있거나 사라졌거나 위험하다면 urgent appeal, 이미 끝난 일이라면 allegation letter입니다. 먼저 알아보세요.

un-worksheet-missing-heading = { $count ->
    [0] 빠진 것이 없습니다
   *[other] 항목 { $count }개에 빠진 것이 있습니다
}
un-worksheet-missing = 빠진 내용

un-worksheet-section-special-procedures = 특별절차(Special Procedures)
un-worksheet-section-wgeid = 강제적·비자발적 실종 실무그룹: 반드시 있어야 하는 여섯 가지
un-worksheet-section-wgeid-beside = 실무그룹: 그 밖에
un-worksheet-section-ced = 강제실종위원회: 긴급조치(urgent action)

un-worksheet-known-people = 인원: { $people }
un-worksheet-known-date = { $date } ({ $kind })
un-worksheet-known-source = 출처와의 관계: { $source }
un-worksheet-known-submitter = 비밀로 해 둘 것.
un-worksheet-known-confidential = 출처의 신원, 출처가 알게 된 경위, 숨어 있는 사람이나 돕는 사람에게 이어질 수 있는 모든 것.

un-worksheet-form-victim = Who is the alleged victim(s) (individual(s), community, group, etc.)
un-worksheet-explain-victim = 피해자: 한 사람 한 사람의 이름, 나이, 성별, 출신지. 집단이라면 이름 없이 설명할 수 있습니다.
un-worksheet-ask-victim = 이름, 또는 누구도 가리키지 않는 집단의 설명. 그리고 피해자나 가족이 동의하는지.
un-worksheet-form-perpetrator = Who is the alleged perpetrator(s) of the violation, including non-state actors if relevant
un-worksheet-explain-perpetrator = 가해자: 부대, 기관, 계급만으로도 됩니다.
un-worksheet-ask-perpetrator = 어느 부대, 기관, 집단이 했는지, 그것을 어떻게 아는지: 제복, 차량, 문서, 말.
un-worksheet-form-submitter = Identification of the person(s) or organization(s) submitting the communication
un-worksheet-explain-submitter = 제출하는 곳: 여러분의 단체와 주소. 제보하신 분의 이름은 쓰지 않습니다.
un-worksheet-ask-submitter = 단체에서 누가 제출하며 주소는 어디인지. (--organisation 으로 단체 이름을 채울 수 있습니다.)
un-worksheet-form-date = Date of the incident(s)
un-worksheet-explain-date = 날짜: 대강만 안다면 그렇다고 씁니다.
un-worksheet-ask-date = 안전하게 알아낼 수 있다면 정확한 날.
un-worksheet-form-place = Place of the incident(s)
un-worksheet-explain-place = 장소: 아직 그곳에 있을 수 있는 사람에게 안전한 만큼만 정확하게.
un-worksheet-ask-place = 도시나 시설. 누군가 숨어 있는 곳이라면 쓰지 마세요.
un-worksheet-form-description = Detailed description of the circumstances of the incident(s) or the violation
un-worksheet-explain-description = 무슨 일이 있었는지, 차례대로, 사실만. 아래는 쓰신 그대로의 글입니다. 출처를 알아볼 수 있는 것은 빼세요.
un-worksheet-ask-description = 번역. 서식은 영어, 프랑스어, 스페인어로 받습니다.
un-worksheet-form-confidential = Submitted information which you would like to remain confidential
un-worksheet-explain-confidential = 비밀로 남아야 하는 것: 서식에서 하나하나 표시하세요.
un-worksheet-ask-confidential = 그 밖에 무엇이 비밀로 남아야 하는지.
un-worksheet-form-consent-letter = The victims or their representatives are aware and agree that a letter containing their names and further information on them is to be sent to the Government (and/or relevant other actor) [Yes / No]
un-worksheet-explain-consent-letter = 이름이 담긴 서한이 정부에 가는 데 대한 동의: 제보하신 분은 유엔 전문가에게 보내는 데 동의했습니다. 그것은 피해자의 동의가 아닙니다.
un-worksheet-ask-consent-letter = 피해자나 가족이 동의하는지. 동의가 없다면 이름을 정부에 알리지 말아 달라고 요청하세요.
un-worksheet-form-consent-report = The victims or their representatives are aware and agree that the letter containing their names will be included in the Special Procedures public reports and online database [Yes / No]
un-worksheet-explain-consent-report = 공개 보고서에 이름이 실리는 데 대한, 따로 받는 동의: 공개하는 글에서는 이름을 뺄 수 있습니다.
un-worksheet-ask-consent-report = 이름이 공개되는 데 동의하는지.

un-worksheet-form-disappeared = Identity of the disappeared person (full name) *
un-worksheet-explain-disappeared = 실종된 사람의 이름: 한 사람에 한 장씩 씁니다.
un-worksheet-ask-disappeared = 이름, 그리고 그 사람을 알아볼 수 있는 다른 것: 생년월일, 신분증, 사진.
un-worksheet-form-disappeared-on = Date on which the disappearance occurred (at least month and year) *
un-worksheet-explain-disappeared-on = 실종된 날: 해와 달만으로도 됩니다.
un-worksheet-ask-disappeared-on = 어느 해 어느 달인지.
un-worksheet-form-last-seen = Place of arrest or abduction, or where the disappeared person was last seen *
un-worksheet-explain-last-seen = 붙잡히거나 끌려간 곳, 또는 마지막으로 보인 곳: 아는 만큼 정확하게.
un-worksheet-ask-last-seen = 도시나 시설, 그리고 그곳에서 누가 보았는지.
un-worksheet-form-forces = Forces (State or State-supported) believed to be responsible for the disappearance *
un-worksheet-explain-forces = 책임이 있다고 여겨지는 국가 또는 국가의 지원을 받는 세력: 기관 이름은 줄이지 않고 씁니다.
un-worksheet-ask-forces = 어느 세력인지, 왜 그렇게 여기는지.
un-worksheet-form-searched = Action taken by the relatives or others to locate the person. If action was not possible, explain why *
un-worksheet-explain-searched = 찾으려고 한 일: 문의, 진정, 편지. 또는 그렇게 하면 따르는 위험.
un-worksheet-ask-searched = 가족이 언제 무엇을 했는지, 또는 왜 할 수 없었는지.
un-worksheet-form-reporter = Identity of the person or organization submitting the report *
un-worksheet-explain-reporter = 제출하는 곳: 요청하면 비밀로 해 줍니다.
un-worksheet-ask-reporter = 단체에서 누가 제출하며 주소는 어디인지. (--organisation 으로 단체 이름을 채울 수 있습니다.)
un-worksheet-form-consent-family = Consent of the family of the disappeared [Yes / No]
un-worksheet-explain-consent-family = 가족의 동의: 단체가 낼 때는 반드시 있어야 합니다.
un-worksheet-ask-consent-family = 가족이 동의하는지.
un-worksheet-form-follow-up = Follow-up: conveying Government information to the family, and the family’s information to the Working Group
un-worksheet-explain-follow-up = 뒤를 이어 정부의 답을 가족에게, 가족의 소식을 실무그룹에 전하는 일: 단체는 그렇게 할 수 있어야 합니다.
un-worksheet-ask-follow-up = 누가 어떻게 가족과 연락을 이어 가는지.
un-worksheet-form-author = Identity and contact details of the author of the request
un-worksheet-explain-author = 요청하는 사람의 신원과 연락처: 익명으로는 낼 수 없습니다. 신원은 늘 비밀로 남습니다.
un-worksheet-ask-author = 누가 요청하며 위원회가 어떻게 연락할 수 있는지.
un-worksheet-form-state-party = State party concerned
un-worksheet-explain-state-party = 해당 당사국: 협약을 비준한 나라에서, 또는 그런 나라의 국민에게, 협약이 그 나라에서 발효한 뒤에 시작된 실종이어야 합니다.
un-worksheet-ask-state-party = 그 나라가 협약을 비준했는지, 언제부터인지.
un-worksheet-form-authorities = Report of the case to the competent bodies of the State party, if possible
un-worksheet-explain-authorities = 당사국의 관할 기관에 알렸는지: 위험 없이 할 수 있다면 먼저 알립니다.
un-worksheet-ask-authorities = 언제 어디에 알렸는지, 또는 왜 알릴 수 없었는지.
