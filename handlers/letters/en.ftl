# The package that is handed over to an addressee: cover letter, list of names, tables, README. Plain text.

moment = { $day }, { $time } ({ $zone })
number = { $number }
recipient = { $holder }, { $office }
petition = With this letter we hand over to you the petition “{ $title }” ({ $code }).
total = { $total ->
    [one] By { $moment } one person has signed it.
   *[other] By { $moment } { $total } people have signed it.
}
names-first = { $names ->
    [0] None of them agreed that we give you their names.
    [one] One of them agreed that we give you their name. It is on the enclosed list.
   *[other] { $names } of them agreed that we give you their names. They are on the enclosed list, each with the number under which it is counted.
}
names-further = { $names ->
    [0] Since our handover of { $day } no further name has come that we may give you.
    [one] Since our handover of { $day } one further name has come that we may give you. It is on the enclosed list.
   *[other] Since our handover of { $day } { $names } further names have come that we may give you. They are on the enclosed list.
}
earlier-text = { $count ->
    [one] One of the signatures was given to an earlier text, which asked something else of you. It is counted, and not on the list.
   *[other] { $count } of the signatures were given to an earlier text, which asked something else of you. They are counted, and not on the list.
}
corrections = { $count ->
    [one] One entry of our lists no longer holds, because the signature was taken back, taken out or changed. Its number is in the file corrections.csv; please strike it out.
   *[other] { $count } entries of our lists no longer hold, because the signatures were taken back, taken out or changed. Their numbers are in the file corrections.csv; please strike them out.
}
purpose = Those who signed gave their names for this petition alone. We ask you to use them for nothing else, and not to publish them.
check = You need not take our word for the count: you can check that it adds up, and that every name on the list is part of it. The file README.txt says how.
demands-heading = They ask you:
totals-heading = Signatures by { $moment }
total-telegram = Online
total-paper = On paper
total-fax = By fax
total-email = By e-mail
total-post = By post
total-event = At events
total-all = All signatures
total-listed = Names on the enclosed list
closing = Yours faithfully,
thanks-asked = In our appeal “{ $title }” ({ $code }) we turned to you with these requests:
thanks-since = We have learned of this step ({ $when }):
thanks-step = We thank you for it. For the people concerned, and for all who signed the appeal, it is a step forward.
thanks-further = We hope that further steps follow, and remain at your disposal for any question.
footer = { $organisation } · { $code } · handover { $number }

list-title = Signatures: { $title }
list-subtitle = { $code } · handover { $number } of { $day } · { $names ->
    [one] one name
   *[other] { $names } names
}
list-footer = { $organisation } · { $code } · for the addressee alone
column-number = No.
column-name = Name
column-place = Place
column-day = Signed on
column-country = Country (ISO 3166-1)
column-city = City
column-channel = Channel
column-handover = Handover
column-counted-by = Counted by
column-value = Value
column-signatures = Signatures
column-as-of = As of

readme =
    { $organisation }
    { $title } ({ $code })
    Handover { $number }, { $day }

    What is here

      letter.pdf         the letter
      names.pdf          the names, each with the number of its signature
      names.csv          the same names as a table
      corrections.csv    entries of our lists that no longer hold; only where there are any
      totals.csv         the count by channel and by country
      head.txt, heads.txt, log.txt, proofs.jsonl, manifest.json, manifest.sig
                         what proves it: see below
      verify.html        a page that checks what a signer shows you

    How to check

      1. The whole package: install Clarion, which is free software, and run
             clarion verify package FILE.zip --key "{ $key }"
         It needs no network and none of our servers. It says whether every file is as we signed it, whether the log adds up to the count, and whether every listed name is a signature that counts.
      2. One signature: open verify.html in a browser and give it the proof of the signer. Nothing is sent anywhere.
      3. By hand: manifest.json has the length and the SHA-256 of every file.

    The key above is our public key. Do not trust this file alone for it: ask us for the key in another way, and compare.

    The log names nobody. Each signature stands in it as a sealed value (a salted hash), which proofs.jsonl opens for the listed names alone. What none of this can show: that every name is that of a real person.
