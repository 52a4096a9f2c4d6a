# 모아 보내는 소식: 새 호소를 한 번에.

digests-heading = <b>새 호소 { $count }건이 있습니다</b>
digests-corrected = 처음 보내 드린 뒤 내용을 바로잡은 호소입니다.
digests-not-listed = 이 밖에 { $count }건이 더 있습니다: /appeals
digests-settings = 설정
digests-waiting = 답이 도착한 제보: { $tags }{ $more ->
    [0] .
   *[other] {" "}외 { $more }건.
  } 보내신 제보의 짧은 이름이 있으면 /inbox 에서 읽으실 수 있습니다.
