# 받은 분이 보는 정정.

corrections-notice =
    <b>바로잡습니다</b>
    보내 드린 글을 바로잡았습니다: { $title }

    바로잡은 내용: { $note }
corrections-corrected = <b>바로잡음:</b> { $note }
