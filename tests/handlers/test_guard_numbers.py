"""The guard finds numbers and accounts of nine countries, however they are typed."""

from __future__ import annotations

import phonenumbers
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from phonenumbers import PhoneNumberFormat, PhoneNumberType

from handlers.guard.patterns import Kind
from handlers.guard.personal_data import PHONE_DIGITS_MIN, find_personal_data

REGIONS = ("KR", "CN", "TH", "JP", "LA", "VN", "MN", "RU", "US")
KEYCAP = "\ufe0f\u20e3"
TABLE = [
    ("gọi 0912 345 678", Kind.PHONE),
    ("звоните 8 (912) 345-67-89", Kind.PHONE),
    ("ໂທ ໐໒໐ ໕໕໕໕ ໕໕໕໕", Kind.PHONE),
    ("утас 9911-2233", Kind.PHONE),
    ("".join(f"{digit}{KEYCAP}" for digit in "01012345678"), Kind.PHONE),
    ("①③⑧⓪⓪⓪⓪⓪⓪⓪⓪", Kind.PHONE),
    ("❶❸❽❾❾❾❾❾❾❾❾", Kind.PHONE),
    ("0\u03361\u03360\u0336-1\u03362\u03363\u03364\u0336-5678", Kind.PHONE),
    ("01\u20600-12\u034f34-56\u00ad78", Kind.PHONE),
    ("O1O-1234-5678", Kind.PHONE),
    ("0l0 1234 5678", Kind.PHONE),
    ("О1О-1234-5б78", Kind.PHONE),
    ("zero one zero one two three four five six seven eight", Kind.PHONE),
    ("zero-one-zero, double five, one two three four", Kind.PHONE),
    ("幺三八零零零零一二三四", Kind.PHONE),
    ("一 三 八 零 零 零 零 一 二 三 四", Kind.PHONE),
    ("восемь девять один два три четыре пять шесть", Kind.PHONE),
    ("không chín một hai ba bốn năm sáu bảy tám", Kind.PHONE),
    ("ศูนย์ แปด หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด", Kind.PHONE),
    ("ゼロ きゅう ゼロ いち に さん よん ご", Kind.PHONE),
    ("010,1234,5678", Kind.PHONE),
    ("zalo: abc.def", Kind.HANDLE),
    ("zalo của tôi là hoa99", Kind.HANDLE),
    ("แอดไลน์ somchai", Kind.HANDLE),
    ("ไลน์ไอดี somchai99", Kind.HANDLE),
    ("カカオトーク: abcd", Kind.HANDLE),
    ("인스타 bada_77", Kind.HANDLE),
    ("вайбер: olga_k", Kind.HANDLE),
    ("카카오톡 아이디 bada", Kind.HANDLE),
    ("ID: bada77", Kind.HANDLE),
    ("паспорт 45 12 345678", Kind.DOCUMENT_NUMBER),
    ("hộ chiếu B1234567", Kind.DOCUMENT_NUMBER),
    ("CCCD 001234567890", Kind.DOCUMENT_NUMBER),
    ("регистр УБ90123456", Kind.DOCUMENT_NUMBER),
    ("吉H·12345", Kind.DOCUMENT_NUMBER),
    ("차량 12가 3456", Kind.DOCUMENT_NUMBER),
    ("STK 0123456789", Kind.ACCOUNT_NUMBER),
    ("счёт 40817810099910004312", Kind.ACCOUNT_NUMBER),
    ("พร้อมเพย์ 0812345678", Kind.ACCOUNT_NUMBER),
    ("ул. Ленина, д. 5, кв. 3", Kind.ADDRESS),
    ("số nhà 12 đường Láng", Kind.ADDRESS),
    ("ngõ 45/3", Kind.ADDRESS),
    ("ບ້ານເລກທີ 12/3", Kind.ADDRESS),
    ("12 байр 34 тоот", Kind.ADDRESS),
]
ORDINARY = [
    "Telegram account was blocked for 3 days. Signal is down. Instagram too.",
    "One of two men, three women, four children and five or six others waited.",
    "I 2 times saw it. In 2019 I left. O 3 buses came.",
    "У двух человек отобрали документы, дом стоял пустой 3 дня.",
    "Hai ba người, bốn năm chiếc xe, số 3 người bị bắt.",
    "一二三个人在那里,九月十五日到十月一日。",
    "2026년 11월 20일 오후에 38도 2000명이 있었습니다.",
    "มีคนสองสามคนรออยู่หน้าด่าน",
]


def written(number: phonenumbers.PhoneNumber) -> list[str]:
    styles = (
        PhoneNumberFormat.E164,
        PhoneNumberFormat.INTERNATIONAL,
        PhoneNumberFormat.NATIONAL,
        PhoneNumberFormat.RFC3966,
    )
    in_style = [phonenumbers.format_number(number, style) for style in styles]
    return [*in_style, phonenumbers.national_significant_number(number)]


@pytest.mark.parametrize("region", REGIONS)
def test_every_example_number_of_a_region_is_found_in_five_ways_of_writing(region: str) -> None:
    kinds = [getattr(PhoneNumberType, name) for name in dir(PhoneNumberType) if name.isupper()]
    examples = [number for kind in kinds if (number := phonenumbers.example_number_for_type(region, kind))]
    tried = [
        text for number in examples for text in written(number) if sum(map(str.isdecimal, text)) >= PHONE_DIGITS_MIN
    ]

    assert len(tried) >= 5
    assert [text for text in tried if not find_personal_data(f"call {text} today")] == []


@pytest.mark.parametrize(("text", "kind"), TABLE)
def test_numbers_and_accounts_of_many_countries_are_found(text: str, kind: Kind) -> None:
    assert kind in {finding.kind for finding in find_personal_data(text)}


@pytest.mark.parametrize("text", ORDINARY)
def test_sentences_that_only_look_alike_pass(text: str) -> None:
    assert find_personal_data(text) == ()


ALPHABET = "0123456789①０๐໐OlI|-. ,/@()+号号동로路улđường王先生김씨さんนาย\ufe0f\u20e3\u200b\u0336 Mr named 이름은"


@settings(deadline=None, max_examples=150)
@given(st.text(max_size=1000) | st.text(ALPHABET, max_size=1000))
def test_no_text_makes_the_guard_raise(text: str) -> None:
    for finding in find_personal_data(text):
        assert finding.quoted
