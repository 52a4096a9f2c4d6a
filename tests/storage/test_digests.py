"""Digests: on their day, once, with what is new for each, whatever happened to the program in between."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from bot.demo import demo_sheets
from storage.appeals.records import add_draft, approve, find_appeal, submit
from storage.appeals.sheets.sheet import read_sheet
from storage.appeals.vocabulary import Topic, Urgency
from storage.letters.broadcasts import digests
from storage.letters.broadcasts.audience import Group, Wanted
from storage.letters.broadcasts.digests import due_periods, open_items, plan_digests
from storage.letters.broadcasts.planning import Plan, plan
from storage.letters.outbox.choosing import next_running
from storage.letters.outbox.leasing import lease
from storage.people.subscribers import Cadence, set_cadence, set_topics, stop
from tests.storage.conftest import NOW, subscribe_people

if TYPE_CHECKING:
    from storage.appeals.model import Appeal
    from storage.database import Database
    from storage.people.coordinators import Coordinator

SEOUL = ZoneInfo("Asia/Seoul")
AMINA, SUJIN = 11, 12
EVERYBODY = Wanted()


def seoul(month: int, day: int, hour: int = 9, minute: int = 0, *, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=SEOUL).astimezone(UTC)


async def publish(
    db: Database,
    owner: Coordinator,
    code: str,
    at: datetime = NOW,
    *,
    urgency: Urgency = Urgency.NORMAL,
    deadline: datetime = NOW + timedelta(days=200),
    wanted: Wanted = EVERYBODY,
) -> Appeal:
    sheet = read_sheet(demo_sheets()[0], now=NOW)
    appeal = sheet.model_copy(
        update={"code": code, "urgency": urgency, "deadline": deadline, "topics": (Topic.BORDER,)}
    )
    await add_draft(db, appeal, owner, at)
    await submit(db, code, 1, owner, at)
    await approve(db, code, 1, owner, at, needed=0)
    await plan(db, await find_appeal(db, code), owner, at, Plan(wanted=wanted))
    return appeal


async def subscribe(db: Database, cadence: Cadence, *people: int, language: str = "en") -> None:
    await subscribe_people(db, *people, language=language)
    for person in people:
        await set_cadence(db, person, cadence)


async def planned(db: Database, now: datetime) -> list[tuple[str, ...]]:
    """Plan what is due, and return the codes in each letter that was written, without anybody's name."""
    broadcasts = await plan_digests(db, now, SEOUL, 9)
    async with db.transaction() as tx:
        letters = await tx.all("SELECT id, broadcast FROM letter ORDER BY id")
        new = [letter["id"] for letter in letters if letter["broadcast"] in broadcasts]
        items = await open_items(tx, new, now)
        codes = {row["id"]: row["appeal"] for row in await tx.all("SELECT id, appeal FROM appeal_version")}
        await tx.execute("UPDATE letter SET state = 'sent'")
    return [tuple(codes[version] for version in items[letter]) for letter in new]


async def broadcasts(db: Database) -> dict[str, tuple[str, int]]:
    async with db.reading() as tx:
        rows = await tx.all("SELECT period, state, letters FROM broadcast WHERE kind = 'digest' ORDER BY id")
    return {row["period"]: (row["state"], row["letters"]) for row in rows}


@pytest.mark.parametrize(
    ("now", "names"),
    [
        (seoul(11, 22, 9, 30), ["daily:2026-11-22", "weekly:2026-W47", "monthly:2026-11"]),
        (seoul(11, 22, 8, 59), ["daily:2026-11-21", "weekly:2026-W47", "monthly:2026-11"]),
        (seoul(11, 23, 8, 59), ["daily:2026-11-22", "weekly:2026-W47", "monthly:2026-11"]),
        (seoul(11, 23), ["daily:2026-11-23", "weekly:2026-W48", "monthly:2026-11"]),
        (seoul(12, 1, 8, 59), ["daily:2026-11-30", "weekly:2026-W49", "monthly:2026-11"]),
        (seoul(12, 1), ["daily:2026-12-01", "weekly:2026-W49", "monthly:2026-12"]),
        (seoul(1, 1, year=2027), ["daily:2027-01-01", "weekly:2026-W53", "monthly:2027-01"]),
    ],
)
def test_days_weeks_and_months_begin_at_the_hour_of_the_digest(now: datetime, names: list[str]) -> None:
    assert [period.name for period in due_periods(now, SEOUL, 9)] == names


async def test_at_the_end_of_the_month_one_digest_has_the_appeals_of_that_month(
    db: Database, owner: Coordinator
) -> None:
    await subscribe(db, Cadence.MONTHLY, AMINA)
    assert await planned(db, seoul(11, 22)) == []
    await publish(db, owner, "DEMO-101", seoul(11, 23))
    await publish(db, owner, "DEMO-102", seoul(11, 29))

    assert await planned(db, seoul(12, 1, 8, 59)) == []
    assert await planned(db, seoul(12, 1)) == [("DEMO-101", "DEMO-102")]
    assert await planned(db, seoul(12, 1, 9, 1)) == []
    assert await planned(db, seoul(1, 1, year=2027)) == []


async def test_each_cadence_has_its_own_day(db: Database, owner: Coordinator) -> None:
    await subscribe(db, Cadence.DAILY, AMINA)
    await subscribe(db, Cadence.WEEKLY, SUJIN)
    await planned(db, seoul(11, 22))
    await publish(db, owner, "DEMO-101", seoul(11, 22, 12))

    assert await planned(db, seoul(11, 23, 8)) == []
    assert await planned(db, seoul(11, 23)) == [("DEMO-101",), ("DEMO-101",)]
    await publish(db, owner, "DEMO-102", seoul(11, 23, 12))
    assert await planned(db, seoul(11, 24)) == [("DEMO-102",)]


async def test_who_wants_appeals_at_once_or_only_critical_ones_gets_no_digest(db: Database, owner: Coordinator) -> None:
    await subscribe(db, Cadence.AT_ONCE, AMINA)
    await subscribe(db, Cadence.CRITICAL_ONLY, SUJIN)
    await publish(db, owner, "DEMO-101")

    assert await planned(db, seoul(12, 1)) == []


async def test_what_came_at_once_because_it_was_critical_is_not_told_again(db: Database, owner: Coordinator) -> None:
    await subscribe(db, Cadence.DAILY, AMINA)
    await publish(db, owner, "DEMO-101", urgency=Urgency.CRITICAL)
    async with db.reading() as tx:
        assert (await tx.only("SELECT COUNT(*) AS n FROM letter"))["n"] == 1

    assert await planned(db, seoul(11, 23)) == []


async def test_what_was_in_a_digest_is_not_sent_once_more_by_a_broadcast(db: Database, owner: Coordinator) -> None:
    await subscribe(db, Cadence.DAILY, AMINA)
    await publish(db, owner, "DEMO-101")
    assert await planned(db, seoul(11, 23)) == [("DEMO-101",)]
    await set_cadence(db, AMINA, Cadence.AT_ONCE)

    stored = await find_appeal(db, "DEMO-101")
    again = await plan(db, stored, owner, seoul(11, 23, 12))
    async with db.reading() as tx:
        row = await tx.only("SELECT letters FROM broadcast WHERE id = :id", {"id": again})
    assert row["letters"] == 0


async def test_a_digest_that_did_not_arrive_is_made_up_for_by_the_next(db: Database, owner: Coordinator) -> None:
    await subscribe(db, Cadence.DAILY, AMINA)
    await publish(db, owner, "DEMO-101")
    await planned(db, seoul(11, 23))
    async with db.transaction() as tx:
        await tx.execute("UPDATE letter SET state = 'refused'")

    assert await planned(db, seoul(11, 24)) == [("DEMO-101",)]


async def test_topics_and_languages_narrow_a_digest_as_they_narrow_an_appeal(db: Database, owner: Coordinator) -> None:
    await subscribe(db, Cadence.DAILY, AMINA, 13)
    await subscribe(db, Cadence.DAILY, SUJIN, language="ko")
    await set_topics(db, 13, frozenset({Topic.SUMMIT}))
    await publish(db, owner, "DEMO-101")
    await publish(db, owner, "DEMO-102", wanted=Wanted(languages=frozenset({"ko"})))
    await publish(db, owner, "DEMO-103", wanted=Wanted(topics=frozenset({Topic.SUMMIT})))

    told = await planned(db, seoul(11, 23))
    assert sorted(told) == [
        ("DEMO-101", "DEMO-102", "DEMO-103"),
        ("DEMO-101", "DEMO-103"),
        ("DEMO-103",),
    ]


async def test_what_went_to_signers_and_followers_alone_is_in_no_digest(db: Database, owner: Coordinator) -> None:
    await subscribe(db, Cadence.DAILY, AMINA)
    await publish(db, owner, "DEMO-101", wanted=Wanted(group=Group.FOLLOWERS, of="DEMO-101"))

    assert await planned(db, seoul(11, 23)) == []


async def test_what_is_old_closed_scheduled_or_from_before_the_consent_is_not_new(
    db: Database, owner: Coordinator
) -> None:
    await publish(db, owner, "DEMO-101", NOW - timedelta(days=1))
    await subscribe(db, Cadence.DAILY, AMINA)
    await publish(db, owner, "DEMO-102", deadline=seoul(11, 23, 8, 59))
    stored = await publish(db, owner, "DEMO-103", wanted=Wanted(group=Group.SIGNERS, of="DEMO-103"))
    found = await find_appeal(db, stored.code)
    await plan(db, found, owner, NOW, Plan(starts_at=NOW + timedelta(days=9)))

    assert await planned(db, seoul(11, 23)) == []
    await publish(db, owner, "DEMO-104")
    await set_cadence(db, AMINA, Cadence.MONTHLY)
    assert await planned(db, seoul(2, 1, year=2027)) == []


@pytest.mark.parametrize("state", ["paused", "failed", "cancelled"])
async def test_what_was_halted_is_told_in_no_digest_until_it_goes_on(
    db: Database, owner: Coordinator, state: str
) -> None:
    await subscribe(db, Cadence.DAILY, AMINA)
    await subscribe(db, Cadence.AT_ONCE, SUJIN)
    await publish(db, owner, "DEMO-101")
    async with db.transaction() as tx:
        await tx.execute("UPDATE broadcast SET state = :state", {"state": state})
    assert await planned(db, seoul(11, 23)) == []

    async with db.transaction() as tx:
        await tx.execute("UPDATE broadcast SET state = 'done' WHERE kind = 'appeal'")
    assert await planned(db, seoul(11, 24)) == [("DEMO-101",)]


async def test_what_is_halted_after_the_digest_was_written_is_left_out_of_it(db: Database, owner: Coordinator) -> None:
    await subscribe(db, Cadence.DAILY, AMINA)
    await publish(db, owner, "DEMO-101")
    await publish(db, owner, "DEMO-102")
    await plan_digests(db, seoul(11, 23), SEOUL, 9)
    async with db.transaction() as tx:
        (letter,) = await tx.all("SELECT id, broadcast FROM letter WHERE version IS NULL")
        assert len((await open_items(tx, [letter["id"]], seoul(11, 23)))[letter["id"]]) == 2
        await tx.execute("UPDATE broadcast SET state = 'cancelled' WHERE id = 1")
        (item,) = (await open_items(tx, [letter["id"]], seoul(11, 23)))[letter["id"]]
    assert item == (await find_appeal(db, "DEMO-102")).version


async def test_whoever_wants_only_critical_appeals_since_it_was_written_gets_no_digest(
    db: Database, owner: Coordinator
) -> None:
    await subscribe(db, Cadence.DAILY, AMINA, SUJIN)
    await publish(db, owner, "DEMO-101")
    await plan_digests(db, seoul(11, 23), SEOUL, 9)
    await set_cadence(db, AMINA, Cadence.CRITICAL_ONLY)

    running = await next_running(db, seoul(11, 23))
    assert running is not None
    assert [letter.chat for letter in await lease(db, running, 10, seoul(11, 23))] == [SUJIN]


async def test_what_was_told_in_digests_is_found_without_the_whole_history_of_a_person(db: Database) -> None:
    async with db.reading() as tx:
        (step,) = await tx.all("EXPLAIN QUERY PLAN SELECT id FROM letter WHERE subscriber = 1 AND version IS NULL")
    assert "letter_of_digest" in step["detail"]


async def test_whoever_stopped_is_told_nothing(db: Database, owner: Coordinator) -> None:
    await subscribe(db, Cadence.DAILY, AMINA)
    await publish(db, owner, "DEMO-101")
    await stop(db, AMINA)

    assert await planned(db, seoul(11, 23)) == []


async def test_a_day_with_nothing_new_is_done_and_not_planned_again(db: Database, owner: Coordinator) -> None:
    await subscribe(db, Cadence.DAILY, AMINA)
    assert await planned(db, seoul(11, 23)) == []
    assert (await broadcasts(db))["daily:2026-11-23"] == ("done", 0)

    await publish(db, owner, "DEMO-101", seoul(11, 23, 9, 5))
    assert await planned(db, seoul(11, 23, 10)) == []
    assert await planned(db, seoul(11, 24)) == [("DEMO-101",)]


async def test_after_days_without_the_program_only_the_latest_digest_is_made_up_for(
    db: Database, owner: Coordinator
) -> None:
    await subscribe(db, Cadence.DAILY, AMINA)
    await planned(db, seoul(11, 22))
    await publish(db, owner, "DEMO-101", seoul(11, 22, 12))

    assert await planned(db, seoul(11, 26, 15)) == [("DEMO-101",)]
    days = [period for period in await broadcasts(db) if period.startswith("daily")]
    assert days == ["daily:2026-11-22", "daily:2026-11-26"]


async def test_the_most_pressing_comes_first_and_what_has_closed_meanwhile_is_left_out(
    db: Database, owner: Coordinator
) -> None:
    await publish(db, owner, "DEMO-101", deadline=NOW + timedelta(days=90))
    await publish(db, owner, "DEMO-102", deadline=NOW + timedelta(days=80))
    await publish(db, owner, "DEMO-103", deadline=NOW + timedelta(days=99), urgency=Urgency.CRITICAL)
    await publish(db, owner, "DEMO-104", deadline=NOW + timedelta(days=2))
    await subscribe(db, Cadence.DAILY, AMINA)

    assert await planned(db, seoul(11, 23)) == [("DEMO-103", "DEMO-104", "DEMO-102", "DEMO-101")]
    async with db.reading() as tx:
        (letter,) = await tx.all("SELECT DISTINCT letter FROM digest_item")
        later = await open_items(tx, [letter["letter"]], NOW + timedelta(days=85))
    assert len(later[letter["letter"]]) == 2


async def test_a_digest_of_many_slices_reaches_everybody_once_also_when_it_was_interrupted(
    db: Database, owner: Coordinator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(digests, "SLICE", 3)
    monkeypatch.setattr(digests, "SLICES_AT_ONCE", 2)
    people = range(100, 110)
    await subscribe(db, Cadence.DAILY, *people)
    await publish(db, owner, "DEMO-101")
    period = due_periods(seoul(11, 23), SEOUL, 9)[0]
    await digests._insert_broadcast(db, period, seoul(11, 23))
    (broadcast,) = await digests._unwritten(db)
    assert not await digests._write_slice(db, broadcast, seoul(11, 23))

    assert await planned(db, seoul(11, 23)) == []
    assert await planned(db, seoul(11, 23)) == [("DEMO-101",)] * len(people)
    assert (await broadcasts(db))["daily:2026-11-23"] == ("running", len(people))
