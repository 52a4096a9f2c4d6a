"""The course of a broadcast in counts: its pace, its curves, its table."""

from __future__ import annotations

import csv
import io
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from storage.exports.counts import CountLabels, counts_table
from storage.exports.formats.csv import write_csv
from storage.letters.broadcasts.planning import plan
from storage.letters.outbox.choosing import next_running
from storage.letters.outbox.leasing import lease
from storage.letters.outbox.outcomes import Blocked, Later, Outcome, Refused, Sent
from storage.letters.outbox.settling import Settled, settle
from storage.letters.reports.course import (
    POINTS_MAX,
    Count,
    Pace,
    Point,
    count_letters,
    course,
    has_letters,
    pace,
    signatures_since,
)
from storage.people.own_data import forget
from storage.petitions.signatures.records import Purpose, Signing
from storage.petitions.signatures.signing import sign
from storage.petitions.signatures.standing import withdraw
from tests.storage.conftest import NOW, subscribe_people

if TYPE_CHECKING:
    from datetime import datetime

    from storage.appeals.records import StoredAppeal
    from storage.database import Database
    from storage.people.coordinators import Coordinator

AT = int(NOW.timestamp())


async def send(db: Database, now: datetime, *outcomes: Outcome) -> None:
    """Let the next letters come to these ends."""
    running = await next_running(db, now)
    assert running is not None
    letters = await lease(db, running, len(outcomes), now)
    await settle(db, [Settled(letter, end) for letter, end in zip(letters, outcomes, strict=True)], now)


@pytest.fixture
async def broadcast(db: Database, urgent: StoredAppeal, owner: Coordinator) -> int:
    """A broadcast to twenty people, of whom none has a letter yet."""
    await subscribe_people(db, *range(11, 25))
    await subscribe_people(db, *range(25, 31), language="ko")
    return await plan(db, urgent, owner, NOW)


async def test_the_pace_is_that_of_the_last_minute(db: Database, broadcast: int) -> None:
    assert await pace(db, broadcast, NOW) == Pace(0.0, 0, None)
    await send(db, NOW, *[Sent(one) for one in range(4)])
    await send(db, NOW + timedelta(minutes=5), *[Sent(one) for one in range(6)])

    assert (await pace(db, broadcast, NOW + timedelta(minutes=5, seconds=3))).per_second == 2
    assert (await pace(db, broadcast, NOW + timedelta(minutes=7))).per_second == 0


async def test_letters_that_must_wait_are_counted_apart(db: Database, broadcast: int) -> None:
    await send(db, NOW, Sent(1), Later(900), Later(600))

    assert await pace(db, broadcast, NOW) == Pace(1.0, 2, AT + 600)
    assert (await pace(db, broadcast, NOW + timedelta(seconds=700))).waiting == 1


async def test_a_curve_tells_what_had_come_until_each_moment(db: Database, broadcast: int) -> None:
    await send(db, NOW, Sent(1), Sent(2), Blocked())
    await send(db, NOW + timedelta(seconds=9), Sent(3), Refused("chat restricted"))
    seen = await course(db, broadcast)

    assert seen.delivered == (Point(AT + 1, 2), Point(AT + 10, 3))
    assert seen.undelivered == (Point(AT + 1, 1), Point(AT + 10, 2))


async def test_a_long_curve_has_fewer_points_than_moments(db: Database, broadcast: int, urgent: StoredAppeal) -> None:
    for day in range(15):
        await send(db, NOW + timedelta(hours=4 * day), Sent(day))
    seen = await course(db, broadcast)

    assert len(seen.delivered) <= POINTS_MAX
    assert seen.delivered[-1].total == 15
    assert all(point.at % 600 == 0 for point in seen.delivered[:-1])
    assert seen.delivered[-1].at == AT + 14 * 4 * 3_600 + 1


async def test_a_broadcast_without_letters_has_no_curve(db: Database, urgent: StoredAppeal, owner: Coordinator) -> None:
    empty = await plan(db, urgent, owner, NOW)

    assert (await course(db, empty)).delivered == ()
    assert not await has_letters(db, empty)
    assert not await has_letters(db, 99)
    assert await count_letters(db, 99) == ()


async def test_signatures_are_counted_from_a_moment_on_and_withdrawn_ones_are_not(
    db: Database, broadcast: int, urgent: StoredAppeal
) -> None:
    for person in range(4):
        at = NOW + timedelta(minutes=person)
        await sign(
            db,
            Signing("DEMO-002", urgent.version, person, "A", "KR", frozenset({Purpose.KEEP}), "1", "en", at, at.date()),
        )
    await withdraw(db, "DEMO-002", 2)

    assert await signatures_since(db, "DEMO-002", AT + 60) == (Point(AT + 61, 1), Point(AT + 181, 2))
    assert await signatures_since(db, "DEMO-002", AT + 600) == ()


async def test_letters_are_counted_by_end_reason_and_language(db: Database, broadcast: int) -> None:
    await send(db, NOW, *[Sent(one) for one in range(10)], Refused("=1+1"), Refused("=1+1"))
    await forget(db, 11)
    await forget(db, 30)

    assert set(await count_letters(db, broadcast)) == {
        Count("sent", None, "en", 9),
        Count("sent", None, None, 1),
        Count("refused", "=1+1", "en", 2),
        Count("pending", None, "en", 2),
        Count("pending", None, "ko", 5),
        Count("skipped", "forgotten", None, 1),
    }


async def test_the_table_adds_up_and_no_cell_of_it_is_a_formula(db: Database, broadcast: int) -> None:
    await send(db, NOW, *[Sent(one) for one in range(10)], Refused("=1+1"), Refused("=1+1"))
    labels = CountLabels("State", "Reason", "Total", str.upper, lambda _, word: word, lambda tag: tag or "?")
    out = io.BytesIO()
    await write_csv(counts_table("counts", await count_letters(db, broadcast), labels), out)

    assert list(csv.reader(io.StringIO(out.getvalue().decode("utf-8-sig")))) == [
        ["State", "Reason", "en", "ko", "Total"],
        ["SENT", "", "10", "0", "10"],
        ["REFUSED", "'=1+1", "2", "0", "2"],
        ["PENDING", "", "2", "6", "8"],
        ["Total", "", "14", "6", "20"],
    ]
