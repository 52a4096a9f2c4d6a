# 연대에 함께하는 단체.

partners-heading = { $count ->
        [0] <b>{ $organisation }</b> 연대에 등록된 단체가 아직 없습니다.
       *[other] <b>단체 { $count }곳</b>이 { $organisation } 연대에 함께하고 있습니다.
    }
