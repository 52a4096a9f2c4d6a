# 명령어나 버튼이 가리키는 호소문.

named-code-missing =
    명령어 뒤에 호소문 코드를 적어 주세요. 예: <code>/{ $command } ABC-001</code>

    아직 보내지 않은 호소문의 코드는 /queue 에, 진행 중인 호소문의 코드는 /appeals 에 있습니다.
named-unknown = 이 코드의 호소문이 없습니다. 아직 보내지 않은 호소문의 코드는 /queue 에, 진행 중인 호소문의 코드는 /appeals 에 있습니다.
