# 소식 받기, 고르기, 그만 받기.

# 이 글의 내용이 바뀌면 CONSENT_VERSION도 새로 정합니다.
subscribing-consent =
    <b>호소 소식을 받으시겠습니까?</b>
    ‘소식 받기’를 누르시면 { $organisation }에서 텔레그램 ID(암호화함, 전화번호는 아님), 언어, 관심 주제와 받는 방식, 오늘 날짜, 방해 금지 시간을 정하신 경우 그 시간과 시간대, 링크로 오신 경우 그 링크의 코드를 보관합니다. 이 대화방으로 호소 소식을 보내는 데에만 씁니다. 소식을 받는 것만으로도 생각이 드러날 수 있어 먼저 동의를 구합니다.

    동의하지 않으셔도 읽고, 서명하고, 공유하실 수 있습니다. /stop 을 보내시면 소식이 바로 멈추고, /forget 을 보내시면 모두 삭제됩니다. 자세한 내용: /privacy
subscribing-subscribe = 소식 받기
subscribing-done = <b>이제 소식을 보내 드립니다.</b> 다음 호소는 이 대화방으로 옵니다. 그만 받으시려면 언제든지 /stop 을 보내 주세요.
subscribing-settings =
    <b>설정</b>
    소식: 받는 중({ $since }부터)
    관심 주제: { $topics }
    받는 방식: { $cadence }
    방해 금지 시간: { $quiet }
    언어: { $chosen } · /language
subscribing-settings-off =
    <b>설정</b>
    소식: 받지 않음. ‘소식 받기’를 누르기 전에는 보내지 않습니다.
    언어: { $chosen } · /language
subscribing-every-topic = 모든 주제
subscribing-topics = 관심 주제
subscribing-ask-topics =
    <b>관심 주제</b>
    소식을 받고 싶은 주제를 골라 주세요. 아무것도 고르지 않으면 모든 주제의 소식을 보내 드립니다.
subscribing-topics-done = 완료
subscribing-ticked = ✓ { $option }
subscribing-topic-forced-return = 강제송환(강제북송)
subscribing-topic-detention = 구금
subscribing-topic-border = 국경
subscribing-topic-consular-protection = 영사 보호
subscribing-topic-minors = 아동·청소년
subscribing-topic-summit = 정상회담
subscribing-topic-un-advocacy = 유엔
subscribing-topic-upr = 유엔 정례인권검토(UPR)
subscribing-topic-parliament = 의회
subscribing-cadence = 받는 방식
subscribing-ask-cadence =
    <b>얼마나 자주 받으시겠습니까?</b>
    하루, 한 주, 한 달에 한 번을 고르시면 아직 받지 않으신 새 호소를 메시지 하나에 모아 { $city } 시각으로 { $hour }쯤 보내 드립니다. 새 호소가 없으면 보내지 않습니다.

    무엇을 고르시든 시간이 얼마 없는 호소는 바로 보내 드립니다. 다만 방해 금지 시간을 정하셨으면 그 설정을 따릅니다.
subscribing-cadence-at_once = 모든 호소를 바로
subscribing-cadence-daily = 하루에 한 번
subscribing-cadence-weekly = 한 주에 한 번(월요일)
subscribing-cadence-monthly = 한 달에 한 번(1일)
subscribing-cadence-critical_only = 시간이 얼마 없는 호소만
subscribing-quiet = 방해 금지 시간
subscribing-back = 설정으로 돌아가기
subscribing-saved = 저장했습니다
subscribing-stop = 모든 소식 그만 받기
subscribing-stopped = 모두 멈췄습니다. 이제 여기서 먼저 요청하시기 전에는 아무것도 보내지 않습니다.
subscribing-stopped-following = 지켜보시던 호소 { $count }건의 소식도 보내지 않습니다.
subscribing-stopped-updates = 서명하신 { $count }건의 진행 소식도 보내지 않습니다. 서명은 그대로 남아 있습니다.
subscribing-come-back = 다시 받고 싶으시면 언제든지 /subscribe 를 보내 주세요.
subscribing-not-subscribed = 보내 드리는 소식이 없어 멈출 것이 없습니다. 받고 싶으시면 /subscribe 를 보내 주세요.
