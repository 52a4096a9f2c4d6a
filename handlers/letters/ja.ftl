# 宛先にお渡しする資料：送付状、名簿、表、説明書。書式なし。

moment = { $day } { $time }（{ $zone }）
number = { $number }
recipient = { $office } { $holder } 様
petition = 署名活動「{ $title }」（{ $code }）の署名を、本状とともに提出いたします。
total = { $moment }現在、{ $total }名が署名しています。
names-first = { $names ->
    [0] このうち、氏名の提出に同意した方はいません。
   *[other] このうち{ $names }名が氏名の提出に同意しました。同封の名簿に、集計番号とともに記載しています。
}
names-further = { $names ->
    [0] { $day }の提出以降、新たに提出できる氏名はありません。
   *[other] { $day }の提出以降、新たに提出できる氏名は{ $names }名で、同封の名簿に記載しています。
}
earlier-text = 署名のうち{ $count }筆は、要請事項の異なる以前の文面に対するものです。集計には含め、名簿には記載していません。
corrections = 当団体が提出した名簿のうち{ $count }件は、取り消し、集計からの除外、または変更により無効となりました。番号は corrections.csv にありますので、名簿から削除してください。
purpose = 署名者は、この署名活動のためだけに氏名を明らかにしました。他の目的に使用せず、公表しないようお願いいたします。
check = 署名数と名簿の氏名は、当団体を信用せずともご自身で確認できます。方法は README.txt に記載しています。
demands-heading = 署名者は次のことを求めます。
totals-heading = { $moment }現在の署名
total-telegram = オンライン
total-paper = 紙の署名
total-fax = ファクス
total-email = 電子メール
total-post = 郵送
total-event = 会場
total-all = 署名総数
total-listed = 同封の名簿の氏名
closing = よろしくお願い申し上げます。
thanks-asked = 私どもは要請文「{ $title }」（{ $code }）において、次のことをお願いいたしました。
thanks-since = その後、次のような前進があったことを知りました（{ $when }）。
thanks-step = 心より御礼申し上げます。当事者の方々と、要請文に署名したすべての人々にとって、前へ進む一歩です。
thanks-further = さらなる前進が続くことを願い、ご質問にはいつでもお答えいたします。
footer = { $organisation } · { $code } · 第{ $number }回提出

list-title = 署名者名簿：{ $title }
list-subtitle = { $code } · 第{ $number }回提出（{ $day }）· { $names }名
list-footer = { $organisation } · { $code } · 宛先限り
column-number = 番号
column-name = 氏名
column-place = 地域
column-day = 署名日
column-country = 国コード（ISO 3166-1）
column-city = 市
column-channel = 方法
column-handover = 提出回
column-counted-by = 集計の単位
column-value = 値
column-signatures = 署名数
column-as-of = 時点

readme =
    { $organisation }
    { $title }（{ $code }）
    第{ $number }回提出、{ $day }

    内容

      letter.pdf         送付状
      names.pdf          署名番号を付した名簿
      names.csv          同じ名簿の表
      corrections.csv    提出済みの名簿のうち無効となったもの（ある場合のみ）
      totals.csv         方法別・国別の集計
      head.txt, heads.txt, log.txt, proofs.jsonl, manifest.json, manifest.sig
                         以下で説明する証明
      verify.html        署名者が示す証明を確認するページ

    確認の方法

      1. 資料全体：フリーソフトウェアの Clarion をインストールし、次を実行します。
             clarion verify package FILE.zip --key "{ $key }"
         ネットワークも当団体のサーバーも要りません。すべてのファイルが当団体の署名したとおりか、記録の合計が集計と一致するか、名簿の氏名がすべて有効な署名かを示します。
      2. 一つの署名：ブラウザーで verify.html を開き、署名者の証明を入れます。どこにも送信されません。
      3. 手作業：manifest.json に全ファイルの長さと SHA-256 があります。

    上の鍵は当団体の公開鍵です。このファイルだけを信用せず、別の方法で当団体に鍵を問い合わせ、照合してください。

    記録には誰の名前もありません。署名はソルトを加えたハッシュであり、proofs.jsonl は名簿にある氏名だけを開きます。それぞれの氏名が実在の人物のものかどうかは、この資料では示せません。
