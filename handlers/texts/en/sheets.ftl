# What stands on a signature sheet. Who changes sheets-consent-… changes SHEET_VERSION in handlers/appeals/kit/sheet.py.

sheets-heading = { $organisation } · Signature sheet
sheets-demands = What we ask
sheets-to = To: { $office }
sheets-consent = Before you sign
sheets-consent-keep = { $organisation } keeps what you write here, your name, city and country, to count the signatures and to show that they are real. It is erased, and this sheet destroyed, { $days } days after the last handover, or { $unsent } days after the petition closes if not all addressees were given it. Only the count stays.
sheets-consent-hand-over = If you tick the box in your line, your name and where you live are handed over to those whom we address above. If you do not tick it, your signature counts all the same, without your name.
sheets-consent-rights = A signature shows an opinion. Nobody has to sign, and nothing follows for those who do not. To see or correct what we keep of you, or to take your signature back: { $contact }. We cannot get back a name that was handed over; if we hand over to them again, we tell them.
sheets-consent-age = Only people aged { $age } or older may sign, and nobody for somebody else.
sheets-consent-age-korea = Only people aged { $age } or older may sign (in Korea: { $korea } or older), and nobody for somebody else.
sheets-column-number = No.
sheets-column-name = Name
sheets-column-place = City and country
sheets-column-hand-over = Hand over my name
sheets-column-signature = Signature
sheets-qr = Or sign on your phone
sheets-collector-name = Collected by
sheets-collector-place = Place
sheets-collector-day = Day
sheets-footer = { $code } · text { $number } · { $version }
