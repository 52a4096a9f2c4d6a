# Digests: what is new, in one message.

digests-heading = { $count ->
    [one] <b>New: one appeal</b>
   *[other] <b>New: { $count } appeals</b>
  }
digests-corrected = This appeal was corrected after it was first sent.
digests-not-listed = { $count ->
    [one] One more is open: /appeals
   *[other] { $count } more are open: /appeals
  }
digests-settings = Settings
digests-waiting = Replies wait for these tips: { $tags }{ $more ->
    [0] .
   *[other] {" "}and { $more } more.
  } If one is the short name of yours: /inbox
