# What the card of an appeal says beyond its text: facts, law, figures, what followed.

card-help = Help is there: { $help }
card-within = { $smaller }, { $larger }
card-place = Where they are: { $place }
card-endorsements-until = Organisations can endorse this until { $until }
card-endorsements-over = Organisations could endorse this until { $until }

card-facts = What happened
card-fact-place = { $place }, { $country }
card-fact = { $act }: { $affected } { $count ->
    [0] (number unknown)
    [one] (1 person)
   *[other] ({ $count } people)
  }
card-fact-actor = Who acted: { $actor }
card-act-refoulement = Sent back to danger
card-act-expulsion = Expelled
card-act-denial_of_asylum = Denied asylum
card-act-denial_of_family_reunion = Kept apart from their families
card-act-detention = Detained
card-act-disappearance = Made to disappear
card-act-torture = Tortured
card-act-threats_against_family = Families threatened
card-actor-police = police
card-actor-border_guard = border guards
card-actor-military = the military
card-actor-prison_staff = prison staff
card-actor-officials = officials
card-actor-private = private persons
card-actor-unknown = not known
card-actor-of = { $actor }, { $country }

card-obligations = What the law obliges to
card-obligation = { $law } ({ $bound }): { $words }
card-treaty-article = { $treaty }, article { $article }
card-bound-since = { $state }, since { $since }

card-magnitude-tens = tens
card-magnitude-hundreds = hundreds
card-magnitude-thousands = thousands
card-confirmed = – Confirmed that it happened: { $who }
card-number-confirmed = – Number confirmed by: { $who }
card-number-unconfirmed = – Number not confirmed

card-status = <b>Case status:</b> { $status }, as of { $when }, according to { $source }
card-statuses = { $count } reports of their status so far; this is the latest.
card-according-to-ngo = an NGO
card-according-to-un = the United Nations
card-according-to-press = the press
card-according-to-testimony = a testimony
card-according-to-family = family members
card-according-to-official = officials

card-deliveries = Delivery
card-delivered = Delivered { $when }, { $how }{ $named ->
    [yes] : { $office }
   *[no] {""}
  }
card-other-places = and { $count ->
    [one] 1 other place
   *[other] { $count } other places
  }
card-pending = Not delivered yet: { $offices }
card-unanswered = { $office }: no reply for { $days ->
    [one] 1 day
   *[other] { $days } days
  }
card-unanswered-since = { $office }: no reply since { $when }

card-replies = Replies

card-outcomes = What came of it
card-outcome-source = Source: { $source }

card-part = Part { $part } of { $parts }
card-next-part = Next part
card-previous-part = Previous part
