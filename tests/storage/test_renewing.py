"""An entry of a register that was edited once is renewed in every draft that names it, and in nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from storage.appeals.records import add_draft, approve, find_appeal, find_waiting, submit
from storage.appeals.sheets.sheet import read_sheet
from storage.appeals.vocabulary import Method
from storage.letters.broadcasts.planning import plan
from storage.registers.changing import save_entries
from storage.registers.models import Register
from storage.registers.records import read_registers
from tests.storage.sheets import NOW, REGISTERS, SHEET, changed, read

if TYPE_CHECKING:
    from storage.database import Database
    from storage.people.coordinators import Coordinator

CODES = ("ORG-2026-001", "ORG-2026-002", "ORG-2026-003", "ORG-2026-004")
DRAFT, OTHER_DRAFT, IN_REVIEW, SENT = CODES

OBLIGATION = REGISTERS.obligations["cn-cat-3"]
OFFICE = REGISTERS.offices["kr-president"]
EDITED = OBLIGATION.model_copy(
    update={
        "words": {
            "en": "Nobody is sent back to torture.",
            "ko": "누구도 고문받을 곳으로 보내지 않습니다.",
            "ja": "誰も。",
        }
    }
)
MOVED = OFFICE.model_copy(
    update={"salutation": {"en": "Your Excellency,", "ko": "각하", "ja": "閣下"}, "methods": (Method.FAX,)}
)

NAMED = "obligations: [cn-cat-3]\nkind: petition"
METHODS = "    methods: [post, hand]\n"
FROM_ENTRY = (SHEET[SHEET.index("    office:\n") : SHEET.index(METHODS)], "    entry: kr-president\n")


def sheet(code: str, *edits: tuple[str, str]) -> str:
    return changed(("code: ORG-2026-001", f"code: {code}"), ("kind: petition", NAMED), FROM_ENTRY, *edits)


async def send(db: Database, code: str, author: Coordinator, reviewer: Coordinator) -> None:
    number = (await find_waiting(db, code)).number
    await submit(db, code, number, author, NOW)
    await approve(db, code, number, reviewer, NOW, needed=1)
    await plan(db, await find_appeal(db, code), author, NOW)


@pytest.fixture
async def appeals(db: Database, owner: Coordinator, colleague: Coordinator) -> None:
    """Four that name the same entries: two drafts, one in review, one sent."""
    for register in (Register.OFFICES, Register.OBLIGATIONS):
        await save_entries(db, register, tuple(getattr(REGISTERS, register).values()), owner, NOW)
    for code in CODES:
        await add_draft(db, read(sheet(code)), owner, NOW)
    await submit(db, IN_REVIEW, 1, owner, NOW)
    await send(db, SENT, owner, colleague)


async def words(db: Database, code: str) -> str:
    return (await find_appeal(db, code)).appeal.obligations[0].words["en"]


@pytest.mark.usefixtures("appeals")
async def test_a_snippet_edited_once_shows_in_two_drafts_and_not_in_what_was_sent(
    db: Database, owner: Coordinator
) -> None:
    saved = await save_entries(db, Register.OBLIGATIONS, [EDITED], owner, NOW)

    assert saved.renewed == (DRAFT, OTHER_DRAFT)
    for code in (DRAFT, OTHER_DRAFT):
        assert await words(db, code) == "Nobody is sent back to torture."
    for code in (IN_REVIEW, SENT):
        assert await words(db, code) == "No return to torture."


@pytest.mark.usefixtures("appeals")
async def test_a_renewed_draft_is_what_its_sheet_would_be_now(db: Database, owner: Coordinator) -> None:
    await save_entries(db, Register.OBLIGATIONS, [EDITED], owner, NOW)
    await save_entries(db, Register.OFFICES, [MOVED], owner, NOW)
    draft = (await find_appeal(db, DRAFT)).appeal
    row = await db.one("SELECT digest FROM appeal_version WHERE appeal = :code", {"code": DRAFT})

    assert set(draft.obligations[0].words) == {"en", "ko"}
    assert draft.addressees[0].salutation == {"en": "Your Excellency,", "ko": "각하"}
    assert row is not None
    assert row["digest"] == draft.digest()
    assert draft == read_sheet(sheet(DRAFT), now=NOW, registers=await read_registers(db))


@pytest.mark.usefixtures("appeals")
async def test_what_a_sheet_says_itself_of_an_office_stays(db: Database, owner: Coordinator) -> None:
    saved = await save_entries(db, Register.OFFICES, [MOVED], owner, NOW)

    assert saved.renewed == (DRAFT, OTHER_DRAFT)
    addressee = (await find_appeal(db, DRAFT)).appeal.addressees[0]
    assert addressee.methods == ("post", "hand")
    assert (await find_appeal(db, SENT)).appeal.addressees[0].salutation["en"] == "Dear Mr/Madam President,"


@pytest.mark.usefixtures("appeals")
async def test_a_correction_that_is_a_draft_is_renewed_beside_what_readers_see(
    db: Database, owner: Coordinator
) -> None:
    note = ("kind: petition", "change_note: {en: x, ko: x}\nkind: petition")
    await add_draft(db, read(sheet(SENT, note)), owner, NOW)

    saved = await save_entries(db, Register.OBLIGATIONS, [EDITED], owner, NOW)

    assert saved.renewed == (DRAFT, OTHER_DRAFT, SENT)
    correction = (await find_waiting(db, SENT)).appeal
    assert correction.obligations[0].words["en"] == "Nobody is sent back to torture."
    assert await words(db, SENT) == "No return to torture."


@pytest.mark.usefixtures("appeals")
async def test_what_is_kept_apart_stays_with_a_renewed_draft(db: Database, owner: Coordinator) -> None:
    place = ("kind: petition", "place: {country: CN, restricted: the third house}\nkind: petition")
    await add_draft(db, read(sheet(DRAFT, place)), owner, NOW)
    before = await db.one("SELECT restricted FROM appeal_version WHERE appeal = :code AND number = 2", {"code": DRAFT})

    await save_entries(db, Register.OBLIGATIONS, [EDITED], owner, NOW)

    after = await db.one("SELECT * FROM appeal_version WHERE appeal = :code AND number = 2", {"code": DRAFT})
    assert before is not None
    assert after is not None
    assert after["restricted"] == before["restricted"]
    assert "third house" not in after["document"]


@pytest.mark.usefixtures("appeals")
async def test_an_entry_that_no_draft_names_renews_nothing(db: Database, owner: Coordinator) -> None:
    other = OBLIGATION.model_copy(update={"key": "kr-cat-3", "state": "KR"})
    await save_entries(db, Register.OBLIGATIONS, [other], owner, NOW)

    saved = await save_entries(db, Register.OBLIGATIONS, [other.model_copy(update={"since": 1995})], owner, NOW)

    assert (saved.changed, saved.renewed) == (1, ())


@pytest.mark.usefixtures("appeals")
async def test_of_explanations_and_campaigns_appeals_have_the_key_alone(db: Database, owner: Coordinator) -> None:
    for register, entry in (
        (Register.EXPLANATIONS, REGISTERS.explanations["sur-place"].model_copy(update={"title": {"en": "In place"}})),
        (Register.CAMPAIGNS, REGISTERS.campaigns["forced-returns"].model_copy(update={"since": 2007})),
    ):
        await save_entries(db, register, tuple(getattr(REGISTERS, register).values()), owner, NOW)

        assert (await save_entries(db, register, [entry], owner, NOW)).renewed == ()
