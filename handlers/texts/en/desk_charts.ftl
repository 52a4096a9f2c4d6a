# The desk: charts, in words too.

desk-chart-days = Signatures by day
desk-chart-total = Signatures over time
desk-chart-channels = Signatures by way
desk-chart-countries = Signatures by country
desk-chart-languages = Signatures by language
desk-chart-sources = Signatures by collector and link
desk-chart-course = { $kind ->
        [recall] Messages taken back over time
        [correction] Corrections over time
       *[appeal] Letters over time
    }
desk-chart-signatures = Signatures: { $count }
desk-chart-goal = Goal: { $goal }
desk-chart-days-words = { $total } signatures over { $days ->
        [one] one day
       *[other] { $days } days
    }; most on { $busiest }: { $most }.
desk-chart-total-words = { $total } signatures by { $last }; the goal is { $goal }.{ $undated ->
        [0] {""}
       *[other] {" "}{ $undated } of them, counted on sheets, have no day and are there from the beginning.
    }
desk-chart-apart-words = { $counts }{ $rest ->
        [0] .
       *[other] , others: { $rest }.
    }
desk-chart-undated = { $count ->
        [one] One more, counted on a sheet, has no day.
       *[other] { $count } more, counted on sheets, have no day.
    }
desk-chart-numbers = { $title }: the numbers
desk-chart-column-day = Day
desk-chart-column-signatures = Signatures
desk-chart-column-channels = Way
desk-chart-column-countries = Country
desk-chart-column-languages = Language
desk-chart-column-sources = Collector or link
desk-chart-column-until = Until
desk-chart-column-delivered = { $kind ->
        [recall] Taken back
        [correction] Corrected
       *[appeal] Sent
    }
desk-chart-column-undelivered = { $kind ->
        [recall] Could not be taken back
        [correction] Could not be corrected
       *[appeal] Could not be delivered
    }
