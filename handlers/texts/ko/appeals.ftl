# 호소 목록과 호소문 아래의 버튼. 호소문 자체의 글은 appeal.ftl에 있습니다.

appeals-sign = 서명하기
appeals-share = 공유하기
appeals-more = 자세히 보기
appeals-less = 간단히 보기
appeals-contact = 문의할 곳
appeals-list = 진행 중인 호소

appeals-none = 지금 진행 중인 호소가 없습니다. /subscribe 로 소식을 받으시면 다음 호소를 보내 드립니다.
appeals-unknown = 이 코드의 호소가 없습니다. 진행 중인 호소와 코드는 /appeals 에 있습니다.
appeals-withdrawn = { $organisation }에서 이 호소를 철회했습니다. 더 이상 읽거나 서명하실 수 없으니 다른 분께 전하지 말아 주세요.
appeals-share-one =
    <b>{ $title }</b>
    { $link }

    이 링크를 복사해 원하시는 곳에 올리시거나, ‘공유하기’를 눌러 텔레그램 대화방을 골라 주세요.
appeals-share-which = 어떤 호소를 알리시겠습니까? 누르시면 보낼 대화방을 고르실 수 있습니다.
