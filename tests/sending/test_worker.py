"""Stories of the sender: who goes first, who waits, and when it stops."""

from __future__ import annotations

import asyncio
from itertools import groupby
from typing import TYPE_CHECKING

import pytest

from bot.rehearsal import faults
from bot.rehearsal.faults import Rule, Slow
from bot.sending import worker
from storage.letters.broadcasts.planning import Plan, Reason
from storage.letters.reports.progress import progress
from tests.sending.crowd import NORMAL, PEOPLE, RATE, URGENT, happens, have, order, until
from tests.sending.offices import (
    database_of,
    reports,
    send,
    sends_to_the_end,
)

if TYPE_CHECKING:
    from tests.people import House
    from tests.sending.offices import Office


def test_a_critical_appeal_overtakes_a_normal_one_and_that_goes_on_after_it(office: Office) -> None:
    office.rate = RATE

    async def story(house: House) -> None:
        await send(house, NORMAL)
        sending = asyncio.create_task(sends_to_the_end(house))
        await until(lambda: len(order(house)) >= 5)
        before = len(order(house))
        await send(house, URGENT)
        house.clarion.sender.wake()
        await sending
        (_, first), (code, critical), (_, rest) = [(code, len(list(run_))) for code, run_ in groupby(order(house))]
        assert (code, critical) == (URGENT, len(PEOPLE))
        assert first + rest == len(PEOPLE)
        assert first - before <= worker.OVERTAKE_SECONDS * RATE + 2

    happens(office, story)


def test_two_broadcasts_that_overlap_give_nobody_two(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.letters.broadcasts.snapshot.SLICE", 7)
    office.rate = RATE

    async def story(house: House) -> None:
        await send(house, URGENT)
        sending = asyncio.create_task(sends_to_the_end(house))
        await until(lambda: len(order(house)) >= 5)
        await send(house, URGENT)
        await sending
        assert have(house, URGENT) == {1: len(PEOPLE)}
        assert sum(report.letters for report in await reports(house)) == len(PEOPLE)

    happens(office, story)


@pytest.mark.parametrize("rate", [RATE, 1_000.0])
def test_when_the_program_ends_no_letter_is_left_in_flight(office: Office, rate: float) -> None:
    office.rate = rate

    async def story(house: House) -> None:
        house.telegram.faults.add(Rule(Slow(2), method="sendMessage"))
        await send(house, NORMAL)
        sending = asyncio.create_task(house.clarion.sender.run())
        await until(lambda: len(order(house)) >= 5)
        house.clarion.sender.stop()
        await sending
        (report,) = await reports(house)
        assert report.by_state.get("sent") == len(order(house))
        assert (report.by_state.get("sending"), report.in_doubt) == (None, 0)

    happens(office, story)


def test_while_telegram_asks_for_a_pause_nothing_goes_out_however_urgent_and_however_often_it_asks(
    office: Office,
) -> None:
    office.rate = RATE

    async def story(house: House) -> None:
        house.telegram.faults.add(Rule(Slow(0.2), method="sendMessage", times=5))
        house.telegram.faults.add(Rule(faults.flood(100), method="sendMessage", times=1))
        house.telegram.faults.add(Rule(faults.flood(1), method="sendMessage", times=2))
        await send(house, NORMAL)
        sending = asyncio.create_task(sends_to_the_end(house))
        await until(lambda: len(house.telegram.faults.rules) < 2)
        asked = asyncio.get_running_loop().time()
        await asyncio.sleep(1)
        await send(house, URGENT)
        house.clarion.sender.wake()
        before = len(order(house))
        while len(order(house)) == before:
            await asyncio.sleep(0.01)
        assert asyncio.get_running_loop().time() - asked >= 100 - 0.1
        await sending
        assert have(house, NORMAL) == have(house, URGENT) == {1: len(PEOPLE)}

    happens(office, story)


def test_turns_that_no_letter_needed_are_given_back(office: Office) -> None:
    async def story(house: House) -> None:
        await send(house, NORMAL)  # fifty turns are free, for forty letters
        await house.clarion.sender.drain()
        assert len(order(house)) == len(PEOPLE)
        before = asyncio.get_running_loop().time()
        assert await house.clarion.sender._pacer.turns(50) > 1
        assert asyncio.get_running_loop().time() == before

    happens(office, story)


@pytest.mark.parametrize("rate", [RATE, 1_000.0])
def test_no_more_than_the_first_few_go_out_before_somebody_looks(office: Office, rate: float) -> None:
    office.rate = rate

    async def story(house: House) -> None:
        broadcast = await send(house, NORMAL, Plan(canary=5))
        await house.clarion.sender.drain()
        await house.clarion.sender.drain()
        assert len(order(house)) == 5
        assert (await progress(database_of(house), broadcast)).reason == Reason.CANARY

    happens(office, story)


@pytest.mark.parametrize("rate", [RATE, 1_000.0])
def test_never_more_letters_are_paid_for_than_the_cap_allows(office: Office, rate: float) -> None:
    office.rate = rate

    async def story(house: House) -> None:
        broadcast = await send(house, NORMAL, Plan(paid_cap=1))
        await sends_to_the_end(house)
        report = await progress(database_of(house), broadcast)
        assert (report.paid_letters, report.by_state) == (10, {"sent": len(PEOPLE)})

    happens(office, story)
