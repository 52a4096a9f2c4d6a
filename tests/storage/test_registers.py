"""The registers: what a sheet of one may say, how it is saved, and what becomes of drafts and letters."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.demo import demo_registers, demo_sheets
from bot.demo.stage import Stage, set_up
from handlers.letters.package import Sender, package_words
from handlers.texts import Texts
from storage.appeals.parts import Obligation
from storage.appeals.records import StoredAppeal, add_draft, appeal_of_version, approve, find_appeal, submit
from storage.appeals.sheets.cleaning import clean
from storage.appeals.sheets.faults import Findings, Problem, SheetFaults
from storage.appeals.sheets.sheet import read_sheet
from storage.appeals.vocabulary import Method
from storage.audit import latest, verify
from storage.database import Database
from storage.errors import LanguagesLost, NoSuchKey
from storage.letters.broadcasts.planning import plan
from storage.notes import signer_of
from storage.people.coordinators import Role, coordinators_with
from storage.petitions.handing_over.contents import contents_in
from storage.petitions.handing_over.handovers import find_handover, hand_over, outlook
from storage.petitions.signatures.records import Purpose, Signing
from storage.petitions.signatures.signing import sign
from storage.registers.changing import Saved, change_holder, mark_checked, save_entries
from storage.registers.models import Campaign, Explanation, Office, Register
from storage.registers.records import find_registered, read_registers
from storage.registers.sheet import SIZE_MAX, RegisterSheet, read_register_sheet, write_sheet
from storage.secret_key import load_secret_key
from tests.storage.conftest import NOW

if TYPE_CHECKING:
    from pathlib import Path

    from storage.people.coordinators import Coordinator
    from storage.petitions.handing_over.handovers import Handover
    from storage.registers.models import Entry

TODAY = date(2026, 11, 22)
CODE = "DEMO-002"
OFFICE = """offices:
  - key: kr-president
    office: {en: President, ko: 대통령}
    country: KR
    salutation: {en: "Dear President,", ko: 대통령님께}
    letter_language: ko
    methods: [post, hand]
    checked_on: 2026-10-01
"""
CAT = """obligations:
  - key: cn-cat-3
    treaty: {en: Convention against Torture, ko: 고문방지협약}
    article: art. 3
    state: CN
    since: 1988
    words: {en: Nobody is sent to where they would be tortured., ko: 고문당할 곳으로 보내지 않는다.}
"""


def read(text: str) -> RegisterSheet:
    return read_register_sheet(text, today=TODAY)


def faults(text: str) -> list[tuple[int, str, Problem]]:
    with pytest.raises(SheetFaults) as refused:
        read(text)
    return [(one.line, one.field, one.problem) for one in refused.value.faults]


TEXTS = (
    st.text(min_size=1, max_size=60)
    .map(lambda text: clean(text, Findings()).strip())
    .filter(lambda text: bool(text) and text == unicodedata.normalize("NFC", text))
)
LANGUAGES = st.lists(st.sampled_from(["en", "ko", "ja", "zh-Hans", "no"]), min_size=1, unique=True)
KEYS = st.from_regex(r"[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True)


def words() -> st.SearchStrategy[dict[str, str]]:
    return LANGUAGES.flatmap(lambda languages: st.fixed_dictionaries(dict.fromkeys(languages, TEXTS)))


def in_the_languages_of(words: dict[str, str]) -> st.SearchStrategy[dict[str, str]]:
    return st.fixed_dictionaries(dict.fromkeys(words, TEXTS))


@st.composite
def entry_of(draw: st.DrawFn, register: Register, key: str) -> Entry:
    title = draw(words())
    more = in_the_languages_of(title)
    match register:
        case Register.OFFICES:
            return Office(
                key=key,
                office=title,
                holder=draw(st.none() | more),
                country="KR",
                salutation=draw(more),
                letter_language="ko",
                methods=(Method.POST,),
                post=draw(st.none() | TEXTS),
                fax=draw(st.none() | TEXTS),
                checked_on=draw(st.dates(date(2000, 1, 1), TODAY)),
            )
        case Register.OBLIGATIONS:
            return Obligation(key=key, treaty=title, article=draw(st.none() | TEXTS), state="CN", words=draw(more))
        case Register.EXPLANATIONS:
            return Explanation(key=key, title=title, text=draw(more))
        case Register.CAMPAIGNS:
            return Campaign(key=key, name=title, about=draw(more), since=2006)


@st.composite
def sheets(draw: st.DrawFn) -> RegisterSheet:
    register = draw(st.sampled_from(Register))
    keys = draw(st.lists(KEYS, max_size=2, unique=True))
    return RegisterSheet(register, tuple(draw(entry_of(register, key)) for key in keys))


@given(sheets())
def test_a_register_that_is_written_as_a_sheet_reads_as_it_was(sheet: RegisterSheet) -> None:
    assert read(write_sheet(sheet.register, sheet.entries)) == sheet


@pytest.mark.parametrize("text", demo_registers(), ids=lambda text: text.split(":")[0].splitlines()[-1])
def test_the_demo_registers_are_whole_in_both_languages(text: str) -> None:
    sheet = read(text)

    assert sheet.entries
    assert read(write_sheet(sheet.register, sheet.entries)) == sheet
    for entry in sheet.entries:
        translated = [value for _, value in entry if isinstance(value, dict)]
        assert all(set(words) == {"en", "ko"} for words in translated)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("", [(1, "", Problem.NOT_A_REGISTER)]),
        ("- a", [(1, "", Problem.NOT_YAML)]),
        ("people: []", [(1, "", Problem.NOT_A_REGISTER)]),
        (f"{OFFICE}campaigns: []\n", [(9, "campaigns", Problem.NOT_A_REGISTER)]),
        ("offices: none", [(1, "offices", Problem.NOT_A_LIST)]),
        ("offices: [one]", [(1, "offices.1", Problem.NOT_A_GROUP)]),
        (OFFICE.replace("kr-president", "KR President"), [(2, "offices.1.key", Problem.KEY_FORM)]),
        (OFFICE.replace("2026-10-01", "1 October"), [(8, "offices.1.checked_on", Problem.DAY_FORM)]),
        (OFFICE.replace("2026-10-01", "1790812800"), [(8, "offices.1.checked_on", Problem.DAY_FORM)]),
        (OFFICE.replace("2026-10-01", "2026-02-30"), [(8, "offices.1.checked_on", Problem.DAY_FORM)]),
        (OFFICE.replace("2026-10-01", "2026-11-23"), [(8, "offices.1.checked_on", Problem.FUTURE)]),
        (OFFICE.replace("    checked_on: 2026-10-01\n", ""), [(2, "offices.1.checked_on", Problem.MISSING)]),
        (OFFICE.replace(", ko: 대통령님께", ""), [(5, "offices.1.salutation", Problem.LANGUAGE_MISSING)]),
        (
            OFFICE.replace("{en: President, ko: 대통령}", "President"),
            [(3, "offices.1.office", Problem.NEEDS_LANGUAGES)],
        ),
        (OFFICE.replace("KR\n", "Korea\n"), [(4, "offices.1.country", Problem.UNKNOWN_COUNTRY)]),
        (
            OFFICE.replace("methods: [post, hand]", "methods: [pigeon]"),
            [(7, "offices.1.methods.1", Problem.NOT_ONE_OF)],
        ),
        (OFFICE + OFFICE.partition("\n")[2], [(9, "offices.2.key", Problem.DUPLICATE)]),
        (
            OFFICE.replace("post, hand]", "post, hand]\n    emial: a@example.org"),
            [(8, "offices.1.emial", Problem.UNKNOWN_KEY)],
        ),
        (CAT.replace("1988", "long ago"), [(6, "obligations.1.since", Problem.NOT_A_NUMBER)]),
        (OFFICE.replace("key: kr", "key: &k kr"), [(2, "", Problem.YAML_TRICK)]),
        (OFFICE.replace("KR\n", r'"K\u202eR"' + "\n"), [(4, "offices.1.country", Problem.CONTROL_CHARACTER)]),
        (OFFICE.replace("KR\n", r'"\U00110000"' + "\n"), [(4, "", Problem.NOT_YAML)]),
        ("x" * (SIZE_MAX + 1), [(0, "", Problem.TOO_LARGE)]),
    ],
)
def test_every_fault_is_named_with_its_line(written: str, found: list[tuple[int, str, Problem]]) -> None:
    assert faults(written) == found


@pytest.mark.parametrize("written", ["3", "art. 3", "Art 3", "article 3", "제3조", "제 3 조"])
def test_an_article_is_kept_as_its_number_alone_since_cards_say_what_it_is(written: str) -> None:
    (entry,) = read(CAT.replace("article: art. 3", f"article: {written}")).entries
    assert isinstance(entry, Obligation)
    assert entry.article == "3"


@pytest.mark.parametrize("written", ["33(1)", "제33조 제1항", "preamble"])
def test_what_is_more_than_an_article_stays_as_it_was_written(written: str) -> None:
    (entry,) = read(CAT.replace("article: art. 3", f"article: {written}")).entries
    assert isinstance(entry, Obligation)
    assert entry.article == written


def test_the_demo_register_names_articles_by_their_number() -> None:
    laws = [one for text in demo_registers() for one in read(text).entries if isinstance(one, Obligation)]
    assert [one.article for one in laws] == ["33", "1", "3"]
    assert not any("art." in text for text in demo_registers())


def test_one_name_of_a_holder_stands_for_all_languages_and_today_is_a_day() -> None:
    (office,) = read(OFFICE.replace("2026-10-01", "today") + "    holder: Jane Doe\n").entries

    assert isinstance(office, Office)
    assert (office.holder, office.checked_on) == ({"en": "Jane Doe", "ko": "Jane Doe"}, TODAY)


def test_an_office_is_stale_after_more_than_180_days() -> None:
    (office,) = read(OFFICE).entries

    assert isinstance(office, Office)
    assert not office.stale_on(office.checked_on + timedelta(days=180))
    assert office.stale_on(office.checked_on + timedelta(days=181))


async def save(db: Database, text: str, by: Coordinator) -> Saved:
    sheet = read(text)
    return await save_entries(db, sheet.register, sheet.entries, by, NOW)


async def test_an_entry_takes_the_place_of_the_one_with_its_key_and_all_others_stay(
    db: Database, owner: Coordinator
) -> None:
    other = OFFICE.replace("kr-president", "kr-minister")
    assert await save(db, OFFICE + other.partition("\n")[2], owner) == Saved(2, 0)
    assert await save(db, other.replace("post, hand", "post"), owner) == Saved(0, 1)
    assert await save(db, other.replace("post, hand", "post"), owner) == Saved(0, 0)

    offices = (await read_registers(db)).offices
    assert offices["kr-president"].methods == (Method.POST, Method.HAND)
    assert offices["kr-minister"].methods == (Method.POST,)
    assert [(one.name, one.subject) for one in await latest(db, 3)] == [
        ("change_entry", "kr-minister"),
        ("add_entry", "kr-minister"),
        ("add_entry", "kr-president"),
    ]
    assert (await verify(db)).broken_at is None


async def test_a_language_that_an_entry_has_cannot_be_taken_from_it(db: Database, owner: Coordinator) -> None:
    await save(db, OFFICE, owner)
    shorter = OFFICE.replace(", ko: 대통령}", "}").replace(", ko: 대통령님께", "").replace("post, hand", "post")
    with pytest.raises(LanguagesLost) as refused:
        await save(db, shorter + shorter.partition("\n")[2].replace("kr-president", "kr-minister"), owner)

    assert refused.value.lost == {"kr-president": ("ko",)}
    assert list((await read_registers(db)).offices.values()) == list(read(OFFICE).entries)


async def test_an_office_is_checked_and_gets_a_new_holder(db: Database, owner: Coordinator) -> None:
    await save(db, OFFICE, owner)
    await mark_checked(db, "kr-president", owner, TODAY, NOW)
    office = await change_holder(db, "kr-president", {"ko": "홍길동"}, owner, NOW)

    assert (office.checked_on, office.holder) == (TODAY, {"en": "홍길동", "ko": "홍길동"})
    assert await find_registered(db, Register.OFFICES, "kr-president") == office
    assert [one.name for one in await latest(db, 2)] == ["change_holder", "check_office"]
    for change in (mark_checked(db, "no", owner, TODAY, NOW), change_holder(db, "no", {"en": "A"}, owner, NOW)):
        with pytest.raises(NoSuchKey):
            await change


async def test_a_rehearsal_adds_what_its_registers_lack_and_keeps_what_was_changed(tmp_path: Path) -> None:
    stage = Stage(tmp_path)
    await set_up(stage, 1, 2, NOW)
    house = await Database.open(stage.database, load_secret_key(stage.secret_key))
    (owner,) = await coordinators_with(house, frozenset({Role.OWNER}))
    await change_holder(house, "kr-president", {"en": "A. First"}, owner, NOW)
    await house.close()
    await set_up(stage, 1, 2, NOW + timedelta(days=1))

    house = await Database.open(stage.database, load_secret_key(stage.secret_key))
    registers = await read_registers(house)
    await house.close()
    assert [len(registers.of(register)) for register in Register] == [5, 3, 5, 1]
    assert registers.offices["kr-president"].holder == {"en": "A. First", "ko": "A. First"}


async def drafted(db: Database, code: str, by: Coordinator, *edits: tuple[str, str]) -> int:
    text = next(sheet for sheet in demo_sheets() if f"code: {CODE}" in sheet).replace(CODE, code)
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    appeal = read_sheet(text, now=NOW, registers=await read_registers(db))
    return await add_draft(db, appeal, by, NOW)


async def approved(db: Database, code: str, by: Coordinator, reviewer: Coordinator) -> StoredAppeal:
    await submit(db, code, 1, by, NOW)
    await approve(db, code, 1, reviewer, NOW, needed=1)
    return await find_appeal(db, code)


async def test_an_obligation_that_is_edited_once_shows_in_two_drafts_and_in_no_published_version(
    db: Database, owner: Coordinator, colleague: Coordinator
) -> None:
    await save(db, CAT, owner)
    named = ("goal: 3000\n", "goal: 3000\nobligations: [cn-cat-3]\n")
    for code in ("DEMO-011", "DEMO-012", "DEMO-013", "DEMO-014"):
        await drafted(db, code, owner, named)
    await drafted(db, "DEMO-015", owner)
    await plan(db, await approved(db, "DEMO-013", owner, colleague), owner, NOW)
    await submit(db, "DEMO-014", 1, owner, NOW)
    before = await find_appeal(db, "DEMO-013")

    saved = await save(db, CAT.replace("Nobody is sent", "Nobody may be sent"), owner)

    assert saved == Saved(0, 1, ("DEMO-011", "DEMO-012"))
    said = {code: (await find_appeal(db, code)).appeal for code in ("DEMO-011", "DEMO-012", "DEMO-013", "DEMO-014")}
    assert [appeal.obligations[0].words["en"].split()[1] for appeal in said.values()] == ["may", "may", "is", "is"]
    assert await find_appeal(db, "DEMO-013") == before


@pytest.fixture
async def petition(db: Database, owner: Coordinator, colleague: Coordinator) -> StoredAppeal:
    """An appeal to the president of China as the register has the office, sent, and signed by one."""
    for text in demo_registers():
        await save(db, text, owner)
    await change_holder(db, "cn-president", {"en": "A. First", "ko": "첫째"}, owner, NOW)
    await drafted(db, "DEMO-011", owner, ("  - id: a2\n", "  - id: a2\n    entry: cn-president\n"))
    await plan(db, await approved(db, "DEMO-011", owner, colleague), owner, NOW)
    stored = await find_appeal(db, "DEMO-011")
    await signed(db, stored, 11)
    return stored


async def signed(db: Database, stored: StoredAppeal, person: int) -> None:
    consents = frozenset({Purpose.KEEP, Purpose.HAND_OVER})
    code, version = stored.appeal.code, stored.version
    await sign(db, Signing(code, version, person, "Zoë", "KR", consents, "1", "en", NOW, NOW.date()))


async def letter(db: Database, handover: Handover) -> tuple[str, ...]:
    appeal = await appeal_of_version(db, handover.version)
    async with db.reading() as tx:
        contents = await contents_in(tx, db, appeal, handover)
    sender = Sender("Demo Rights Network", Texts("en"), signer_of(db.key).public)
    written = package_words(appeal, handover, contents, sender).letter
    return (written.recipient, *written.address)


async def test_a_new_office_holder_changes_the_letters_that_were_not_handed_over_yet_only(
    db: Database, owner: Coordinator, petition: StoredAppeal
) -> None:
    office = "President of the People's Republic of China"
    first = await hand_over(db, petition, "a2", owner, NOW, number=1)
    address = ("Zhongnanhai, Xichang'an Jie", "Xicheng Qu, Beijing 100017", "People's Republic of China")
    assert await letter(db, first) == (f"A. First, {office}", *address)

    await change_holder(db, "cn-president", {"en": "B. Second", "ko": "둘째"}, owner, NOW)
    await signed(db, petition, 12)
    second = await hand_over(db, petition, "a2", owner, NOW, number=2)

    assert (await letter(db, second))[0] == f"B. Second, {office}"
    again = await find_handover(db, "DEMO-011", "a2", 1)
    assert again == first
    assert await letter(db, again) == (f"A. First, {office}", *address)
    assert replace(again, holder=None, post=None) == replace(first, holder=None, post=None)


async def test_a_letter_to_an_office_without_an_entry_names_the_office_alone(
    db: Database, owner: Coordinator, petition: StoredAppeal
) -> None:
    assert (await outlook(db, petition, "a1")).office is None
    handover = await hand_over(db, petition, "a1", owner, NOW, number=1)

    assert (handover.holder, handover.post) == (None, None)
    assert await letter(db, handover) == ("대한민국 대통령",)
