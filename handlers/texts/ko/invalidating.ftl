# 서명을 집계에서 빼고 되돌리기

invalidating-how =
    <b>{ $code } 서명을 집계에서 빼기</b>
    어떤 서명인지 적어 주세요. 예를 들면
    <code>/invalidate { $code } source=c-7KQ2 from=2026-11-20 until=2026-11-21</code>
    <code>/invalidate { $code } country=KR channel=paper</code>
    쓸 수 있는 조건: state(valid, suspect), source(링크), country(나라), channel(경로), batch(묶음), from(부터), until(까지). from과 until에는 날짜나 시각을 적으며, 날짜는 그날 하루를 모두 포함합니다. 적은 조건에 모두 맞는 서명만 해당합니다. 몇 건인지 보고 사유를 적기 전에는 아무것도 바뀌지 않습니다.
invalidating-bad-criterion =
    ‘{ $word }’ 조건은 쓸 수 없습니다. 조건은 하나씩 한 번만 적을 수 있습니다. 이렇게 적어 주세요:
    <code>/invalidate { $code } source=c-7KQ2 country=KR from=2026-11-20T18:00</code>
invalidating-nothing = 그런 서명이 없습니다. 바뀐 것은 없습니다.
invalidating-found = <b>서명 { $count }건</b>, 그중 집계된 것은 { $counting }건입니다.
invalidating-found-countries = 나라: { $listed }
invalidating-found-links = 링크: { $listed }
invalidating-found-days = 날짜: { $listed }
invalidating-no-link = 링크 없음
invalidating-by-state = 상태: { $value }
invalidating-by-source = 링크: { $value }
invalidating-by-country = 나라: { $value }
invalidating-by-channel = 경로: { $value }
invalidating-by-batch = 묶음: { $value }
invalidating-by-from = 부터: { $value }
invalidating-by-until = 전까지: { $value }
invalidating-state-valid = 집계됨
invalidating-state-suspect = 확인을 기다림
invalidating-ask-reason = 왜 빼야 합니까? 이름 없이 한 문장으로 적어 주세요. 기록으로 남습니다. 그만두려면 /cancel 을 보내 주세요.
invalidating-bad-reason = { $limit }자 이내의 한 줄로 적어 주세요.
invalidating-confirm = { $code } 서명 { $count }건을 집계에서 뺄까요? 사유: { $reason }
invalidating-confirm-second = { $code } 서명 { $count }건을 집계에서 뺄까요? 사유: { $reason }
    { $before ->
        [0] { $most }건이 넘으므로
       *[other] 지난 24시간 동안 이 서명운동에서 빼신 { $before }건을 더하면 { $most }건이 넘으므로
    } 다른 담당자 한 사람이 동의해야 시작됩니다.
invalidating-more = 확인하신 뒤로 해당하는 서명이 늘었습니다.
invalidating-do = { $count }건 빼기
invalidating-leave = 그대로 두기
invalidating-left = 바뀐 것은 없습니다.
invalidating-stale = 시간이 지난 화면입니다. /invalidate 로 다시 시작해 주세요.
invalidating-begun = 시작했습니다. 끝나면 알려 드립니다.
invalidating-waits = 다른 담당자들에게 물었습니다. 한 사람이 동의하면 바로 시작됩니다.
invalidating-own = 다른 사람이 동의해야 합니다.
invalidating-stopped = 멈췄습니다. 지금까지 뺀 서명은 되돌리기 전까지 빠져 있습니다.
invalidating-undoing = 되돌리고 있습니다. 끝나면 알려 드립니다.
invalidating-second-asked = { $alias } 님이 { $code } 서명을 집계에서 빼려고 합니다. 사유: { $reason }
invalidating-second-look = 지금은 몇 건인지 /invalidate { $code } 에서 확인하신 뒤에 동의해 주세요.
invalidating-done = { $code }: { $count ->
        [0] 뺀 서명이 없습니다. 조건에 맞는 서명이 더는 없었습니다.
       *[other] 서명 { $count }건을 집계에서 뺐습니다.
    }
invalidating-undone = { $code }: 서명을 모두 되돌렸습니다.
invalidating-one = <b>{ $number }번</b>, { $state }: { $count }건 빠짐. 사유: { $reason }
invalidating-is-proposed = 두 번째 담당자를 기다림
invalidating-is-running = 진행 중
invalidating-is-done = 끝남
invalidating-is-cancelled = 멈춤
invalidating-is-undoing = 되돌리는 중
invalidating-is-undone = 되돌림
invalidating-suspects = 확인을 기다리는 서명
invalidating-agree = 동의 { $number }
invalidating-cancel = 멈춤 { $number }
invalidating-stop = 멈춤
invalidating-undo = 되돌리기 { $number }
