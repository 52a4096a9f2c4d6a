# Proving a signature: the messages with the proof, and the page that checks it.

proving-which = Of which signature would you like the proof?
proving-nothing-signed = You have signed nothing here, so there is nothing of yours to prove. <code>/proof CODE</code> with the code of a petition sends its count, signed with our key, which anybody can check.
proving-how = Write /proof to choose one of your signatures, <code>/proof CODE</code> for one petition, or <code>/proof CODE ENTRIES</code> with the number of entries in a count that you saved, to see that nothing was left out since.
proving-unknown = There is no petition with this code. /appeals lists those that are open.
proving-here =
    <b>The proof of your signature number { $number }</b>
    { $title }

    Every signature is entered in a log, without its name. This file proves that yours is in the log that adds up to { $total ->
        [one] one signature
       *[other] { $total } signatures
    }. Keep it: nobody can make it again once the names are erased.

    It holds your name and country, as they stand under your signature. Give it only to people who may see that you signed.
proving-handed-over = The same proof for the log that was handed over to { $addressee }, with handover { $number }: whoever has that package can find the entry of your signature in it.
proving-picture = The same proof as a picture: the file itself, for a phone’s camera. Show it only to people who may see that you signed.
proving-page = The page that checks the proof. Open it on any device, also without a network, and choose the file. It sends nothing.

    Do not take our word for the key: compare its fingerprint with the one that { $organisation } shows elsewhere.
proving-page-address = It can also be opened here: { $url }
proving-not-signed = There is no signature of yours under this petition. This is its count, signed with our key: { $total ->
        [one] one signature
       *[other] { $total } signatures
    }, from a log of { $entries ->
        [one] one entry
       *[other] { $entries } entries
    }. Keep it: with it, anybody can check that a later count continues this one.
proving-erased = The time for which we keep your name is over, and what a new proof would need was erased with it. A proof that you saved before stays good. Your signature still counts, and this is the count, signed with our key: { $total ->
        [one] one signature
       *[other] { $total } signatures
    }.
proving-before-the-log = You signed before this petition had a log, so there is no proof of your signature. It was entered later and counts all the same. This is the count, signed with our key: { $total ->
        [one] one signature
       *[other] { $total } signatures
    }.
proving-consistency = This file proves that the log of { $later } entries continues the one of { $earlier ->
        [one] one entry
       *[other] { $earlier } entries
    }: nothing in it was changed or left out.
proving-same-head = The log has had { $entries ->
        [one] one entry
       *[other] { $entries } entries
    } ever since: nothing was added to it.
proving-no-such-head = No count from a log of { $entries } entries was ever given out. The proof or the count that you saved says how many entries it has.

proving-page-title = Check a proof
proving-page-lead = Does a signature count in a petition of { $organisation }? Is the count genuine? This page works it out on your own device.
proving-page-no-script = This page needs JavaScript to do its sums. It loads nothing and sends nothing.
proving-page-file = Choose the file: a proof or a count
proving-page-paste = Or paste its text, or what the QR picture says
proving-page-check = Check
proving-page-private = Nothing leaves this device: this page cannot load or send anything, and works without a network.

proving-page-good-receipt = The proof is good
proving-page-good-receipt-means = Signature number { $number } was entered in the log of petition { $petition }, exactly as it is stated here, and the log is signed with the key below.
proving-page-good-receipt-leaves-open = The proof does not say whether the signature was changed or taken back afterwards: whoever has the package of a handover can look that up in it. Nor can it show that the person is real.
proving-page-good-head = The count is genuine
proving-page-good-head-means = This is the count of petition { $petition }, signed with the key below.
proving-page-good-head-leaves-open = Keep it. Every later count has to continue this one; if one does not, the log was changed.

proving-page-row-petition = Petition
proving-page-row-number = Number
proving-page-row-name = Name
proving-page-row-country = Country
proving-page-row-channel = Signed by way of
proving-page-row-day = Day
proving-page-row-entry = Entry in the log
proving-page-row-text = Text signed (SHA-256)
proving-page-row-total = Signatures then
proving-page-row-at = Counted in the hour from
proving-page-row-entries = Entries in the log
proving-page-country-withheld = Not said

proving-page-refused = This is refused
proving-page-refused-unreadable = It is neither a proof nor a count signed with a key, or it was not copied whole.
proving-page-refused-changed = It was changed after it was given out.
proving-page-refused-signature = It was signed with another key, or its count was changed after it was signed.
proving-page-refused-statement = The entry in the log is not the one of what is stated here: a name, a number or another detail was changed.
proving-page-refused-petition = It belongs to another petition than it says.
proving-page-refused-path = The entry is not in the log that was signed with the key.
proving-page-package = This is the package of a handover
proving-page-refused-package = It is too large for this page. Check it with the command clarion verify package; its README says how.

proving-page-key = The key
proving-page-key-own = This page checks with the key of { $organisation }.
proving-page-key-foreign = This page now checks with the key that was entered below.
proving-page-fingerprint = Fingerprint. Compare it with the one that the organisation shows elsewhere, such as on its website:
proving-page-key-other = The whole key, or another one
proving-page-key-whole = The key that is used now:
proving-page-key-paste = Check with this key instead
proving-page-key-use = Use this key
proving-page-key-unreadable = This is not a key of Clarion, or it was not copied whole.
