# 용어 풀이: 이 분야의 낱말을 쉬운 말로.

learning-words =
    <b>용어 풀이</b>
    호소문과 뉴스에 나오는 낱말을 쉬운 말로 풀었습니다. 알고 싶은 낱말을 눌러 주세요.
learning-unknown = 여기서 풀이한 낱말 가운데 “{ $words }” 항목을 찾지 못했습니다.
learning-none = 아직 풀이한 낱말이 없습니다.
learning-back = 목록으로
