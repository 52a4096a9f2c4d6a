# How a petition goes: count, pace, forecast. For coordinators.

pace-total =
    <b>{ $code }: { $title }</b>
    { $total ->
        [one] 1 valid signature
       *[other] { $total } valid signatures
    }{ $goal ->
        [0] {""}
       *[other] {" "}· goal { $goal }
    }
pace-apart = { $online } in the chat + { $paper } on paper
pace-bar = { $bar } { $percent }%

pace-heading = <b>Pace and forecast</b>
pace-today =
    { $recent ->
        [one] 1 signature today, the first day.
       *[other] { $recent } signatures today, the first day.
    }
pace-recent =
    { $recent ->
        [one] Since { $since }: 1 signature, about { $rate } a day.
       *[other] Since { $since }: { $recent } signatures, about { $rate } a day.
    }
pace-none = No signatures since { $since }.
pace-deadline = At this pace there will be { $total } by the deadline on { $day }.
pace-goal-on = The goal of { $goal } will be reached on { $day }.
pace-goal-late = The goal of { $goal } would be reached on { $day }, after the deadline. To be in time it takes { $needed } a day from now on.
pace-goal-never = The goal of { $goal } will not be reached at this pace. To be in time it takes { $needed } a day from now on.
pace-goal-reached = The goal of { $goal } has been reached.
pace-undated = { $count } counted on sheets have no day: they are in the total and not in the pace.
pace-over-reached = The deadline has passed. The goal of { $goal } was reached.
pace-over = The deadline has passed, with { $total } of { $goal }.
