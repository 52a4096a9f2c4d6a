"""Every letter is accounted for: nobody twice, nobody missed, consent looked at in the last moment."""

from __future__ import annotations

import sqlite3
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage.appeals.photos import keep_file_id
from storage.appeals.records import close_due, find_appeal
from storage.database import Database
from storage.errors import WrongState
from storage.letters.broadcasts.audience import Group, Wanted, audience
from storage.letters.broadcasts.planning import Plan, end_finished, pause_after_canary, plan, stars, start_scheduled
from storage.letters.broadcasts.skipping import skip_needless
from storage.letters.broadcasts.steering import cancel, pause, resume
from storage.letters.broadcasts.writing import unwritten_broadcasts, write_next
from storage.letters.outbox.choosing import next_running
from storage.letters.outbox.leasing import Letter, lease, recover
from storage.letters.outbox.outcomes import Blocked, Fatal, Gone, Later, Migrated, Outcome, Refused, Sent, Uncertain
from storage.letters.outbox.settling import Settled, settle
from storage.letters.reports.progress import progress
from storage.people.coordinators import Coordinator, Role, coordinators_with, ensure_owners
from storage.people.own_data import forget
from storage.people.quiet_hours import QuietHours, set_quiet_hours
from storage.people.subscribers import Cadence, find_subscriber, set_cadence, set_topics, stop
from storage.secret_key import SecretKey
from tests.storage.conftest import NOW, approve_urgent, subscribe_people

if TYPE_CHECKING:
    from datetime import datetime

    from storage.appeals.records import StoredAppeal

_FOLLOWERS = Wanted(Group.FOLLOWERS, of="DEMO-002")


async def leased(db: Database, limit: int = 10, now: datetime = NOW) -> tuple[Letter, ...]:
    """The next letters, marked as being sent."""
    running = await next_running(db, now)
    return await lease(db, running, limit, now) if running else ()


async def settle_each(db: Database, *settled: tuple[Letter, Outcome]) -> None:
    await settle(db, [Settled(letter, outcome) for letter, outcome in settled], NOW)


async def test_planning_twice_gives_nobody_a_second_letter(
    db: Database, urgent: StoredAppeal, owner: Coordinator
) -> None:
    await subscribe_people(db, 11, 12)
    await plan(db, urgent, owner, NOW)
    await subscribe_people(db, 13)
    second = await plan(db, urgent, owner, NOW)

    assert (await progress(db, second)).letters == 1
    assert {letter.chat for letter in (*await leased(db), *await leased(db))} == {11, 12, 13}


async def test_the_audience_follows_topics_cadence_and_state(db: Database, urgent: StoredAppeal) -> None:
    await subscribe_people(db, 11, 12, 13, 14)
    await set_topics(db, 11, frozenset({"upr"}))  # not a topic of this appeal
    await set_topics(db, 12, frozenset({"border", "upr"}))
    await set_cadence(db, 13, Cadence.CRITICAL_ONLY)  # the appeal is critical
    await stop(db, 14)

    assert (await audience(db, urgent)).total == 2


async def test_an_audience_can_be_narrowed_by_language_topic_and_cadence(db: Database, urgent: StoredAppeal) -> None:
    await subscribe_people(db, 11, 12)
    await subscribe_people(db, 13, 14, language="ko")
    await set_topics(db, 13, frozenset({"upr"}))
    await set_cadence(db, 14, Cadence.CRITICAL_ONLY)

    for wanted, people in (
        (Wanted(languages=frozenset({"ko"})), {"ko": 1}),
        (Wanted(topics=frozenset({"upr"})), {"en": 2, "ko": 2}),
        (Wanted(cadences=frozenset({"critical_only"})), {"ko": 1}),
        (Wanted(languages=frozenset({"th"})), {}),
    ):
        assert (await audience(db, urgent, wanted)).by_language == people
        assert Wanted.from_json(wanted.to_json()) == wanted


async def test_who_stops_or_is_forgotten_after_the_planning_gets_nothing(
    db: Database, urgent: StoredAppeal, owner: Coordinator
) -> None:
    await subscribe_people(db, 11, 12, 13)
    broadcast = await plan(db, urgent, owner, NOW)
    await stop(db, 11)
    await forget(db, 12)

    assert [letter.chat for letter in await leased(db)] == [13]
    seen = await progress(db, broadcast)
    assert seen.by_state == {"skipped": 2, "sending": 1}
    assert seen.skipped == {"stopped": 1, "forgotten": 1}


async def test_who_wants_only_critical_appeals_after_the_planning_gets_no_other_unless_asked_for(
    db: Database, urgent: StoredAppeal, owner: Coordinator
) -> None:
    await subscribe_people(db, 11, 12, 13)
    await plan(db, urgent, owner, NOW)
    for person in (11, 12):
        await set_cadence(db, person, Cadence.CRITICAL_ONLY)
    assert {letter.chat for letter in await leased(db, 1)} == {11}  # it is critical

    async with db.transaction() as tx:
        await tx.execute("UPDATE broadcast SET rank = 2, wanted = :wanted", {"wanted": _FOLLOWERS.to_json()})
    assert {letter.chat for letter in await leased(db, 1)} == {12}
    async with db.transaction() as tx:
        await tx.execute("UPDATE letter SET state = 'pending'")
        await tx.execute("UPDATE broadcast SET wanted = '{}'")
    assert {letter.chat for letter in await leased(db)} == {13}
    assert (await progress(db, 1)).skipped == {"not_wanted": 2}


async def test_until_a_picture_was_uploaded_its_letters_go_one_by_one(
    db: Database, urgent: StoredAppeal, owner: Coordinator
) -> None:
    await subscribe_people(db, *range(11, 16))
    await plan(db, urgent, owner, NOW)
    async with db.transaction() as tx:
        await tx.execute("INSERT INTO photo (id, appeal, content, digest) VALUES (1, 'DEMO-002', x'00', 'x')")
        await tx.execute("UPDATE appeal_version SET photo = 1")
    running = await next_running(db, NOW)
    assert running is not None

    (first,) = await lease(db, running, 10, NOW)
    assert await lease(db, running, 10, NOW) == ()
    assert await next_running(db, NOW) is None
    await settle_each(db, (first, Refused("Bad Request: x")))
    (second,) = await leased(db)
    await keep_file_id(db, 1, "known")
    await settle_each(db, (second, Sent(1)))
    assert len(await leased(db)) == 3


async def test_the_same_letter_is_never_leased_twice(db: Database, urgent: StoredAppeal, owner: Coordinator) -> None:
    await subscribe_people(db, 11)
    await plan(db, urgent, owner, NOW)
    running = await next_running(db, NOW)
    assert running is not None

    assert [len(await lease(db, running, 10, NOW)) for _ in range(2)] == [1, 0]


async def test_a_crash_puts_letters_in_flight_in_doubt_and_sends_urgent_ones_again(
    db: Database, urgent: StoredAppeal, owner: Coordinator
) -> None:
    await subscribe_people(db, 11, 12)
    broadcast = await plan(db, urgent, owner, NOW)
    await leased(db, 1)

    assert await recover(db) == 1

    seen = await progress(db, broadcast)
    assert (seen.in_doubt, seen.by_state) == (1, {"pending": 2})


async def test_a_letter_in_doubt_for_the_second_time_is_left_and_reported(
    db: Database, urgent: StoredAppeal, owner: Coordinator
) -> None:
    await subscribe_people(db, 11)
    broadcast = await plan(db, urgent, owner, NOW)
    for _ in range(2):
        (letter,) = await leased(db)
        await settle_each(db, (letter, Uncertain()))

    assert (await progress(db, broadcast)).by_state == {"uncertain": 1}


async def test_blocked_and_gone_people_are_marked_and_never_deleted(
    db: Database, urgent: StoredAppeal, owner: Coordinator
) -> None:
    await subscribe_people(db, 11, 12)
    await plan(db, urgent, owner, NOW)
    blocked, gone = await leased(db)
    await settle_each(db, (blocked, Blocked()), (gone, Gone()))

    states = [found.state for person in (11, 12) if (found := await find_subscriber(db, person))]
    assert states == ["blocked", "gone"]


async def test_a_migrated_chat_gets_its_letter_under_the_new_id(
    db: Database, urgent: StoredAppeal, owner: Coordinator
) -> None:
    await subscribe_people(db, 11)
    await plan(db, urgent, owner, NOW)
    (letter,) = await leased(db)
    await settle_each(db, (letter, Migrated(99)))

    (again,) = await leased(db)
    assert again.chat == 99


async def test_a_fatal_fault_stops_the_broadcast_and_loses_no_letter(
    db: Database, urgent: StoredAppeal, owner: Coordinator
) -> None:
    await subscribe_people(db, 11, 12)
    broadcast = await plan(db, urgent, owner, NOW)
    (letter,) = await leased(db, 1)
    await settle_each(db, (letter, Fatal("the bot token is not valid any more")))

    assert await leased(db) == ()
    seen = await progress(db, broadcast)
    assert (seen.state, seen.reason, seen.by_state) == ("failed", "fatal", {"pending": 2})


async def test_refusals_that_are_all_alike_pause_it_until_a_coordinator_lets_it_go_on(
    db: Database, urgent: StoredAppeal, owner: Coordinator
) -> None:
    await subscribe_people(db, 11, 12)
    broadcast = await plan(db, urgent, owner, NOW)
    (letter,) = await leased(db, 1)
    await settle_each(db, (letter, Fatal("10 letters in a row", alike=True)))
    seen = await progress(db, broadcast)
    assert (seen.state, seen.reason) == ("paused", "refused_alike")

    await resume(db, broadcast, owner, NOW)

    assert len(await leased(db)) == 2


async def test_pausing_holds_what_is_not_in_flight_and_cancelling_ends_it_for_good(
    db: Database, urgent: StoredAppeal, owner: Coordinator
) -> None:
    await subscribe_people(db, 11, 12, 13, 14)
    broadcast = await plan(db, urgent, owner, NOW)
    flying, late = await leased(db, 2)
    await pause(db, broadcast, owner, NOW)
    assert await leased(db) == ()
    with pytest.raises(WrongState):
        await pause(db, broadcast, owner, NOW)

    assert await cancel(db, broadcast, owner, NOW) == 2
    assert await skip_needless(db, NOW) == 0  # as few as these are skipped at once
    await settle_each(db, (flying, Sent(5)), (late, Later(3)))

    seen = await progress(db, broadcast)
    assert (seen.state, seen.by_state, seen.skipped) == ("cancelled", {"sent": 1, "skipped": 3}, {"cancelled": 3})
    with pytest.raises(WrongState):
        await resume(db, broadcast, owner, NOW)
    assert (await audience(db, urgent)).total == 3


async def test_who_is_sent_it_anew_straight_after_a_cancel_gets_it_once_the_old_letters_are_skipped(
    db: Database, urgent: StoredAppeal, owner: Coordinator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.letters.broadcasts.skipping.SKIPPED_TOGETHER", 2)
    await subscribe_people(db, *range(11, 17))
    await cancel(db, await plan(db, urgent, owner, NOW), owner, NOW)
    anew = await plan(db, urgent, owner, NOW)
    assert await unwritten_broadcasts(db) == ()  # four letters of the old one still count

    while await skip_needless(db, NOW):
        pass
    assert await unwritten_broadcasts(db) == (anew,)
    await write_next(db, anew, NOW)

    assert {letter.chat for letter in await leased(db)} == set(range(11, 17))


async def test_a_paused_broadcast_ends_when_its_appeal_closes(
    db: Database, urgent: StoredAppeal, owner: Coordinator
) -> None:
    await subscribe_people(db, 11, 12)
    broadcast = await plan(db, urgent, owner, NOW)
    await pause(db, broadcast, owner, NOW)
    assert await end_finished(db, NOW) == ()

    await close_due(db, urgent.appeal.deadline)
    await skip_needless(db, urgent.appeal.deadline)

    assert await end_finished(db, urgent.appeal.deadline) == (broadcast,)
    assert (await progress(db, broadcast)).skipped == {"closed": 2}


async def test_after_its_first_letters_a_broadcast_with_a_canary_waits(
    db: Database, urgent: StoredAppeal, owner: Coordinator
) -> None:
    await subscribe_people(db, 11, 12, 13, 14)
    broadcast = await plan(db, urgent, owner, NOW, Plan(canary=2))
    first = await leased(db)
    assert len(first) == 2
    assert await leased(db) == ()
    await settle_each(db, (first[0], Sent(1)), (first[1], Later(1)))
    assert await pause_after_canary(db) == ()  # the second one was not sent yet

    (again,) = await leased(db, now=NOW + timedelta(seconds=5))
    await settle_each(db, (again, Sent(2)))
    assert await pause_after_canary(db) == (broadcast,)
    assert (await progress(db, broadcast)).reason == "canary"

    await resume(db, broadcast, owner, NOW)
    assert len(await leased(db, now=NOW + timedelta(seconds=5))) == 2


async def test_what_is_scheduled_begins_at_its_time_with_who_is_subscribed_then(
    db: Database, urgent: StoredAppeal, owner: Coordinator
) -> None:
    await subscribe_people(db, 11)
    broadcast = await plan(db, urgent, owner, NOW, Plan(starts_at=NOW + timedelta(hours=1)))
    await subscribe_people(db, 12)
    assert await start_scheduled(db, NOW + timedelta(minutes=59)) == ()
    assert (await find_appeal(db, "DEMO-002")).state == "approved"

    assert await start_scheduled(db, NOW + timedelta(hours=1)) == (broadcast,)

    seen = await progress(db, broadcast)
    assert (seen.state, seen.letters) == ("running", 2)
    assert (await find_appeal(db, "DEMO-002")).state == "published"


async def test_what_is_scheduled_for_an_appeal_that_closed_meanwhile_is_cancelled(
    db: Database, urgent: StoredAppeal, owner: Coordinator
) -> None:
    await subscribe_people(db, 11)
    await plan(db, urgent, owner, NOW)
    later = await plan(db, urgent, owner, NOW, Plan(starts_at=NOW + timedelta(hours=1)))
    await close_due(db, urgent.appeal.deadline)
    await start_scheduled(db, urgent.appeal.deadline)

    seen = await progress(db, later)
    assert (seen.state, seen.reason, seen.letters) == ("cancelled", "closed", 0)
    with pytest.raises(WrongState):
        await plan(db, urgent, owner, NOW, Plan(starts_at=urgent.appeal.deadline))


async def test_a_large_audience_is_written_in_slices_and_a_crash_between_them_loses_nobody(
    db: Database, urgent: StoredAppeal, owner: Coordinator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.letters.broadcasts.snapshot.SLICE", 2)
    await subscribe_people(db, *range(11, 18))
    broadcast = await plan(db, urgent, owner, NOW)
    assert (await progress(db, broadcast)).letters == 2
    first = await leased(db)
    await settle_each(db, *((letter, Sent(1)) for letter in first))
    assert await end_finished(db, NOW) == ()  # more are to be written

    while unwritten := await unwritten_broadcasts(db):
        await write_next(db, unwritten[0], NOW)

    seen = await progress(db, broadcast)
    assert (seen.letters, seen.written) == (7, True)
    assert {letter.chat for letter in (*first, *await leased(db))} == set(range(11, 18))


async def test_in_quiet_hours_only_a_critical_letter_comes_and_only_where_that_is_allowed(
    db: Database, urgent: StoredAppeal, owner: Coordinator
) -> None:
    await subscribe_people(db, 11, 12, 13)
    await set_quiet_hours(db, 11, QuietHours(9, 11, "Asia/Seoul", wake=False))  # it is half past nine there
    await set_quiet_hours(db, 12, QuietHours(9, 11, "Asia/Seoul", wake=True))
    await plan(db, urgent, owner, NOW)

    assert {letter.chat for letter in await leased(db)} == {12, 13}
    assert await leased(db) == ()
    assert [letter.chat for letter in await leased(db, now=NOW + timedelta(minutes=90))] == [11]


async def test_a_paid_broadcast_counts_what_it_may_cost_before_it_sends_and_keeps_to_its_cap(
    db: Database, urgent: StoredAppeal, owner: Coordinator
) -> None:
    await subscribe_people(db, *range(11, 31))
    broadcast = await plan(db, urgent, owner, NOW, Plan(paid_cap=1))

    assert all(letter.paid for letter in await leased(db, 10))
    assert (await progress(db, broadcast)).paid_letters == 10
    assert not any(letter.paid for letter in await leased(db, 10))
    assert [stars(letters) for letters in (0, 1, 10, 11)] == [0, 1, 1, 2]


async def test_a_damaged_field_holds_up_nobody_else(db: Database, urgent: StoredAppeal, owner: Coordinator) -> None:
    await subscribe_people(db, 11, 12)
    broadcast = await plan(db, urgent, owner, NOW)
    async with db.transaction() as tx:
        await tx.execute("UPDATE subscriber SET chat = x'00112233445566778899aabbccddeeff' WHERE id = 1")

    assert [letter.chat for letter in await leased(db)] == [12]
    assert (await progress(db, broadcast)).skipped == {"unreadable": 1}


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
        for letter in await leased(db, 1, NOW.replace(hour=23)):
            if event == "forget":
                await forget(db, letter.chat)
            elif event == "stop":
                await stop(db, letter.chat)
            if isinstance(event, str):
                await recover(db)
            else:
                await settle_each(db, (letter, event))  # type: ignore[arg-type]

    while rest := await leased(db, 10, NOW.replace(hour=23)):
        await settle_each(db, *((letter, Sent(1)) for letter in rest))
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
    deadline = urgent.appeal.deadline

    assert len(await leased(db, 1, deadline - timedelta(seconds=1))) == 1
    assert await leased(db, 1, deadline) == ()
    await close_due(db, deadline)
    await skip_needless(db, deadline)

    seen = await progress(db, broadcast)
    assert (seen.by_state, seen.skipped) == ({"sending": 1, "skipped": 2}, {"closed": 2})
    assert await leased(db, 10, deadline) == ()


async def test_whom_nothing_reached_is_planned_again_and_the_first_report_stays(
    db: Database, urgent: StoredAppeal, owner: Coordinator
) -> None:
    people: dict[int, Outcome] = {
        11: Sent(5),
        12: Uncertain(),
        13: Refused("Bad Request: x"),
        14: Blocked(),
    }
    await subscribe_people(db, *people, 15)
    first = await plan(db, urgent, owner, NOW)
    await stop(db, 15)
    for _ in range(2):  # what is in doubt is sent twice
        await settle_each(db, *((letter, people[letter.chat]) for letter in await leased(db)))
    await end_finished(db, NOW)
    before = await progress(db, first)
    await subscribe_people(db, 14, 15)

    assert (await audience(db, urgent)).total == 3
    second = await plan(db, urgent, owner, NOW)

    assert {letter.chat for letter in await leased(db)} == {13, 14, 15}
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
