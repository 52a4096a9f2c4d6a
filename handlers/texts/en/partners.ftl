# Which organisations belong to the coalition.

partners-heading = { $count ->
        [0] <b>{ $organisation }</b> has not listed any partner organisation here yet.
        [one] <b>1 organisation</b> works together with { $organisation }.
       *[other] <b>{ $count } organisations</b> work together with { $organisation }.
    }
