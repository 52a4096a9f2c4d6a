"""Corrections and recalls: whoever holds an earlier version is told once, nobody is told twice, nothing goes on."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from storage.appeals.model import Appeal
from storage.appeals.records import (
    AppealState,
    StoredAppeal,
    add_draft,
    approve,
    approvers,
    close_due,
    corrections,
    find_appeal,
    find_correction,
    submit,
)
from storage.appeals.sheets.faults import Problem, SheetFaults
from storage.appeals.versions import Replaces
from storage.audit import latest
from storage.errors import NoSuchAppeal, WouldReplace, WrongState
from storage.letters.broadcasts.corrections import correction_audience, plan_correction
from storage.letters.broadcasts.digests import plan_digests
from storage.letters.broadcasts.planning import end_finished, plan
from storage.letters.broadcasts.recalls import Recallable, plan_recall, recall_audience
from storage.letters.broadcasts.skipping import skip_needless
from storage.letters.broadcasts.writing import unwritten_broadcasts, write_next
from storage.letters.outbox.choosing import next_running
from storage.letters.outbox.leasing import Letter, lease
from storage.letters.outbox.outcomes import Later, Outcome, Refused, Sent
from storage.letters.outbox.settling import Settled, settle
from storage.letters.reports.progress import progress
from storage.people.own_data import forget
from storage.people.subscribers import Cadence, set_cadence, stop
from tests.storage.conftest import NOW, subscribe_people

if TYPE_CHECKING:
    from storage.database import Database
    from storage.people.coordinators import Coordinator

CODE = "DEMO-002"
CHANGE_NOTE = {"en": "The hearing is on 3 May.", "ko": "공판은 5월 3일입니다."}


def changed(appeal: Appeal, **parts: object) -> Appeal:
    return Appeal.model_validate(appeal.model_dump() | {"change_note": CHANGE_NOTE} | parts)


async def draft_correction(db: Database, author: Coordinator, **parts: object) -> int:
    appeal = (await find_appeal(db, CODE)).appeal
    return await add_draft(db, changed(appeal, **parts), author, NOW)


async def approve_correction(db: Database, author: Coordinator, reviewer: Coordinator, **parts: object) -> int:
    number = await draft_correction(db, author, **parts)
    await submit(db, CODE, number, author, NOW)
    await approve(db, CODE, number, reviewer, NOW, needed=1)
    return number


async def settle_letters(db: Database, state: str = "sent", *, only: int | None = None) -> None:
    """Let Telegram have taken the letters that wait: as message 1000 + row, where it said so."""
    async with db.transaction() as tx:
        await tx.execute(
            """
            UPDATE letter SET state = :state, settled_at = :now,
                message = CASE WHEN :state = 'sent' THEN 1000 + id END
            WHERE state = 'pending' AND (:only IS NULL OR id = :only)
            """,
            {"state": state, "now": int(NOW.timestamp()), "only": only},
        )


async def letters_of(db: Database, broadcast: int) -> list[tuple[str, int, int | None]]:
    """Give state, number of the version (0: none) and the letter before, for each letter of a broadcast."""
    async with db.reading() as tx:
        rows = await tx.all(
            """
            SELECT letter.state, COALESCE(appeal_version.number, 0) AS number, letter.earlier
            FROM letter LEFT JOIN appeal_version ON appeal_version.id = letter.version
            WHERE letter.broadcast = :id ORDER BY letter.id
            """,
            {"id": broadcast},
        )
    return [(row["state"], row["number"], row["earlier"]) for row in rows]


@pytest.fixture
async def sent(db: Database, urgent: StoredAppeal, owner: Coordinator) -> int:
    """The broadcast of DEMO-002 to three subscribers, as letters 1 to 3, all of which arrived."""
    await subscribe_people(db, 11, 12, 13)
    broadcast = await plan(db, urgent, owner, NOW)
    await settle_letters(db)
    return broadcast


async def test_a_correction_waits_beside_what_readers_see(
    db: Database, sent: int, owner: Coordinator, colleague: Coordinator
) -> None:
    number = await draft_correction(db, owner, goal=99)

    correction = await find_correction(db, CODE)
    assert correction is not None
    assert (correction.number, correction.state, correction.corrects) == (number, AppealState.DRAFT, 1)
    assert correction.appeal.goal == 99
    current = await find_appeal(db, CODE)
    assert (current.number, current.state, current.corrects) == (1, AppealState.PUBLISHED, None)

    await submit(db, CODE, number, owner, NOW)
    assert await approve(db, CODE, number, colleague, NOW, needed=2) == 1
    assert [one.state for one in await corrections(db)] == [AppealState.IN_REVIEW]
    assert await approvers(db, correction.version) == {colleague.id}


async def test_a_correction_says_what_it_corrects(db: Database, sent: int, owner: Coordinator) -> None:
    with pytest.raises(SheetFaults) as refusal:
        await draft_correction(db, owner, change_note=None)

    assert [fault.problem for fault in refusal.value.faults] == [Problem.UNEXPLAINED]
    assert await find_correction(db, CODE) is None


async def test_a_newer_sheet_takes_the_place_of_a_correction_that_was_not_sent(
    db: Database, sent: int, owner: Coordinator, colleague: Coordinator
) -> None:
    first = await approve_correction(db, owner, colleague)
    appeal = changed((await find_appeal(db, CODE)).appeal, goal=99)
    with pytest.raises(WouldReplace):
        await add_draft(db, appeal, owner, NOW)
    second = await add_draft(db, appeal, owner, NOW, replaces=Replaces.ANYTHING)

    assert second == first + 1
    with pytest.raises(NoSuchAppeal):
        await plan_correction(db, CODE, first, owner, NOW)
    with pytest.raises(WrongState):
        await plan_correction(db, CODE, second, owner, NOW)


async def test_everybody_who_got_the_earlier_version_gets_one_correction(
    db: Database, sent: int, owner: Coordinator, colleague: Coordinator
) -> None:
    later = NOW + timedelta(days=90)
    number = await approve_correction(db, owner, colleague, deadline=later)
    correction = await find_correction(db, CODE)
    assert correction is not None
    assert await correction_audience(db, correction) == 3

    broadcast = await plan_correction(db, CODE, number, owner, NOW)

    assert await letters_of(db, broadcast) == [("pending", 2, 1), ("pending", 2, 2), ("pending", 2, 3)]
    current = await find_appeal(db, CODE)
    assert (current.number, current.state, current.appeal.deadline) == (2, AppealState.PUBLISHED, later)
    assert await find_correction(db, CODE) is None
    assert (await latest(db, 1))[0].name == "correct"
    assert await close_due(db, later - timedelta(seconds=1)) == ()
    with pytest.raises(WrongState):
        await plan_correction(db, CODE, number, owner, NOW)


async def test_what_still_waits_becomes_a_letter_of_the_new_version(
    db: Database, urgent: StoredAppeal, owner: Coordinator, colleague: Coordinator
) -> None:
    await subscribe_people(db, 11, 12, 13)
    first = await plan(db, urgent, owner, NOW)
    await settle_letters(db, only=1)
    await settle_letters(db, "sending", only=2)
    number = await approve_correction(db, owner, colleague)

    second = await plan_correction(db, CODE, number, owner, NOW)

    assert await letters_of(db, first) == [("sent", 1, None), ("sending", 1, None), ("pending", 2, None)]
    assert await letters_of(db, second) == [("pending", 2, 1), ("pending", 2, 2)]
    assert (await plan(db, await find_appeal(db, CODE), owner, NOW)) > second
    assert len(await letters_of(db, second + 1)) == 0  # nobody is without the new version


async def test_a_broadcast_that_is_still_being_written_goes_on_with_the_new_version(
    db: Database, sent: int, owner: Coordinator, colleague: Coordinator
) -> None:
    await subscribe_people(db, 14)
    async with db.transaction() as tx:
        await tx.execute("UPDATE broadcast SET written_to = 3, state = 'paused'")
    await plan_correction(db, CODE, await approve_correction(db, owner, colleague), owner, NOW)

    await write_next(db, sent, NOW)

    assert (await letters_of(db, sent))[3:] == [("pending", 2, None)]


async def test_a_second_correction_edits_the_message_that_shows_the_appeal(
    db: Database, sent: int, owner: Coordinator, colleague: Coordinator
) -> None:
    first = await plan_correction(db, CODE, await approve_correction(db, owner, colleague), owner, NOW)
    await settle_letters(db, only=4)
    await settle_letters(db, only=5)
    number = await approve_correction(db, owner, colleague, goal=99)
    correction = await find_correction(db, CODE)
    assert correction is not None
    assert await correction_audience(db, correction) == 2

    second = await plan_correction(db, CODE, number, owner, NOW)

    assert await letters_of(db, first) == [("sent", 2, 1), ("sent", 2, 2), ("pending", 3, 3)]
    assert await letters_of(db, second) == [("pending", 3, 1), ("pending", 3, 2)]


async def test_a_letter_that_came_back_after_a_correction_is_given_up(
    db: Database, sent: int, owner: Coordinator, colleague: Coordinator
) -> None:
    async with db.transaction() as tx:
        await tx.execute("UPDATE letter SET state = 'sending' WHERE id = 1")
    await plan_correction(db, CODE, await approve_correction(db, owner, colleague), owner, NOW)
    async with db.transaction() as tx:
        await tx.execute("UPDATE letter SET state = 'pending' WHERE id = 1")  # Telegram asked for patience

    await plan_correction(db, CODE, await approve_correction(db, owner, colleague), owner, NOW)

    running = await next_running(db, NOW)
    assert running is not None
    assert running.id == sent
    assert await lease(db, running, 10, NOW) == ()
    assert (await letters_of(db, sent))[0] == ("skipped", 1, None)


async def test_where_the_first_message_is_unknown_the_one_that_came_in_its_place_is_edited(
    db: Database, urgent: StoredAppeal, owner: Coordinator, colleague: Coordinator
) -> None:
    await subscribe_people(db, 11)
    await plan(db, urgent, owner, NOW)
    await settle_letters(db, "uncertain")
    first = await plan_correction(db, CODE, await approve_correction(db, owner, colleague), owner, NOW)
    await settle_letters(db)
    second = await plan_correction(db, CODE, await approve_correction(db, owner, colleague), owner, NOW)

    assert await letters_of(db, first) == [("sent", 2, 1)]
    assert await letters_of(db, second) == [("pending", 3, 2)]


async def test_readers_of_a_digest_are_told_as_well(
    db: Database, urgent: StoredAppeal, owner: Coordinator, colleague: Coordinator
) -> None:
    await plan(db, urgent, owner, NOW)
    await subscribe_people(db, 11, 12)
    async with db.transaction() as tx:
        await tx.execute(
            """
            INSERT INTO broadcast (id, kind, rank, state, wanted, planned_at, starts_at, letters, paid_letters, floods)
            VALUES (9, 'digest', 2, 'running', '{}', :now, :now, 2, 0, 0)
            """,
            {"now": int(NOW.timestamp())},
        )
        await tx.execute_many(
            """
            INSERT INTO letter (id, broadcast, subscriber, state, due_at, in_doubt, message)
            VALUES (:id, 9, :id, :state, 0, 0, :message)
            """,
            [{"id": 1, "state": "sent", "message": 77}, {"id": 2, "state": "pending", "message": None}],
        )
        await tx.execute_many("INSERT INTO digest_item VALUES (:letter, 1)", [{"letter": 1}, {"letter": 2}])
    assert (await recall_audience(db, CODE, NOW)).in_digests == 1
    number = await approve_correction(db, owner, colleague)

    broadcast = await plan_correction(db, CODE, number, owner, NOW)

    assert await letters_of(db, broadcast) == [("pending", 2, None)]
    async with db.reading() as tx:
        items = await tx.all("SELECT letter, version FROM digest_item ORDER BY letter")
    current = (await find_appeal(db, CODE)).version
    assert [(item["letter"], item["version"]) for item in items] == [(1, 1), (2, current)]


async def test_signers_and_followers_are_told_under_their_own_names(
    db: Database, urgent: StoredAppeal, owner: Coordinator, colleague: Coordinator
) -> None:
    await plan(db, urgent, owner, NOW)
    async with db.transaction() as tx:
        await tx.execute_many(
            """
            INSERT INTO signature (id, appeal, signer, serial, state, chat, channel, version, language, signed_at, day,
                leaf)
            VALUES (:id, 'DEMO-002', :id, :id, :state, x'00', 'telegram', 1, 'en', 0, '2026-11-22', :id)
            """,
            [{"id": 1, "state": "valid"}, {"id": 2, "state": "withdrawn"}],
        )
        await tx.execute("INSERT INTO follower VALUES (1, 'DEMO-002', 'f', x'00', 'ko', '1', '2026-11-22')")
        await tx.execute_many(
            """
            INSERT INTO letter (broadcast, version, signature, follower, state, due_at, in_doubt, message)
            VALUES (1, 1, :signature, :follower, 'sent', 0, 0, 5)
            """,
            [
                {"signature": 1, "follower": None},
                {"signature": 2, "follower": None},
                {"signature": None, "follower": 1},
            ],
        )
    number = await approve_correction(db, owner, colleague)

    broadcast = await plan_correction(db, CODE, number, owner, NOW)

    async with db.reading() as tx:
        rows = await tx.all("SELECT signature, follower FROM letter WHERE broadcast = :id", {"id": broadcast})
    assert [(row["signature"], row["follower"]) for row in rows] == [(1, None), (None, 1)]


async def test_who_left_is_not_told(db: Database, sent: int, owner: Coordinator, colleague: Coordinator) -> None:
    await stop(db, 11)
    await forget(db, 12)
    number = await approve_correction(db, owner, colleague)

    broadcast = await plan_correction(db, CODE, number, owner, NOW)

    assert await letters_of(db, broadcast) == [("pending", 2, 3)]


async def test_what_is_over_is_not_corrected(
    db: Database, sent: int, owner: Coordinator, colleague: Coordinator
) -> None:
    deadline = (await find_appeal(db, CODE)).appeal.deadline
    number = await approve_correction(db, owner, colleague)
    with pytest.raises(WrongState):
        await plan_correction(db, CODE, number, owner, deadline)

    await close_due(db, deadline)

    assert await find_correction(db, CODE) is None
    with pytest.raises(WrongState):
        await draft_correction(db, owner)


async def test_a_recall_takes_every_message_back_and_stops_everything(
    db: Database, sent: int, owner: Coordinator, colleague: Coordinator
) -> None:
    corrected = await plan_correction(db, CODE, await approve_correction(db, owner, colleague), owner, NOW)
    await settle_letters(db, only=4)
    await settle_letters(db, "uncertain", only=5)
    later = NOW + timedelta(hours=47)
    assert await recall_audience(db, CODE, later) == Recallable(total=4, too_old=0, in_digests=0, unknown=1)
    assert (await recall_audience(db, CODE, NOW + timedelta(hours=48))).too_old == 4

    recall = await plan_recall(db, CODE, owner, later)

    assert await letters_of(db, recall) == [("pending", 0, letter) for letter in (1, 2, 3, 4)]
    assert (await find_appeal(db, CODE)).state is AppealState.WITHDRAWN
    stopped = await progress(db, corrected)
    assert (stopped.state, stopped.reason, stopped.skipped) == ("cancelled", "recalled", {"recalled": 1})
    assert (await progress(db, recall)).code == CODE
    assert (await latest(db, 1))[0].name == "recall"
    with pytest.raises(WrongState):
        await plan_recall(db, CODE, owner, later)
    with pytest.raises(WrongState):
        await draft_correction(db, owner)


async def test_only_what_was_sent_is_recalled(db: Database, urgent: StoredAppeal, owner: Coordinator) -> None:
    with pytest.raises(WrongState):
        await plan_recall(db, CODE, owner, NOW)
    with pytest.raises(NoSuchAppeal):
        await plan_recall(db, "DEMO-999", owner, NOW)


async def test_a_closed_appeal_can_still_be_recalled(db: Database, sent: int, owner: Coordinator) -> None:
    deadline = (await find_appeal(db, CODE)).appeal.deadline
    await close_due(db, deadline)

    assert len(await letters_of(db, await plan_recall(db, CODE, owner, deadline))) == 3


async def test_a_digest_that_waits_leaves_a_recalled_appeal_out(
    db: Database, sent: int, urgent: StoredAppeal, owner: Coordinator
) -> None:
    async with db.transaction() as tx:
        await tx.execute(
            """
            INSERT INTO broadcast (id, kind, rank, state, wanted, planned_at, starts_at, letters, paid_letters, floods)
            VALUES (9, 'digest', 2, 'running', '{}', 0, 0, 1, 0, 0)
            """
        )
        await tx.execute(
            "INSERT INTO letter (id, broadcast, subscriber, state, due_at, in_doubt) VALUES (90, 9, 1, 'pending', 0, 0)"
        )
        await tx.execute("INSERT INTO digest_item VALUES (90, :version)", {"version": urgent.version})

    await plan_recall(db, CODE, owner, NOW)

    assert await letters_of(db, 9) == [("skipped", 0, None)]


# In slices, with what may happen between two of them

PEOPLE = range(11, 18)


@pytest.fixture
def small_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.letters.broadcasts.follow_ups.SLICE", 2)
    monkeypatch.setattr("storage.letters.broadcasts.skipping.SKIPPED_TOGETHER", 2)


async def write_rest(db: Database) -> None:
    while unwritten := await unwritten_broadcasts(db):
        await write_next(db, unwritten[0], NOW)


async def leased(db: Database, limit: int = 100, *, after: timedelta = timedelta()) -> tuple[Letter, ...]:
    running = await next_running(db, NOW + after)
    return await lease(db, running, limit, NOW + after) if running else ()


async def settle_each(db: Database, letters: tuple[Letter, ...], outcome: Outcome) -> None:
    await settle(db, [Settled(letter, outcome) for letter in letters], NOW)


async def sent_after(db: Database, after: timedelta = timedelta(minutes=5)) -> list[tuple[int, int | None, int | None]]:
    """Send all that is due: chat, number of the version and message edited of each letter."""
    found: list[tuple[int, int | None, int | None]] = []
    while letters := await leased(db, after=after):
        await settle_each(db, letters, Sent(9_000))
        found += [(letter.chat, letter.version, letter.earlier) for letter in letters]
    return sorted(found, key=str)


@pytest.mark.usefixtures("small_slices")
async def test_a_correction_is_written_in_slices_from_the_newest_letter_on_and_misses_nobody(
    db: Database, urgent: StoredAppeal, owner: Coordinator, colleague: Coordinator
) -> None:
    await subscribe_people(db, *PEOPLE)
    await plan(db, urgent, owner, NOW)
    await settle_letters(db)
    number = await approve_correction(db, owner, colleague)
    correction = await find_correction(db, CODE)
    assert correction is not None
    assert await correction_audience(db, correction) == 7

    broadcast = await plan_correction(db, CODE, number, owner, NOW)

    assert await letters_of(db, broadcast) == [("pending", 2, 6), ("pending", 2, 7)]
    seen = await progress(db, broadcast)
    assert (seen.letters, seen.written) == (2, False)
    await settle_letters(db)
    assert await end_finished(db, NOW) == (1,)  # more of the correction are to be written
    await write_rest(db)
    seen = await progress(db, broadcast)
    assert (seen.letters, seen.written) == (7, True)
    assert sorted(earlier or 0 for _, _, earlier in await letters_of(db, broadcast)) == list(range(1, 8))


@pytest.mark.usefixtures("small_slices")
@pytest.mark.parametrize("before_the_rest", [True, False])
async def test_what_waits_goes_out_corrected_whether_its_slice_or_its_turn_comes_first(
    db: Database, urgent: StoredAppeal, owner: Coordinator, colleague: Coordinator, *, before_the_rest: bool
) -> None:
    await subscribe_people(db, *PEOPLE)
    await plan(db, urgent, owner, NOW)
    for letter in (2, 5):
        await settle_letters(db, only=letter)
    flying = await leased(db, 2)  # to 11 and 13
    await plan_correction(db, CODE, await approve_correction(db, owner, colleague), owner, NOW)
    new = (await find_appeal(db, CODE)).version

    found = await sent_after(db) if before_the_rest else []
    await settle_each(db, flying[:1], Sent(1_001))
    await settle_each(db, flying[1:], Later(1))
    await write_rest(db)
    found += await sent_after(db)

    assert [person for person, _, _ in sorted(found)] == list(PEOPLE)
    assert {version for _, version, _ in found} == {new}
    assert {(person, earlier) for person, _, earlier in found if earlier} == {(11, 1_001), (12, 1_002), (15, 1_005)}
    assert (await plan(db, await find_appeal(db, CODE), owner, NOW)) > 2
    assert await leased(db) == ()


@pytest.mark.usefixtures("small_slices")
async def test_nobody_else_is_written_to_before_a_correction_is(
    db: Database, sent: int, owner: Coordinator, colleague: Coordinator
) -> None:
    await plan_correction(db, CODE, await approve_correction(db, owner, colleague), owner, NOW)
    await subscribe_people(db, 14)
    for person in (11, 15):
        await subscribe_people(db, person)
        await set_cadence(db, person, Cadence.DAILY)

    late = await plan(db, await find_appeal(db, CODE), owner, NOW)
    assert await plan_digests(db, NOW + timedelta(days=1), ZoneInfo("Asia/Seoul"), 9) == ()
    assert await letters_of(db, late) == []
    await write_rest(db)

    assert (await progress(db, late)).letters == 2  # it is critical: to 14 and 15
    assert await plan_digests(db, NOW + timedelta(days=1), ZoneInfo("Asia/Seoul"), 9) != ()
    assert [person for person, _, _ in await sent_after(db)] == [11, 12, 13, 14, 15]


@pytest.mark.usefixtures("small_slices")
async def test_a_second_correction_writes_what_the_first_one_had_not_written_yet(
    db: Database, urgent: StoredAppeal, owner: Coordinator, colleague: Coordinator
) -> None:
    await subscribe_people(db, *PEOPLE)
    await plan(db, urgent, owner, NOW)
    await settle_letters(db)
    first = await plan_correction(db, CODE, await approve_correction(db, owner, colleague), owner, NOW)
    second = await plan_correction(db, CODE, await approve_correction(db, owner, colleague), owner, NOW)
    await write_rest(db)

    assert (await progress(db, first)).written
    assert ((await progress(db, first)).letters, (await progress(db, second)).letters) == (2, 5)
    new = (await find_appeal(db, CODE)).version
    assert await sent_after(db) == [(person, new, 990 + person) for person in PEOPLE]


@pytest.mark.usefixtures("small_slices")
async def test_a_digest_that_is_due_before_its_slice_tells_of_the_new_version(
    db: Database, urgent: StoredAppeal, owner: Coordinator, colleague: Coordinator
) -> None:
    await plan(db, urgent, owner, NOW)
    await subscribe_people(db, *PEOPLE)
    for person in PEOPLE:
        await set_cadence(db, person, Cadence.DAILY)
    digest, *_ = await plan_digests(db, NOW, ZoneInfo("Asia/Seoul"), 9)  # the daily one
    flying = await leased(db, 2)
    await plan_correction(db, CODE, await approve_correction(db, owner, colleague), owner, NOW)
    new = (await find_appeal(db, CODE)).version

    waiting = await leased(db)
    await settle_each(db, waiting, Sent(5))
    await settle_each(db, flying[:1], Sent(5))
    await settle_each(db, flying[1:], Later(1))
    await write_rest(db)

    assert {letter.items for letter in waiting} == {(new,)}
    assert [(person, version) for person, version, _ in await sent_after(db)] == [(11, new), (12, None)]
    assert (await progress(db, digest)).by_state == {"sent": 7}


@pytest.mark.usefixtures("small_slices")
async def test_a_recall_is_written_in_slices_and_reaches_what_was_in_flight(
    db: Database, urgent: StoredAppeal, owner: Coordinator
) -> None:
    await subscribe_people(db, *PEOPLE)
    broadcast = await plan(db, urgent, owner, NOW)
    await settle_each(db, await leased(db, 2), Sent(77))
    flying = await leased(db, 3)

    recall = await plan_recall(db, CODE, owner, NOW)

    assert (await progress(db, broadcast)).skipped == {"recalled": 2}
    assert (await progress(db, recall)).letters == 0  # nothing of the first slice was on its way
    await settle_each(db, flying[:1], Sent(78))
    await write_next(db, recall, NOW)
    await settle_each(db, flying[1:2], Refused("Bad Request: x"))
    await write_rest(db)
    assert {letter.earlier for letter in await leased(db)} == {77, 78}
    assert await leased(db, after=timedelta(seconds=60)) == ()
    await settle_each(db, flying[2:], Sent(79))
    assert {letter.earlier for letter in await leased(db, after=timedelta(seconds=120))} == {79}
    seen = await progress(db, recall)
    assert (seen.letters, seen.written, seen.by_state) == (5, True, {"sending": 4, "skipped": 1})


@pytest.mark.usefixtures("small_slices")
async def test_letters_of_what_was_recalled_never_go_out_though_they_are_skipped_in_slices(
    db: Database, urgent: StoredAppeal, owner: Coordinator
) -> None:
    await subscribe_people(db, *PEOPLE)
    broadcast = await plan(db, urgent, owner, NOW)
    await plan_recall(db, CODE, owner, NOW)

    assert await leased(db) == ()
    assert [await skip_needless(db, NOW) for _ in range(4)] == [2, 2, 1, 0]
    seen = await progress(db, broadcast)
    assert (seen.by_state, seen.skipped) == ({"skipped": 7}, {"recalled": 7})
