# Campaigns: an issue over the years.

campaigns-all =
    <b>Campaigns</b>
    Some issues take years. Press one to see what was done about it so far.
campaigns-unknown = There is no campaign “{ $words }” here.
campaigns-none = There is no campaign here yet. Appeals that are open now: /appeals
campaigns-one =
    <b>{ $name }</b>
    Since { $since } · { $count ->
        [0] nothing is recorded yet
        [one] 1 step so far
       *[other] { $count } steps so far
    }
campaigns-appeal = <b>{ $day }</b> Appeal: “{ $title }”
campaigns-back = All campaigns
