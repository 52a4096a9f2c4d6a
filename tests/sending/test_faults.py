"""Stories of the sender while something fails: what came of a letter is never lost, and never guessed."""

from __future__ import annotations

import asyncio
import sqlite3
from collections import Counter
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from bot.rehearsal import faults
from bot.rehearsal.api.answers import UNAUTHORIZED
from bot.rehearsal.faults import Answered, Dropped, Rule, Slow
from bot.sending.worker import PROBE_SECONDS, UNANSWERED_MAX
from storage.letters.broadcasts.planning import BroadcastState, Reason
from storage.letters.broadcasts.skipping import skip_needless
from storage.letters.broadcasts.steering import cancel
from storage.letters.outbox.choosing import next_running
from storage.letters.outbox.leasing import lease, recover
from storage.letters.outbox.outcomes import Migrated
from storage.letters.outbox.settling import Settled, settle
from storage.letters.reports.progress import progress
from tests.sending.crowd import NORMAL, PEOPLE, RATE, URGENT, happens, have, order, until
from tests.sending.offices import (
    database_of,
    fates,
    owner_of,
    reports,
    send,
    sends_to_the_end,
)

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    import pytest

    from storage.letters.outbox.leasing import Letter
    from tests.people import House
    from tests.sending.offices import Office


@asynccontextmanager
async def held_by_another(office: Office) -> AsyncIterator[None]:
    """Let another program hold the database, so that nothing can be written."""
    other = sqlite3.connect(office.database)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.rollback()
        other.close()


def test_while_what_became_of_letters_cannot_be_kept_nothing_is_lost_or_sent_again(office: Office) -> None:
    async def story(house: House) -> None:
        await database_of(house)._writer.execute("PRAGMA busy_timeout = 1")
        house.telegram.faults.add(Rule(Slow(3), method="sendMessage"))
        await send(house, NORMAL)
        sending = asyncio.create_task(sends_to_the_end(house))
        await until(lambda: len(order(house)) == len(PEOPLE))
        async with held_by_another(office):
            await asyncio.sleep(20)
            assert {fate.state for (fate,) in (await fates(house)).values()} == {"sending"}
        await sending
        assert have(house, NORMAL) == {1: len(PEOPLE)}
        (report,) = await reports(house)
        assert (report.by_state, report.in_doubt) == ({"sent": len(PEOPLE)}, 0)

    happens(office, story)


def test_a_lease_that_was_kept_although_it_failed_leaves_nobody_out(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing = [True, False, True]

    async def breaks_after(*given: Any) -> tuple[Letter, ...]:
        letters = await lease(*given)
        if letters and failing and failing.pop():
            raise OSError("the disk answers no more")
        return letters

    async def story(house: House) -> None:
        monkeypatch.setattr("bot.sending.worker.lease", breaks_after)
        await send(house, URGENT)
        await sends_to_the_end(house)
        (report,) = await reports(house)
        assert have(house, URGENT) == {1: len(PEOPLE)}
        assert report.by_state == {"sent": len(PEOPLE)}
        assert report.in_doubt > 0

    happens(office, story)


def test_while_telegram_gives_no_answers_letters_wait_instead_of_being_lost_in_doubt(office: Office) -> None:
    async def story(house: House) -> None:
        house.telegram.faults.add(Rule(Dropped(delivered=True), method="sendMessage"))
        await send(house, NORMAL)
        sending = asyncio.create_task(sends_to_the_end(house))
        await asyncio.sleep(150)
        house.telegram.faults.clear()
        await sending
        (report,) = await reports(house)
        assert report.by_state["uncertain"] <= UNANSWERED_MAX + 150 / PROBE_SECONDS + 2
        assert report.by_state["uncertain"] + report.by_state["sent"] == len(PEOPLE)
        assert have(house, NORMAL) == {1: len(PEOPLE)}

    office.rate = RATE
    happens(office, story)


def test_letters_that_cannot_be_leased_are_leased_later(office: Office) -> None:
    async def story(house: House) -> None:
        await database_of(house)._writer.execute("PRAGMA busy_timeout = 1")
        await send(house, NORMAL)
        async with held_by_another(office):
            sending = asyncio.create_task(sends_to_the_end(house))
            await asyncio.sleep(20)
            assert order(house) == []
        await sending
        assert have(house, NORMAL) == {1: len(PEOPLE)}

    happens(office, story)


def test_when_the_token_is_refused_nothing_more_is_tried_than_was_in_flight(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.sending.worker.LOT_MAX", 4)
    monkeypatch.setattr("bot.sending.worker.FLIGHT_MAX", 8)

    async def story(house: House) -> None:
        refused = Rule(Answered(UNAUTHORIZED), method="sendMessage", times=1_000)
        house.telegram.faults.add(refused)
        broadcast = await send(house, NORMAL)
        await sends_to_the_end(house)
        report = await progress(database_of(house), broadcast)
        assert (report.state, report.reason) == (BroadcastState.FAILED, Reason.FATAL)
        assert report.by_state == {"pending": len(PEOPLE)}
        assert refused.times is not None
        assert 1_000 - refused.times <= 8
        house.telegram.faults.clear()

    async def next_day(house: House) -> None:
        sending = asyncio.create_task(house.clarion.sender.run())
        await until(lambda: len(order(house)) == len(PEOPLE))
        house.clarion.sender.stop()
        await sending

    happens(office, story)
    happens(office, next_day)


def test_ten_refusals_alike_pause_the_broadcast_and_a_coordinator_lets_it_go_on(office: Office) -> None:
    office.rate = RATE

    async def story(house: House) -> None:
        house.telegram.faults.add(Rule(faults.bad_request("message is too long"), method="sendMessage", times=10))
        broadcast = await send(house, NORMAL)
        sending = asyncio.create_task(house.clarion.sender.run())
        await asyncio.sleep(30)
        report = await progress(database_of(house), broadcast)
        assert (report.state, report.reason) == (BroadcastState.PAUSED, Reason.REFUSED_ALIKE)
        assert report.by_state["refused"] == 9
        house.clarion.sender.stop()
        await sending

    happens(office, story)


def test_a_letter_that_cannot_be_written_holds_up_no_other(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    unwritable = {PEOPLE[0], PEOPLE[7]}
    tries: Counter[int] = Counter()

    async def story(house: House) -> None:
        post = house.clarion.sender._post
        write = post._contents.of

        async def of(letter: Letter) -> Any:
            tries[letter.chat] += 1
            if letter.chat in unwritable and tries[letter.chat] < 3:
                raise KeyError(letter.chat)
            return await write(letter)

        monkeypatch.setattr(post._contents, "of", of)
        await send(house, NORMAL)
        sending = asyncio.create_task(sends_to_the_end(house))
        await until(lambda: len(order(house)) == len(PEOPLE) - 2)
        await sending
        assert have(house, NORMAL) == {1: len(PEOPLE)}
        (report,) = await reports(house)
        assert (report.by_state, report.in_doubt) == ({"sent": len(PEOPLE)}, 0)

    happens(office, story)


def test_what_was_in_flight_when_it_was_cancelled_and_the_program_killed_is_uncertain_and_not_sent(
    office: Office,
) -> None:
    async def story(house: House) -> None:
        db, now = database_of(house), house.clock.now()
        broadcast = await send(house, URGENT)
        running = await next_running(db, now)
        assert running is not None
        flying = await lease(db, running, 3, now)
        await cancel(db, broadcast, await owner_of(house), now)
        await skip_needless(db, now)
        assert await recover(db) == len(flying)
        report = await progress(db, broadcast)
        assert report.by_state == {"uncertain": 3, "skipped": len(PEOPLE) - 3}

    happens(office, story)


def test_a_chat_that_turns_out_to_have_moved_after_it_was_cancelled_gets_nothing(office: Office) -> None:
    async def story(house: House) -> None:
        db, now = database_of(house), house.clock.now()
        broadcast = await send(house, URGENT)
        running = await next_running(db, now)
        assert running is not None
        (letter,) = await lease(db, running, 1, now)
        await cancel(db, broadcast, await owner_of(house), now)
        await skip_needless(db, now)
        await settle(db, [Settled(letter, Migrated(4001))], now)
        report = await progress(db, broadcast)
        assert report.by_state == {"skipped": len(PEOPLE)}
        assert 4001 in await fates(house)

    happens(office, story)
