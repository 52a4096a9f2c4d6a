# 담당자가 보는 서명 집계.

statistics-none = 아직 보낸 서명운동이 없어 집계할 것이 없습니다.
statistics-heading = <b>서명 집계</b>
    <code>/stats 코드</code> 명령을 보내시면 경로와 나라별로 보여 드립니다.
statistics-more = 그 전의 서명운동 { $count }건이 더 있습니다.
statistics-line =
    <b>{ $code }: { $title }</b>
    { $goal ->
        [0] 유효한 서명 { $total }명
       *[other] 유효한 서명 { $total }명 · 목표 { $goal }명
    }
statistics-channels = <b>경로별</b>
statistics-countries = <b>나라별</b>
statistics-count = { $name }: { $count }
statistics-other-countries = 그 밖의 나라 { $count }곳
statistics-chart = 그래프
statistics-no-chart = { $code }에 서명하신 분이 아직 없어 그릴 것이 없습니다.

channel-telegram = 텔레그램
channel-paper = 종이 서명
channel-fax = 팩스
channel-email = 이메일
channel-post = 우편
channel-event = 현장 행사
