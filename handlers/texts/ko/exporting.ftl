# 파일로 내보내기.

exporting-explain-export_tips =
    <code>/export tips</code>
    모든 제보를 봉인된 파일 하나로 드립니다. 열쇠를 가진 담당자의 컴퓨터에서만 열립니다: <code>clarion tips open 파일</code>
exporting-explain-export_signatures =
    <code>/export signatures 코드</code>
    이름 전달에 동의한 분들의 명단을 CSV와 엑셀 파일로 드립니다. 이름이 들어 있으니 전달에 필요한 동안만 보관해 주세요.
exporting-no-recipients = 제보를 봉인할 열쇠가 없어 내보낼 것이 없습니다. 열쇠는 이 봇의 운영자가 설정합니다.
exporting-no-tips = 내보낼 제보가 없습니다.
exporting-tips = 제보 { $count }건을 봉인한 파일입니다. 본인의 컴퓨터에서 열어 주세요: <code>clarion tips open 파일</code>
    내보낸 사실은 활동 기록에 남습니다.
exporting-no-signatures = { $code } 서명자 가운데 이름 전달에 동의한 분이 아직 없어 드릴 파일이 없습니다.
exporting-signatures = { $code }: 이름 전달에 동의한 { $count }명의 명단입니다. 이름이 들어 있으니 전달이 끝나면 이 대화방과 컴퓨터에서 모두 지워 주세요. 내보낸 사실은 활동 기록에 남습니다.
exporting-workbook = 같은 내용의 엑셀 파일입니다.

exporting-column-number = 번호
exporting-column-name = 이름
exporting-column-country-code = 국가 코드
exporting-column-country = 국가
exporting-column-signed-at = 서명 시각(UTC)
exporting-column-language = 언어
exporting-column-channel = 경로
