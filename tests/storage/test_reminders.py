"""Reminders: one letter on the last day, to who opened the petition and has not signed it, and to nobody else."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from storage.appeals.records import close_due, find_appeal
from storage.letters.broadcasts import reminders
from storage.letters.broadcasts.audience import Wanted, audience
from storage.letters.broadcasts.corrections import plan_correction
from storage.letters.broadcasts.planning import end_finished, latest_broadcasts, plan
from storage.letters.broadcasts.recalls import plan_recall, recall_audience
from storage.letters.broadcasts.reminders import BEFORE_DEADLINE, plan_due_reminders
from storage.letters.broadcasts.skipping import skip_needless
from storage.letters.broadcasts.writing import unwritten_broadcasts, write_next
from storage.letters.outbox.choosing import next_running
from storage.letters.outbox.leasing import Letter, lease, recover
from storage.letters.outbox.outcomes import Fatal, Later, Sent
from storage.letters.outbox.settling import Settled, settle
from storage.letters.reports.progress import progress
from storage.people.own_data import forget, own_data
from storage.people.quiet_hours import QuietHours, set_quiet_hours
from storage.people.subscribers import Cadence, set_cadence, set_topics, stop
from storage.petitions.openings import opened
from storage.petitions.signatures.records import Purpose
from storage.petitions.signatures.signing import sign
from storage.petitions.signatures.standing import withdraw
from tests.storage.conftest import NOW, subscribe_people
from tests.storage.test_corrections import approve_correction
from tests.storage.test_digests import publish
from tests.storage.test_signatures import signing

if TYPE_CHECKING:
    from storage.appeals.records import StoredAppeal
    from storage.database import Database
    from storage.people.coordinators import Coordinator

CODE = "DEMO-002"
AMINA, SUJIN, JUNHO = 11, 12, 13


@pytest.fixture(autouse=True)
async def petition(db: Database, urgent: StoredAppeal, owner: Coordinator) -> StoredAppeal:
    """DEMO-002, sent to nobody; then three people subscribe."""
    await plan(db, urgent, owner, NOW)
    await subscribe_people(db, AMINA, SUJIN, JUNHO)
    return urgent


@pytest.fixture
def last_day(petition: StoredAppeal) -> datetime:
    return petition.appeal.deadline.astimezone(UTC) - BEFORE_DEADLINE


async def written(db: Database, now: datetime) -> int:
    """Plan what is due, write its letters, and return the one broadcast."""
    (broadcast,) = await plan_due_reminders(db, now)
    while broadcast in await unwritten_broadcasts(db):
        await write_next(db, broadcast, now)
    return broadcast


async def leased(db: Database, now: datetime) -> tuple[Letter, ...]:
    running = await next_running(db, now)
    return await lease(db, running, 10, now) if running else ()


async def skipped(db: Database, broadcast: int) -> dict[str, int]:
    return dict((await progress(db, broadcast)).skipped)


async def test_it_is_planned_once_a_day_before_the_deadline(db: Database, last_day: datetime) -> None:
    await opened(db, CODE, AMINA)
    assert await plan_due_reminders(db, last_day - timedelta(seconds=1)) == ()

    (broadcast,) = await plan_due_reminders(db, last_day)
    assert await plan_due_reminders(db, last_day + timedelta(hours=1)) == ()
    await write_next(db, broadcast, last_day)
    assert [letter.chat for letter in await leased(db, last_day)] == [AMINA]


async def test_it_is_made_up_for_when_the_program_stood_still_but_not_after_the_deadline(
    db: Database, petition: StoredAppeal
) -> None:
    await opened(db, CODE, AMINA)
    assert await plan_due_reminders(db, petition.appeal.deadline) == ()

    broadcast = await written(db, petition.appeal.deadline - timedelta(minutes=5))
    assert (await progress(db, broadcast)).letters == 1


async def test_what_is_open_for_a_short_time_is_reminded_of_when_half_of_it_is_over(
    db: Database, owner: Coordinator
) -> None:
    await publish(db, owner, "DEMO-004", deadline=NOW + timedelta(hours=10))
    assert await plan_due_reminders(db, NOW + timedelta(hours=4)) == ()
    await opened(db, "DEMO-004", SUJIN)

    broadcast = await written(db, NOW + timedelta(hours=5))
    assert (await progress(db, broadcast)).letters == 1


async def test_who_never_opened_it_or_signed_or_withdrew_gets_none(db: Database, last_day: datetime) -> None:
    for person in (AMINA, SUJIN):
        await opened(db, CODE, person)
        await sign(db, signing(person))
    await withdraw(db, CODE, SUJIN)
    broadcast = await written(db, last_day)

    reached = await progress(db, broadcast)
    assert (reached.letters, reached.written) == (0, True)
    assert broadcast in await end_finished(db, last_day)


async def test_where_nobody_opened_it_the_reminder_is_over_at_once_and_hides_no_other_broadcast(
    db: Database, last_day: datetime
) -> None:
    before = await latest_broadcasts(db)
    (broadcast,) = await plan_due_reminders(db, last_day)

    reached = await progress(db, broadcast)
    assert (reached.state, reached.letters, reached.written) == ("done", 0, True)
    assert await latest_broadcasts(db) == before
    await opened(db, CODE, AMINA)
    assert await plan_due_reminders(db, last_day) == ()


async def test_who_gets_digests_or_chose_other_topics_is_reminded_of_what_they_opened(
    db: Database, last_day: datetime
) -> None:
    await set_cadence(db, AMINA, Cadence.MONTHLY)
    await set_topics(db, SUJIN, frozenset({"summit"}))
    for person in (AMINA, SUJIN):
        await opened(db, CODE, person)

    await written(db, last_day)
    assert [letter.chat for letter in await leased(db, last_day)] == [AMINA, SUJIN]


@pytest.mark.parametrize("before_planning", [True, False])
async def test_critical_only_means_no_reminder_of_what_is_not(
    db: Database, owner: Coordinator, *, before_planning: bool
) -> None:
    deadline = NOW + timedelta(days=2)
    await publish(db, owner, "DEMO-004", deadline=deadline, wanted=Wanted(languages=frozenset({"ko"})))
    for code in (CODE, "DEMO-004"):
        await opened(db, code, AMINA)
    if before_planning:
        await set_cadence(db, AMINA, Cadence.CRITICAL_ONLY)
    high = await written(db, deadline - BEFORE_DEADLINE)
    await set_cadence(db, AMINA, Cadence.CRITICAL_ONLY)

    assert await leased(db, deadline - BEFORE_DEADLINE) == ()
    assert await skipped(db, high) == ({} if before_planning else {"not_wanted": 1})
    critical = await written(db, (await find_appeal(db, CODE)).appeal.deadline - BEFORE_DEADLINE)
    assert (await progress(db, critical)).letters == 1


async def test_who_signed_stopped_or_was_forgotten_since_the_planning_gets_none(
    db: Database, last_day: datetime
) -> None:
    for person in (AMINA, SUJIN, JUNHO):
        await opened(db, CODE, person)
    broadcast = await written(db, last_day)
    await sign(db, signing(AMINA))
    await stop(db, SUJIN)
    await forget(db, JUNHO)

    assert await leased(db, last_day) == ()
    assert await skipped(db, broadcast) == {"signed": 1, "stopped": 1, "forgotten": 1}


async def test_quiet_hours_are_waited_for_and_the_deadline_is_not_passed(
    db: Database, last_day: datetime, petition: StoredAppeal
) -> None:
    await opened(db, CODE, AMINA)
    hour = last_day.hour
    await set_quiet_hours(db, AMINA, QuietHours(hour, (hour + 8) % 24, "UTC", wake=False))
    broadcast = await written(db, last_day)

    assert await leased(db, last_day) == ()
    assert await leased(db, last_day + timedelta(hours=7)) == ()
    assert len(await leased(db, last_day.replace(minute=0) + timedelta(hours=8, minutes=1))) == 1

    await recover(db)
    assert await leased(db, petition.appeal.deadline) == ()
    assert await skipped(db, broadcast) == {"closed": 1}


async def test_the_close_skips_what_waits(db: Database, last_day: datetime, petition: StoredAppeal) -> None:
    await opened(db, CODE, AMINA)
    broadcast = await written(db, last_day)
    await close_due(db, petition.appeal.deadline)

    assert await skip_needless(db, petition.appeal.deadline) == 1
    assert await skipped(db, broadcast) == {"closed": 1}


async def test_a_million_subscribers_are_looked_at_in_slices_each_once(
    db: Database, last_day: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reminders, "SLICE", 3)
    monkeypatch.setattr(reminders, "TOGETHER", 2)
    people = range(20, 40)
    await subscribe_people(db, *people)
    for person in people[::2]:
        await opened(db, CODE, person)

    broadcast = await written(db, last_day)
    assert (await progress(db, broadcast)).letters == 10
    chats = [letter.chat for letter in await leased(db, last_day)]
    assert chats == list(people[::2])


async def test_only_the_chats_of_those_who_opened_it_are_decrypted(
    db: Database, last_day: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    await opened(db, CODE, SUJIN)
    decrypted: list[str] = []
    decrypt = db.key.decrypt
    monkeypatch.setattr(db.key, "decrypt", lambda column, field: decrypted.append(column) or decrypt(column, field))

    await written(db, last_day)
    assert decrypted == ["subscriber.chat"]


async def test_a_damaged_chat_holds_up_nobody(db: Database, last_day: datetime) -> None:
    for person in (AMINA, SUJIN):
        await opened(db, CODE, person)
    async with db.transaction() as tx:
        await tx.execute("UPDATE subscriber SET chat = X'00' WHERE id = 1")

    broadcast = await written(db, last_day)
    assert (await progress(db, broadcast)).letters == 1


async def test_what_is_reminded_of_is_the_version_that_is_current_then(
    db: Database, last_day: datetime, owner: Coordinator, colleague: Coordinator
) -> None:
    for person in (AMINA, SUJIN):
        await opened(db, CODE, person)
    broadcast = await written(db, last_day)
    running = await next_running(db, last_day)
    assert running is not None
    (first,) = await lease(db, running, 1, last_day)
    await settle(db, [Settled(first, Sent(500))], last_day)
    number = await approve_correction(db, owner, colleague, goal=99)
    correction = await plan_correction(db, CODE, number, owner, last_day)

    current = (await find_appeal(db, CODE)).version
    (second,) = await leased(db, last_day)
    assert (first.chat, first.items) == (AMINA, (1,))
    assert (second.broadcast, second.chat, second.items) == (broadcast, SUJIN, (current,))
    (corrected,) = await leased(db, last_day)
    assert (corrected.broadcast, corrected.chat, corrected.version) == (correction, AMINA, current)


async def test_what_goes_out_later_is_reminded_of_in_the_version_of_that_time(
    db: Database, last_day: datetime, owner: Coordinator, colleague: Coordinator
) -> None:
    await opened(db, CODE, AMINA)
    await written(db, last_day)
    (letter,) = await leased(db, last_day)
    await settle(db, [Settled(letter, Later(1))], last_day)
    await plan_correction(db, CODE, await approve_correction(db, owner, colleague, goal=99), owner, last_day)

    (again,) = await leased(db, last_day + timedelta(seconds=5))
    assert again.items == ((await find_appeal(db, CODE)).version,)
    async with db.reading() as tx:
        items = await tx.all("SELECT version FROM digest_item")
    assert [row["version"] for row in items] == list(again.items)


async def test_a_deadline_that_moves_has_a_reminder_of_its_own_and_the_old_one_ends(
    db: Database, last_day: datetime, owner: Coordinator, colleague: Coordinator, petition: StoredAppeal
) -> None:
    await opened(db, CODE, AMINA)
    old = await written(db, last_day)
    later = petition.appeal.deadline + timedelta(days=2)
    number = await approve_correction(db, owner, colleague, deadline=later)
    await plan_correction(db, CODE, number, owner, last_day)

    assert await skip_needless(db, last_day) == 1
    assert await skipped(db, old) == {"corrected": 1}
    assert await plan_due_reminders(db, last_day + timedelta(days=1)) == ()
    new = await written(db, later - BEFORE_DEADLINE)
    assert [letter.broadcast for letter in await leased(db, later - BEFORE_DEADLINE)] == [new]


async def test_a_correction_that_leaves_the_deadline_leaves_the_reminder(
    db: Database, last_day: datetime, owner: Coordinator, colleague: Coordinator
) -> None:
    await opened(db, CODE, AMINA)
    broadcast = await written(db, last_day)
    await plan_correction(db, CODE, await approve_correction(db, owner, colleague, goal=99), owner, last_day)

    assert (await progress(db, broadcast)).state == "running"
    assert await plan_due_reminders(db, last_day) == ()


async def test_a_recall_takes_reminders_back_and_sends_no_more(
    db: Database, last_day: datetime, owner: Coordinator
) -> None:
    for person in (AMINA, SUJIN):
        await opened(db, CODE, person)
    broadcast = await written(db, last_day)
    running = await next_running(db, last_day)
    assert running is not None
    (first,) = await lease(db, running, 1, last_day)
    await settle(db, [Settled(first, Sent(500))], last_day)
    reach = await recall_audience(db, CODE, last_day)
    recall = await plan_recall(db, CODE, owner, last_day)

    assert (reach.total, reach.in_digests) == (1, 0)
    assert await skipped(db, broadcast) == {"recalled": 1}
    letters = await leased(db, last_day)
    assert [(one.broadcast, one.chat, one.earlier) for one in letters] == [(recall, first.chat, 500)]


async def test_one_that_telegram_refuses_fails_and_does_not_wait_for_a_coordinator_who_is_not_told(
    db: Database, last_day: datetime
) -> None:
    await opened(db, CODE, AMINA)
    broadcast = await written(db, last_day)
    (letter,) = await leased(db, last_day)
    await settle(db, [Settled(letter, Fatal("refused alike", alike=True))], last_day)

    assert (await progress(db, broadcast)).state == "failed"


async def test_a_person_sees_their_reminder_in_their_own_data_and_does_not_get_the_letter_too(
    db: Database, last_day: datetime
) -> None:
    await opened(db, CODE, AMINA)
    await written(db, last_day)
    (letter,) = await leased(db, last_day)
    await settle(db, [Settled(letter, Sent(500))], last_day)

    assert (await own_data(db, AMINA))["letters"] == [{"appeal": CODE, "version": 1, "state": "sent"}]
    assert (await audience(db, await find_appeal(db, CODE))).total == 2


async def test_who_signs_for_updates_and_subscribes_is_not_reminded(db: Database, last_day: datetime) -> None:
    await opened(db, CODE, AMINA)
    consents = frozenset({Purpose.KEEP, Purpose.UPDATES})
    await sign(db, replace(signing(AMINA), consents=consents))

    assert (await progress(db, await written(db, last_day))).letters == 0
