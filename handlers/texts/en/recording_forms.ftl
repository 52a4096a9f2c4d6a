# What each form of recording asks.

recording-delivery-title = Delivery · { $of }
recording-delivery-ask-methods = How was it delivered?
recording-delivery-label-methods = How
recording-delivery-ask-place = Where? For example: at the gate of the Blue House
recording-delivery-label-place = Where
recording-delivery-ask-by = Who brought it, as they want to be called? Readers may see this.
recording-delivery-label-by = Who brought it
recording-delivery-ask-receipt = Is there a receipt, or a number to track it by?
recording-delivery-label-receipt = Receipt

recording-reply-title = Reply · { $of }
recording-reply-ask-day = On which day was it answered? The date on the letter counts.
recording-reply-label-day = Day
recording-reply-ask-response = What does the reply do?
recording-reply-label-response = What it does
recording-reply-ask-summary = What does it say, in two or three sentences? Please do not copy names of people at risk.
recording-reply-label-summary = In short
recording-reply-ask-reference = Has it a reference number?
recording-reply-label-reference = Reference
recording-reply-ask-public = May everybody who signed read your summary?
recording-reply-label-public = For signers

recording-outcome-title = Outcome · { $of }
recording-outcome-ask-summary = What came of it, in two or three sentences? Please do not name people at risk.
recording-outcome-label-summary = In short
recording-outcome-ask-source = Who says so? For example: the ministry’s statement, a newspaper and its date
recording-outcome-label-source = Source
recording-outcome-ask-impact = How far does it go?
recording-outcome-label-impact = How far

recording-status-title = Where the people are · { $of }
recording-status-ask-status = What is known of them now?
recording-status-label-status = Now
recording-status-ask-day = As of which day is this known?
recording-status-label-day = As of
recording-status-ask-source = From what kind of source is it known? Its name is not asked for.
recording-status-label-source = Source
recording-status-ask-note = Is there more to say, in two or three sentences? Please write nothing by which the people, or their families, could be found.
recording-status-label-note = Note

recording-contact-title = Contact · { $of }
recording-contact-ask-form = What was it?
recording-contact-label-form = What
recording-contact-ask-direction = From whom did it come?
recording-contact-label-direction = From whom
recording-contact-ask-sender = Who wrote or spoke? A name with an office, as on the letter.
recording-contact-label-sender = From
recording-contact-ask-recipient = To whom?
recording-contact-label-recipient = To
recording-contact-ask-reference = Has it a reference number?
recording-contact-label-reference = Reference
recording-contact-ask-summary = What was it about, in two or three sentences?
recording-contact-label-summary = In short
recording-contact-ask-stage = Is an answer expected?
recording-contact-label-stage = Answer

recording-commitment-title = Promise · { $of }
recording-commitment-ask-who = Who promised it? A name with an office.
recording-commitment-label-who = Who
recording-commitment-ask-what = What was promised? Their own words, as far as possible.
recording-commitment-label-what = What
recording-commitment-ask-due = By when? On that day colleagues are reminded.
recording-commitment-label-due = By when

recording-bill-title = Proposal in a parliament · { $of }
recording-bill-ask-title = What is the proposal called?
recording-bill-label-title = Title
recording-bill-ask-chamber = In which parliament, chamber or committee?
recording-bill-label-chamber = Where
recording-bill-ask-stage = Where does it stand?
recording-bill-label-stage = Stage
recording-bill-ask-day = Since when does it stand there?
recording-bill-label-day = Since
recording-bill-ask-due = When is its next date, such as a vote?
recording-bill-label-due = Next date
recording-bill-ask-note = Is there more to say, in two or three sentences?
recording-bill-label-note = Note

recording-recommendation-title = Recommendation of a review · { $of }
recording-recommendation-ask-state = Which state was reviewed?
recording-recommendation-label-state = Reviewed
recording-recommendation-ask-by = Which state recommended it?
recording-recommendation-label-by = Recommended by
recording-recommendation-ask-cycle = In which cycle of reviews? Its number alone, such as 4.
recording-recommendation-label-cycle = Cycle
recording-recommendation-ask-session = In which session? Its number, or the number of the recommendation.
recording-recommendation-label-session = Session
recording-recommendation-ask-text = What was recommended? The words of the report.
recording-recommendation-label-text = Text
recording-recommendation-ask-day = When was the review?
recording-recommendation-label-day = Review
recording-recommendation-ask-stage = How did the state respond?
recording-recommendation-label-stage = Response
recording-recommendation-ask-due = When is its next review? If you skip this, four and a half years later is assumed.
recording-recommendation-label-due = Next review

recording-action-title = Action · { $of }
recording-action-ask-what = What was done, in two or three sentences?
recording-action-label-what = What

recording-stage-title = { $what }
recording-stage-ask-stage = Where does it stand now?
recording-stage-label-stage = Now
recording-stage-ask-day = Since when?
recording-stage-label-day = Since
recording-stage-ask-due = When is the next date? If you skip this, the one on record stays.
recording-stage-label-due = Next date
recording-stage-ask-note = What happened, in two or three sentences?
recording-stage-label-note = In short
