# 递交给呼吁对象的材料：信函、名单、表格、说明。纯文本。

moment = { $day } { $time }（{ $zone }）
number = { $number }
recipient = { $office }{ $holder }阁下
petition = 谨随本函向您递交联署“{ $title }”（{ $code }）的签名。
total = 截至{ $moment }，已有{ $total }人联署。
names-first = { $names ->
    [0] 其中没有人同意我们转交姓名。
   *[other] 其中{ $names }人同意我们转交姓名，列于所附名单，并注明各自的计数编号。
}
names-further = { $names ->
    [0] 自{ $day }递交以来，没有新的可转交的姓名。
   *[other] 自{ $day }递交以来，新增可转交的姓名{ $names }个，列于所附名单。
}
earlier-text = 其中{ $count }份签名签署的是较早的文本，当时向您提出的诉求与现在不同。这些签名计入总数，但不列入名单。
corrections = 我们递交的名单中有{ $count }项因撤回、剔除或更改而不再有效，编号见 corrections.csv，请予删除。
purpose = 签名者仅为本次联署提供姓名。请勿用于其他目的，亦请勿公开。
check = 您无需信任我们，即可自行核对签名总数和名单上的每个姓名，方法见 README.txt。
demands-heading = 签名者的诉求：
totals-heading = 截至{ $moment }的签名
total-telegram = 网上
total-paper = 纸质签名
total-fax = 传真
total-email = 电子邮件
total-post = 邮寄
total-event = 活动现场
total-all = 签名总数
total-listed = 所附名单上的姓名
closing = 此致 敬礼
thanks-asked = 我们在呼吁书“{ $title }”（{ $code }）中向您提出了以下请求：
thanks-since = 我们获悉了以下进展（{ $when }）：
thanks-step = 谨此致谢。对当事人以及所有在呼吁书上签名的人来说，这是向前迈出的一步。
thanks-further = 我们希望后续还有进展，并随时乐意回答任何问题。
footer = { $organisation } · { $code } · 第{ $number }次递交

list-title = 签名名单：{ $title }
list-subtitle = { $code } · 第{ $number }次递交（{ $day }）· { $names }人
list-footer = { $organisation } · { $code } · 仅供收件方使用
column-number = 编号
column-name = 姓名
column-place = 地区
column-day = 签名日期
column-country = 国家代码（ISO 3166-1）
column-city = 城市
column-channel = 渠道
column-handover = 递交次数
column-counted-by = 统计口径
column-value = 值
column-signatures = 签名数
column-as-of = 截至

readme =
    { $organisation }
    { $title }（{ $code }）
    第{ $number }次递交，{ $day }

    内容

      letter.pdf         信函
      names.pdf          名单，注明签名编号
      names.csv          同一名单的表格
      corrections.csv    已递交名单中不再有效的项目（如有）
      totals.csv         按渠道和国家统计的总数
      head.txt, heads.txt, log.txt, proofs.jsonl, manifest.json, manifest.sig
                         下述核对所需的证明
      verify.html        核对签名者所出示证明的网页

    核对方法

      1. 全部材料：安装自由软件 Clarion，运行
             clarion verify package FILE.zip --key "{ $key }"
         无需网络，也无需我们的服务器。它会告诉您：每个文件是否与我们签署时一致，记录相加是否等于总数，名单上的每个姓名是否都是有效签名。
      2. 单个签名：在浏览器中打开 verify.html，放入签名者的证明。不会向任何地方发送数据。
      3. 手工：manifest.json 列有每个文件的长度和 SHA-256。

    上面的密钥是我们的公钥。请勿仅凭本文件信任它：请以其他方式向我们索取公钥并加以对照。

    记录中没有任何人的姓名。每份签名都是加盐的哈希值，proofs.jsonl 只能打开名单上的姓名。本材料无法证明每个姓名都属于真实存在的人。
