"""Stories of coordinators who keep the registers, and of what handovers draw from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.demo import demo_registers, demo_sheets
from storage.appeals.records import AppealState, add_draft, approve, find_appeal, submit
from storage.appeals.sheets.sheet import read_sheet
from storage.audit import latest
from storage.letters.broadcasts.planning import plan
from storage.people.coordinators import Role, find_coordinator, invite
from storage.petitions.handing_over.handovers import find_handover
from storage.petitions.signatures.records import Purpose, Signing
from storage.petitions.signatures.signing import sign
from storage.registers.changing import save_entries
from storage.registers.records import read_registers
from storage.registers.sheet import read_register_sheet
from tests.storage.sheets import changed

if TYPE_CHECKING:
    from storage.database import Database
    from tests.people import House, Person

OFFICES = """offices:
  - key: kr-president
    office: {en: President, ko: 대통령}
    country: KR
    salutation: {en: "Dear President,", ko: 대통령님께}
    letter_language: ko
    methods: [post, hand]
    post: Seoul
    checked_on: 2026-05-01
"""
CAT = """obligations:
  - key: cn-cat-3
    treaty: {en: Convention against Torture, ko: 고문방지협약}
    state: CN
    since: 1988
    words: {en: Nobody is sent to torture., ko: 고문당할 곳으로 보내지 않는다.}
"""
CODE = "DEMO-011"


@pytest.fixture
async def filled(db: Database, hana: Person, clarion: House) -> None:
    """The registers of the demo."""
    owner = await find_coordinator(db, hana.id)
    assert owner is not None
    for text in demo_registers():
        sheet = read_register_sheet(text, today=clarion.clock.now().date())
        await save_entries(db, sheet.register, sheet.entries, owner, clarion.clock.now())


@pytest.fixture
async def petition(db: Database, hana: Person, joon: Person, clarion: House, filled: None) -> None:
    """An appeal to offices of the register, sent, and signed by one who may be handed over."""
    now = clarion.clock.now()
    owner, campaigner = await find_coordinator(db, hana.id), await find_coordinator(db, joon.id)
    assert owner is not None
    assert campaigner is not None
    text = next(sheet for sheet in demo_sheets() if "code: DEMO-003" in sheet).replace("DEMO-003", CODE)
    for entry, addressee in {"unhcr-high-commissioner": "a1", "cn-mission-geneva": "a2"}.items():
        text = text.replace(f"  - id: {addressee}\n", f"  - id: {addressee}\n    entry: {entry}\n", 1)
    await add_draft(db, read_sheet(text, now=now, registers=await read_registers(db)), campaigner, now)
    await submit(db, CODE, 1, campaigner, now)
    await approve(db, CODE, 1, owner, now, needed=1)
    stored = await find_appeal(db, CODE)
    await plan(db, stored, owner, now)
    await signed(db, clarion, 11)


async def signed(db: Database, clarion: House, person: int) -> None:
    consents, now = frozenset({Purpose.KEEP, Purpose.HAND_OVER}), clarion.clock.now()
    version = (await find_appeal(db, CODE)).version
    await sign(db, Signing(CODE, version, person, "Zoë", "KR", consents, "1", "en", now, now.date()))


async def test_a_register_is_sent_as_a_sheet_looked_at_and_taken_back_to_edit(hana: Person, db: Database) -> None:
    await hana.sends("/registers")
    assert hana.buttons == ["Offices: 0", "Obligations: 0", "Library: 0", "Campaigns: 0"]
    await hana.sends_document("my-offices.yaml", OFFICES)
    assert "Added: 1. Changed: 0. As before: 0." in hana.last.text
    assert "No draft had to be renewed." in hana.last.text

    await hana.presses("The offices")
    assert hana.buttons == ["President", "All as a sheet", "All registers"]
    await hana.presses("President")
    for said in ("Held by: nobody is named", "Letters in: Korean (by: post, hand)", "Post: Seoul"):
        assert said in hana.last.text
    assert "Last checked on 1 May 2026, 205 days ago." in hana.last.text
    await hana.presses_twice("Checked today")
    assert "Checked on 22 November 2026 (today)." in hana.last.text
    assert hana.alerts[-1] == "Noted: checked today."

    await hana.presses("Back to the list")
    await hana.presses("All as a sheet")
    edited = hana.document("offices.yaml").decode().replace("- hand", "- email")
    await hana.sends_document("offices.YML", edited)
    assert "Added: 0. Changed: 1. As before: 0." in hana.last.text
    assert [one.name for one in await latest(db, 3)] == ["change_entry", "check_office", "add_entry"]


async def test_faults_are_named_with_their_lines_and_nothing_is_saved(hana: Person, db: Database) -> None:
    await hana.sends_document("offices.yaml", OFFICES.replace("KR\n", "Korea\n").replace("2026-05-01", "soon"))
    assert "2 things have to be put right" in hana.last.text
    assert "Line 4, offices.1.country: must be the code of a country" in hana.last.text
    assert "Line 9, offices.1.checked_on: must be a day" in hana.last.text
    await hana.sends_document("offices.yaml", "people: []")
    assert "exactly one of these at its top" in hana.last.text
    await hana.sends_document("offices.yaml", b"\xff\xfe")
    assert "cannot be read as text in UTF-8" in hana.last.text
    assert (await read_registers(db)).offices == {}


async def test_an_entry_keeps_its_languages(hana: Person, db: Database) -> None:
    await hana.sends_document("a.yaml", CAT)
    english = CAT.replace(", ko: 고문방지협약", "").replace(", ko: 고문당할 곳으로 보내지 않는다.", "")
    await hana.sends_document("a.yaml", english)

    assert "Nothing was saved." in hana.last.text
    assert "cn-cat-3 (ko)" in hana.last.text
    assert set((await read_registers(db)).obligations["cn-cat-3"].words) == {"en", "ko"}


async def test_drafts_that_say_it_anew_are_named(hana: Person, joon: Person, db: Database, clarion: House) -> None:
    await joon.sends_document("a.yaml", CAT)
    sheet = next(text for text in demo_sheets() if "code: DEMO-002" in text)
    sheet = sheet.replace("goal: 3000\n", "goal: 3000\nobligations: [cn-cat-3]\n", 1)
    await joon.sends_document("appeal.md", sheet.replace("DEMO-002", CODE))
    await joon.sends_document("a.yaml", CAT.replace("Nobody is sent", "Nobody may be sent"))

    assert f"내용이 함께 바뀐 초안: {CODE}" in joon.last.text
    assert (await find_appeal(db, CODE)).appeal.obligations[0].words["en"] == "Nobody may be sent to torture."


async def test_each_register_can_be_read_page_by_page_in_the_coordinator_s_language(
    hana: Person, joon: Person, filled: None
) -> None:
    more = "".join(
        f"  - {{key: word-{n:02}, title: {{en: Word {n:02}}}, text: {{en: It is word {n:02}.}}}}\n" for n in range(9)
    )
    await hana.sends_document("more.yaml", f"explanations:\n{more}")
    await hana.sends("/registers explanations")
    assert "14 words" in hana.last.text
    assert hana.buttons[-3:] == ["Further", "All as a sheet", "All registers"]
    await hana.presses("Further")
    assert hana.buttons[-3:] == ["Earlier", "All as a sheet", "All registers"]
    await hana.presses("Word 08")
    assert hana.last.text == "Word 08\nword-08 · English\n\nIt is word 08."

    await hana.sends("/registers explanations word-03")
    assert "It is word 03." in hana.last.text

    await joon.sends("/registers")
    await joon.presses("국제 의무: 3")
    await joon.presses("고문방지협약(1984년)")
    assert "제3조 · 중국 · 1988년부터" in joon.last.text
    await joon.presses("목록으로")
    await joon.presses("등록부 전체")
    await joon.presses("캠페인: 1")
    await joon.presses("강제북송을 멈춰 주세요")
    assert "2006년부터" in joon.last.text


async def test_a_new_holder_is_named_in_letters_that_are_not_handed_over_yet(
    hana: Person, db: Database, clarion: House, petition: None
) -> None:
    async def new_holder(english: str, korean: str) -> None:
        await hana.sends("/registers offices")
        await hana.presses("UN High Commissioner")
        await hana.presses("New holder")
        assert "New holder: UN High Commissioner for Refugees" in hana.last.text
        await hana.sends(english)
        await hana.sends(korean)
        await hana.presses("form-keep")
        assert "name the new holder" in hana.last.text
        assert f"Held by: {english}" in hana.last.text

    async def hand_over() -> None:
        await hana.sends(f"/handover {CODE}")
        await hana.presses("UN High Commissioner")
        await hana.presses("Hand over")

    await new_holder("Ms A. First", "첫째")
    await hand_over()
    await new_holder("Mr B. Second", "둘째")
    await signed(db, clarion, 12)
    await hana.sends(f"/handover {CODE}")
    await hana.presses("UN High Commissioner")
    assert "It will name: Mr B. Second" in hana.last.text
    await hana.presses("Hand over")

    kept = [(await find_handover(db, CODE, "a1", number)).holder for number in (1, 2)]
    assert kept == [{"en": "Ms A. First", "ko": "첫째"}, {"en": "Mr B. Second", "ko": "둘째"}]


async def test_an_address_that_was_not_checked_for_long_warns_before_it_is_delivered_to(
    hana: Person, sujin: Person, db: Database, clarion: House, petition: None
) -> None:
    await hana.sends(f"/handover {CODE}")
    await hana.presses("UN High Commissioner")
    assert "Name and address were checked on 22 November 2026." in hana.last.text
    await hana.sends(f"/handover {CODE}")
    await hana.presses("Permanent Mission")
    assert "Name and address were last checked on 3 November 2025, 384 days ago." in hana.last.text
    await hana.presses("Name and address")
    await hana.presses("Checked today")
    await hana.sends(f"/handover {CODE}")
    await hana.presses("Permanent Mission")
    assert "Name and address were checked on 22 November 2026." in hana.last.text

    owner = await find_coordinator(db, hana.id)
    assert owner is not None
    await sujin.opens(f"inv_{await invite(db, Role.EXPORTER, owner, clarion.clock.now())}")
    await sujin.sends(f"/handover {CODE}")
    await sujin.presses("유엔난민최고대표")
    await sujin.presses("이름과 주소")
    assert "재임자: 적혀 있지 않음" in sujin.last.text
    assert sujin.last.keyboard == ()


async def test_only_who_drafts_keeps_the_registers(
    hana: Person, amina: Person, sujin: Person, db: Database, clarion: House, filled: None
) -> None:
    owner = await find_coordinator(db, hana.id)
    assert owner is not None
    await sujin.opens(f"inv_{await invite(db, Role.EXPORTER, owner, clarion.clock.now())}")
    for person, refusal in ((amina, "for coordinators"), (sujin, "역할로는")):
        await person.sends("/registers")
        assert refusal in person.last.text
        for word in (
            "register:offices:0", "entry-of:offices:kr-president", "office-checked:kr-president",
            "register-sheet:offices", "office-holder:kr-president",
        ):  # fmt: skip
            clarion.telegram.forges_press(person.id, person.last.message_id, word)
            await clarion.answers_everything()
            assert refusal in person.last.text, word
    await amina.sends_document("a.yaml", CAT)
    assert "Files cannot be taken" in amina.last.text
    for word in ("entry-of:offices:no", "entry-of:x", "office-of", "office-checked:no", "register-sheet:no"):
        clarion.telegram.forges_press(hana.id, hana.last.message_id, word)
        await clarion.answers_everything()
        assert "out of date" in hana.alerts[-1], word


async def test_a_draft_that_became_too_long_is_named_and_does_not_go_to_the_reviewers(
    hana: Person, db: Database, clarion: House
) -> None:
    await hana.sends_document("offices.yaml", OFFICES)
    caption, alt = f"{{en: {'c' * 200}, ko: 사진}}", "{en: River, ko: 강}"
    photo = f"photo: {{caption: {caption}, credit: {'k' * 150}, date: 2026-02, alt: {alt}}}\n"
    sheet = changed(
        ("contact:\n", f"{photo}contact:\n"),
        ("  - id: a1\n    office:\n      en: President\n      ko: 대통령\n", "  - id: a1\n    entry: kr-president\n"),
        ("A summary.", "s" * 300),
    )
    await hana.sends_document("appeal.md", sheet)
    await hana.sends_document("offices.yaml", OFFICES.replace("en: President", f"en: {'p' * 200}"))
    assert "These drafts do not fit Telegram’s messages any more: ORG-2026-001." in hana.last.text

    clarion.telegram.forges_press(hana.id, hana.last.message_id, "submit:ORG-2026-001:1")
    await clarion.answers_everything()

    assert "ORG-2026-001 does not fit Telegram’s messages any more" in hana.last.text
    assert "• en: " in hana.last.text
    assert (await find_appeal(db, "ORG-2026-001")).state is AppealState.DRAFT


async def test_of_many_entries_and_drafts_the_first_are_named_and_the_rest_counted(
    hana: Person, db: Database, clarion: House
) -> None:
    def words(languages: str, text: str = "It.") -> str:
        titles, texts = (", ".join(f"{tag}: {one}" for tag in languages.split()) for one in ("W", text))
        lines = (f"  - {{key: {'w' * 30}-{n:03}, title: {{{titles}}}, text: {{{texts}}}}}\n" for n in range(300))
        return "explanations:\n" + "".join(lines)

    await hana.sends_document("a.yaml", words("en ko"))
    await hana.sends_document("a.yaml", words("en"))
    assert f"{'w' * 30}-009 (ko) and 290 more" in hana.last.text

    owner = await find_coordinator(db, hana.id)
    assert owner is not None
    await hana.sends_document("b.yaml", CAT)
    appeal = read_sheet(
        changed(("kind: petition", "obligations: [cn-cat-3]\nkind: petition")),
        now=clarion.clock.now(),
        registers=await read_registers(db),
    )
    for number in range(200):
        code = f"ORG-2026-ABCDEFGH-{number:03}"
        await add_draft(db, appeal.model_copy(update={"code": code}), owner, clarion.clock.now())
    await hana.sends_document("b.yaml", CAT.replace("Nobody is sent", "Nobody may be sent"))
    assert "ORG-2026-ABCDEFGH-009 and 190 more" in hana.last.text
