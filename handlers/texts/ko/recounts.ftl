# 밤마다 다시 세어 맞지 않을 때의 경보. 책임자가 받습니다.

recounts-alarm = <b>서명을 다시 세어 보니 맞지 않는 것이 있습니다.</b> 확인 번호: <code>{ $reference }</code>
recounts-petition = <b>{ $code }</b>
recounts-totals = 표시된 집계({ $of })는 { $found }명인데, 실제 서명은 { $expected }명입니다.
recounts-places = 서명 { $expected }명({ $of }) 가운데 { $found }명만 제자리에 집계되어 있습니다.
recounts-log = 기록부({ $of })를 더하면 { $found }명인데, 실제 서명은 { $expected }명입니다.
recounts-length = 기록부가 { $expected }건이어야 하는데 { $found }건입니다.
recounts-order = 기록부 { $expected }건 가운데 처음 { $found }건만 차례가 맞습니다.
recounts-leaves = 서명 { $expected }건 가운데 { $found }건만 기록부와 맞습니다.
recounts-heads = 전자서명해 내보낸 집계 { $expected }건 가운데 { $found }개만 지금의 기록부와 맞습니다.
recounts-by-country = 나라별
recounts-by-language = 언어별
recounts-by-source = 링크별
recounts-by-day = 날짜별
recounts-what-to-do = 원인을 알기 전에는 아무것도 공개하거나 전달하지 마세요. 데이터베이스가 손상되었거나 프로그램 밖에서 바뀌었을 수 있습니다. 봇을 운영하는 분이 <code>clarion verify counts</code> 명령으로 다시 확인하고 백업과 비교할 수 있습니다. 프로그램의 로그에도 이 확인 번호가 있습니다.
