"""The guard stops what leads to a person, and lets the samples of real tips pass."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.guard.patterns import Kind
from handlers.guard.personal_data import Finding, Place, find_personal_data

HARMLESS_TIPS = [
    "这两天长途车站多了两道检查,每个人都要刷身份证,没有证件的人被请下车。我没有看到有人被带走。",
    "친척과 열흘째 연락이 되지 않습니다. 그 전에는 이틀에 한 번은 소식이 왔습니다. 어디에 물어봐야 할지 알고 싶습니다.",
    (
        "I rang the emergency number of a consulate on Saturday and Sunday for a friend. Nobody picked up and the "
        "recorded message was only in English."
    ),
    "เมื่อวานมีผู้เดินทางมาถึงกลุ่มเล็ก ๆ เจ้าหน้าที่ดูแลดีและให้อาหาร แต่ไม่มีล่ามภาษาเกาหลี อยากให้มีคนช่วยแปลทางโทรศัพท์",
    "마을 게시판에 외국인을 알려 주면 돈을 준다는 안내문이 붙었다고 지인이 말했습니다. 사진은 없습니다.",
    (
        "A driver told my cousin that several covered vehicles crossed a bridge at night last week. He did not see "
        "who was inside."
    ),
    "地元紙の短い記事で、夜間に橋が数時間閉鎖されたと読みました。理由は書かれていませんでした。",
]
DANGEROUS_TIP = "A family is staying at 12 Example Lane, flat 3, please call 010-0000-0000 and ask for the aunt."


@pytest.mark.parametrize("text", HARMLESS_TIPS)
def test_a_tip_without_personal_data_passes(text: str) -> None:
    assert find_personal_data(text) == ()


def test_the_dangerous_tip_is_stopped_with_its_address_and_its_phone_number() -> None:
    assert find_personal_data(DANGEROUS_TIP) == (
        Finding(Kind.ADDRESS, "12 Example Lane, flat 3", Place.BEGINNING),
        Finding(Kind.PHONE, "010-0000-0000", Place.MIDDLE),
    )


@pytest.mark.parametrize(
    "text",
    [
        "It was on 2026-11-20, or perhaps 20.11.2026.",
        "2006년 10월에 있었던 일입니다. 2026년 11월 20일 오후 3시 30분입니다.",
        "2026年11月20日14:30左右,大约有15人。",
        "Between 2026-11-20 and 2026-11-25, 14:00-16:00, again at 2026-11-20 14:30:00.",
        "2026-11-20T14:30 – and 11/20-11/25, then 20/11/2569.",
        "20 November 2026, November 20th, 2026, 3 May 2025",
        "From 2006-2010, in 1998, 2001/02 and 2016; 350 people in 2019, 12 in 2020.",
        "15,000 signatures, 1,250,000 won, 3000000원, 110 people, 350 12",
        "차로 2시간, 버스로 30분, 앞으로 3일, 중국으로 9명이 갔습니다.",
        "I saw 12 men on the road, 4 buses in the street, a 4 lane road. They called 112.",
        "3月20号来了两个人,走国道302。烧了3栋房子。",
        "ในซอยมีคน 3 คน รอ 20 นาที",
        "His line: police. Deadline: Friday. It was 38°C. I telegraphed.",
        "북위 38도선을 넘었습니다. 동경 3월.",
        "They wrote on WeChat for 3 days, then on Telegram nothing. A line of 12 cars, kakao or not.",
        "카톡으로 알려 왔습니다. 라인 3곳이 막혔습니다. 微信群有12人。",
        "We met at home. They stayed at the dot on the map at night.",
    ],
)
def test_dates_times_years_counts_and_common_words_pass(text: str) -> None:
    assert find_personal_data(text) == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("call 010-0000-0000", Kind.PHONE),
        ("010 2006 1011 로 전화", Kind.PHONE),
        ("０１０－００００－００００", Kind.PHONE),
        ("打13800000000", Kind.PHONE),
        ("+856 20 5555 5555", Kind.PHONE),
        ("๐๘๑ ๒๓๔ ๕๖๗๘", Kind.PHONE),
        ("(02) 123.4567", Kind.PHONE),
        ("01\u200b0-0000-0000", Kind.PHONE),
        ("一三八零零零零零零零零", Kind.PHONE),
        ("공일공 일이삼사 오육칠팔", Kind.PHONE),
        ("555-0134", Kind.PHONE),
        ("write to aunt@example.org", Kind.EMAIL),
        ("aunt (at) example.org", Kind.EMAIL),
        ("see https://example.org/x?y=1", Kind.LINK),
        ("网址example.com", Kind.LINK),
        ("t.me/somebody", Kind.LINK),
        ("加我@somebody", Kind.HANDLE),
        ("微信号: abc_123", Kind.HANDLE),
        ("카톡 아이디는 bada77", Kind.HANDLE),
        ("Line ID: kai.99", Kind.HANDLE),
        ("카톡 abcd1234", Kind.HANDLE),
        ("카톡은 abcd1234", Kind.HANDLE),
        ("wechat abc123", Kind.HANDLE),
        ("微信 abc123", Kind.HANDLE),
        ("微信abc123", Kind.HANDLE),
        ("위챗: abcd1234", Kind.HANDLE),
        ("LINE: abcd", Kind.HANDLE),
        ("Line: abc_d", Kind.HANDLE),
        ("라인 abcd1234", Kind.HANDLE),
        ("텔레그램 abcd_1", Kind.HANDLE),
        ("텔레그램(abcd_1)", Kind.HANDLE),
        ("whatsapp kim99", Kind.HANDLE),
        ("kakao abcd1234", Kind.HANDLE),
        ("foo [at] gmail [dot] com", Kind.EMAIL),
        ("foo(at)gmail(dot)co(dot)kr", Kind.EMAIL),
        ("foo at gmail dot com", Kind.EMAIL),
        ("foo@gmail [dot] com", Kind.EMAIL),
        ("foo 골뱅이 naver 점 com", Kind.EMAIL),
        ("010\u3164\u31640000\u3164\u31640000", Kind.PHONE),
        ("061020-3123456", Kind.DOCUMENT_NUMBER),
        ("11010519491231002X", Kind.DOCUMENT_NUMBER),
        ("her passport M12345678", Kind.DOCUMENT_NUMBER),
        ("여권번호는 M123A4567", Kind.DOCUMENT_NUMBER),
        ("1-2345-67890-12-3", Kind.DOCUMENT_NUMBER),
        ("身份证号码是 12345", Kind.DOCUMENT_NUMBER),
        ("계좌 110-123-456789", Kind.ACCOUNT_NUMBER),
        ("card 4000 0000 0000 0002", Kind.ACCOUNT_NUMBER),
        ("DE89 3704 0044 0532 0130 00", Kind.ACCOUNT_NUMBER),
        ("at 42.90123, 129.50123", Kind.COORDINATES),
        ("42°54'12\"N 129°30'5\"E", Kind.COORDINATES),
        ("북위 42도 54분", Kind.COORDINATES),
        ("北纬42.9", Kind.COORDINATES),
        ("12 example lane", Kind.ADDRESS),
        ("they live in apt 4b", Kind.ADDRESS),
        ("○○로 12번길 3", Kind.ADDRESS),
        ("테헤란로 152에 있습니다", Kind.ADDRESS),
        ("역삼동 123-4번지", Kind.ADDRESS),
        ("101동 1203호", Kind.ADDRESS),
        ("他们住在3号楼", Kind.ADDRESS),
        ("三号楼2单元301室", Kind.ADDRESS),
        ("光明路15号", Kind.ADDRESS),
        ("新宿3丁目12番地", Kind.ADDRESS),
        ("ซอย 5 บ้านเลขที่ 12/3", Kind.ADDRESS),
        ("หมู่ 4 ตำบลแม่สาย", Kind.ADDRESS),
    ],
)
def test_what_leads_to_a_person_is_named_by_its_kind(text: str, kind: Kind) -> None:
    assert {finding.kind for finding in find_personal_data(text)} == {kind}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("010-0000-0000 is the number that you may call about this", [Place.BEGINNING]),
        ("这两天多了两道检查,叫王小明的人被带走,之后没有任何消息", [Place.MIDDLE]),
        ("When it has calmed down, write to aunt@example.org", [Place.END]),
    ],
)
def test_a_finding_knows_where_it_stands(text: str, places: list[Place]) -> None:
    assert [finding.place for finding in find_personal_data(text)] == places


def test_findings_come_in_the_order_of_the_text() -> None:
    kinds = [finding.kind for finding in find_personal_data("010-0000-0000 or aunt@example.org or flat 3")]

    assert kinds == [Kind.PHONE, Kind.EMAIL, Kind.ADDRESS]


@settings(deadline=None, max_examples=150)
@given(st.text(max_size=1000) | st.text("0123456789 -./:@()年로동号A", max_size=1000))
def test_the_guard_takes_any_text(text: str) -> None:
    for finding in find_personal_data(text):
        assert finding.quoted


PIECES = [
    "1 ",
    "1-",
    "a@",
    "a.",
    "(1",
    "12345678 ",
    "1/2",
    "가로 1",
    "M1",
    "路1",
    "2026-1",
    "a at ",
    "a dot ",
    "카톡",
    "qq a",
]


@pytest.mark.parametrize("piece", PIECES)
def test_repetition_ends_in_an_answer(piece: str) -> None:
    find_personal_data((piece * 1000)[:1000])


@pytest.mark.parametrize("digits", ["0100000000", "0812345678", "13800000000"])
def test_a_number_is_seen_however_it_is_broken_up(digits: str) -> None:
    for between in ["", " ", "-", ".", " - ", "–", "・", "\n"]:
        assert find_personal_data(between.join(digits)), between
