"""Stories of letters with a picture: it is uploaded once, and comes to nobody twice."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any

from bot.rehearsal.faults import Rule, Slow
from storage.appeals.photos import keep_file_id, keep_photo
from storage.appeals.records import add_draft, approve, submit
from storage.appeals.sheets.sheet import read_sheet
from storage.people.coordinators import find_coordinator
from tests.conftest import WRITER
from tests.sending.crowd import PEOPLE, happens
from tests.sending.offices import database_of, send, sends_to_the_end
from tests.stories.test_photographing import SHEET, river

if TYPE_CHECKING:
    import pytest

    from tests.people import House
    from tests.sending.offices import Office


PICTURED = "DEMO-012"


def pictures(house: House, person: int) -> list[str]:
    return [message.file.file_id for message in house.telegram.chat(person) if message.file]


async def send_picture(house: House) -> None:
    """Send an appeal with a picture to everybody."""
    db, now = database_of(house), house.clock.now()
    writer, reviewer = [await find_coordinator(db, person) for person in (WRITER, WRITER + 1)]
    assert writer is not None
    assert reviewer is not None
    appeal = read_sheet(SHEET.replace("DEMO-002", PICTURED), now=now)
    number = await add_draft(db, appeal, writer, now)
    await keep_photo(db, PICTURED, river(), writer, now)
    await submit(db, PICTURED, number, writer, now)
    await approve(db, PICTURED, number, reviewer, now, needed=1)
    await send(house, PICTURED)


def test_a_picture_is_uploaded_once_while_a_whole_lot_waits_for_it(office: Office) -> None:
    async def story(house: House) -> None:
        house.telegram.faults.add(Rule(Slow(2), method="sendPhoto", times=1))
        await send_picture(house)
        await sends_to_the_end(house)
        assert len(house.telegram.memory.world.files) == 1
        assert {len(pictures(house, person)) for person in PEOPLE} == {1}

    happens(office, story)


def test_a_picture_whose_name_cannot_be_kept_is_uploaded_again_and_comes_to_nobody_twice(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    failures = [sqlite3.OperationalError("database is locked")]

    async def keep(*given: Any) -> None:
        if failures:
            raise failures.pop()
        await keep_file_id(*given)

    monkeypatch.setattr("bot.sending.post.keep_file_id", keep)

    async def story(house: House) -> None:
        await send_picture(house)
        await sends_to_the_end(house)
        assert len(house.telegram.memory.world.files) == 2
        assert {len(pictures(house, person)) for person in PEOPLE} == {1}

    happens(office, story)
