# 서명을 모으겠다는 분들: 담당자 화면.

volunteers-alert =
    <b>서명을 모으겠다는 신청이 있습니다</b>
    { $title } ({ $code })
volunteers-look = 신청 보기
volunteers-heading =
    <b>자원봉사자: { $title }</b> ({ $code })
    답을 기다리는 신청이 먼저 나옵니다.
volunteers-none =
    <b>자원봉사자: { $title }</b> ({ $code })
    아직 신청한 분이 없습니다. 신청은 <code>/volunteer { $code }</code> 로 합니다.
volunteers-state-asked = 답을 기다림
volunteers-state-accepted = 모으는 중
volunteers-state-ended = 링크가 끝남
volunteers-one =
    <b>{ $title }</b>
    { $state }: { $name }
volunteers-school =
    학교: { $school }
    책임지는 어른: { $guardian }
volunteers-answer = 받아들이면 바로 이분의 링크를 보내 드립니다. 받아들이지 않으면 적어 주신 내용을 지우고 감사 인사를 보냅니다.
volunteers-answer-school = 받아들이기 전에 책임지는 어른과 이야기해 주세요. 이 일을 알고 있으며 모임을 책임지는지 확인해 주세요. 받아들이면 바로 이 모임의 링크를 보내 드립니다. 받아들이지 않으면 적어 주신 내용을 지우고 감사 인사를 보냅니다.
volunteers-accept = 받아들이기
volunteers-decline = 받아들이지 않기
volunteers-link = 이분의 링크
volunteers-back = 자원봉사자 전체
volunteers-accepted = <b>{ $name }</b> 님의 신청을 받아들이고 링크를 보냈습니다.
volunteers-accepted-untold = <b>{ $name }</b> 님의 신청을 받아들였지만 지금은 메시지가 가지 않았습니다. 이분이 /volunteer 를 보내면 링크를 볼 수 있습니다.
volunteers-declined = 받아들이지 않았습니다. 적어 주신 내용은 지웠습니다.
