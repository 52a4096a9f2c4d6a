# The worksheet for the UN's experts. Labels are the forms' own words, in English in every language.

un-worksheet-title = UN worksheet: { $profile }
un-worksheet-profile-special-procedures = Special Procedures
un-worksheet-profile-disappearance = enforced disappearance
un-worksheet-lead = For your own use, made on { $day }. It shows what a tip says to each field of the form and what is missing. It sends nothing.
un-worksheet-appeal-lead = For your own use, made on { $day }. It shows what an appeal says to each field of the form and what is missing. It sends nothing.
un-worksheet-appeal-source-confidential = The identity of sources stays confidential: as a rule the experts never tell who informed them. They do not consider anonymous submissions, so your organisation submits. Take out whatever could lead to a source.
un-worksheet-appeal-never-through-the-bot = Names and telephone numbers never go through the bot. Agree on a safer way before you ask for them.
un-worksheet-appeal-restricted = With the exact place: keep this file safe, and delete it once the form is filled in. Of confidential sources it has only types and number.
un-worksheet-appeal-sources-kept = Confidential sources: { $count } ({ $types }); identity kept by the organisation
un-worksheet-appeal-explain-submitter = Your organisation with its address.
un-worksheet-appeal-explain-consent-letter = That an appeal is public is not this consent.
un-worksheet-appeal-exact-place = Exactly: { $place }
un-worksheet-appeal-consent = Where the consent of who is named is kept: { $reference }
un-worksheet-source-confidential = The identity of the source stays confidential: as a rule the experts never tell who informed them. They do not consider anonymous submissions, so your organisation submits. Take out whatever could lead to the person who sent it.
un-worksheet-never-through-the-bot = Names, telephone numbers and exact places never go through the bot. Agree on a safer way before you ask for them.
un-worksheet-answer = The State is asked to answer within 60 days. After that the letter, and the answer if there is one, are published.
un-worksheet-send-special-procedures = Form: spsubmission.ohchr.org. E-mail: urgent-action@ohchr.org
un-worksheet-send-disappearance = Working Group: hrc-wg-eid@un.org, one form for each person. Committee: in writing, only where the State has ratified the Convention.

un-worksheet-tip = Tip { $tag }
un-worksheet-received = Received on { $day }. SHA-256 of the sealed tip as a whole (not of the text below): { $digest }
un-worksheet-received-later = Addition { $number }, received on { $day }. SHA-256 of the sealed addition as a whole (not of the text below): { $digest }
un-worksheet-confirmed = Confirmed ({ $rating }): somebody rated it, and another person agreed.
un-worksheet-unconfirmed = Not yet confirmed ({ $rating }). Write “reportedly” in every sentence that rests on it.
un-worksheet-may-ask = The sender agreed to be asked through /inbox.
un-worksheet-may-not-ask = The sender did not agree to be asked. Ask others.
un-worksheet-reportedly = Reportedly:

un-worksheet-way-urgent-appeal = Urgent appeal
un-worksheet-way-allegation-letter = Allegation letter
un-worksheet-way-urgent-procedure = Urgent procedure
un-worksheet-way-standard-procedure = Standard procedure
un-worksheet-way-appeal-or-letter = Urgent appeal or allegation letter
un-worksheet-way-urgent-or-standard = Urgent or standard procedure
un-worksheet-why-lives-at-risk = Lives are at risk, and it was not long ago.
un-worksheet-why-goes-on = Somebody is held or gone, and what happens to them goes on.
un-worksheet-why-feared = It may be about to happen to more people.
un-worksheet-why-sent-back = People who were just sent back may be held and in danger now.
un-worksheet-why-long-ago = It was more than three months ago. If somebody is still held or gone, ask for an urgent appeal.
un-worksheet-why-over = It has happened already. If those concerned are in danger now, ask for an urgent appeal.
un-worksheet-why-three-months = It was within the last three months: the Working Group passes it to the State within days.
un-worksheet-why-longer = It was more than three months ago.
un-worksheet-why-date-unknown = When it happened is not known. Within the last three months it is the urgent procedure, before that the standard one: find out the month first.
un-worksheet-why-still-unknown = When it happened is not known. If somebody is held, gone or in danger now, it is an urgent appeal; if it is over, an allegation letter: find out first.

un-worksheet-missing-heading = { $count ->
    [0] Nothing is missing
    [one] 1 field is missing something
   *[other] { $count } fields are missing something
}
un-worksheet-missing = MISSING

un-worksheet-section-special-procedures = Special Procedures
un-worksheet-section-wgeid = Working Group on Enforced or Involuntary Disappearances: the six required elements
un-worksheet-section-wgeid-beside = Working Group: beside these
un-worksheet-section-ced = Committee on Enforced Disappearances: urgent action

un-worksheet-known-people = Number of people: { $people }
un-worksheet-known-date = { $date } ({ $kind })
un-worksheet-known-source = Connection of the source: { $source }
un-worksheet-known-submitter = To be kept confidential.
un-worksheet-known-confidential = The identity of the source; how the source knows; everything that could lead to persons in hiding or to those who help them.

un-worksheet-form-victim = Who is the alleged victim(s) (individual(s), community, group, etc.)
un-worksheet-explain-victim = Full name, age, sex and place of origin of each. A group can be described without names.
un-worksheet-ask-victim = The names, or words for the group that point to nobody; and whether the victims or their families agree.
un-worksheet-form-perpetrator = Who is the alleged perpetrator(s) of the violation, including non-state actors if relevant
un-worksheet-explain-perpetrator = A unit, an office or a rank is enough.
un-worksheet-ask-perpetrator = Which force, office or group acted, and how that is known: uniforms, vehicles, papers, words.
un-worksheet-form-submitter = Identification of the person(s) or organization(s) submitting the communication
un-worksheet-explain-submitter = Your organisation with its address; the sender is not named.
un-worksheet-ask-submitter = Who submits for your organisation, and at which address. (--organisation fills in its name.)
un-worksheet-form-date = Date of the incident(s)
un-worksheet-explain-date = A date that is only roughly known is written as such.
un-worksheet-ask-date = The exact day, if it can be found out safely.
un-worksheet-form-place = Place of the incident(s)
un-worksheet-explain-place = As exact as is safe for those who may still be there.
un-worksheet-ask-place = The town or the facility. Leave it out where somebody is in hiding.
un-worksheet-form-description = Detailed description of the circumstances of the incident(s) or the violation
un-worksheet-explain-description = What happened, in order, as facts. Below is what was written, unchanged: take out what could identify the source.
un-worksheet-ask-description = A translation: the forms are taken in English, French and Spanish.
un-worksheet-form-confidential = Submitted information which you would like to remain confidential
un-worksheet-explain-confidential = Mark each such detail in the form.
un-worksheet-ask-confidential = What else must stay confidential.
un-worksheet-form-consent-letter = The victims or their representatives are aware and agree that a letter containing their names and further information on them is to be sent to the Government (and/or relevant other actor) [Yes / No]
un-worksheet-explain-consent-letter = The sender agreed that this goes to UN experts. That is not the consent of the victims.
un-worksheet-ask-consent-letter = Whether the victims or their families agree. Without it, ask that no names go to the Government.
un-worksheet-form-consent-report = The victims or their representatives are aware and agree that the letter containing their names will be included in the Special Procedures public reports and online database [Yes / No]
un-worksheet-explain-consent-report = A separate consent: names can be left out of what is published.
un-worksheet-ask-consent-report = Whether they agree to be named in public.

un-worksheet-form-disappeared = Identity of the disappeared person (full name) *
un-worksheet-explain-disappeared = One form for each person.
un-worksheet-ask-disappeared = The full name, and what else identifies the person: date of birth, documents, a photograph.
un-worksheet-form-disappeared-on = Date on which the disappearance occurred (at least month and year) *
un-worksheet-explain-disappeared-on = The month and the year are enough.
un-worksheet-ask-disappeared-on = The month and the year.
un-worksheet-form-last-seen = Place of arrest or abduction, or where the disappeared person was last seen *
un-worksheet-explain-last-seen = As exact as it is known.
un-worksheet-ask-last-seen = The town or the facility, and who saw the person there.
un-worksheet-form-forces = Forces (State or State-supported) believed to be responsible for the disappearance *
un-worksheet-explain-forces = Write names of institutions in full.
un-worksheet-ask-forces = Which force, and why it is believed to be responsible.
un-worksheet-form-searched = Action taken by the relatives or others to locate the person. If action was not possible, explain why *
un-worksheet-explain-searched = Inquiries, complaints, letters; or the danger in making them.
un-worksheet-ask-searched = What the relatives did and when, or why they could not.
un-worksheet-form-reporter = Identity of the person or organization submitting the report *
un-worksheet-explain-reporter = It is kept confidential on request.
un-worksheet-ask-reporter = Who submits for your organisation, and at which address. (--organisation fills in its name.)
un-worksheet-form-consent-family = Consent of the family of the disappeared [Yes / No]
un-worksheet-explain-consent-family = An organisation needs it.
un-worksheet-ask-consent-family = Whether the family agrees.
un-worksheet-form-follow-up = Follow-up: conveying Government information to the family, and the family’s information to the Working Group
un-worksheet-explain-follow-up = An organisation must be able to do that.
un-worksheet-ask-follow-up = Who stays in touch with the family, and how.
un-worksheet-form-author = Identity and contact details of the author of the request
un-worksheet-explain-author = A request must not be anonymous. Its author’s identity always remains confidential.
un-worksheet-ask-author = Who makes the request, and how the Committee reaches them.
un-worksheet-form-state-party = State party concerned
un-worksheet-explain-state-party = The disappearance began in a State that has ratified the Convention, or is of a national of one, after it entered into force there.
un-worksheet-ask-state-party = Whether that State has ratified the Convention, and since when.
un-worksheet-form-authorities = Report of the case to the competent bodies of the State party, if possible
un-worksheet-explain-authorities = First of all, where that is possible without danger.
un-worksheet-ask-authorities = To whom it was reported and when, or why it could not be.
