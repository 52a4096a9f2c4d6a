"""Unique ids, names and texts go through whole flows, and none is found in the database, its log or our own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.rehearsal.telegram import Person as Account
from tests.people import House, Person

if TYPE_CHECKING:
    from io import StringIO
    from pathlib import Path

ID = 7_310_224_551
NAME = "Canaria Vogelsang"
TYPED_NAME = "Kanarienvogel Gelb"
TIP = "Canary: forty songbirds were counted at the old bridge before dawn."
STOPPED_TIP = "Canary two: ring the keeper at 010-7777-8888 in the aviary."
CANARIES = (str(ID), NAME, "Canaria", TYPED_NAME, "songbirds", "aviary", "7777-8888", "77778888")


@pytest.fixture
async def canary(clarion: House) -> Person:
    clarion.telegram.add_person(Account(ID, NAME, language_code="en"))
    return Person(clarion, ID, NAME)


async def tip(canary: Person, text: str) -> None:
    await canary.sends("/tip")
    await canary.presses("tip:start")
    for menu in ("tip-category:", "tip-area:", "tip-people:", "tip-when:", "tip-known:", "tip-urgency:"):
        await canary.presses(menu)
    await canary.sends(text)


@pytest.mark.usefixtures("published")
async def test_no_id_name_or_text_of_a_person_is_kept_readable_or_logged(
    log: StringIO, clarion: House, canary: Person, hana: Person, tmp_path: Path
) -> None:
    await canary.sends("/start")
    await canary.presses("subscribe:yes")
    await clarion.sends_all_letters()
    await canary.sends("/sign DEMO-002")
    for button in ("consent:keep", "consent:hand_over", "consent:updates", "consents:done", "name:change"):
        await canary.presses(button)
    await canary.sends(TYPED_NAME)
    await canary.presses("sign-confirm:yes")
    await tip(canary, STOPPED_TIP)
    await canary.sends("/cancel")
    await tip(canary, TIP)
    await canary.presses("tip:seal")
    await canary.presses("tip:noted")
    await hana.sends("/export signatures DEMO-002 csv")
    await hana.sends("/export tips")
    await canary.sends("/mydata")
    await canary.sends("/withdraw DEMO-002")

    kept = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    logged = log.getvalue()
    assert [canary for canary in CANARIES if canary.encode() in kept] == []
    assert [canary for canary in CANARIES if canary in logged] == []
    assert TYPED_NAME in hana.document(".csv").decode("utf-8-sig")  # the flows did run
