"""What addresses look like, in the languages of the countries that tips come from; see `patterns`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.guard.writing import any_of

if TYPE_CHECKING:
    import re

_STREET = r"(?:street|st|road|rd|lane|ln|avenue|ave|drive|boulevard|blvd|alley|court|terrace|crescent)\b"
_FLAT = r"(?:flat|apartment|apt)\.?\s?#?\d{1,5}[a-z]?\b"
_ENGLISH = any_of(
    rf"(?<![a-z\d])\d{{1,5}}[a-z]?,?\s(?-i:(?:[A-Z][\w'’.-]{{0,30}}\s){{1,3}}){_STREET}(?:,?\s{_FLAT})?",
    # In small letters a count of people "on the road" looks the same, so only one word may stand between.
    r"(?<![a-z\d])\d{1,5}\s(?!(?:lane|way|main|the|on|at|in|by|near|from|to|of|dirt|paved|mountain)\b)"
    rf"[a-z][\w'’-]{{1,30}}\s{_STREET}(?:,?\s{_FLAT})?",
    rf"\b{_FLAT}",
    r"\bhouse\s(?:no|number)\.?\s?#?\d{1,5}[a-z]?\b",
    r"\broom\s(?:no\.?\s)?\d{3,4}\b",
)
_KOREAN = any_of(
    r"[가-힣○]{1,12}(?:로|길)\s?\d{1,4}(?:-\d{1,4})?\s?(?:번?가?길|번지)(?:\s?\d{1,4}(?:-\d{1,4})?(?!\d))?",
    # Without a word behind the number only its place in the sentence tells a street from "by car, 2 hours".
    r"[가-힣○]{1,12}(?:로|길)\s\d{1,4}(?:-\d{1,4})?(?=에|[,.)\n]|\s*$)",
    r"(?:[가-힣○]{1,12}[동리읍면]\s?)?\d{1,4}(?:-\d{1,4})?\s?번지",
    r"\d{1,4}\s?동\s?\d{2,5}\s?호",
)
_CHINESE = any_of(
    r"\w{0,6}?(?:路|街|巷|弄|胡同|大道)\s?(?:\d{1,5}|[一二三四五六七八九十百]{1,5})\s?[号號弄]"
    r"(?:\s?\d{1,4}\s?(?:号楼|號樓|栋|棟|单元|單元|室)){0,3}",
    r"(?:\d{1,4}|[一二三四五六七八九十百]{1,5})\s?(?:号楼|號樓|号院|號院|单元|單元|[栋棟](?=\s?\d))"
    r"(?:\s?\d{1,4}\s?(?:单元|單元|室|号|號)){0,2}",
    r"(?<!\d)\d{3,4}\s?室",
    r"(?:门牌|門牌)\D{0,6}\d{1,5}",
)
_JAPANESE = any_of(
    r"〒\s?\d{3}-?\d{4}",
    r"\d{1,3}\s?丁目(?:\s?\d{1,4}(?:番地?|-\d{1,4}))?",
    r"\d{1,4}\s?番地",
    r"\d{1,3}番\d{1,3}号",
    r"\d{2,4}\s?号室",
)
_THAI = any_of(
    r"(?:บ้านเลขที่|ห้องเลขที่|เลขที่บ้าน)\s?\d{1,5}(?:/\d{1,5})?",
    r"ซอย\s?[^\s\d]{0,20}\s?\d{1,4}(?:/\d{1,4})?(?!\s?(?:คน|นาย|วัน|นาที|ชั่วโมง|ครั้ง)|\d)",
    r"(?:หมู่ที่|หมู่|ม\.)\s?\d{1,3}\s?(?:ตำบล|ต\.|บ้าน)",
    r"เลขที่\s?\d{1,5}/\d{1,5}",
)
_RUSSIAN = any_of(  # and Mongolian
    r"\b(?:ул|улица|пр|проспект|пер|переулок|бульвар|шоссе)\b\.?\s?[А-ЯЁ][\w-]{1,30}(?:\s[\w-]{1,30})?,?\s?(?:д|дом)?\.?\s?\d{1,4}"
    r"(?:,?\s?(?:кв|квартира)\.?\s?\d{1,4})?",
    r"\b(?:дом|д\.|кв\.|квартира)\s?(?:№\s?)?\d{1,4}[а-я]?\b(?!\s?(?:лет|человек|раз|дн))",
    r"\b\d{1,4}\s?(?:-р\s?)?(?:байр|тоот|хороо)\b|\b(?:байр|тоот|хашаа)\s?(?:№\s?)?\d{1,4}",
)
_VIETNAMESE = any_of(
    r"\b(?:số\s(?:nhà\s)?)\d{1,4}(?:/\d{1,4}){0,3},?\s(?:đường|phố|ngõ|hẻm|ngách|ấp|thôn)\b",
    r"\b(?:ngõ|hẻm|ngách|số\snhà|căn\shộ)\s\d{1,4}(?:/\d{1,4}){0,3}",
    r"\b\d{1,4}(?:/\d{1,4}){1,3}\s(?:đường|phố)\s",
)
_LAO = any_of(
    r"(?:ເຮືອນເລກທີ|ບ້ານເລກທີ|ຫ້ອງເລກທີ)\s?\d{1,5}(?:/\d{1,5})?",
    r"(?:ໜ່ວຍ|ຮ່ອມ)\s?\d{1,4}(?:\s?ບ້ານ)?",
)

ADDRESSES: tuple[re.Pattern[str], ...] = (
    _ENGLISH,
    _KOREAN,
    _CHINESE,
    _JAPANESE,
    _THAI,
    _RUSSIAN,
    _VIETNAMESE,
    _LAO,
)
