# The words for what is recorded of an appeal, wherever it is shown: a form, a timeline, a card, news, the desk.

entry-kind-delivery = Delivery
entry-kind-reply = Reply
entry-kind-outcome = Outcome
entry-kind-status = Where the people are
entry-kind-contact = Contact or correspondence
entry-kind-commitment = Promise
entry-kind-bill = Proposal in a parliament
entry-kind-recommendation = Recommendation of a review
entry-kind-action = Action of the campaign

entry-response-favourable = did what was asked
entry-response-pledged = promised something
entry-response-denied = denied it
entry-response-inhibited = acted against the appeal
entry-response-asked_for_more = asked for more information
entry-response-a_formality = a formality
entry-response-none = no response

entry-impact-strong_positive = a great step forward
entry-impact-moderate_positive = a step forward
entry-impact-minor = a small step forward
entry-impact-none = nothing that can be seen
entry-impact-moderate_negative = a step back
entry-impact-strong_negative = a great step back
entry-impact-unknown = not known yet

entry-status-whereabouts_unknown = it is not known where they are
entry-status-held = held
entry-status-moved = moved to another place
entry-status-returned = returned
entry-status-released = released
entry-status-safe = safe

entry-form-meeting = meeting
entry-form-call = call
entry-form-statement = statement
entry-form-letter = letter
entry-form-email = e-mail
entry-form-fax = fax

entry-direction-to_them = from us
entry-direction-from_them = to us
entry-direction-together = together

entry-stage-contact-open = an answer is expected
entry-stage-contact-answered = answered
entry-stage-contact-none_expected = no answer expected
entry-stage-commitment-open = open
entry-stage-commitment-met = kept
entry-stage-commitment-not_met = not kept
entry-stage-bill-proposed = proposed
entry-stage-bill-committee = in committee
entry-stage-bill-plenary = before the plenary
entry-stage-bill-adopted = adopted
entry-stage-bill-rejected = rejected
entry-stage-bill-withdrawn = withdrawn
entry-stage-recommendation-pending = no response yet
entry-stage-recommendation-accepted = accepted
entry-stage-recommendation-noted = noted
entry-stage-recommendation-ongoing = being carried out
entry-stage-recommendation-implemented = carried out

entry-method-post = by post
entry-method-hand = by hand
entry-method-email = by e-mail
entry-method-fax = by fax
