# Once a day: tips of earlier days that nobody has claimed.

unclaimed-heading = <b>{ $count ->
        [one] A tip of an earlier day waits for somebody
       *[other] { $count } tips of earlier days wait for somebody
    }</b>
unclaimed-urgency =
    { $urgency }
    { $tags }
unclaimed-more = { $tags } and { $more } more
unclaimed-end = Please claim what you can take. There will be no other reminder of these.
