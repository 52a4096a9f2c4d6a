# 발송 결과 보고: 그래프, 설명, 집계 파일.

reports-moment = { $day } { $time }
reports-zone = 시각은 { $zone } 기준입니다.

reports-heading = <b>{ $kind ->
        [digest] 소식 모음 발송 그래프
        [correction] { $code } 정정문 발송 그래프
        [recall] { $code } 호소문 회수 그래프
        [reminder] { $code } 마감 알림 발송 그래프
        [asking_again] { $code } 서명자에게 다시 여쭌 결과 그래프
        [news] { $code } 소식 발송 그래프
       *[appeal] { $code } 호소문 발송 그래프
    }</b>
reports-petition = <b>{ $code } 서명 그래프</b>
reports-delivered =
    { $kind ->
        [recall] 회수: 메시지 { $letters }개 중 { $delivered }개를 회수했습니다.
        [correction] 정정: { $letters }통 중 { $delivered }통을 정정했습니다.
       *[appeal] 발송: { $letters }통 중 { $delivered }통을 보냈습니다.
    } 절반은 { $half }까지, 마지막은 { $last }까지 끝났습니다.{ $lost ->
        [0] {""}
       *[other] {" "}{ $kind ->
            [recall] 회수하지 못한 것은 { $lost }개입니다.
            [correction] 정정하지 못한 것은 { $lost }통입니다.
           *[appeal] 전하지 못한 것은 { $lost }통입니다.
        }
    }
reports-none-delivered =
    { $kind ->
        [recall] 회수: 메시지 { $letters }개 중 회수한 것이 없습니다.
        [correction] 정정: { $letters }통 중 정정한 것이 없습니다.
       *[appeal] 발송: { $letters }통 중 보낸 것이 없습니다.
    }{ $lost ->
        [0] {""}
       *[other] {" "}{ $kind ->
            [recall] 회수하지 못한 것은 { $lost }개입니다.
            [correction] 정정하지 못한 것은 { $lost }통입니다.
           *[appeal] 전하지 못한 것은 { $lost }통입니다.
        }
    }
reports-signed-since = 서명: 발송을 시작한 뒤 { $signatures }명이 서명했습니다. 절반은 { $half }까지, 마지막은 { $last }까지 서명했습니다.
reports-signed = 서명: { $signatures }명이 서명했습니다. 절반은 { $half }까지, 마지막은 { $last }까지 서명했습니다.
reports-busiest-day = 하루에 가장 많이 모인 날: { $day }, { $count }명.
reports-none-signed = 서명: 발송을 시작한 뒤 아직 들어온 서명이 없습니다.

reports-title = { $kind ->
        [digest] 소식 모음
        [correction] { $code } 정정문
        [recall] { $code } 회수
        [reminder] { $code } 마감 알림
        [asking_again] { $code } 다시 여쭙기
        [news] { $code } 소식
       *[appeal] { $code }
    } · { $day }부터
reports-title-petition = { $code } · { $day }부터
reports-panel-letters = { $kind ->
        [recall] 시간별 회수
        [correction] 시간별 정정
       *[appeal] 시간별 발송
    }
reports-panel-signatures = 발송을 시작한 뒤 모인 서명
reports-panel-petition = 시간별 서명
reports-panel-days = 날짜별 서명
reports-axis-letters = { $kind ->
        [recall] 메시지 수(개)
       *[appeal] 소식 수(통)
    }
reports-axis-signatures = 서명 수(명)
reports-axis-petition = 서명 수(명)
reports-axis-days = 서명 수(명)
reports-line-delivered = { $kind ->
        [recall] 회수함 { $count }개
        [correction] 정정함 { $count }통
       *[appeal] 보냄 { $count }통
    }
reports-line-undelivered = { $kind ->
        [recall] 회수하지 못함 { $count }개
        [correction] 정정하지 못함 { $count }통
       *[appeal] 전하지 못함 { $count }통
    }
reports-line-signatures = 서명 { $count }명
reports-line-days = 하루 최대 { $most }명
reports-time-axis = 시각({ $zone })

reports-counts = { $kind ->
        [digest] 소식 모음 발송
        [correction] { $code } 정정문 발송
        [recall] { $code } 호소문 회수
        [reminder] { $code } 마감 알림 발송
        [asking_again] { $code } 서명자에게 다시 여쭙기
        [news] { $code } 소식 발송
       *[appeal] { $code } 호소문 발송
    } 결과를 언어별로 집계한 파일입니다. 숫자만 있고 개인에 관한 내용은 없습니다.
reports-column-state = 결과
reports-column-reason = 이유
reports-column-total = 합계
reports-language-unknown = 정보를 삭제함
reports-state-pending = { $kind ->
        [recall] 아직 회수하지 않음
        [correction] 아직 정정하지 않음
       *[appeal] 아직 보내지 않음
    }
reports-state-sent = { $kind ->
        [recall] 회수함
        [correction] 정정함
       *[appeal] 보냄
    }
reports-state-blocked = 봇을 차단함
reports-state-gone = 텔레그램을 탈퇴함
reports-state-refused = 텔레그램이 거절함
reports-state-uncertain = 도착했는지 알 수 없음
reports-state-skipped = { $kind ->
        [recall] 회수하지 않음
        [correction] 정정하지 않음
       *[appeal] 보내지 않음
    }
reports-reason-stopped = 차례가 오기 전에 소식을 그만 받기로 함
reports-reason-blocked = 차례가 오기 전에 봇을 차단함
reports-reason-gone = 차례가 오기 전에 텔레그램을 탈퇴함
reports-reason-forgotten = 차례가 오기 전에 정보를 삭제함
reports-reason-not_wanted = 차례가 오기 전에 이 호소의 소식을 그만 받기로 함
reports-reason-signed = 차례가 오기 전에 서명함
reports-reason-closed = 호소가 마감됨
reports-reason-cancelled = 나머지를 취소함
reports-reason-recalled = 호소문을 회수함
reports-reason-corrected = 정정문이 대신 나감
reports-reason-unreadable = 저장된 정보가 손상됨
