# 호소 이후에 기록하는 일을 가리키는 말. 양식, 시간순 기록, 카드, 소식, 업무 화면에서 함께 씁니다.

entry-kind-delivery = 전달
entry-kind-reply = 답변
entry-kind-outcome = 결과
entry-kind-status = 당사자들의 상황
entry-kind-contact = 연락과 서신
entry-kind-commitment = 약속
entry-kind-bill = 의회 안건
entry-kind-recommendation = 심사 권고
entry-kind-action = 캠페인 활동

entry-response-favourable = 요청을 받아들임
entry-response-pledged = 약속함
entry-response-denied = 부인함
entry-response-inhibited = 요청과 반대로 행동함
entry-response-asked_for_more = 추가 정보를 요청함
entry-response-a_formality = 형식적인 답변
entry-response-none = 답변 없음

entry-impact-strong_positive = 큰 진전
entry-impact-moderate_positive = 진전
entry-impact-minor = 작은 진전
entry-impact-none = 드러난 변화 없음
entry-impact-moderate_negative = 후퇴
entry-impact-strong_negative = 큰 후퇴
entry-impact-unknown = 아직 알 수 없음

entry-status-whereabouts_unknown = 행방을 알 수 없음
entry-status-held = 구금됨
entry-status-moved = 다른 곳으로 옮겨짐
entry-status-returned = 송환됨
entry-status-released = 풀려남
entry-status-safe = 안전함

entry-form-meeting = 면담
entry-form-call = 전화
entry-form-statement = 성명
entry-form-letter = 편지
entry-form-email = 이메일
entry-form-fax = 팩스

entry-direction-to_them = 우리가 보냄
entry-direction-from_them = 우리가 받음
entry-direction-together = 함께함

entry-stage-contact-open = 답을 기다림
entry-stage-contact-answered = 답을 받음
entry-stage-contact-none_expected = 답이 필요 없음
entry-stage-commitment-open = 이행 전
entry-stage-commitment-met = 지켜짐
entry-stage-commitment-not_met = 지켜지지 않음
entry-stage-bill-proposed = 발의됨
entry-stage-bill-committee = 위원회 심사 중
entry-stage-bill-plenary = 본회의에 올라감
entry-stage-bill-adopted = 가결됨
entry-stage-bill-rejected = 부결됨
entry-stage-bill-withdrawn = 철회됨
entry-stage-recommendation-pending = 아직 응답 없음
entry-stage-recommendation-accepted = 수용
entry-stage-recommendation-noted = 참고(미수용)
entry-stage-recommendation-ongoing = 이행 중
entry-stage-recommendation-implemented = 이행됨

entry-method-post = 우편
entry-method-hand = 직접 전달
entry-method-email = 이메일
entry-method-fax = 팩스
