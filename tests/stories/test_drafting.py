"""Stories of coordinators who write an appeal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.demo import demo_sheets
from handlers.coordinators.sheets import SHEET_MAX
from storage.appeals.parts import Obligation
from storage.appeals.records import AppealState, appeals_in, find_appeal
from storage.appeals.restricted import restricted_of
from storage.appeals.sheets.sheet import empty_sheet
from storage.people.coordinators import find_coordinator
from storage.registers.changing import save_entries
from storage.registers.models import Register

if TYPE_CHECKING:
    from io import StringIO

    import pytest

    from storage.appeals.model import Appeal
    from storage.database import Database
    from tests.people import House, Person

SHEET = demo_sheets()[1]
OBLIGATION = Obligation(
    key="cn-cat-3",
    treaty={"en": "Convention against Torture", "ko": "고문방지협약"},
    article="3",
    state="CN",
    since=1988,
    words={"en": "Nobody is sent back to torture.", "ko": "누구도 고문받을 곳으로 보내지 않습니다."},
)


async def test_the_empty_sheet_comes_in_the_coordinator_s_language(hana: Person, joon: Person) -> None:
    for person, language in ((hana, "en"), (joon, "ko")):
        await person.sends("/draft")

        assert person.document("appeal-sheet.md").decode() == empty_sheet(language)


async def test_a_filled_sheet_becomes_a_draft_and_is_shown_as_each_reader_will_see_it(
    joon: Person, db: Database
) -> None:
    await joon.sends_document("my appeal.md", SHEET)

    assert "Nine people held at Tumen" in joon.sees
    assert "투먼에 붙잡힌 아홉 명" in joon.sees
    assert "[Sign] [Share]" in joon.sees
    assert "[서명하기] [공유하기]" in joon.sees
    assert "초안을 저장했습니다(버전 1)" in joon.last.text
    assert joon.buttons == ["검토 요청하기"]
    stored = await find_appeal(db, "DEMO-002")
    assert (stored.state, stored.number) == (AppealState.DRAFT, 1)


async def test_sheets_come_with_any_of_the_usual_endings_marks_and_line_ends(joon: Person, db: Database) -> None:
    names = ["appeal.txt", "APPEAL.MD", "appeal.markdown"]
    for name in names:
        await joon.sends_document(name, b"\xef\xbb\xbf" + SHEET.replace("\n", "\r\n").encode())

    assert (await find_appeal(db, "DEMO-002")).number == len(names)


async def test_a_second_sheet_is_the_next_version(joon: Person, db: Database) -> None:
    await joon.sends_document("appeal.md", SHEET)
    await joon.sends_document("appeal.md", SHEET.replace("Nine people", "A group of nine people"))

    assert "이전 버전을 대신하며" in joon.last.text
    stored = await find_appeal(db, "DEMO-002")
    assert stored.number == 2
    assert stored.appeal.texts["en"].title.startswith("A group of nine")


async def test_every_fault_is_named_by_line_and_nothing_is_stored(hana: Person, db: Database) -> None:
    broken = SHEET.replace("kind: urgent_action", "kind: party").replace("goal:", "gaol:")
    await hana.sends_document("appeal.md", broken)

    lines = broken.splitlines()
    kind, goal = (next(n for n, line in enumerate(lines, 1) if line.startswith(key)) for key in ("kind:", "gaol:"))
    assert f"Line {kind}, kind: must be one of" in hana.last.text
    assert f"Line {goal}, gaol: is no key" in hana.last.text
    assert "Nothing was stored" in hana.last.text
    assert await appeals_in(db) == ()


async def test_a_sheet_takes_from_the_registers_what_it_names(hana: Person, db: Database, clarion: House) -> None:
    owner = await find_coordinator(db, hana.id)
    assert owner is not None
    await save_entries(db, Register.OBLIGATIONS, [OBLIGATION], owner, clarion.clock.now())
    named = SHEET.replace("goal: 3000", "goal: 3000\nobligations: [cn-cat-3]")

    await hana.sends_document("appeal.md", named)

    assert "Nobody is sent back to torture." in hana.sees
    assert (await find_appeal(db, "DEMO-002")).appeal.obligations[0].since == 1988
    await hana.sends_document("appeal.md", named.replace("cn-cat-3", "cn-cat-33"))
    assert "obligations.1: the register of obligations has no such key; /registers lists" in hana.last.text


async def test_what_is_restricted_is_kept_apart_and_in_no_log(
    joon: Person, db: Database, log: StringIO, capsys: pytest.CaptureFixture[str]
) -> None:
    secret = SHEET.replace("a military garrison near the border", "the third house behind the mill")
    await joon.sends_document("appeal.md", secret)

    stored = await find_appeal(db, "DEMO-002")
    kept = await restricted_of(db, stored.version)
    assert kept.place is not None
    assert kept.place["en"] == "the third house behind the mill"
    assert "third house" not in stored.appeal.model_dump_json()
    assert "third house" not in log.getvalue() + capsys.readouterr().out


async def test_a_contradiction_is_told_in_the_language_of_who_wrote_it(joon: Person, db: Database) -> None:
    await joon.sends_document("appeal.md", SHEET.replace("named_publicly: no", "named_publicly: yes"))

    assert "people_at_risk.consent_reference: 빠져 있습니다. 이름은 본인이 동의했을 때만" in joon.last.text
    assert await appeals_in(db) == ()


async def test_a_sheet_full_of_faults_gets_them_all_in_a_file(hana: Person, db: Database) -> None:
    unknown = "".join(f"key{number}: <b>&\n" for number in range(60))
    await hana.sends_document("appeal.md", SHEET.replace("kind: urgent_action\n", f"kind: urgent_action\n{unknown}"))

    assert "60 things have to be put right" in hana.last.text
    faults = hana.document("faults.txt").decode("utf-8-sig").splitlines()
    assert len(faults) == 60
    assert faults[0].startswith("Line 4, key0:")
    assert await appeals_in(db) == ()


async def test_an_appeal_that_is_over_does_not_change(
    joon: Person, hana: Person, clarion: House, db: Database, published: dict[str, Appeal]
) -> None:
    clarion.clock.time = published["DEMO-002"].deadline
    await joon.sends_document("appeal.md", SHEET.replace("Nine people", "Ten people"))

    assert "이제는 바로잡을 수 없으니" in joon.last.text
    assert (await find_appeal(db, "DEMO-002")).number == 1


async def test_other_files_get_a_clear_sentence(hana: Person, db: Database) -> None:
    for name, content, said in (
        ("report.pdf", b"%PDF-1.7", "not an appeal sheet"),
        ("appeal.md", "제목".encode("cp949"), "UTF-8"),
        ("appeal.md", b"x" * (SHEET_MAX + 1), "larger than 256 KB"),
        ("appeal.md", b"", "put right"),
        ("appeal.md", b"---\nkind: [\n---\n", "put right"),
        ("appeal.md", b"\x00\x01\x02", "put right"),
    ):
        await hana.sends_document(name, content)

        assert said in hana.last.text
    assert await appeals_in(db) == ()


async def test_files_of_supporters_are_not_opened(amina: Person, db: Database) -> None:
    await amina.sends_document("appeal.md", SHEET)

    assert "not opened or kept" in amina.last.text
    assert await appeals_in(db) == ()


async def test_a_draft_is_invisible_to_supporters_and_cannot_be_signed(joon: Person, amina: Person) -> None:
    await joon.sends_document("appeal.md", SHEET)
    await amina.opens("DEMO-002")
    await amina.sends("/appeals")
    await joon.presses("sign:DEMO-002")

    assert "Tumen" not in amina.sees
    assert "consent:" not in str(joon.last.buttons)


async def test_a_colleague_s_version_is_replaced_by_a_sheet_that_says_so_and_they_are_told(
    joon: Person, hana: Person, db: Database
) -> None:
    await joon.sends_document("appeal.md", SHEET)
    before = await find_appeal(db, "DEMO-002")
    other = SHEET.replace("Nine people", "A group of nine people")
    for caption in (None, "place"):
        await hana.sends_document("other.md", other, caption)
        assert "takes the place of DEMO-002, version 1, by campaigner-2. Its state: draft." in hana.last.text
        assert "with the caption replace" in hana.last.text
    assert await find_appeal(db, "DEMO-002") == before
    assert (await restricted_of(db, before.version)).place is not None

    await hana.sends_document("other.md", other, " Replace ")

    assert "stored as a draft, version 2" in hana.last.text
    assert "owner-1 님이 DEMO-002 호소문의 새 양식을 보냈습니다." in joon.last.text
    assert "버전 1(당시 상태: 초안)" in joon.last.text


async def test_one_s_own_version_is_replaced_without_a_word_while_it_is_a_draft(joon: Person, db: Database) -> None:
    await joon.sends_document("appeal.md", SHEET)
    await joon.sends_document("appeal.md", SHEET)
    await joon.presses("submit:DEMO-002:2")
    await joon.sends_document("appeal.md", SHEET)
    assert "버전 2(작성: campaigner-2, 현재 상태: 검토 중)을 대신하게 됩니다" in joon.last.text
    assert (await find_appeal(db, "DEMO-002")).state is AppealState.IN_REVIEW

    await joon.sends_document("appeal.md", SHEET, "바꾸기")

    stored = await find_appeal(db, "DEMO-002")
    assert (stored.number, stored.state) == (3, AppealState.DRAFT)
    assert "새 양식을 보냈습니다" not in joon.sees
