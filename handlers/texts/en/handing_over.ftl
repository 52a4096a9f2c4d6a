# Handing signatures over to an addressee. The words of the letter itself are in handlers/letters.

handing-not-sent = This petition is not public, so there is nothing to hand over.
handing-no-asks = This appeal asks nobody for anything, so there is nothing to hand over.
handing-to-whom =
    <b>Hand over { $code }: { $title }</b>

    To whom?
handing-title = <b>Hand over { $code }: { $title }</b>
handing-to = To: { $office } (by: { $methods })
handing-letter = Letter in: { $language }
handing-letter-differs = Letter in: { $language }. The sheet has no text in { $wanted }, which this addressee should get.
handing-holder = It will name: { $holder }
handing-checked = Name and address were checked on { $day }.
handing-stale = <b>Name and address were last checked on { $day }, { $days } days ago.</b> Please check them before you hand over: people change, and so do addresses.
handing-office = Name and address
handing-total = Signatures that count: { $online } online, { $paper } on paper
handing-names = { $number ->
        [1] Names on the list, of those who agreed:
       *[other] New names, of those who agreed:
    } { $names }
handing-earlier-text = Signed an earlier text, which asked something else here; counted, not listed: { $count }
handing-corrections = Entries of earlier lists that no longer hold, and are told now: { $count }
handing-before = Handed over before:
handing-earlier = No. { $number }, { $day }: { $names ->
        [one] 1 name
       *[other] { $names } names
    }
handing-erased = The names of this petition have been erased, because their time is over. The count stays, but nothing more can be handed over, and no package can be made again.
handing-nobody = Nobody has signed yet.
handing-nothing-new = Nothing has changed since the last handover, so there is nothing to hand over.
handing-confirm =
    You get one ZIP file: the letter, the list, and what proves the count. The audit notes it.

    Once every addressee has had a handover after the close, the names are erased here { $days } days after the last one. Until then a package can be made again.
handing-confirm-open =
    You get one ZIP file: the letter, the list, and what proves the count. The audit notes it.

    <b>People can still sign until { $day }.</b> What comes later needs another handover, which lists the new names alone. Names are erased { $days } days after the last handover, and only when every addressee has had one after the close.
handing-do = Hand over
handing-again = Package no. { $number } again
handing-done =
    <b>Handover no. { $number } is recorded</b>: { $office }, { $names ->
        [one] 1 name
       *[other] { $names } names
    }. The package comes in the next message.

    Please deliver it by: { $methods }. Pass on the whole ZIP file, or all files in it: with them the addressee can check the count.
handing-package =
    Handover no. { $number }, { $names ->
        [one] 1 name
       *[other] { $names } names
    }. It holds names: delete it here and on your machine once it is delivered. README.txt in it says how to check it.
handing-font-missing =
    The handover is recorded, but its package cannot be written: the server has no font for some of its letters.

    Ask the operator to install the Debian package <code>{ $package }</code>, then send /handover again and choose the package.
handing-too-large =
    The handover is recorded, but its package is larger than Telegram takes. On the server, the operator can write it with:

    <code>{ $command }</code>
handing-method-post = post
handing-method-hand = hand
handing-method-email = e-mail
handing-method-fax = fax
