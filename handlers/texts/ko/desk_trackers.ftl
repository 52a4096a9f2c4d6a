# 데스크: 제보, 약속, 법안, 권고, 캠페인.

desk-tips = 제보
desk-tips-about = { $count ->
        [0] 열려 있는 제보가 없습니다.
       *[other] 열려 있는 제보가 { $count }건 있습니다.
    }
desk-tips-for-reviewers = 어떤 제보인지는 제보를 검토하는 분만 볼 수 있습니다.
desk-tips-hint = 제보 내용은 봉인되어 있고 여기에 나오지 않습니다. 제보 검토는 채팅에서 합니다: <code>/tips</code>
desk-tips-own = { $who } (나)
desk-column-tag = 표
desk-column-urgency = 긴급도
desk-column-category = 내용 갈래
desk-column-holder = 맡은 사람

desk-trackers = 약속과 심의
desk-trackers-commitment = 약속
desk-trackers-bill = 법안
desk-trackers-recommendation = 권고
desk-trackers-none = 아직 기록된 것이 없습니다.
desk-trackers-overdue = 기한 지남
desk-trackers-file = 파일로 받기 (CSV)
desk-column-what = 내용
desk-column-since = 시작
desk-column-next-commitment = 기한
desk-column-next-bill = 다음 일정
desk-column-next-recommendation = 다음 심의
desk-tracker-column-day = 날짜
desk-tracker-column-who = 약속한 사람
desk-tracker-column-what = 약속 내용
desk-tracker-column-title = 제목
desk-tracker-column-chamber = 의회
desk-tracker-column-state = 심의 대상국
desk-tracker-column-recommended_by = 권고한 나라
desk-tracker-column-cycle = 주기
desk-tracker-column-session = 회기
desk-tracker-column-text = 권고 내용
desk-tracker-column-stage = 진행 상태
desk-tracker-column-next = 다음 일정
desk-tracker-column-note = 메모
desk-tracker-column-appeal = 호소

desk-campaigns = 캠페인
desk-campaigns-none = 등록된 캠페인이 없습니다.
desk-campaign-since = { $year }년부터
desk-campaign-story = 시간순으로 본 활동
desk-campaign-no-story = 아직 기록된 일이 없습니다.
