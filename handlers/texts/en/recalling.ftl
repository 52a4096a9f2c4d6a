# Recalling an appeal.

recalling-title = <b>Recall { $code }: { $title }</b>
recalling-messages = { $total ->
        [0] There is no message that could be taken back.
        [one] 1 message that was sent is taken back.
       *[other] { $total } messages that were sent are taken back.
    }
recalling-too-old = { $count ->
        [one] 1 of them is older than 48 hours: Telegram does not delete it any more, so a sentence that it was withdrawn is written over it.
       *[other] { $count } of them are older than 48 hours: Telegram does not delete them any more, so a sentence that they were withdrawn is written over each.
    }
recalling-all-too-old = Telegram does not delete what is older than 48 hours, so a sentence that it was withdrawn is written over { $count ->
        [one] it
       *[other] each of them
    }.
recalling-in-digests = { $count ->
        [one] 1 person
       *[other] { $count } people
    } read it in a digest together with other appeals; that message stays.
recalling-unknown = { $count ->
        [one] 1 letter
       *[other] { $count } letters
    } may have arrived without our knowing it, and cannot be taken back. What people copied or passed on cannot either.
recalling-signing-ends = Signing ends at once, and nothing more of it goes out. Whoever opens it reads that it was withdrawn. Signatures stay stored until their time is over.
recalling-closes = Nothing more of it goes out. Whoever opens it reads that it was withdrawn.
recalling-confirm =
    <b>This cannot be undone.</b> To recall it, write its code twice:
    <code>/recall { $code } { $code }</code>
recalling-codes-differ = That is not the code written twice, so nothing was recalled.
recalling-begun = { $code } is withdrawn from this moment on. The next message shows how far its messages are taken back.
recalling-twice = { $code } was recalled before. <code>/progress { $code }</code> shows how far that is.
recalling-not-sent = { $code } was not sent, so there is nothing to recall. Its state: { $state }.
