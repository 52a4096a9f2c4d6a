# 제보 한 건 처리하기. 내용은 나타나지 않는다.

case-heading =
    <b>제보 { $tag }</b>
    { $what }
case-state = 상태: <b>{ $state }</b>
case-state-new = 확인 전
case-state-claimed = 확인 중
case-state-corroborating = 평가함, 뒷받침할 근거 확인 중
case-state-confirmed = 사실로 확인됨
case-state-unconfirmed = 사실로 확인되지 않음
case-state-closed = 닫음
case-holder = 담당: { $holder }
case-free = 아직 없음
case-moment = { $day } { $time }
case-held-by = { $who } ({ $until }까지)
case-held-by-you = 나 ({ $until }까지)
case-rating = 평가: { $rating }{ $grades }
case-unrated = { $grades }, 아직 평가한 사람 없음
case-rated = { $grades } (평가: { $who }), 다른 담당자의 동의를 기다림
case-agreed = { $grades } (평가: { $who }, 동의: { $second })
case-grades =
    { "" }
    출처: { $source }. 내용: { $content }.
case-labels = 꼬리표: { $labels }
case-additions = 제보한 분이 덧붙인 글: { $count }건
case-replies = 올린 답장: { $count }건 (아직 읽지 않음: { $unseen }건)
case-keys = { $epoch }기 열쇠로 봉인되어 있습니다.
case-erased = 늦어도 { $day }에 삭제됩니다.

case-look = { $tag } 열기
case-all = 열려 있는 제보 모두 보기
case-back = 제보로 돌아가기
case-do-claim = 맡기
case-do-release = 내려놓기
case-do-rate = 평가하기
case-do-agree = { $grades } 평가에 동의하기
case-do-label = 꼬리표
case-do-assign = 동료에게 맡기기
case-do-close = 닫기
case-do-take-over = 넘겨받기

case-done-claim = 맡으셨습니다. 24시간 동안 유지되며, 이 제보를 처리하실 때마다 24시간으로 다시 늘어납니다.
case-done-release = 이제 맡은 사람이 없습니다. 누구나 맡을 수 있습니다.
case-done-rate = 평가를 저장했습니다. 다른 담당자가 동의해야 확정됩니다.
case-done-agree = 평가에 동의하셨습니다.
case-done-assign = 동료에게 맡겼습니다. 24시간 동안 유지됩니다.
case-done-close = 제보를 닫았습니다.

case-tag-missing = 명령어 뒤에 제보의 표식을 적어 주세요. 예: <code>/{ $command } K7MX</code>. 표식은 /tips 에 있습니다.
case-unknown = 이 표식의 제보가 없습니다. 열려 있는 제보의 표식은 /tips 에 있습니다.
case-not-open = 이 제보는 닫혔거나 삭제되어 더 처리할 수 없습니다.
case-held = 처리하지 않았습니다. 다른 담당자가 맡고 있는 제보입니다.
case-not-held = 처리하지 않았습니다. 맡은 사람이 없는 제보입니다. 먼저 맡아 주세요.
case-not-rated = 처리하지 않았습니다. 평가가 바뀌었거나 다른 담당자가 이미 동의했습니다.
case-own-rating = 처리하지 않았습니다. 본인이 하신 평가에는 다른 담당자가 동의해야 합니다.
case-rater-gone = 처리하지 않았습니다. 평가한 담당자가 떠났습니다. 지금 있는 담당자가 먼저 다시 평가해야 합니다.
case-needs-second-source = 처리하지 않았습니다. ‘다른 출처로 확인됨’으로 평가하려면 ‘두 번째 출처 있음’ 꼬리표가 필요합니다. 별개의 출처가 같은 내용을 말하면 [꼬리표]에서 붙여 주세요.
case-no-colleague = 처리하지 않았습니다. 그 담당자의 역할이 끝났습니다.
case-not-a-rating = ‘{ $written }’: 평가가 아닙니다. A–F 한 글자와 1–6 한 숫자로 적어 주세요. 예: <code>B2</code>
case-not-a-label = ‘{ $written }’: 꼬리표가 아닙니다. 다음 가운데에서 적어 주세요: { $labels }
case-rate-not-yours = 제보는 맡은 담당자가 평가합니다. 맡은 사람이 없으면 먼저 맡아 주세요.
case-close-not-yours = 제보는 맡은 담당자가 닫습니다. 맡은 사람이 없으면 먼저 맡아 주세요.
case-agree-which = 어느 평가에 동의하시는지 알려 주세요. 버튼을 누르시거나 표식 뒤에 <code>B2</code>처럼 적어 주세요.

case-ask-source =
    <b>제보 { $tag }: 출처를 얼마나 믿을 수 있습니까?</b>
    무엇을 말했는지는 빼고, 누가 어떻게 알게 되었는지만 보고 판단해 주세요.
case-source-A = 전적으로 믿을 수 있음
case-source-B = 대체로 믿을 수 있음
case-source-C = 어느 정도 믿을 수 있음
case-source-D = 대체로 믿기 어려움
case-source-E = 믿을 수 없음
case-source-F = 신뢰도를 판단할 수 없음
case-ask-content =
    <b>제보 { $tag }: 내용이 얼마나 사실에 가깝습니까?</b>
    출처 등급 { $letter }: { $source }. 이제 다른 데서 알게 된 것에 비추어 내용만 판단해 주세요.
case-content-1 = 다른 출처로 확인됨
case-content-2 = 아마 사실
case-content-3 = 사실일 수 있음
case-content-4 = 의심스러움
case-content-5 = 사실일 것 같지 않음
case-content-6 = 사실 여부를 판단할 수 없음

case-ask-labels =
    <b>제보 { $tag }의 꼬리표</b>
    누르시면 붙거나 떨어집니다. 누구인지, 어디인지는 꼬리표에 담지 않습니다.
case-label-needs_translation = 번역 필요
case-label-needs_reply = 답장 필요
case-label-second_source = 두 번째 출처 있음
case-label-children = 아동 관련
case-label-medical = 의료 관련
case-label-family_concerned = 가족 관련
case-label-duplicate = 이미 들어온 내용
case-label-shared = 협력 단체와 공유함
case-label-for_an_appeal = 긴급 호소에 쓸 것
case-label-not_a_tip = 제보가 아님

case-ask-colleague =
    <b>제보 { $tag }, 누구에게 맡기시겠습니까?</b>
    24시간 동안 그 담당자가 맡으며, 알림이 갑니다.
case-no-colleagues = 제보를 처리하는 다른 담당자가 없습니다. 책임자가 <code>/invite reviewer</code> 명령으로 초대할 수 있습니다.
case-assigned-to-you = { $who } 담당자가 제보 <b>{ $tag }</b> 건을 맡겼습니다. 24시간 동안 유지됩니다.

case-close-ask =
    <b>제보 { $tag }, 닫으시겠습니까?</b>
    닫은 제보는 다시 열 수 없습니다. 늦어도 { $days }일 뒤에 삭제됩니다.
    닫는 까닭을 골라 주세요.
case-close-worked_through = 처리를 마침
case-close-not_a_tip = 제보가 아님
case-close-duplicate = 이미 들어온 내용
case-close-cannot_be_followed_up = 더 알아볼 수 없음
case-closed-unrated = 아무도 평가하지 않은 제보 <b>{ $tag }</b> 건이 닫혔습니다. 누가 닫았는지는 /audit 에 있습니다.
