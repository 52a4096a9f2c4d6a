# The list of appeals: orders, kinds, and those that are over.

listing-heading-deadline = { $count ->
    [one] <b>One appeal is open now</b>
   *[other] <b>{ $count } appeals are open now</b>, the one that closes first in front
  }
listing-heading-urgency = { $count ->
    [one] <b>One appeal is open now</b>
   *[other] <b>{ $count } appeals are open now</b>, the most urgent one in front
  }
listing-heading-activity = { $count ->
    [one] <b>One appeal is open now</b>
   *[other] <b>{ $count } appeals are open now</b>, the one with most signatures this week in front
  }
listing-heading-earlier = { $count ->
    [one] <b>One earlier appeal</b>
   *[other] <b>{ $count } earlier appeals</b>, the one that closed last in front
  }
listing-none-of-kind = None of this kind is open at the moment.
listing-none-earlier = No appeal is over yet.
listing-order-deadline = Deadline
listing-order-urgency = Urgency
listing-order-activity = Most active
listing-all = All kinds
listing-kind-urgent_action = Urgent appeals
listing-kind-petition = Petitions
listing-kind-open_letter = Open letters
listing-kind-statement = Statements
listing-kind-update = Updates
listing-kind-thanks = Thanks
listing-earlier = Earlier appeals
listing-open = Open appeals
listing-previous = Previous
listing-next = Next
