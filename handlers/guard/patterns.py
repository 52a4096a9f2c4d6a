"""What personal data looks like in a text, in the languages that tips come in; the guard decides with it.

Every repetition is bounded, so that no text makes a pattern slow. All are for text as `writing.plain` leaves it.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from handlers.guard.addresses import ADDRESSES
from handlers.guard.names import NAME
from handlers.guard.writing import any_of

if TYPE_CHECKING:
    import re


class Kind(StrEnum):
    """What leads to a person; the words are the ends of the texts that name it."""

    NAME = "name"
    LINK = "link"
    EMAIL = "email"
    HANDLE = "handle"
    COORDINATES = "coordinates"
    ADDRESS = "address"
    DOCUMENT_NUMBER = "document_number"
    ACCOUNT_NUMBER = "account_number"
    PHONE = "phone"


_LINK = any_of(
    r"(?:https?|tg|ftp)://\S{1,500}",
    r"\bwww\.\S{1,500}",
    r"(?<![a-z0-9.@-])(?:[a-z0-9-]{1,63}\.){1,4}"
    r"(?:com|org|net|info|app|gg|io|ly|me|kr|jp|cn|tw|hk|th|la|vn|mn|ru|su|uk|eu)(?![a-z0-9-])(?:/\S{0,500})?",
)
_AT = r"(?:\s?(?:@|[\[({]\s?(?:at|골뱅이)\s?[\])}])\s?|\s?골뱅이\s?)"
_DOT = r"\s?[\[({]\s?(?:dot|점|点|點)\s?[\])}]\s?|\s(?:dot|점)\s"
_EMAIL = any_of(
    rf"[\w.+-]{{1,64}}{_AT}[\w-]{{1,63}}(?:(?:\.|{_DOT})[\w-]{{1,63}}){{1,5}}",
    rf"[\w.+-]{{1,64}}\sat\s(?!the\s|an?\s)[\w-]{{1,63}}(?:(?:{_DOT})[\w-]{{1,63}}){{1,5}}",
)

_NAMED_ID = (
    r"\s?(?:(?:id|아이디|ไอดี|号码?|號碼?|帐号|账号|айди|ник|の?ID)\s?(?:is|là|это|[:=는은は])?"
    r"|(?:user\s?name|account|của\s(?:tôi|em|anh|chị))\s?(?:is|là|[:=]))\s{0,2}[a-z0-9_.-]{3,40}"
)
# Without the word "id" or a colon only a digit or an underscore tells an account from the next word of the sentence.
_ID_BY_ITS_LOOK = r"(?=[a-z.-]{0,38}[\d_])[a-z][\w.-]{2,39}"
_MESSENGER_LATIN = (
    r"\b(?:wechat|weixin|kakao(?:\s?talk)?|telegram|whatsapp|zalo|qq|skype|viber|imo|vkontakte|vk|instagram|insta"
    r"|facebook|messenger|tiktok|signal|snapchat)"
)
_MESSENGER = (
    r"(?:微信|飞信|抖音|快手|微博|위챗|카카오톡|카톡|카카오|텔레그램|왓츠앱|라인|인스타(?:그램)?|페이스북|페북|네이버|잘로|ライン|インスタ"
    r"|カカオトーク|カカオ|テレグラム|ไลน์|เฟซบุ๊ก|เฟสบุ๊ก|เฟส|วีแชท|телеграм|вотсап|ватсап|вайбер|вконтакте|вичат|зало)"
)
_HANDLE = any_of(
    r"(?<![a-z0-9_@])@[a-z_]\w{2,31}",
    r"(?:แอด|เพิ่ม)(?:ไลน์|เพื่อน)\s?[a-z0-9_.-]{3,40}",
    r"\b(?:id|아이디|ไอดี)\s?[:=]\s?[a-z0-9_.-]{3,40}",
    rf"(?:{_MESSENGER_LATIN}|{_MESSENGER}|\bline){_NAMED_ID}",
    rf"(?:{_MESSENGER_LATIN}|{_MESSENGER}|(?-i:\bLINE))\s?[:=]\s{{0,2}}[a-z0-9_.-]{{3,40}}",
    rf"(?:{_MESSENGER_LATIN}[\s,(-]{{1,3}}(?:is\s)?|{_MESSENGER}(?:은|는|으로|로)?[\s,(-]{{0,3}}){_ID_BY_ITS_LOOK}",
    rf"\bline\s?[:=]\s{{0,2}}{_ID_BY_ITS_LOOK}",
)
_COORDINATES = any_of(
    r"[-+]?\d{1,3}\.\d{3,12}\s?°?\s?[NS]?\s?[,;/\s]\s?[-+]?\d{1,3}\.\d{3,12}(?:\s?°?\s?[EW]\b)?",
    r"\d{1,3}\s?°\s?\d{1,2}(?:\.\d{1,6})?\s?['′’](?:\s?\d{1,2}(?:\.\d{1,6})?\s?(?:[\"”]|['′’]{2}))?(?:\s?[NSEW]\b)?",
    r"\d{1,3}\.\d{2,12}\s?°?\s?[NSEW]\b",
    r"(?:북위|동경|北纬|北緯|东经|東經|東経|ละติจูด|ลองจิจูด|\blat(?:itude)?\b|\blong?(?:itude)?\b)[\s:=]{0,3}"
    r"\d{1,3}(?:\.\d{1,12}|\s?[도度]\s?\d{1,2}\s?[분分])",
)

_DOCUMENT_NUMBER = any_of(
    r"(?<!\d)\d{6}\s?-\s?\d{7}(?!\d)",  # resident registration, Korea
    r"(?<!\d)\d{17}[\dX](?![\dA-Z])",  # resident identity card, China
    r"(?<!\d)\d-\d{4}-\d{5}-\d{2}-\d(?!\d)",  # identity card, Thailand
    r"(?<![A-Z\d])[A-Z]{1,2}\d{6,9}(?![A-Z\d])",  # passports
    r"(?<![A-Z\d])M\d{3}[A-Z]\d{4}(?![A-Z\d])",  # passports of Korea since 2020
    r"(?:passport|여권|护照|護照|パスポート|旅券|หนังสือเดินทาง|주민등록|주민번호|등록번호|신분증|身份证|身份證"
    r"|บัตรประชาชน|\bID\s(?:card|no|number)\b|паспорт|удостоверени[ея]|СНИЛС|ИНН|иргэний\sүнэмлэх|регистр|hộ\schiếu"
    r"|CCCD|CMND|căn\scước|ໜັງສືຜ່ານແດນ|ບັດປະຈຳຕົວ|마이넘버|マイナンバー|在留カード)"
    r"[^\d\n]{0,15}?[A-ZА-Я]{0,2}\d(?:[\s-]?\d){4,18}",
    r"(?<![А-ЯЁӨҮ])[А-ЯЁӨҮ]{2}\d{8}(?!\d)",  # register number, Mongolia
    r"[京津沪滬渝冀豫云辽遼黑湘皖鲁魯新苏蘇浙赣贛鄂桂甘晋晉蒙陕陝吉闽閩贵貴粤粵青藏川宁寧琼瓊][A-Z]\s?[·.・]?\s?[A-Z0-9]{5,6}(?![A-Z0-9])",
    r"(?<!\d)\d{2,3}[가나다라마거너더러머버서어저고노도로모보소오조구누두루무부수우주하허호배]\s?\d{4}(?!\s?(?:년|명|원)|\d)",
)
_ACCOUNT_NUMBER = any_of(
    r"(?:\baccount\b|\bcard\b|계좌|카드|账号|帐号|賬號|账户|帳戶|卡号|卡號|口座|บัญชี|พร้อมเพย์|\bсч[её]т|\bкарт[аыу]\b|\bSTK\b"
    r"|tài\skhoản|\bданс|ບັນຊີ|支付宝|支付寶|계좌번호)"
    r"[^\d\n]{0,15}?\d(?:[\s-]?\d){5,22}",
    r"(?<![A-Z\d])[A-Z]{2}\d{2}(?:\s?[A-Z\d]{4}){3,7}(?![A-Z\d])",  # IBAN
    r"(?<!\d)\d(?:[\s-]?\d){15,22}(?!\d)",  # payment cards; a telephone number has 15 digits at most
)

BEFORE_DATES: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (Kind.EMAIL, _EMAIL),
    (Kind.LINK, _LINK),
    (Kind.HANDLE, _HANDLE),
    (Kind.COORDINATES, _COORDINATES),
    *((Kind.ADDRESS, addresses) for addresses in ADDRESSES),
    (Kind.NAME, NAME),
)
AFTER_DATES: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (Kind.DOCUMENT_NUMBER, _DOCUMENT_NUMBER),
    (Kind.ACCOUNT_NUMBER, _ACCOUNT_NUMBER),
)

_YEAR = r"(?:19|20|24|25)\d\d"  # also of the Buddhist era
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_TIME = r"[0-2]?\d:[0-5]\d(?::[0-5]\d)?"
_DAY = rf"(?:{_YEAR}[-./][01]?\d(?:[-./][0-3]?\d)?|[0-3]?\d[-./][01]?\d[-./](?:{_YEAR}|\d\d))"
_CERTAIN = "|".join(
    (
        rf"{_DAY}(?:T{_TIME})?(?:\s?[-–~]\s?{_DAY})?",
        rf"{_TIME}(?:\s?[-–~]\s?{_TIME})?",
        rf"{_YEAR}\s?(?:[년年]|ปี)",
        rf"[0-3]?\d(?:st|nd|rd|th)?\s{_MONTH}(?:,?\s{_YEAR})?",
        rf"{_MONTH}\s[0-3]?\d(?:st|nd|rd|th)?(?:,?\s{_YEAR})?",
        r"\d{1,3}(?:,\d{3}){1,4}",
        r"\d{1,9}\s?(?:명|사람|people|persons|人|คน|원|won|元|円|บาท|baht|USD|%)",
    )
)
_LIKELY = "|".join(
    (
        rf"{_YEAR}(?:\s?[-–~/]\s?(?:{_YEAR}|\d\d))?",
        r"[0-3]?\d/[0-3]?\d(?:\s?[-–~]\s?[0-3]?\d/[0-3]?\d)?",
    )
)
HARMLESS = any_of(
    rf"(?<![\d.+-])(?:{_CERTAIN})(?![\d-])",
    rf"(?<![\d.+-])(?<!\d\s)(?:{_LIKELY})(?![\d-])(?!\s\d)",  # but a group of a telephone number also looks so
)
"""Dates, times, amounts and counts, which tips need and which look like numbers of a person."""

_DIGIT_WORDS = (
    "zero oh one two three four five six seven eight nine double triple",
    "ноль один одна два две три четыре пять шесть семь восемь девять",
    "không một mốt hai ba bốn tư năm lăm sáu bảy tám chín",
    "тэг нэг хоёр гурав дөрөв тав зургаа долоо найм ес",
    "ศูนย์ หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด เก้า",
    "ສູນ ໜຶ່ງ ສອງ ສາມ ສີ່ ຫ້າ ຫົກ ເຈັດ ແປດ ເກົ້າ",
    "ゼロ れい いち に さん よん ご ろく なな しち はち きゅう",
)


def _spelt_out(words: str) -> str:
    word = "|".join(words.split())
    return rf"(?<!\w)(?:{word})(?:[\s,.-]{{0,2}}(?:\d|{word})){{6,20}}(?!\w)"


NUMBER = any_of(
    r"\+?\(?\d(?:[\s().\-‐-―−~/·・•*_,|]{0,3}\d){6,40}",
    r"[〇零一二三四五六七八九幺两壹贰叁肆伍陆柒捌玖]"
    r"(?:[\s,、-]{0,2}[〇零一二三四五六七八九幺两壹贰叁肆伍陆柒捌玖]){6,20}",
    r"[공영일이삼사오육칠팔구](?:[\s,-]{0,2}[공영일이삼사오육칠팔구]){6,20}",
    *(_spelt_out(words) for words in _DIGIT_WORDS),
)
"""Seven digits or more however they are broken up, also when spelt out."""
