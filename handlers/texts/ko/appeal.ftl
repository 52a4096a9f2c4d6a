# 참여하는 분들이 보는 호소문: 소식, 카드, 요구 사항.

appeal-kind-urgent_action = 긴급 호소
appeal-kind-petition = 서명운동
appeal-kind-open_letter = 공개 서한
appeal-kind-statement = 성명
appeal-kind-update = 새 소식
appeal-kind-thanks = 감사 인사

appeal-urgency-critical = 시간이 얼마 없습니다
appeal-urgency-high = 급합니다
appeal-urgency-normal = 급하지 않습니다

appeal-content-note = 읽기 전에: 아래 글에는 마음이 힘들 수 있는 내용이 있습니다. 가려진 글을 누르면 보입니다.

appeal-deadline = 마감일: { $until } · { $left }
appeal-moment = { $day } { $time }({ $zone })
appeal-days-left = { $days ->
    [0] 오늘까지
   *[other] { $days }일 남음
  }
appeal-closed = 마감됨

appeal-addressees = 받는 사람: { $offices }
appeal-event = 관련 일정: { $name }({ $day })

appeal-figures = 숫자로 보기
appeal-figure = { $label }: { $value } ({ $source }, { $when })
appeal-value-exact = { $value }
appeal-value-at-least = 최소 { $value }
appeal-value-at-most = 최대 { $value }
appeal-value-about = 약 { $value }
appeal-value-reported = 전해진 바로는 { $value }

appeal-at-risk = 위험에 놓인 사람: { $count }명
appeal-at-risk-unknown = 위험에 놓인 사람: 인원 알 수 없음
appeal-minors-yes = 미성년자 포함
appeal-minors-no = 미성년자 없음
appeal-minors-unknown = 미성년자 포함 여부 알 수 없음

appeal-endorsers = 연명: { $who }
appeal-organisations = 단체 { $count }곳
appeal-parliamentarians = 의원 { $count }명{ $split ->
    [yes] (이름을 밝힌 { $named }명, 그 밖 { $others }명)
   *[no] {""}
  }

appeal-progress =
    { $paper ->
        [0] { $online }명 참여 · 목표 { $goal }명
       *[other] { $online }명 + 종이 { $paper }명 참여 · 목표 { $goal }명
    }

appeal-background = 배경
appeal-demands = 요구 사항
appeal-sources = 출처
appeal-source-type-ngo = 민간단체
appeal-source-type-un = 유엔
appeal-source-type-press = 언론
appeal-source-type-testimony = 증언
appeal-source-type-family = 가족
appeal-source-type-official = 정부
appeal-sources-withheld = 그 밖의 비공개 출처 { $count }건

appeal-signatory = 서명자: { $name }, { $role }
appeal-contact = 연락처: { $name }, { $role }
appeal-contact-email = 이메일: { $email }

appeal-milestones = 목표의 { $reached } 달성
appeal-percent = { $percent }%
appeal-countries = 나라별 서명: { $countries }
appeal-country = { $name } { $count }명
appeal-other-countries = 그 밖 { $count }명
appeal-log = 기록 { $entries }줄: 서명 수를 직접 확인하는 방법은 /proof { $code }
appeal-own-signature = 내 서명
