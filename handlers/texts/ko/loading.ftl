# 담당자가 제출하는 서명된 파일: 답, 평가, 꼬리표. 표식만 알리고 내용은 알리지 않는다.

loading-done = <b>{ $author }의 서명을 확인하고 처리했습니다.</b>
loading-replies = 제보하신 분이 /inbox 에서 읽을 수 있는 답 { $count }건: { $tags }
loading-ratings = 평가 { $count }건: { $tags }
loading-labels = 꼬리표 { $count }건: { $tags }
loading-gone = <b>받지 않은 것 { $count }건</b>(지워졌거나 닫은 제보): { $tags }
loading-held = <b>평가하지 않은 것 { $count }건</b>(다른 담당자가 맡은 제보): { $tags }
loading-unsupported = <b>평가하지 않은 것 { $count }건</b>(‘다른 출처로 확인됨’에 필요한 <code>second_source</code> 꼬리표가 없는 제보): { $tags }
loading-too-large = 파일이 { $limit }KB보다 큽니다. 서명된 파일은 이보다 클 수 없습니다. 바뀐 것은 없습니다.
loading-damaged = Clarion의 서명된 파일이 아니거나, 옮기는 동안 손상된 파일입니다. 바뀐 것은 없습니다.
loading-not-signed = 서명이 맞지 않습니다. 서명한 뒤에 바뀌었거나, 작성자의 열쇠가 지금 제보를 봉인하는 열쇠 가운데 없습니다. 바뀐 것은 없습니다.
loading-no-keys = 지금은 제보를 봉인하는 열쇠가 없어 서명을 확인하지 못합니다(/keys). 바뀐 것은 없습니다.
loading-used = 이미 처리한 파일입니다. 파일은 한 번만 쓸 수 있습니다. 바뀐 것은 없습니다.
loading-out-of-time = 서명한 지 { $days }일이 넘었거나, 아직 오지 않은 날에 서명했거나, 이미 처리한 { $author } 담당자의 다른 파일보다 먼저 만든 파일입니다. 그 뒤에 생각이 바뀌었을 수 있습니다. 다시 만들어 서명해 주세요. 바뀐 것은 없습니다.
loading-no-author = { $author } 담당자는 이제 없어, 그 서명이 있는 파일은 받지 않습니다. 바뀐 것은 없습니다.
loading-no-reviewer = { $author } 담당자는 제보를 맡고 있지 않아, 그 서명이 있는 파일은 받지 않습니다. 바뀐 것은 없습니다.
