# 자료 내보내기

exporting-explain-export_tips =
    <code>/export tips</code>
    모든 제보를 봉인된 파일 하나로 받습니다. 많으면 급한 것부터 여러 파일로 나뉩니다. 담당자의 열쇠로, 그 담당자의 컴퓨터에서만 열립니다: <code>clarion tips open 파일 --key 열쇠파일 --format html</code>
exporting-explain-export_signatures =
    <code>/export signatures 코드</code>
    서명 하나하나를 CSV, 엑셀, JSON, OSDI, Action Network 파일로 받습니다. 이름과 지역은 전달에 동의한 사람 것만 들어 있습니다. 필요한 동안만 보관해 주세요.
exporting-explain-read_statistics =
    <code>/export totals 코드</code>
    경로, 나라, 언어, 날짜별 집계이며 HXL 태그가 붙어 있습니다. 이름이 없으므로 공개해도 됩니다.
exporting-no-recipients = 제보를 봉인할 열쇠가 없어 내보낼 수 없습니다. 봇을 운영하는 분이 설정합니다.
exporting-no-tips = 내보낼 제보가 없습니다.
exporting-tips = 봉인된 제보 { $count }건입니다. 자신의 컴퓨터에서 열어 주세요: <code>clarion tips open 파일 --key 열쇠파일 --format html</code>. 이 내보내기는 감사 기록에 남습니다.
exporting-part = { $parts }개 가운데 { $number }번째 파일입니다. 파일마다 따로 열리며, 가장 급한 제보가 첫 파일에 있습니다.
exporting-ask-form = { $code } 서명을 어떤 파일로 받으시겠습니까?
exporting-form-csv = CSV 표
exporting-form-xlsx = 엑셀 파일
exporting-form-json = JSON 줄 단위
exporting-form-osdi = OSDI (캠페인 도구용)
exporting-form-actionnetwork = Action Network (소식을 원한 사람)
exporting-names = { $code } 서명 파일입니다. 이름은 전달에 동의한 분의 것만, 이메일 주소는 소식을 요청한 분의 것만 들어 있습니다. 필요가 없어지면 이 대화방과 컴퓨터에서 모두 지워 주세요. 이 내보내기는 감사 기록에 남습니다.
exporting-totals = { $code } 집계입니다. 이름은 들어 있지 않습니다.
exporting-manifest = 위 파일에 대한 설명입니다: 줄 수, 열, 확인값.
exporting-too-large = { $code } 서명이 너무 많아 여기로 보낼 수 없습니다. 봇을 운영하는 분이 서버에서 파일을 만들 수 있습니다: <code>clarion export { $code } { $form } --out FILE --by ALIAS</code>
exporting-sheet-too-large = 여기서 만드는 엑셀 파일에는 서명이 { $most }건까지 들어갑니다. CSV를 고르시거나, 봇을 운영하는 분께 부탁해 주세요: <code>clarion export { $code } xlsx --out FILE --by ALIAS</code>

exporting-content-csv = 한 서명운동의 서명(철회한 것 제외)
exporting-content-xlsx = 한 서명운동의 서명(철회한 것 제외)
exporting-content-json = 한 서명운동의 서명(철회한 것 제외)
exporting-content-osdi = 서명운동과 그 서명, OSDI 1.2 형식
exporting-content-actionnetwork = 이메일로 소식을 받겠다고 한 서명자
exporting-content-totals = 한 서명운동의 집계. 다섯 명이 안 되는 항목은 "other"로 묶음
exporting-consent-csv = 이름·지역: 전달 동의. 나머지: 보관 및 집계 동의.
exporting-consent-xlsx = 이름·지역: 전달 동의. 나머지: 보관 및 집계 동의.
exporting-consent-json = 이름·지역: 전달 동의. 나머지: 보관 및 집계 동의.
exporting-consent-osdi = 이름·지역: 전달 동의. 이메일: 소식 수신 동의.
exporting-consent-actionnetwork = 이메일: 소식 수신 동의. 이름·지역: 전달 동의.
exporting-consent-totals = 개인정보가 없어 동의가 필요하지 않음

exporting-column-number = 서명운동 안에서의 서명 번호
exporting-column-name = 이름. 전달에 동의하지 않았거나 보관 기간이 지났으면 빈칸
exporting-column-country = 나라, ISO 3166-1. ZZ는 밝히지 않음
exporting-column-city = 서명 용지에 적힌 도시
exporting-column-signed-at = 서명하거나 입력한 시각, UTC
exporting-column-day = 서명운동의 시간대로 본 서명 날짜
exporting-column-language = 서명할 때 쓴 언어, BCP 47
exporting-column-channel = telegram, paper, fax, email, post, event 중 하나
exporting-column-source = 서명자가 들어온 링크의 코드
exporting-column-batch = 서명 묶음 번호
exporting-column-text-version = 서명한 글의 버전
exporting-column-state = valid(유효). suspect와 invalidated는 집계되지 않음
exporting-column-comment = 서명자가 남긴 한마디(담당자만 봄)
exporting-column-hand-over = 이름 전달에 동의했는지
exporting-column-updates = 소식을 받겠다고 했는지
exporting-column-show-name = 이름을 공개해도 되는지
exporting-column-email = 소식을 받겠다고 한 이메일 주소
exporting-column-full-name = 이름, 그 언어의 순서대로
exporting-column-petition = 서명운동의 코드
exporting-column-as-of = 집계한 시각
exporting-column-counted-by = 무엇으로 나눈 집계인지
exporting-column-value = 나라, 언어 또는 날짜
exporting-column-signatures = 유효한 서명 수
