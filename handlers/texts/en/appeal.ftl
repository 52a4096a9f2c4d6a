# Appeals as supporters see them: letters, cards, what is asked.

appeal-kind-urgent_action = Urgent appeal
appeal-kind-petition = Petition
appeal-kind-open_letter = Open letter
appeal-kind-statement = Statement
appeal-kind-update = Update
appeal-kind-thanks = Thank you

appeal-urgency-critical = time is running out
appeal-urgency-high = urgent
appeal-urgency-normal = not urgent

appeal-content-note = Content note: the text below may be distressing. Tap it to read.

appeal-deadline = Deadline: { $until } · { $left }
appeal-moment = { $day }, { $time } ({ $zone })
appeal-days-left = { $days ->
    [0] today is the last day
    [one] 1 day left
   *[other] { $days } days left
  }
appeal-closed = closed

appeal-addressees = To: { $offices }
appeal-event = In time for: { $name }, { $day }

appeal-figures = Figures
appeal-figure = { $label }: { $value } ({ $source }, { $when })
appeal-value-exact = { $value }
appeal-value-at-least = at least { $value }
appeal-value-at-most = as many as { $value }
appeal-value-about = about { $value }
appeal-value-reported = reportedly { $value }

appeal-at-risk = People at risk: { $count }
appeal-at-risk-unknown = People at risk: number unknown
appeal-minors-yes = children among them
appeal-minors-no = no children among them
appeal-minors-unknown = not known whether children are among them

appeal-endorsers = Supported by: { $who }
appeal-organisations = { $count ->
    [one] 1 organisation
   *[other] { $count } organisations
  }
appeal-parliamentarians = { $count ->
    [one] 1 member of parliament
   *[other] { $count } members of parliament
  }{ $split ->
    [yes] {" "}({ $named } named and { $others } { $others ->
        [one] other
       *[other] others
      })
   *[no] {""}
  }

appeal-progress =
    { $paper ->
        [0] { $online } of { $goal } signatures
       *[other] { $online } + { $paper } on paper, of { $goal } signatures
    }

appeal-background = Background
appeal-demands = What we ask
appeal-sources = Sources
appeal-source-type-ngo = NGO
appeal-source-type-un = United Nations
appeal-source-type-press = Press
appeal-source-type-testimony = Testimony
appeal-source-type-family = Family
appeal-source-type-official = Official
appeal-sources-withheld = { $count ->
    [one] 1 more source, identity withheld
   *[other] { $count } more sources, identities withheld
  }

appeal-signatory = Signed: { $name }, { $role }
appeal-contact = Contact: { $name }, { $role }
appeal-contact-email = E-mail: { $email }

appeal-milestones = Reached: { $reached } of the goal
appeal-percent = { $percent } %
appeal-countries = From: { $countries }
appeal-country = { $name } { $count }
appeal-other-countries = other { $count }
appeal-log = { $entries ->
    [one] One entry in the log: /proof { $code } shows how to check the count.
   *[other] { $entries } entries in the log: /proof { $code } shows how to check the count.
  }
appeal-own-signature = My signature
