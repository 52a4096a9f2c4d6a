"""Entries of the timeline: kept as written, gone on with in threads, moving an appeal on, archived at the end."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage.appeals.records import AppealState, close_due, find_appeal
from storage.appeals.vocabulary import Method
from storage.audit import latest, verify
from storage.errors import NoSuchAppeal, NoSuchEntry, WrongState
from storage.letters.broadcasts.planning import plan
from storage.timeline.archiving import archive
from storage.timeline.entries import (
    NewEntry,
    Subject,
    add_entry,
    entries_about,
    file_of,
    find_entry,
    standing,
    thread_of,
)
from storage.timeline.kinds import ENDS, STAGES, Bill, Commitment, Contact, Delivery, Direction, Form, Kind, Reply
from storage.timeline.visibility import visible_to
from tests.storage.conftest import NOW

if TYPE_CHECKING:
    from storage.appeals.records import StoredAppeal
    from storage.database import Database
    from storage.people.coordinators import Coordinator

CODE = "DEMO-002"
ABOUT = Subject(appeal=CODE, addressee="a1")
DELIVERED = NewEntry(ABOUT, Delivery(methods=(Method.POST,)), "2026-11-20")
REPLIED = NewEntry(ABOUT, Reply(response="pledged", summary="They will look into it.", public=True), "2026-11")
BILL = NewEntry(Subject(), Bill(title="Resolution", chamber="National Assembly"), "2026-11-20", "proposed")
PROMISE = NewEntry(Subject(office="kr-president"), Commitment(who="The president", what="To raise it"), "2026", "open")
LETTER = NewEntry(
    Subject(office="kr-president"),
    Contact(form=Form.LETTER, direction=Direction.TO_THEM, summary="Our letter"),
    "2026-09-13",
    "open",
)
FIRSTS = (BILL, PROMISE, LETTER)


@pytest.fixture
async def published(db: Database, owner: Coordinator, urgent: StoredAppeal) -> StoredAppeal:
    """DEMO-002, open for signatures."""
    await plan(db, urgent, owner, NOW)
    return await find_appeal(db, CODE)


async def state(db: Database) -> AppealState:
    return (await find_appeal(db, CODE)).state


async def close(db: Database, appeal: StoredAppeal) -> None:
    assert await close_due(db, appeal.appeal.deadline) == (CODE,)


async def test_an_entry_comes_back_as_it_was_written_and_is_encrypted(
    db: Database, owner: Coordinator, published: StoredAppeal
) -> None:
    embargo = datetime(2026, 12, 24, 9, tzinfo=UTC)
    new = replace(REPLIED, confidential=True, embargo_until=embargo, due_on=date(2027, 1, 1), file=b"\x00scan")
    entry = await find_entry(db, await add_entry(db, new, owner, NOW))

    assert (entry.about, entry.content, entry.day) == (ABOUT, REPLIED.content, "2026-11")
    assert (entry.due_on, entry.confidential, entry.embargo_until) == (date(2027, 1, 1), True, embargo)
    assert (entry.thread, entry.has_file, entry.by, entry.recorded_at) == (entry.id, True, owner.alias, NOW)
    async with db.reading() as tx:
        row = await tx.only("SELECT content, file FROM timeline_entry")
    assert b"look into it" not in row["content"]
    assert b"scan" not in row["file"]


async def test_who_records_and_who_takes_a_scan_is_on_record(
    db: Database, owner: Coordinator, colleague: Coordinator, published: StoredAppeal
) -> None:
    entry = await add_entry(db, replace(DELIVERED, file=b"%PDF"), owner, NOW)
    bare = await add_entry(db, DELIVERED, owner, NOW)

    assert await file_of(db, entry, colleague, NOW) == b"%PDF"
    assert await file_of(db, bare, colleague, NOW) is None
    assert await file_of(db, 99, colleague, NOW) is None
    assert [(deed.alias, deed.name, deed.subject) for deed in await latest(db, 3)] == [
        (colleague.alias, "take_file", f"entry-{entry}"),
        (owner.alias, "record_delivery", CODE),
        (owner.alias, "record_delivery", CODE),
    ]
    assert (await verify(db)).broken_at is None


async def test_what_is_on_record_is_not_kept_twice_but_whatever_differs_is_kept(
    db: Database, owner: Coordinator, colleague: Coordinator, published: StoredAppeal
) -> None:
    first = await add_entry(db, DELIVERED, owner, NOW)
    others = [
        replace(DELIVERED, day="2026-11-21"),
        replace(DELIVERED, about=replace(ABOUT, addressee="a2")),
        replace(DELIVERED, content=Delivery(methods=(Method.HAND,))),
        replace(DELIVERED, file=b"%PDF"),
        replace(DELIVERED, confidential=True),
        replace(DELIVERED, embargo_until=NOW),
    ]
    kept = [await add_entry(db, new, owner, NOW) for new in others]

    assert len({first, *kept}) == 1 + len(others)
    again = [await add_entry(db, new, colleague, NOW + timedelta(hours=1)) for new in (DELIVERED, *others)]
    assert again == [first, *kept]
    assert len(await entries_about(db, Subject(appeal=CODE))) == 1 + len(others)


async def test_entries_are_listed_by_day_about_all_that_is_named(
    db: Database, owner: Coordinator, published: StoredAppeal
) -> None:
    for new in (LETTER, replace(LETTER, day="2025-06"), PROMISE, REPLIED):
        await add_entry(db, new, owner, NOW)

    assert [one.day for one in await entries_about(db, Subject(office="kr-president"))] == [
        "2025-06",
        "2026",
        "2026-09-13",
    ]
    assert [one.kind for one in await entries_about(db, ABOUT)] == [Kind.REPLY]
    assert await entries_about(db, replace(ABOUT, office="kr-president")) == ()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    story=st.lists(st.tuples(st.integers(0, 2), st.integers(0, 6), st.integers(0, 5), st.integers(0, 400)), max_size=20)
)
async def test_whatever_goes_on_where_a_thread_stands_is_its_newest_entry(
    story: list[tuple[int, int, int, int]], db: Database, owner: Coordinator
) -> None:
    async with db.transaction() as tx:
        await tx.execute("DELETE FROM timeline_entry")
    threads: dict[int, tuple[Kind, list[int]]] = {}
    for which, place, stage, days in story:
        first = FIRSTS[which]
        mine = [thread for thread, (kind, _) in threads.items() if kind is first.kind]
        thread = mine[place] if place < len(mine) else None
        stages = STAGES[first.kind]
        due = NOW.date() + timedelta(days=days) if days else None
        new = replace(first, stage=stages[stage % len(stages)], due_on=due, thread=thread)
        entry = await add_entry(db, new, owner, NOW)
        if thread is None:
            threads.setdefault(entry, (first.kind, [entry]))
        elif entry not in threads[thread][1]:
            threads[thread][1].append(entry)

    for kind in ENDS:
        now = await standing(db, kind)
        expected = {thread: entries[-1] for thread, (of, entries) in threads.items() if of is kind}
        assert {one.thread: one.id for one in now} == expected
        due = [one.due_on or date.max for one in now]
        assert due == sorted(due)
    for thread, (_, entries) in threads.items():
        assert [one.id for one in await thread_of(db, thread)] == entries


async def test_a_thread_goes_on_with_its_own_kind_from_its_first_entry(db: Database, owner: Coordinator) -> None:
    bill = await add_entry(db, BILL, owner, NOW)
    further = await add_entry(db, replace(BILL, thread=bill, stage="committee"), owner, NOW)

    for broken in (replace(PROMISE, thread=bill), replace(BILL, thread=further), replace(BILL, thread=99)):
        with pytest.raises(NoSuchEntry):
            await add_entry(db, broken, owner, NOW)
    with pytest.raises(NoSuchEntry):
        await find_entry(db, 99)
    assert await thread_of(db, further) == ()


def test_every_end_is_a_stage_of_its_kind() -> None:
    assert all(ends < set(STAGES[kind]) for kind, ends in ENDS.items())
    assert ENDS.keys() == STAGES.keys()


async def test_an_appeal_goes_on_from_closed_to_delivered_to_answered(
    db: Database, owner: Coordinator, published: StoredAppeal
) -> None:
    await close(db, published)
    assert await state(db) is AppealState.CLOSED
    await add_entry(db, DELIVERED, owner, NOW)
    assert await state(db) is AppealState.DELIVERED
    await add_entry(db, REPLIED, owner, NOW)
    assert await state(db) is AppealState.ANSWERED
    await add_entry(db, replace(DELIVERED, day="2026-11-21"), owner, NOW)
    assert await state(db) is AppealState.ANSWERED


@pytest.mark.parametrize(
    ("before", "then"),
    [
        ((), AppealState.CLOSED),
        ((DELIVERED,), AppealState.DELIVERED),
        ((REPLIED,), AppealState.ANSWERED),
        ((REPLIED, DELIVERED), AppealState.ANSWERED),
        ((replace(LETTER, about=ABOUT),), AppealState.CLOSED),
    ],
)
async def test_what_came_before_the_close_counts_when_it_closes(
    before: tuple[NewEntry, ...], then: AppealState, db: Database, owner: Coordinator, published: StoredAppeal
) -> None:
    for new in before:
        await add_entry(db, new, owner, NOW)
    assert await state(db) is AppealState.PUBLISHED
    await close(db, published)

    assert await state(db) is then


async def test_only_what_is_over_goes_into_the_archive_and_stays_there(
    db: Database, owner: Coordinator, published: StoredAppeal
) -> None:
    with pytest.raises(NoSuchAppeal):
        await archive(db, "NONE-001", owner, NOW)
    with pytest.raises(WrongState):
        await archive(db, CODE, owner, NOW)
    await close(db, published)
    await archive(db, CODE, owner, NOW)
    with pytest.raises(WrongState):
        await archive(db, CODE, owner, NOW)

    await add_entry(db, REPLIED, owner, NOW)
    assert await state(db) is AppealState.ARCHIVED
    assert [deed.name for deed in await latest(db, 2)] == ["record_reply", "archive"]


@pytest.mark.parametrize(
    ("new", "colleague_sees"),
    [
        (DELIVERED, True),
        (LETTER, True),
        (BILL, True),
        (REPLIED, True),
        (replace(REPLIED, content=REPLIED.content.model_copy(update={"public": False})), False),
        (replace(LETTER, confidential=True), False),
        (replace(LETTER, embargo_until=NOW + timedelta(hours=1)), False),
        (replace(LETTER, embargo_until=NOW), True),
    ],
)
async def test_who_records_sees_every_entry_and_other_coordinators_what_is_not_withheld(
    db: Database, owner: Coordinator, published: StoredAppeal, new: NewEntry, *, colleague_sees: bool
) -> None:
    entry = await find_entry(db, await add_entry(db, new, owner, NOW))

    assert visible_to(entry, NOW, staff=True)
    assert visible_to(entry, NOW, staff=False) is colleague_sees
