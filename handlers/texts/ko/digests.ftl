# 모아 보내는 소식: 새 호소를 한 번에.

digests-heading = <b>새 호소 { $count }건이 있습니다</b>
digests-corrected = 처음 보내 드린 뒤 내용을 바로잡은 호소입니다.
digests-not-listed = 이 밖에 { $count }건이 더 있습니다: /appeals
digests-settings = 설정
digests-waiting = 답이 기다리는 제보: { $tags }. 보내신 제보의 짧은 이름이 있으면 /inbox 에서 읽으실 수 있습니다.
