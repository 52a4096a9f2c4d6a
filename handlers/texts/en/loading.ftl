# Signed files with replies, ratings and labels, which coordinators hand in. Only tags, never a content.

loading-done = <b>Loaded: what { $author } signed.</b>
loading-replies = { $count ->
    [one] One reply waits for whoever has the receipt: { $tags }
   *[other] { $count } replies wait for whoever has the receipts: { $tags }
  }
loading-ratings = Rated, { $count }: { $tags }
loading-labels = Labelled, { $count }: { $tags }
loading-gone = <b>Not taken, { $count }</b>, because these tips are erased or closed: { $tags }
loading-held = <b>Not rated, { $count }</b>, because a colleague works on these tips: { $tags }
loading-unsupported = <b>Not rated, { $count }</b>, because “confirmed by other sources” needs the label <code>second_source</code>: { $tags }
loading-too-large = This file is larger than { $limit } KB, the most that a signed file can have. Nothing was changed.
loading-damaged = This file is not a signed file of Clarion, or it was damaged on its way. Nothing was changed.
loading-not-signed = The signature on this file does not fit: it was changed after it was signed, or the key of its author is not among those to which tips are sealed now. Nothing was changed.
loading-no-keys = Tips are sealed to nobody now, so no signature can be checked: /keys. Nothing was changed.
loading-used = This file was loaded before; each is used once. Nothing was changed.
loading-out-of-time = This file was signed more than { $days } days ago, on a day to come, or before another file of { $author } that was loaded already: { $author } may have thought better of it. Please make and sign it anew. Nothing was changed.
loading-no-author = Nobody here is called { $author } any more, so what they signed is not taken. Nothing was changed.
loading-no-reviewer = { $author } does not work on tips here, so what they signed is not taken. Nothing was changed.
