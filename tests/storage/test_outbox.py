"""Every letter is accounted for: nobody twice, nobody missed, consent looked at in the last moment."""

from __future__ import annotations

import sqlite3
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage.appeals.records import close_due
from storage.database import Database
from storage.letters.broadcasts import audience, end_finished, plan, progress
from storage.letters.outbox import begin, due_letters, recover, settle
from storage.letters.outcomes import Blocked, Fatal, Gone, Later, Migrated, Outcome, Refused, Sent, Uncertain
from storage.people.coordinators import Coordinator, Role, coordinators_with, ensure_owners
from storage.people.own_data import forget
from storage.people.subscribers import Cadence, find_subscriber, set_cadence, set_topics, stop
from storage.secret_key import SecretKey
from tests.storage.conftest import NOW, approve_urgent, subscribe_people

if TYPE_CHECKING:
    from storage.appeals.records import StoredAppeal


async def test_planning_twice_gives_nobody_a_second_letter(
    db: Database, urgent: StoredAppeal, owner: Coordinator
) -> None:
    await subscribe_people(db, 11, 12)
    await plan(db, urgent, owner, NOW)
    await subscribe_people(db, 13)
    second = await plan(db, urgent, owner, NOW)

    assert (await progress(db, second)).letters == 1
    assert {letter.chat for letter in await due_letters(db, 10, NOW)} == {11, 12, 13}


async def test_the_audience_follows_topics_cadence_and_state(db: Database, urgent: StoredAppeal) -> None:
    await subscribe_people(db, 11, 12, 13, 14)
    await set_topics(db, 11, frozenset({"upr"}))  # not a topic of this appeal
    await set_topics(db, 12, frozenset({"border", "upr"}))
    await set_cadence(db, 13, Cadence.CRITICAL_ONLY)  # the appeal is critical
    await stop(db, 14)

    assert (await audience(db, urgent)).total == 2


async def test_who_stops_or_is_forgotten_after_the_planning_gets_nothing(
    db: Database, urgent: StoredAppeal, owner: Coordinator
) -> None:
    await subscribe_people(db, 11, 12, 13)
    broadcast = await plan(db, urgent, owner, NOW)
    letters = await due_letters(db, 10, NOW)
    await stop(db, 11)
    await forget(db, 12)

    begun = [letter.chat for letter in letters if await begin(db, letter, NOW)]

    assert begun == [13]
    assert (await progress(db, broadcast)).by_state == {"skipped": 2, "sending": 1}


async def test_the_same_letter_is_never_begun_twice(db: Database, urgent: StoredAppeal, owner: Coordinator) -> None:
    await subscribe_people(db, 11)
    await plan(db, urgent, owner, NOW)
    (letter,) = await due_letters(db, 10, NOW)

    assert [await begin(db, letter, NOW), await begin(db, letter, NOW)] == [True, False]


async def test_a_crash_puts_letters_in_flight_in_doubt_and_sends_urgent_ones_again(
    db: Database, urgent: StoredAppeal, owner: Coordinator
) -> None:
    await subscribe_people(db, 11, 12)
    broadcast = await plan(db, urgent, owner, NOW)
    first, _ = await due_letters(db, 10, NOW)
    await begin(db, first, NOW)

    assert await recover(db) == 1

    seen = await progress(db, broadcast)
    assert (seen.in_doubt, seen.by_state) == (1, {"pending": 2})


async def test_a_letter_in_doubt_for_the_second_time_is_left_and_reported(
    db: Database, urgent: StoredAppeal, owner: Coordinator
) -> None:
    await subscribe_people(db, 11)
    broadcast = await plan(db, urgent, owner, NOW)
    (letter,) = await due_letters(db, 10, NOW)
    for _ in range(2):
        await begin(db, letter, NOW)
        await settle(db, letter, Uncertain(), NOW)

    assert (await progress(db, broadcast)).by_state == {"uncertain": 1}


async def test_blocked_and_gone_people_are_marked_and_never_deleted(
    db: Database, urgent: StoredAppeal, owner: Coordinator
) -> None:
    await subscribe_people(db, 11, 12)
    await plan(db, urgent, owner, NOW)
    for letter, outcome in zip(await due_letters(db, 10, NOW), (Blocked(), Gone()), strict=True):
        await begin(db, letter, NOW)
        await settle(db, letter, outcome, NOW)

    states = [found.state for person in (11, 12) if (found := await find_subscriber(db, person))]
    assert states == ["blocked", "gone"]


async def test_a_migrated_chat_gets_its_letter_under_the_new_id(
    db: Database, urgent: StoredAppeal, owner: Coordinator
) -> None:
    await subscribe_people(db, 11)
    await plan(db, urgent, owner, NOW)
    (letter,) = await due_letters(db, 10, NOW)
    await begin(db, letter, NOW)
    await settle(db, letter, Migrated(99), NOW)

    (again,) = await due_letters(db, 10, NOW)
    assert again.chat == 99


async def test_a_fatal_fault_stops_the_broadcast_and_loses_no_letter(
    db: Database, urgent: StoredAppeal, owner: Coordinator
) -> None:
    await subscribe_people(db, 11, 12)
    broadcast = await plan(db, urgent, owner, NOW)
    letter, _ = await due_letters(db, 10, NOW)
    await begin(db, letter, NOW)
    await settle(db, letter, Fatal("the bot token is not valid any more"), NOW)

    assert await due_letters(db, 10, NOW) == ()
    assert (await progress(db, broadcast)).by_state == {"pending": 2}


PEOPLE = (11, 12, 13)

outcomes = st.sampled_from(
    [Sent(5), Later(1.0), Blocked(), Gone(), Refused("Bad Request: x"), Uncertain(), "crash", "forget", "stop", "again"]
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(story=st.lists(outcomes, min_size=1, max_size=16))
async def test_whatever_happens_every_letter_ends_settled_and_counted(
    story: list[object], tmp_path_factory: pytest.TempPathFactory
) -> None:
    db = await Database.open(tmp_path_factory.mktemp("story") / "clarion.db", SecretKey(bytes(32)))
    await ensure_owners(db, [1, 2], NOW)
    author, reviewer = await coordinators_with(db, {Role.OWNER})
    appeal = await approve_urgent(db, author, reviewer)
    await subscribe_people(db, *PEOPLE)
    planned = {await plan(db, appeal, author, NOW): len(PEOPLE)}

    for event in [*story, *[Sent(1)] * len(PEOPLE)]:
        if event == "again":
            await subscribe_people(db, *PEOPLE)
            expected = (await audience(db, appeal)).total
            planned[await plan(db, appeal, author, NOW)] = expected
            continue
        for letter in await due_letters(db, 1, NOW.replace(hour=23)):
            if event == "forget":
                await forget(db, letter.chat)
            elif event == "stop":
                await stop(db, letter.chat)
            begun = await begin(db, letter, NOW)
            if event == "crash":
                await recover(db)
            elif begun and not isinstance(event, str):
                await settle(db, letter, event, NOW)  # type: ignore[arg-type]

    await end_finished(db, NOW)
    for broadcast, letters in planned.items():
        seen = await progress(db, broadcast)
        assert sum(seen.by_state.values()) == seen.letters == letters
        assert (seen.open, seen.state) == (0, "done")
    async with db.reading() as tx:
        live = await tx.all("SELECT subscriber FROM letter WHERE state IN ('sent', 'uncertain') AND subscriber > 0")
    assert len(live) == len({row["subscriber"] for row in live})
    await db.close()


async def test_a_letter_whose_turn_comes_after_the_deadline_is_skipped(
    db: Database, urgent: StoredAppeal, owner: Coordinator
) -> None:
    await subscribe_people(db, 11, 12, 13)
    broadcast = await plan(db, urgent, owner, NOW)
    first, second, _ = await due_letters(db, 10, NOW)
    deadline = urgent.appeal.deadline

    assert await begin(db, first, deadline - timedelta(seconds=1))
    assert not await begin(db, second, deadline)
    await close_due(db, deadline)

    seen = await progress(db, broadcast)
    assert (seen.by_state, seen.too_late) == ({"sending": 1, "skipped": 2}, 2)
    assert await due_letters(db, 10, deadline) == ()


async def test_whom_nothing_reached_is_planned_again_and_the_first_report_stays(
    db: Database, urgent: StoredAppeal, owner: Coordinator
) -> None:
    people: dict[int, Outcome | None] = {
        11: Sent(5),
        12: Uncertain(),
        13: Refused("Bad Request: x"),
        14: Blocked(),
        15: None,
    }
    await subscribe_people(db, *people)
    first = await plan(db, urgent, owner, NOW)
    await stop(db, 15)
    for _ in range(2):  # what is in doubt is sent twice
        for letter in await due_letters(db, 10, NOW):
            outcome = people[letter.chat]
            if await begin(db, letter, NOW) and outcome:
                await settle(db, letter, outcome, NOW)
    await end_finished(db, NOW)
    before = await progress(db, first)
    await subscribe_people(db, 14, 15)

    assert (await audience(db, urgent)).total == 3
    second = await plan(db, urgent, owner, NOW)

    assert {letter.chat for letter in await due_letters(db, 10, NOW)} == {13, 14, 15}
    assert (await progress(db, second)).letters == 3
    assert await progress(db, first) == before
    assert before.by_state == {"sent": 1, "uncertain": 1, "refused": 1, "blocked": 1, "skipped": 1}


async def test_even_a_mistaken_plan_cannot_give_anybody_a_second_letter(
    db: Database, urgent: StoredAppeal, owner: Coordinator
) -> None:
    await subscribe_people(db, 11)
    await plan(db, urgent, owner, NOW)

    with pytest.raises(sqlite3.IntegrityError):
        async with db.transaction() as tx:
            await tx.execute(
                """
                INSERT INTO letter (broadcast, version, subscriber, state, due_at, in_doubt)
                SELECT broadcast, version, subscriber, 'pending', 0, 0 FROM letter
                """
            )
