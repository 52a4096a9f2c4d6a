# 담당자가 보는 서명 집계.

statistics-none = 아직 보낸 서명운동이 없어 집계할 것이 없습니다.
statistics-heading = <b>서명 집계</b>
    <code>/stats 코드</code> 명령을 보내시면 서명운동 하나를 날짜, 경로, 나라, 언어, 링크별로 보여 드립니다.
statistics-more = 그 전의 서명운동 { $count }건이 더 있습니다.
statistics-channels = <b>경로별</b>
statistics-countries = <b>나라별</b>
statistics-languages = <b>언어별</b>
statistics-sources = <b>링크별</b>
statistics-days = <b>날짜별</b>
statistics-count = { $name }: { $count }
statistics-others = 그 밖의 { $count }곳
statistics-not-known = 알 수 없음
statistics-no-link = 링크 없이 참여
statistics-link = { $kind ->
        [collector] 서명 모으는 분
        [school] 학교
       *[channel] 채널
    } { $label }
statistics-earlier = 그 전
statistics-percent = { $percent }%
statistics-milestones = 목표의 { $percents } 달성
statistics-suspects = 확인을 기다리는 서명 { $count }건은 아직 집계에 넣지 않았습니다: /links { $code }
statistics-organisations = 함께하는 단체 { $count }곳
statistics-log = 집계를 증명하는 기록부의 기록 { $entries }건: /proof { $code }
statistics-recounted = { $day } { $time }에 다시 세었고, 모두 맞습니다
statistics-miscounted = { $day } { $time }에 다시 세었는데 <b>맞지 않는 것이 있어</b> 책임자에게 알렸습니다
statistics-chart = 그래프
statistics-no-chart = { $code }에 서명하신 분이 아직 없어 그릴 것이 없습니다.

channel-telegram = 텔레그램
channel-paper = 종이 서명
channel-fax = 팩스
channel-email = 이메일
channel-post = 우편
channel-event = 현장 행사
