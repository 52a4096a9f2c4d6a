"""A sheet that is written for somebody is read back as what they said."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.appeals.records import add_draft, find_appeal
from storage.appeals.sheets.cleaning import cleaned
from storage.appeals.sheets.faults import SheetFaults
from storage.appeals.sheets.sheet import read_sheet
from storage.appeals.sheets.writing import ADDRESSEE, Written, next_code, write_sheet
from storage.appeals.versions import Replaces
from storage.errors import CodeTaken

if TYPE_CHECKING:
    from storage.database import Database
    from storage.people.coordinators import Coordinator

NOW = datetime(2026, 11, 22, tzinfo=UTC)
HEAD: dict[str, object] = {
    "kind": "petition",
    "urgency": "normal",
    "topics": ["border"],
    "countries": ["NO", "KR"],
    "deadline": "2026-12-08 18:00",
    "timezone": "Asia/Seoul",
    "goal": "3000",
    "content_note": "no",
    "people_at_risk": {"count": "unknown", "minors": "unknown", "named_publicly": "no"},
    "addressees": [
        {
            "id": ADDRESSEE,
            "office": {"en": "Minister: of #1"},
            "salutation": {"en": "- Dear Minister,"},
            "letter_language": "en",
            "methods": ["post"],
        }
    ],
    "contact": {"name": "Desk", "role": {"en": "yes"}, "email": "a@example.org"},
    "sources": [{"type": "ngo", "title": "'2013'"}],
}
LINE = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=60)
PROSE = st.lists(LINE, min_size=1, max_size=4).map("\n".join)


@given(LINE, PROSE, PROSE, st.lists(LINE, min_size=1, max_size=5))
def test_whatever_is_typed_the_sheet_is_an_appeal_or_names_its_faults(
    title: str, summary: str, background: str, demands: list[str]
) -> None:
    sheet = write_sheet("ORG-2026-001", Written(HEAD, "en", title, summary, background, demands))
    try:
        appeal = read_sheet(sheet, now=NOW)
    except SheetFaults:
        return
    assert len(appeal.addressees[0].demands["en"]) == len(demands)
    assert "<!--" in title or appeal.texts["en"].title == cleaned(title).strip()


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("#SaveThem", "#SaveThem"),
        ("# en", "# en"),
        ("## Title\n#\u3000ko\n\ufeff# ko", "## Title # ko # ko"),
        ("<!-<!---- x", "<!-<! ---- x"),
        ("<!\u00ad-- x", "<! -- x"),
        ("<!<!----", "<!<! ----"),
        ("a --> b", "a --> b"),
    ],
)
def test_what_looks_like_a_heading_or_a_comment_is_text(typed: str, read: str) -> None:
    for title, background in ((typed.splitlines()[0], typed), ("t", f"{typed}\n\n{typed}")):
        written = Written(HEAD, "en", title, typed, background, [typed, typed])
        appeal = read_sheet(write_sheet("ORG-2026-001", written), now=NOW)

        assert appeal.texts["en"].summary == read
        assert appeal.addressees[0].demands["en"] == (read, read)
        assert appeal.texts["en"].background.split("\n\n")[0] == read


def test_what_was_typed_is_what_the_appeal_says() -> None:
    summary, background = "# First\nSecond <!-- no remark -->", "One.\n\n2. Two."
    written = Written(HEAD, "en", "Let them: go", summary, background, ["Do *this*", "And that"])

    appeal = read_sheet(write_sheet("ORG-2026-001", written), now=NOW)

    assert appeal.countries == ("NO", "KR")
    assert appeal.texts["en"].title == "Let them: go"
    assert appeal.texts["en"].summary == "# First Second <! -- no remark -->"
    assert "2. Two." in appeal.texts["en"].background
    assert appeal.addressees[0].office["en"] == "Minister: of #1"
    assert appeal.addressees[0].demands["en"] == ("Do *this*", "And that")
    assert appeal.sources[0].title["en"] == "'2013'"


@pytest.mark.parametrize("countries", [[], ["XX"]], ids=["none", "unknown"])
def test_a_fault_in_it_is_named_as_in_any_sheet(countries: list[str]) -> None:
    written = Written({**HEAD, "countries": countries}, "en", "t", "s", "b", ["d"])
    with pytest.raises(SheetFaults):
        read_sheet(write_sheet("ORG-2026-001", written), now=NOW)


async def test_a_code_that_a_colleague_took_a_moment_before_is_not_taken_twice(
    db: Database, owner: Coordinator, colleague: Coordinator
) -> None:
    code = await next_code(db, "Org", 2026)
    appeal = read_sheet(write_sheet(code, Written(HEAD, "en", "t", "s", "b", ["d"])), now=NOW)

    added = await asyncio.gather(
        *(add_draft(db, appeal, one, NOW, replaces=Replaces.NOTHING) for one in (owner, colleague)),
        return_exceptions=True,
    )

    assert [str(one) if isinstance(one, int) else type(one) for one in added] == ["1", CodeTaken]
    assert (await find_appeal(db, code)).author == owner.id
    assert await next_code(db, "Org", 2026) == f"{code[:-1]}2"
