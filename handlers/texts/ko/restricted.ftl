# 담당자만 알 수 있는 내용.

restricted-title = 담당자 전용: { $code }
restricted-warning = 독자에게 보이는 글과 소식, 내보낸 파일, 전달 자료 어디에도 들어가지 않습니다. 정확한 장소는 <code>/kit { $code } worksheet full</code> 로 받는 유엔 제출 준비 문서에만 들어가며, 누가 받았는지 기록에 남습니다. 다른 곳에 전하지 마세요.
restricted-place = <b>정확한 장소:</b> { $place }
restricted-sources = 비공개 출처
