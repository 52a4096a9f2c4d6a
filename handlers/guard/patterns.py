"""What personal data looks like in a text, in the languages that tips come in; the guard decides with it.

Every repetition is bounded, so that no text makes a pattern slow. All are written for text in form NFKC with plain
digits, and brought into that form themselves: Thai and full-width characters change in it.
"""

from __future__ import annotations

import re
from enum import StrEnum
from unicodedata import normalize


class Kind(StrEnum):
    LINK = "link"
    EMAIL = "email"
    HANDLE = "handle"
    COORDINATES = "coordinates"
    ADDRESS = "address"
    DOCUMENT_NUMBER = "document_number"
    ACCOUNT_NUMBER = "account_number"
    PHONE = "phone"


BLANKS = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Characters that show nothing, though Unicode counts them among letters and symbols."""


def _any_of(*patterns: str) -> re.Pattern[str]:
    return re.compile(normalize("NFKC", "|".join(patterns)), re.IGNORECASE)


_LINK = _any_of(
    r"(?:https?|tg|ftp)://\S{1,500}",
    r"\bwww\.\S{1,500}",
    r"(?<![a-z0-9.@-])(?:[a-z0-9-]{1,63}\.){1,4}"
    r"(?:com|org|net|info|app|gg|io|ly|me|kr|jp|cn|tw|hk|th|la|vn|mn|ru|su|uk|eu)(?![a-z0-9-])(?:/\S{0,500})?",
)
_AT = r"(?:\s?(?:@|[\[({]\s?(?:at|골뱅이)\s?[\])}])\s?|\s?골뱅이\s?)"
_DOT = r"\s?[\[({]\s?(?:dot|점|点|點)\s?[\])}]\s?|\s(?:dot|점)\s"
_EMAIL = _any_of(
    rf"[\w.+-]{{1,64}}{_AT}[\w-]{{1,63}}(?:(?:\.|{_DOT})[\w-]{{1,63}}){{1,5}}",
    rf"[\w.+-]{{1,64}}\sat\s(?!the\s|an?\s)[\w-]{{1,63}}(?:(?:{_DOT})[\w-]{{1,63}}){{1,5}}",
)

_NAMED_ID = r"\s?(?:id|아이디|ไอดี|号码?|號碼?)\s?(?:is|[:=는은])?\s{0,2}[a-z0-9_.-]{3,40}"
# Without the word "id" or a colon only a digit or an underscore tells an account from the next word of the sentence.
_ID_BY_ITS_LOOK = r"(?=[a-z.-]{0,38}[\d_])[a-z][\w.-]{2,39}"
_MESSENGER_LATIN = r"\b(?:wechat|weixin|kakao(?:\s?talk)?|telegram|whatsapp|zalo|qq|skype)"
_MESSENGER = r"(?:微信|위챗|카카오톡|카톡|카카오|텔레그램|왓츠앱|라인|ライン|ไลน์)"
_HANDLE = _any_of(
    r"(?<![a-z0-9_@])@[a-z_]\w{2,31}",
    rf"(?:{_MESSENGER_LATIN}|{_MESSENGER}|\bline){_NAMED_ID}",
    rf"(?:{_MESSENGER_LATIN}|{_MESSENGER}|(?-i:\bLINE))\s?[:=]\s{{0,2}}[a-z0-9_.-]{{3,40}}",
    rf"(?:{_MESSENGER_LATIN}[\s,(-]{{1,3}}(?:is\s)?|{_MESSENGER}(?:은|는|으로|로)?[\s,(-]{{0,3}}){_ID_BY_ITS_LOOK}",
    rf"\bline\s?[:=]\s{{0,2}}{_ID_BY_ITS_LOOK}",
)
_COORDINATES = _any_of(
    r"[-+]?\d{1,3}\.\d{3,12}\s?°?\s?[NS]?\s?[,;/\s]\s?[-+]?\d{1,3}\.\d{3,12}(?:\s?°?\s?[EW]\b)?",
    r"\d{1,3}\s?°\s?\d{1,2}(?:\.\d{1,6})?\s?['′’](?:\s?\d{1,2}(?:\.\d{1,6})?\s?(?:[\"”]|['′’]{2}))?(?:\s?[NSEW]\b)?",
    r"\d{1,3}\.\d{2,12}\s?°?\s?[NSEW]\b",
    r"(?:북위|동경|北纬|北緯|东经|東經|東経|ละติจูด|ลองจิจูด|\blat(?:itude)?\b|\blong?(?:itude)?\b)[\s:=]{0,3}"
    r"\d{1,3}(?:\.\d{1,12}|\s?[도度]\s?\d{1,2}\s?[분分])",
)

_STREET = r"(?:street|st|road|rd|lane|ln|avenue|ave|drive|boulevard|blvd|alley|court|terrace|crescent)\b"
_FLAT = r"(?:flat|apartment|apt)\.?\s?#?\d{1,5}[a-z]?\b"
_ADDRESS_ENGLISH = _any_of(
    rf"(?<![a-z\d])\d{{1,5}}[a-z]?,?\s(?-i:(?:[A-Z][\w'’.-]{{0,30}}\s){{1,3}}){_STREET}(?:,?\s{_FLAT})?",
    # In small letters a count of people "on the road" looks the same, so only one word may stand between.
    r"(?<![a-z\d])\d{1,5}\s(?!(?:lane|way|main|the|on|at|in|by|near|from|to|of|dirt|paved|mountain)\b)"
    rf"[a-z][\w'’-]{{1,30}}\s{_STREET}(?:,?\s{_FLAT})?",
    rf"\b{_FLAT}",
    r"\bhouse\s(?:no|number)\.?\s?#?\d{1,5}[a-z]?\b",
    r"\broom\s(?:no\.?\s)?\d{3,4}\b",
)
_ADDRESS_KOREAN = _any_of(
    r"[가-힣○]{1,12}(?:로|길)\s?\d{1,4}(?:-\d{1,4})?\s?(?:번?가?길|번지)(?:\s?\d{1,4}(?:-\d{1,4})?(?!\d))?",
    # Without a word behind the number only its place in the sentence tells a street from "by car, 2 hours".
    r"[가-힣○]{1,12}(?:로|길)\s\d{1,4}(?:-\d{1,4})?(?=에|[,.)\n]|\s*$)",
    r"(?:[가-힣○]{1,12}[동리읍면]\s?)?\d{1,4}(?:-\d{1,4})?\s?번지",
    r"\d{1,4}\s?동\s?\d{2,5}\s?호",
)
_ADDRESS_CHINESE = _any_of(
    r"\w{0,6}?(?:路|街|巷|弄|胡同|大道)\s?(?:\d{1,5}|[一二三四五六七八九十百]{1,5})\s?[号號弄]"
    r"(?:\s?\d{1,4}\s?(?:号楼|號樓|栋|棟|单元|單元|室)){0,3}",
    r"(?:\d{1,4}|[一二三四五六七八九十百]{1,5})\s?(?:号楼|號樓|号院|號院|单元|單元|[栋棟](?=\s?\d))"
    r"(?:\s?\d{1,4}\s?(?:单元|單元|室|号|號)){0,2}",
    r"(?<!\d)\d{3,4}\s?室",
    r"(?:门牌|門牌)\D{0,6}\d{1,5}",
)
_ADDRESS_JAPANESE = _any_of(
    r"〒\s?\d{3}-?\d{4}",
    r"\d{1,3}\s?丁目(?:\s?\d{1,4}(?:番地?|-\d{1,4}))?",
    r"\d{1,4}\s?番地",
    r"\d{1,3}番\d{1,3}号",
    r"\d{2,4}\s?号室",
)
_ADDRESS_THAI = _any_of(
    r"(?:บ้านเลขที่|ห้องเลขที่|เลขที่บ้าน)\s?\d{1,5}(?:/\d{1,5})?",
    r"ซอย\s?[^\s\d]{0,20}\s?\d{1,4}(?:/\d{1,4})?(?!\s?(?:คน|นาย|วัน|นาที|ชั่วโมง|ครั้ง)|\d)",
    r"(?:หมู่ที่|หมู่|ม\.)\s?\d{1,3}\s?(?:ตำบล|ต\.|บ้าน)",
    r"เลขที่\s?\d{1,5}/\d{1,5}",
)

_DOCUMENT_NUMBER = _any_of(
    r"(?<!\d)\d{6}\s?-\s?\d{7}(?!\d)",  # resident registration, Korea
    r"(?<!\d)\d{17}[\dX](?![\dA-Z])",  # resident identity card, China
    r"(?<!\d)\d-\d{4}-\d{5}-\d{2}-\d(?!\d)",  # identity card, Thailand
    r"(?<![A-Z\d])[A-Z]{1,2}\d{6,9}(?![A-Z\d])",  # passports
    r"(?<![A-Z\d])M\d{3}[A-Z]\d{4}(?![A-Z\d])",  # passports of Korea since 2020
    r"(?:passport|여권|护照|護照|パスポート|旅券|หนังสือเดินทาง|주민등록|주민번호|등록번호|신분증|身份证|身份證"
    r"|บัตรประชาชน|\bID\s(?:card|no|number)\b)[^\d\n]{0,15}?[A-Z]{0,2}\d(?:[\s-]?\d){4,18}",
)
_ACCOUNT_NUMBER = _any_of(
    r"(?:\baccount\b|\bcard\b|계좌|카드|账号|帐号|賬號|账户|帳戶|卡号|卡號|口座|บัญชี)"
    r"[^\d\n]{0,15}?\d(?:[\s-]?\d){5,22}",
    r"(?<![A-Z\d])[A-Z]{2}\d{2}(?:\s?[A-Z\d]{4}){3,7}(?![A-Z\d])",  # IBAN
    r"(?<!\d)\d(?:[\s-]?\d){15,22}(?!\d)",  # payment cards; a telephone number has 15 digits at most
)

BEFORE_DATES: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (Kind.EMAIL, _EMAIL),
    (Kind.LINK, _LINK),
    (Kind.HANDLE, _HANDLE),
    (Kind.COORDINATES, _COORDINATES),
    (Kind.ADDRESS, _ADDRESS_ENGLISH),
    (Kind.ADDRESS, _ADDRESS_KOREAN),
    (Kind.ADDRESS, _ADDRESS_CHINESE),
    (Kind.ADDRESS, _ADDRESS_JAPANESE),
    (Kind.ADDRESS, _ADDRESS_THAI),
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
HARMLESS = _any_of(
    rf"(?<![\d.+-])(?:{_CERTAIN})(?![\d-])",
    rf"(?<![\d.+-])(?<!\d\s)(?:{_LIKELY})(?![\d-])(?!\s\d)",  # but a group of a telephone number also looks so
)
"""Dates, times, amounts and counts, which tips need and which look like numbers of a person."""

NUMBER = _any_of(
    r"\+?\(?\d(?:[\s().\-‐-―−~/·・•*_]{0,3}\d){6,40}",
    r"[〇零一二三四五六七八九]{7,20}",
    r"[공영일이삼사오육칠팔구](?:[\s-]?[공영일이삼사오육칠팔구]){6,20}",
)
"""Seven digits or more however they are broken up, also when spelt out in Chinese or Korean."""
