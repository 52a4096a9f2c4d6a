# 기록 양식마다 묻는 내용.

recording-delivery-title = 전달 · { $of }
recording-delivery-ask-methods = 어떻게 전달했습니까?
recording-delivery-label-methods = 방법
recording-delivery-ask-place = 어디에서 전달했습니까? 예: 청와대 앞
recording-delivery-label-place = 장소
recording-delivery-ask-by = 누가 전달했습니까? 본인이 불리고 싶은 이름으로 적어 주세요. 읽는 분들이 볼 수 있습니다.
recording-delivery-label-by = 전달한 사람
recording-delivery-ask-receipt = 접수증이나 배송 조회 번호가 있습니까?
recording-delivery-label-receipt = 접수증

recording-reply-title = 답변 · { $of }
recording-reply-ask-day = 언제 받은 답변입니까? 편지에 적힌 날짜로 해 주세요.
recording-reply-label-day = 날짜
recording-reply-ask-response = 어떤 답변입니까?
recording-reply-label-response = 답변의 성격
recording-reply-ask-summary = 답변의 내용을 두세 문장으로 적어 주세요. 위험에 놓인 분들의 이름은 옮겨 적지 말아 주세요.
recording-reply-label-summary = 요약
recording-reply-ask-reference = 문서 번호가 있습니까?
recording-reply-label-reference = 문서 번호
recording-reply-ask-public = 서명한 분들이 이 요약을 읽어도 됩니까?
recording-reply-label-public = 서명한 분들에게 공개

recording-outcome-title = 결과 · { $of }
recording-outcome-ask-summary = 어떤 결과가 있었는지 두세 문장으로 적어 주세요. 위험에 놓인 분들의 이름은 적지 말아 주세요.
recording-outcome-label-summary = 요약
recording-outcome-ask-source = 무엇을 보고 알았습니까? 예: 외교부 발표, 신문 이름과 날짜
recording-outcome-label-source = 출처
recording-outcome-ask-impact = 얼마나 달라졌습니까?
recording-outcome-label-impact = 변화

recording-status-title = 당사자들의 상황 · { $of }
recording-status-ask-status = 지금 당사자들은 어떤 상황입니까?
recording-status-label-status = 현재
recording-status-ask-day = 언제를 기준으로 한 상황입니까?
recording-status-label-day = 기준일
recording-status-ask-source = 어떤 종류의 출처에서 알았습니까? 누구인지는 묻지 않습니다.
recording-status-label-source = 출처
recording-status-ask-note = 덧붙일 내용이 있으면 두세 문장으로 적어 주세요. 당사자나 가족을 찾아낼 수 있는 내용은 적지 말아 주세요.
recording-status-label-note = 덧붙임

recording-contact-title = 연락과 서신 · { $of }
recording-contact-ask-form = 어떤 연락이었습니까?
recording-contact-label-form = 종류
recording-contact-ask-direction = 누가 보낸 연락입니까?
recording-contact-label-direction = 방향
recording-contact-ask-sender = 보내거나 말한 사람은 누구입니까? 편지에 적힌 대로 이름과 직책을 적어 주세요.
recording-contact-label-sender = 보낸 사람
recording-contact-ask-recipient = 누구에게 보냈습니까?
recording-contact-label-recipient = 받은 사람
recording-contact-ask-reference = 문서 번호가 있습니까?
recording-contact-label-reference = 문서 번호
recording-contact-ask-summary = 무엇에 관한 연락이었는지 두세 문장으로 적어 주세요.
recording-contact-label-summary = 요약
recording-contact-ask-stage = 답을 기다리고 있습니까?
recording-contact-label-stage = 답

recording-commitment-title = 약속 · { $of }
recording-commitment-ask-who = 누가 약속했습니까? 이름과 직책을 적어 주세요.
recording-commitment-label-who = 약속한 사람
recording-commitment-ask-what = 무엇을 약속했습니까? 되도록 그 사람이 한 말 그대로 적어 주세요.
recording-commitment-label-what = 약속
recording-commitment-ask-due = 언제까지 지키기로 했습니까? 그날 담당자들에게 알립니다.
recording-commitment-label-due = 기한

recording-bill-title = 의회 안건 · { $of }
recording-bill-ask-title = 안건의 이름은 무엇입니까?
recording-bill-label-title = 안건
recording-bill-ask-chamber = 어느 의회나 위원회의 안건입니까?
recording-bill-label-chamber = 의회
recording-bill-ask-stage = 지금 어느 단계에 있습니까?
recording-bill-label-stage = 단계
recording-bill-ask-day = 언제부터 이 단계에 있습니까?
recording-bill-label-day = 시작일
recording-bill-ask-due = 표결 같은 다음 일정은 언제입니까?
recording-bill-label-due = 다음 일정
recording-bill-ask-note = 덧붙일 내용이 있으면 두세 문장으로 적어 주세요.
recording-bill-label-note = 덧붙임

recording-recommendation-title = 심사 권고 · { $of }
recording-recommendation-ask-state = 어느 나라가 심사를 받았습니까?
recording-recommendation-label-state = 심사받은 나라
recording-recommendation-ask-by = 어느 나라가 권고했습니까?
recording-recommendation-label-by = 권고한 나라
recording-recommendation-ask-cycle = 몇 번째 주기의 심사입니까? 숫자만 적어 주세요. 예: 4
recording-recommendation-label-cycle = 주기
recording-recommendation-ask-session = 몇 차 회기였습니까? 회기나 권고의 번호를 적어 주세요.
recording-recommendation-label-session = 회기
recording-recommendation-ask-text = 무엇을 권고했습니까? 보고서에 적힌 대로 적어 주세요.
recording-recommendation-label-text = 권고 내용
recording-recommendation-ask-day = 심사는 언제였습니까?
recording-recommendation-label-day = 심사일
recording-recommendation-ask-stage = 심사받은 나라는 어떻게 응했습니까?
recording-recommendation-label-stage = 응답
recording-recommendation-ask-due = 다음 심사는 언제입니까? 건너뛰면 4년 반 뒤로 봅니다.
recording-recommendation-label-due = 다음 심사

recording-action-title = 캠페인 활동 · { $of }
recording-action-ask-what = 무엇을 했는지 두세 문장으로 적어 주세요.
recording-action-label-what = 활동

recording-stage-title = { $what }
recording-stage-ask-stage = 지금은 어떤 상태입니까?
recording-stage-label-stage = 현재
recording-stage-ask-day = 언제부터입니까?
recording-stage-label-day = 시작일
recording-stage-ask-due = 다음 일정은 언제입니까? 건너뛰면 이미 기록된 날짜를 그대로 둡니다.
recording-stage-label-due = 다음 일정
recording-stage-ask-note = 어떤 일이 있었는지 두세 문장으로 적어 주세요.
recording-stage-label-note = 요약
