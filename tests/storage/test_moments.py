"""The calendar keeps its moments in step with appeals, reminds of each in time and once, and counts who comes."""

from __future__ import annotations

import asyncio
import shutil
from datetime import UTC, date, datetime, time, timedelta
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.demo import demo_sheets
from storage.appeals.records import add_draft, approve, find_appeal, submit
from storage.appeals.sheets.sheet import read_sheet
from storage.calendar.anchors import keep_anchor_moments
from storage.calendar.attendance import (
    erase_attendance_of_past,
    is_coming,
    say_coming,
    take_back_coming,
)
from storage.calendar.changing import NewMoment, add_moment, cancel_moment, move_moment
from storage.calendar.coming import When, find_moment, moments_to_come
from storage.calendar.kinds import Described, MomentKind
from storage.calendar.reminders import HOURS, due_reminders, mark_reminded
from storage.database import Database
from storage.errors import NoSuchMoment
from storage.letters.broadcasts.corrections import plan_correction
from storage.letters.broadcasts.planning import plan
from storage.letters.broadcasts.recalls import plan_recall
from storage.people.coordinators import Role, coordinators_with, ensure_owners
from storage.people.own_data import forget, own_data
from storage.secret_key import SecretKey
from tests.storage.conftest import NOW

if TYPE_CHECKING:
    from pathlib import Path

    from storage.people.coordinators import Coordinator

SEOUL = ZoneInfo("Asia/Seoul")
AMINA, SUJIN = 7_310_001_001, 7_310_001_002
VIGIL = Described(name={"en": "Vigil"}, place={"en": "Gwanghwamun, Seoul"})
DEMO_001 = demo_sheets()[0]


def new_moment(
    when: When, *, kind: MomentKind = MomentKind.ACTION, public: bool = True, appeal: str | None = None
) -> NewMoment:
    return NewMoment(kind, VIGIL, when, public=public, appeal=appeal)


def at(moment: datetime, *, hour_known: bool = True) -> When:
    return When(moment.astimezone(SEOUL), hour_known)


async def reminded(db: Database, now: datetime) -> list[int]:
    """Remind of what is due as the program does, and return how many hours before."""
    due = await due_reminders(db, now)
    for reminder in due:
        await mark_reminded(db, reminder)
    return [reminder.hours for reminder in due]


async def send(db: Database, author: Coordinator, reviewer: Coordinator, sheet: str) -> None:
    """Draft the appeal of *sheet* and send it, or its correction."""
    appeal = read_sheet(sheet, now=NOW)
    number = await add_draft(db, appeal, author, NOW)
    await submit(db, appeal.code, number, author, NOW)
    await approve(db, appeal.code, number, reviewer, NOW, needed=1)
    if number == 1:
        await plan(db, await find_appeal(db, appeal.code), author, NOW)
    else:
        await plan_correction(db, appeal.code, number, author, NOW)


def corrected(event: str) -> str:
    return DEMO_001.replace("code: DEMO-001", "code: DEMO-001\nchange_note: {en: Moved, ko: 옮김}").replace(
        "  date: in 18 days\n", event
    )


async def test_a_moment_is_reminded_of_a_week_a_day_and_three_hours_before_each_once(
    db: Database, owner: Coordinator
) -> None:
    begins = NOW + timedelta(days=10)
    await add_moment(db, new_moment(at(begins)), owner, NOW)

    told = {hours: await reminded(db, begins - timedelta(hours=hours)) for hours in (169, 168, 167, 24, 23, 3, 2, 0)}
    assert told == {169: [], 168: [168], 167: [], 24: [24], 23: [], 3: [3], 2: [], 0: []}


async def test_without_an_hour_days_are_counted_from_the_beginning_of_the_day_in_its_zone(
    db: Database, owner: Coordinator
) -> None:
    when = When.of(date(2026, 12, 10), None, SEOUL)
    await add_moment(db, new_moment(when), owner, NOW)
    begins = datetime(2026, 12, 9, 15, tzinfo=UTC)

    assert await reminded(db, begins - timedelta(hours=168, seconds=1)) == []
    assert await reminded(db, begins - timedelta(hours=168)) == [168]
    assert await reminded(db, begins - timedelta(hours=24)) == [24]
    assert await reminded(db, begins - timedelta(hours=3)) == []
    assert (await find_moment(db, 1, begins + timedelta(hours=23))).when == when
    with pytest.raises(NoSuchMoment):
        await find_moment(db, 1, begins + timedelta(hours=24))


async def test_what_is_past_when_a_moment_is_added_or_moved_is_not_sent(db: Database, owner: Coordinator) -> None:
    begins = NOW + timedelta(days=3)
    moment = await add_moment(db, new_moment(at(begins)), owner, NOW)
    assert await reminded(db, NOW) == []
    assert await reminded(db, begins - timedelta(hours=24)) == [24]

    later = begins + timedelta(hours=2)
    await move_moment(db, moment, at(later), owner, begins - timedelta(hours=23))
    assert await reminded(db, later - timedelta(hours=24)) == [24]  # another time, so that all know of it
    soon = later - timedelta(hours=20)
    await move_moment(db, moment, at(soon), owner, soon - timedelta(hours=2))
    assert await reminded(db, soon - timedelta(hours=1)) == []


async def test_after_a_long_sleep_only_the_nearest_reminder_is_sent(db: Database, owner: Coordinator) -> None:
    begins = NOW + timedelta(days=10)
    await add_moment(db, new_moment(at(begins)), owner, NOW)

    assert await reminded(db, begins - timedelta(hours=2)) == [3]
    assert await reminded(db, begins - timedelta(hours=1)) == []


async def test_nobody_is_reminded_of_what_was_cancelled(db: Database, owner: Coordinator) -> None:
    begins = NOW + timedelta(days=10)
    moment = await add_moment(db, new_moment(at(begins)), owner, NOW)
    await cancel_moment(db, moment, owner, NOW)

    assert await reminded(db, begins - timedelta(hours=24)) == []
    assert await moments_to_come(db, NOW) == ()
    with pytest.raises(NoSuchMoment):
        await move_moment(db, moment, at(begins), owner, NOW)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    begins=st.integers(1, 400 * 60).map(lambda minutes: NOW + timedelta(minutes=minutes)),
    turns=st.lists(st.integers(1, 100 * 60).map(lambda minutes: timedelta(minutes=minutes)), max_size=12),
    hour_known=st.booleans(),
)
def test_however_the_clock_turns_each_reminder_comes_at_most_once_and_never_later_than_the_next_one(
    blank_database: Path, begins: datetime, turns: list[timedelta], *, hour_known: bool
) -> None:
    async def run() -> list[tuple[int, timedelta]]:
        with TemporaryDirectory() as folder:
            shutil.copy(blank_database, f"{folder}/clarion.db")
            sent = []
            db = await Database.open(type(blank_database)(folder) / "clarion.db", SecretKey(bytes(range(32))))
            await ensure_owners(db, [1], NOW)
            (owner,) = await coordinators_with(db, {Role.OWNER})
            await add_moment(db, new_moment(at(begins, hour_known=hour_known)), owner, NOW)
            now = NOW
            for turn in turns:
                now += turn
                sent += [(hours, begins - now) for hours in await reminded(db, now)]
            await db.close()
        return sent

    sent = asyncio.run(run())
    windows = dict(zip(HOURS, (0, *HOURS), strict=False)) if hour_known else {24: 0, 168: 24}

    assert [hours for hours, _ in sent] == sorted({hours for hours, _ in sent}, reverse=True)
    for hours, left in sent:
        assert timedelta(hours=windows[hours]) < left <= timedelta(hours=hours) < begins - NOW


async def test_the_anchor_event_of_an_appeal_is_in_the_calendar_once_it_is_sent(
    db: Database, owner: Coordinator, colleague: Coordinator
) -> None:
    assert await keep_anchor_moments(db, NOW) == 0
    await send(db, owner, colleague, DEMO_001)
    assert await keep_anchor_moments(db, NOW) == 1
    assert await keep_anchor_moments(db, NOW) == 0

    (moment,) = await moments_to_come(db, NOW)
    assert (moment.appeal, moment.anchor, moment.public) == ("DEMO-001", True, True)
    assert moment.name["ko"] == "한중 정상회담"
    assert moment.when == When.of(date(2026, 12, 10), None, SEOUL)
    for change in (cancel_moment(db, moment.id, owner, NOW), move_moment(db, moment.id, moment.when, owner, NOW)):
        with pytest.raises(NoSuchMoment):
            await change


async def test_a_correction_moves_the_anchor_event_and_its_reminders_come_anew(
    db: Database, owner: Coordinator, colleague: Coordinator
) -> None:
    await send(db, owner, colleague, DEMO_001)
    await keep_anchor_moments(db, NOW)
    assert await reminded(db, datetime(2026, 12, 2, 15, tzinfo=UTC)) == [168]

    await send(db, owner, colleague, corrected("  date: 2026-12-11 14:00\n"))
    assert await keep_anchor_moments(db, NOW) == 1
    (moment,) = await moments_to_come(db, NOW)
    assert moment.when == When.of(date(2026, 12, 11), time(14), SEOUL)
    assert await reminded(db, moment.when.at - timedelta(hours=168)) == [168]


async def test_the_anchor_event_goes_with_a_withdrawn_appeal(
    db: Database, owner: Coordinator, colleague: Coordinator
) -> None:
    await send(db, owner, colleague, DEMO_001)
    await keep_anchor_moments(db, NOW)
    await plan_recall(db, "DEMO-001", owner, NOW)

    assert await keep_anchor_moments(db, NOW) == 1
    assert await keep_anchor_moments(db, NOW) == 0
    assert await moments_to_come(db, NOW) == ()


async def test_with_a_withdrawn_appeal_goes_every_moment_about_it_that_is_not_over(
    db: Database, owner: Coordinator, colleague: Coordinator
) -> None:
    await send(db, owner, colleague, DEMO_001)
    begins = NOW + timedelta(days=2)
    vigil = await add_moment(db, new_moment(at(begins), appeal="DEMO-001"), owner, NOW)
    other = await add_moment(db, new_moment(at(begins)), owner, NOW)
    past = await add_moment(db, new_moment(at(NOW - timedelta(days=2)), appeal="DEMO-001"), owner, NOW)
    await say_coming(db, vigil, AMINA, NOW)
    await keep_anchor_moments(db, NOW)
    await plan_recall(db, "DEMO-001", owner, NOW)
    assert await keep_anchor_moments(db, NOW) == 2

    assert [moment.id for moment in await moments_to_come(db, NOW)] == [other]
    assert [one.moment.id for one in await due_reminders(db, begins - timedelta(hours=24))] == [other]
    kept = await db.all("SELECT id FROM moment WHERE cancelled_at IS NULL ORDER BY id")
    assert [row["id"] for row in kept] == [other, past]
    assert await db.all("SELECT 1 FROM attendance") == []


async def test_a_moment_that_is_kept_again_stands_there_once(db: Database, owner: Coordinator) -> None:
    begins = at(NOW + timedelta(days=2))
    moment = await add_moment(db, new_moment(begins), owner, NOW)

    assert await add_moment(db, new_moment(begins), owner, NOW) == moment
    assert await add_moment(db, new_moment(begins, public=False), owner, NOW) != moment
    await cancel_moment(db, moment, owner, NOW)
    assert await add_moment(db, new_moment(begins), owner, NOW) != moment


async def test_who_comes_twice_is_counted_once_and_no_id_is_stored(
    db: Database, owner: Coordinator, tmp_path: Path
) -> None:
    moment = await add_moment(db, new_moment(at(NOW + timedelta(days=2))), owner, NOW)
    assert [await say_coming(db, moment, AMINA, NOW) for _ in range(2)] == [True, False]
    assert await say_coming(db, moment, SUJIN, NOW)
    assert (await find_moment(db, moment, NOW)).coming == 2
    assert [await take_back_coming(db, moment, SUJIN, NOW) for _ in range(2)] == [True, False]
    assert (await find_moment(db, moment, NOW)).coming == 1

    (row,) = await db.all("SELECT * FROM attendance")
    assert set(row.keys()) == {"moment", "person"}
    assert len(row["person"]) == 64
    await db.fold_log()
    content = (tmp_path / "clarion.db").read_bytes()
    assert str(AMINA).encode() not in content
    assert AMINA.to_bytes(8, "big") not in content


async def test_the_same_person_has_another_digest_at_each_moment(db: Database, owner: Coordinator) -> None:
    for days in (2, 3):
        moment = await add_moment(db, new_moment(at(NOW + timedelta(days=days))), owner, NOW)
        await say_coming(db, moment, AMINA, NOW)

    assert len({row["person"] for row in await db.all("SELECT person FROM attendance")}) == 2


@pytest.mark.parametrize(("kind", "public"), [(MomentKind.VOTE, True), (MomentKind.ACTION, False)])
async def test_nobody_comes_to_what_is_no_public_action(
    db: Database, owner: Coordinator, kind: MomentKind, *, public: bool
) -> None:
    moment = await add_moment(db, new_moment(at(NOW + timedelta(days=2)), kind=kind, public=public), owner, NOW)

    with pytest.raises(NoSuchMoment):
        await say_coming(db, moment, AMINA, NOW)


async def test_who_came_is_erased_after_the_day_and_the_number_stays(db: Database, owner: Coordinator) -> None:
    begins = NOW + timedelta(days=2)
    moment = await add_moment(db, new_moment(at(begins)), owner, NOW)
    await say_coming(db, moment, AMINA, NOW)

    assert await erase_attendance_of_past(db, begins) == 0
    assert await erase_attendance_of_past(db, at(begins).over_at) == 1
    assert await db.all("SELECT * FROM attendance") == []
    assert [row["coming"] for row in await db.all("SELECT coming FROM moment")] == [1]


async def test_what_is_cancelled_forgets_who_would_have_come(db: Database, owner: Coordinator) -> None:
    moment = await add_moment(db, new_moment(at(NOW + timedelta(days=2))), owner, NOW)
    await say_coming(db, moment, AMINA, NOW)
    await cancel_moment(db, moment, owner, NOW)

    assert await db.all("SELECT * FROM attendance") == []


async def test_a_person_sees_what_they_come_to_and_takes_it_back_with_everything_else(
    db: Database, owner: Coordinator
) -> None:
    moment = await add_moment(db, new_moment(at(NOW + timedelta(days=2))), owner, NOW)
    for person in (AMINA, SUJIN):
        await say_coming(db, moment, person, NOW)
    assert (await own_data(db, AMINA))["coming_to"] == [{"moment": "Vigil", "day": "2026-11-24"}]

    await forget(db, AMINA)
    assert (await own_data(db, AMINA))["coming_to"] == []
    assert (await find_moment(db, moment, NOW)).coming == 1
    assert [await is_coming(db, moment, person) for person in (AMINA, SUJIN)] == [False, True]
