# Alerts to coordinators. Nothing of a tip but its tag, its category and its urgency.

alerts-new-tip =
    New tip <b>{ $tag }</b>
    { $category } · { $urgency }
    /tips lists what is open.
