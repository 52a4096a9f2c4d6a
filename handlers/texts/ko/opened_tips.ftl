# 담당자의 컴퓨터에서 연 제보를 표로 만들 때 쓰는 열 제목.
opened-tips-tag = 표식
opened-tips-day = 받은 날
opened-tips-state = 처리 상태
opened-tips-urgency = 긴급도
opened-tips-category = 분류
opened-tips-text = 제보 내용
opened-tips-area = 지역
opened-tips-place-note = 장소 설명
opened-tips-people = 관련 인원
opened-tips-when = 시기
opened-tips-precision = 날짜의 정확도
opened-tips-how-known = 알게 된 경위
opened-tips-source-connection = 출처와의 관계(HURIDOCS 목록 19)
opened-tips-language = 언어
opened-tips-written-at = 작성 시각
opened-tips-may-share-with-partners = 협력 단체 공유 동의
opened-tips-wishes-contact = 답변 희망
