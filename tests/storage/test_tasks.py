"""Tasks come up on their day, once by name, wait while they are put off, and go with their cause."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from bot.demo import demo_sheets
from storage.appeals.records import close_due, find_appeal
from storage.appeals.sheets.sheet import read_sheet
from storage.appeals.vocabulary import Method
from storage.audit import latest
from storage.errors import NoSuchTask
from storage.letters.broadcasts.planning import plan
from storage.letters.broadcasts.recalls import plan_recall
from storage.registers.models import Office
from storage.timeline.causes import months_after, next_review
from storage.timeline.entries import NewEntry, Subject, add_entry
from storage.timeline.kinds import Commitment, Delivery, Recommendation, Reply, Response
from storage.timeline.tasks import done, due_tasks, find_task, open_tasks, raise_tasks, snooze, told
from tests.storage.conftest import NOW

if TYPE_CHECKING:
    from storage.appeals.records import StoredAppeal
    from storage.database import Database
    from storage.people.coordinators import Coordinator
    from storage.timeline.kinds import Content

SEOUL = ZoneInfo("Asia/Seoul")
CLOSED = next(appeal for sheet in demo_sheets() if (appeal := read_sheet(sheet, now=NOW)).code == "DEMO-002").deadline
TO_A1 = Subject(appeal="DEMO-002", addressee="a1")


@pytest.fixture
async def sent(db: Database, urgent: StoredAppeal, owner: Coordinator) -> StoredAppeal:
    """DEMO-002, sent and open."""
    await plan(db, urgent, owner, NOW)
    return await find_appeal(db, "DEMO-002")


async def names_at(db: Database, now: datetime) -> list[str]:
    """Bring up what is due then and return the names of what is open."""
    await raise_tasks(db, now, SEOUL)
    return [task.name for task in await open_tasks(db)]


async def keep(
    db: Database,
    content: Content,
    day: date,
    by: Coordinator,
    *,
    about: Subject = TO_A1,
    stage: str | None = None,
    due_on: date | None = None,
    thread: int | None = None,
) -> int:
    entry = NewEntry(about, content, day.isoformat(), stage=stage, due_on=due_on, thread=thread)
    return await add_entry(db, entry, by, NOW)


DELIVERY = Delivery(methods=(Method.POST,))
REPLY = Reply(response=Response.PLEDGED, summary="They look into it.", public=True)
TODAY = NOW.astimezone(SEOUL).date()


def begin(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=SEOUL)


async def test_an_appeal_that_closed_is_asked_about_after_one_three_six_and_twelve_months(
    db: Database, sent: StoredAppeal
) -> None:
    await close_due(db, CLOSED)
    closed_on = CLOSED.astimezone(SEOUL).date()
    for days in (30, 90, 180, 365):
        morning = begin(closed_on + timedelta(days))
        before = await names_at(db, morning - timedelta(seconds=1))
        assert f"follow_up:DEMO-002:{days}" not in before
        assert await names_at(db, morning) == [f"follow_up:DEMO-002:{days}"]  # it takes the place of the one before
        assert await raise_tasks(db, morning, SEOUL) == 0


async def test_a_withdrawn_appeal_is_not_asked_about(db: Database, sent: StoredAppeal, owner: Coordinator) -> None:
    await close_due(db, CLOSED)
    later = CLOSED + timedelta(days=31)
    assert await names_at(db, later) == ["follow_up:DEMO-002:30"]
    await plan_recall(db, "DEMO-002", owner, later)

    assert await names_at(db, later) == []


async def test_what_is_done_never_comes_back(db: Database, sent: StoredAppeal, owner: Coordinator) -> None:
    await close_due(db, CLOSED)
    later = CLOSED + timedelta(days=31)
    await raise_tasks(db, later, SEOUL)
    (task,) = await due_tasks(db, later)
    await done(db, task.id, owner, later)

    assert await names_at(db, later + timedelta(days=1)) == []
    with pytest.raises(NoSuchTask):
        await done(db, task.id, owner, later)
    with pytest.raises(NoSuchTask):
        await snooze(db, task.id, 7, owner, later)
    (deed, *_) = await latest(db, 1)
    assert (deed.name, deed.subject) == ("do_task", "follow_up:DEMO-002:30")


async def test_who_was_told_is_told_again_when_a_snooze_is_over_and_not_before(
    db: Database, sent: StoredAppeal, owner: Coordinator
) -> None:
    await close_due(db, CLOSED)
    later = CLOSED + timedelta(days=31)
    await raise_tasks(db, later, SEOUL)
    (task,) = await due_tasks(db, later)
    await told(db, task, later)
    assert await due_tasks(db, later) == ()

    await snooze(db, task.id, 7, owner, later)
    await raise_tasks(db, later + timedelta(days=6), SEOUL)
    assert await due_tasks(db, later + timedelta(days=6)) == ()
    assert [one.id for one in await due_tasks(db, later + timedelta(days=7))] == [task.id]


async def test_a_snooze_while_colleagues_are_being_told_is_not_lost(
    db: Database, sent: StoredAppeal, owner: Coordinator
) -> None:
    await close_due(db, CLOSED)
    later = CLOSED + timedelta(days=31)
    await raise_tasks(db, later, SEOUL)
    (task,) = await due_tasks(db, later)
    await snooze(db, task.id, 7, owner, later)  # the first colleague has read it, the last one not yet
    await told(db, task, later)

    assert [one.id for one in await due_tasks(db, later + timedelta(days=7))] == [task.id]


async def test_what_was_put_off_stays_so_when_the_next_time_takes_its_place(
    db: Database, sent: StoredAppeal, owner: Coordinator
) -> None:
    await keep(db, DELIVERY, TODAY, owner)
    await raise_tasks(db, begin(TODAY + timedelta(days=30)), SEOUL)
    (task,) = await open_tasks(db)
    await snooze(db, task.id, 30, owner, begin(TODAY + timedelta(days=55)))
    next_time = begin(TODAY + timedelta(days=60))
    await raise_tasks(db, next_time, SEOUL)

    assert [one.number for one in await open_tasks(db)] == [60]
    assert await due_tasks(db, next_time) == ()
    assert [one.number for one in await due_tasks(db, begin(TODAY + timedelta(days=85)))] == [60]


async def test_what_closed_while_the_clock_or_its_zone_was_wrong_comes_up_again_and_is_not_told_twice(
    db: Database, sent: StoredAppeal, owner: Coordinator
) -> None:
    await close_due(db, CLOSED)
    morning = begin(CLOSED.astimezone(SEOUL).date() + timedelta(days=30))
    assert await names_at(db, morning) == ["follow_up:DEMO-002:30"]
    (task,) = await due_tasks(db, morning)
    await told(db, task, morning)
    assert await names_at(db, NOW) == []

    assert await raise_tasks(db, morning + timedelta(minutes=5), SEOUL) == 1
    assert await open_tasks(db) == (task,)
    assert await due_tasks(db, morning + timedelta(minutes=5)) == ()
    await raise_tasks(db, morning, ZoneInfo("America/New_York"))
    assert await open_tasks(db) == ()
    assert await raise_tasks(db, morning + timedelta(days=1), ZoneInfo("America/New_York")) == 1
    await done(db, task.id, owner, morning + timedelta(days=1))
    await raise_tasks(db, NOW, SEOUL)
    assert await names_at(db, morning) == []


async def test_a_promise_of_an_appeal_that_is_withdrawn_or_in_the_archive_is_not_asked_about(
    db: Database, sent: StoredAppeal, owner: Coordinator
) -> None:
    promise = Commitment(who="The minister", what="To raise it.")
    for about in (TO_A1, Subject(office="kr-president")):
        await keep(db, promise, TODAY, owner, about=about, stage="open", due_on=TODAY)
    assert len(await names_at(db, begin(TODAY))) == 2
    for state in ("archived", "withdrawn"):
        async with db.transaction() as tx:
            await tx.execute("UPDATE appeal SET state = :state", {"state": state})
        (of_none,) = await names_at(db, begin(TODAY))
        assert of_none.startswith("commitment:2:")


async def test_an_addressee_who_does_not_reply_is_asked_about_every_thirty_days(
    db: Database, sent: StoredAppeal, owner: Coordinator
) -> None:
    entry = await keep(db, DELIVERY, TODAY, owner)

    assert await names_at(db, begin(TODAY + timedelta(days=29))) == []
    assert await names_at(db, begin(TODAY + timedelta(days=30))) == [f"no_reply:DEMO-002:a1:{entry}:30"]
    (task,) = await open_tasks(db)
    assert (task.about, task.number, task.entry) == (("DEMO-002", "a1", str(entry)), 30, entry)
    assert await names_at(db, begin(TODAY + timedelta(days=61))) == [f"no_reply:DEMO-002:a1:{entry}:60"]


async def test_a_reply_closes_the_task_and_a_later_delivery_begins_anew(
    db: Database, sent: StoredAppeal, owner: Coordinator
) -> None:
    await keep(db, DELIVERY, TODAY, owner)
    await raise_tasks(db, begin(TODAY + timedelta(days=30)), SEOUL)
    await keep(db, REPLY, TODAY + timedelta(days=31), owner)
    assert await names_at(db, begin(TODAY + timedelta(days=31))) == []

    again = await keep(db, DELIVERY, TODAY + timedelta(days=40), owner)
    assert await names_at(db, begin(TODAY + timedelta(days=69))) == []
    assert await names_at(db, begin(TODAY + timedelta(days=70))) == [f"no_reply:DEMO-002:a1:{again}:30"]


@pytest.mark.parametrize(("replied", "open_still"), [("2026-11-21", True), ("2026-11", False), ("2026", False)])
async def test_a_reply_that_may_have_come_after_the_delivery_counts(
    db: Database, sent: StoredAppeal, owner: Coordinator, replied: str, *, open_still: bool
) -> None:
    await keep(db, DELIVERY, TODAY, owner)
    for day in (replied, "2026-11-20"):
        await add_entry(db, NewEntry(TO_A1, REPLY, day), owner, NOW)

    assert bool(await names_at(db, begin(TODAY + timedelta(days=30)))) is open_still


async def test_each_addressee_has_a_clock_of_its_own(db: Database, sent: StoredAppeal, owner: Coordinator) -> None:
    for addressee in ("a1", "a2"):
        await keep(db, DELIVERY, TODAY, owner, about=Subject(appeal="DEMO-002", addressee=addressee))
    await keep(db, REPLY, TODAY, owner)

    (name,) = await names_at(db, begin(TODAY + timedelta(days=30)))
    assert name.startswith("no_reply:DEMO-002:a2:")


async def test_a_promise_is_asked_about_on_its_day_until_it_was_met(db: Database, owner: Coordinator) -> None:
    promise = Commitment(who="Minister of Unification", what="A report to the committee")
    due = TODAY + timedelta(days=20)
    about = Subject(campaign="forced-returns")
    thread = await keep(db, promise, TODAY, owner, about=about, stage="open", due_on=due)
    assert await names_at(db, begin(due) - timedelta(seconds=1)) == []
    assert await names_at(db, begin(due)) == [f"commitment:{thread}:{due}"]

    later = due + timedelta(days=10)
    await keep(db, promise, due, owner, about=about, stage="open", due_on=later, thread=thread)
    assert await names_at(db, begin(due)) == []
    assert await names_at(db, begin(later)) == [f"commitment:{thread}:{later}"]

    await keep(db, promise, later, owner, about=about, stage="met", thread=thread)
    assert await names_at(db, begin(later)) == []


async def test_a_review_is_asked_about_up_to_the_mid_term_report(db: Database, owner: Coordinator) -> None:
    for text in ("Guarantee non-refoulement.", "Give access to UNHCR."):
        recommended = Recommendation(state="CN", recommended_by="KR", cycle=4, text=text)
        entry = NewEntry(Subject(campaign="forced-returns"), recommended, "2024-01", stage="noted")
        last = await add_entry(db, entry, owner, NOW)

    for months, day in ((6, "2024-07-01"), (12, "2025-01-01"), (24, "2026-01-01"), (30, "2026-07-01")):
        morning = begin(date.fromisoformat(day))
        assert f"review:CN:4:2024-01:{months}" not in await names_at(db, morning - timedelta(seconds=1))
        assert await names_at(db, morning) == [f"review:CN:4:2024-01:{months}"]  # one for both recommendations

    assert await names_at(db, begin(date(2028, 7, 1))) == []  # the next review begins anew
    for thread in (last - 1, last):
        entry = NewEntry(
            Subject(campaign="forced-returns"), recommended, "2026-07-02", stage="implemented", thread=thread
        )
        await add_entry(db, entry, owner, NOW)
    assert await names_at(db, begin(date(2026, 7, 3))) == []


def test_the_next_review_comes_four_and_a_half_years_later() -> None:
    assert next_review("2024-01") == "2028-07"
    assert next_review("2024-01-23") == "2028-07"
    assert months_after(date(2025, 8, 31), 6) == date(2026, 2, 28)


async def put_office(db: Database, owner: Coordinator, checked_on: date) -> None:
    office = Office(
        key="kr-president",
        office={"en": "President"},
        country="KR",
        salutation={"en": "Dear President,"},
        letter_language="ko",
        methods=(Method.POST,),
        checked_on=checked_on,
    )
    async with db.transaction() as tx:
        await tx.execute(
            """
            INSERT INTO register_entry (register, key, document, changed_by, changed_at)
            VALUES ('offices', 'kr-president', :document, :by, 0)
            ON CONFLICT (register, key) DO UPDATE SET document = excluded.document
            """,
            {"document": office.model_dump_json(), "by": owner.id},
        )


async def test_a_stale_office_of_an_open_appeal_is_asked_about_once_for_each_check(
    db: Database, sent: StoredAppeal, owner: Coordinator
) -> None:
    async with db.transaction() as tx:  # the demo sheets name no register
        named = sent.appeal.addressees[0].model_copy(update={"entry": "kr-president"})
        appeal = sent.appeal.model_copy(update={"addressees": (named, *sent.appeal.addressees[1:])})
        await tx.execute("UPDATE appeal_version SET document = :document", {"document": appeal.model_dump_json()})
    checked = TODAY - timedelta(days=178)
    await put_office(db, owner, checked)

    assert await names_at(db, begin(checked + timedelta(days=180))) == []
    assert await names_at(db, begin(checked + timedelta(days=181))) == [f"office:kr-president:{checked}"]
    await put_office(db, owner, checked + timedelta(days=181))
    assert await names_at(db, begin(checked + timedelta(days=181))) == []


async def test_days_are_those_of_the_organisation(db: Database, sent: StoredAppeal, owner: Coordinator) -> None:
    await keep(db, DELIVERY, TODAY, owner)
    await raise_tasks(db, begin(TODAY + timedelta(days=30)), SEOUL)

    (task,) = await open_tasks(db)
    assert task.due_at == begin(TODAY + timedelta(days=30)).astimezone(UTC)
    assert await find_task(db, task.id) == task
