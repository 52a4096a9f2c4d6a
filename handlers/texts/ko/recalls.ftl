# 회수한 메시지 자리에 남는 글.

recalls-withdrawn = { $organisation }에서 이 글을 철회했습니다. 글에 있던 내용을 다른 분께 전하지 말아 주세요.
