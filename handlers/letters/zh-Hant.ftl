# 遞交給訴求對象的資料：信函、名單、表格、說明。純文字。

moment = { $day } { $time }（{ $zone }）
number = { $number }
recipient = { $office }{ $holder }閣下
petition = 謹隨本函向您遞交連署「{ $title }」（{ $code }）的簽名。
total = 截至{ $moment }，已有{ $total }人連署。
names-first = { $names ->
    [0] 其中沒有人同意我們轉交姓名。
   *[other] 其中{ $names }人同意我們轉交姓名，列於所附名單，並註明各自的計數編號。
}
names-further = { $names ->
    [0] 自{ $day }遞交以來，沒有新的可轉交的姓名。
   *[other] 自{ $day }遞交以來，新增可轉交的姓名{ $names }個，列於所附名單。
}
earlier-text = 其中{ $count }份簽名簽署的是較早的文本，當時向您提出的訴求與現在不同。這些簽名計入總數，但不列入名單。
corrections = 我們遞交的名單中有{ $count }項因撤回、剔除或更改而不再有效，編號見 corrections.csv，請予刪除。
purpose = 簽名者僅為本次連署提供姓名。請勿用於其他目的，亦請勿公開。
check = 您無須信任我們，即可自行核對簽名總數和名單上的每個姓名，方法見 README.txt。
demands-heading = 簽名者的訴求：
totals-heading = 截至{ $moment }的簽名
total-telegram = 網路
total-paper = 紙本連署
total-fax = 傳真
total-email = 電子郵件
total-post = 郵寄
total-event = 活動現場
total-all = 簽名總數
total-listed = 所附名單上的姓名
closing = 謹上
thanks-asked = 我們在呼籲書“{ $title }”（{ $code }）中向您提出了以下請求：
thanks-since = 我們獲悉了以下進展（{ $when }）：
thanks-step = 謹此致謝。對當事人以及所有在呼籲書上簽名的人來說，這是向前邁出的一步。
thanks-further = 我們希望後續還有進展，並隨時樂意回答任何問題。
footer = { $organisation } · { $code } · 第{ $number }次遞交

list-title = 連署名單：{ $title }
list-subtitle = { $code } · 第{ $number }次遞交（{ $day }）· { $names }人
list-footer = { $organisation } · { $code } · 僅供收件方使用
column-number = 編號
column-name = 姓名
column-place = 地區
column-day = 連署日期
column-country = 國家代碼（ISO 3166-1）
column-city = 城市
column-channel = 管道
column-handover = 遞交次數
column-counted-by = 統計項目
column-value = 值
column-signatures = 簽名數
column-as-of = 截至

readme =
    { $organisation }
    { $title }（{ $code }）
    第{ $number }次遞交，{ $day }

    內容

      letter.pdf         信函
      names.pdf          名單，註明簽名編號
      names.csv          同一名單的表格
      corrections.csv    已遞交名單中不再有效的項目（如有）
      totals.csv         依管道和國家統計的總數
      head.txt, heads.txt, log.txt, proofs.jsonl, manifest.json, manifest.sig
                         下述核對所需的證明
      verify.html        核對簽名者所出示證明的網頁

    核對方法

      1. 全部資料：安裝自由軟體 Clarion，執行
             clarion verify package FILE.zip --key "{ $key }"
         無須網路，也無須我們的伺服器。它會告訴您：每個檔案是否與我們簽署時一致，紀錄相加是否等於總數，名單上的每個姓名是否都是有效簽名。
      2. 單一簽名：在瀏覽器中開啟 verify.html，放入簽名者的證明。不會向任何地方傳送資料。
      3. 手動：manifest.json 列有每個檔案的長度和 SHA-256。

    上面的金鑰是我們的公開金鑰。請勿僅憑本檔案信任它：請以其他方式向我們索取公開金鑰並加以對照。

    紀錄中沒有任何人的姓名。每份簽名都是加鹽的雜湊值，proofs.jsonl 只能開啟名單上的姓名。本資料無法證明每個姓名都屬於真實存在的人。
