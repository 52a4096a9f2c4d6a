"""The process is killed at every await of planning and sending: nobody is missed, and who has it twice is reported.

A story is run once, and what a SIGKILL would leave is taken after every step of every task. Then the program is
started again on each of those, the coordinator, who saw no answer, presses the button again, and all is counted.
"""

from __future__ import annotations

import asyncio
import random
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from bot.rehearsal.faults import Rule, Slow
from storage.appeals.records import add_draft, approve, find_appeal, submit
from storage.errors import NoSuchAppeal, WrongState
from storage.letters.broadcasts.audience import Wanted
from storage.letters.broadcasts.corrections import plan_correction
from storage.letters.broadcasts.digests import plan_digests
from storage.letters.broadcasts.planning import BroadcastState, Plan
from storage.letters.broadcasts.recalls import plan_recall
from storage.people.coordinators import find_coordinator
from storage.people.subscribers import Cadence, set_cadence
from tests.conftest import WRITER
from tests.sending.images import Images, at_every_await
from tests.sending.offices import (
    copies,
    database_of,
    fates,
    owner_of,
    reports,
    send,
    sends_to_the_end,
    subscribers,
)
from tests.sending.repeatable import run

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from storage.letters.reports.progress import Progress
    from tests.people import House
    from tests.sending.images import Image
    from tests.sending.offices import Fate, Office

PEOPLE = range(3001, 3013)
FLIGHT_MAX, LOT_MAX = 5, 3
URGENT, HIGH, NORMAL = "DEMO-002", "DEMO-001", "DEMO-003"
LETTER = "Relatives last heard"  # of the urgent one; a notice does not say it
NOTICE = "We have corrected what we sent you"
CORRECTED = "Corrected: Ten people are held"
CHANGE_NOTE = {"en": "Ten people are held, not nine.", "ko": "붙잡힌 분은 아홉 명이 아니라 열 명입니다."}


@pytest.fixture(autouse=True)
def small_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a few people be as many slices and lots as a million."""
    monkeypatch.setattr("bot.sending.worker.FLIGHT_MAX", FLIGHT_MAX)
    monkeypatch.setattr("bot.sending.worker.LOT_MAX", LOT_MAX)
    monkeypatch.setattr("storage.letters.broadcasts.snapshot.SLICE", 5)
    monkeypatch.setattr("storage.letters.broadcasts.digests.SLICE", 5)
    monkeypatch.setattr("storage.letters.broadcasts.follow_ups.SLICE", 5)
    monkeypatch.setattr("storage.letters.broadcasts.skipping.SKIPPED_TOGETHER", 5)


@dataclass(frozen=True)
class Story:
    """What is under way when the process is killed.

    Attributes:
        before: What has happened before.
        deed: What the coordinator does, or the program by itself; done again after the crash.
        phrase: What is in the message that everybody is to get once.
        meanwhile: What is done while letters go out.
        sent_again: Whether what is in doubt is sent again; if not, it is left and reported.
    """

    before: Callable[[House], Awaitable[None]]
    deed: Callable[[House], Awaitable[object]]
    phrase: str
    meanwhile: Callable[[House], Awaitable[object]] | None = None
    sent_again: bool = True

    async def happens(self, house: House) -> None:
        await self.deed(house)
        sending = asyncio.create_task(sends_to_the_end(house))
        if self.meanwhile:
            await asyncio.sleep(0.3)
            await self.meanwhile(house)
        await sending


@dataclass(frozen=True)
class After:
    """What was found after a crash.

    Attributes:
        in_flight: Whose letters were with Telegram when the process was killed.
        copies: How many messages each person has.
        corrected: How many of them are the corrected letter.
    """

    in_flight: frozenset[int]
    fates: Mapping[int, Sequence[Fate]]
    copies: Mapping[int, int]
    corrected: Mapping[int, int]

    def people(self, fits: Callable[[Fate], object]) -> set[int]:
        """Return whose letters, or one of them, *fits*."""
        return {person for person, theirs in self.fates.items() if any(map(fits, theirs))}


async def images_of(office: Office, story: Story) -> list[Image]:
    """Let the story happen, and return every state in which it could have been broken off."""
    images = Images(office)
    office.telegram.faults.dice = random.Random(3)  # noqa: S311  # a game's dice
    office.telegram.faults.add(Rule(Slow(0.2), chance=0.4))  # so that letters land in another order than they left
    async with office.opened() as house:
        await at_every_await(story.happens(house), images.take)
    return images.taken


async def after(image: Image, story: Story, folder: Path) -> After:
    """Start the program again on what a crash left, let the coordinator press again, and look at the reports."""
    async with image.restored(folder).opened() as house:
        left = await fates(house)
        flying = frozenset(whose for whose, theirs in left.items() if any(one.state == "sending" for one in theirs))
        doubts = sum(one.in_doubt for theirs in left.values() for one in theirs)
        await story.happens(house)
        check_reports(await reports(house), doubts + len(flying))
        telegram = house.telegram
        return After(
            flying,
            await fates(house),
            {person: copies(telegram, person, story.phrase) for person in PEOPLE},
            {person: copies(telegram, person, CORRECTED) for person in PEOPLE},
        )


def check_reports(found: Iterable[Progress], in_doubt: int) -> None:
    """Every broadcast is over and adds up, and as many letters as were in flight are reported as in doubt."""
    for one in found:
        assert one.state in {BroadcastState.DONE, BroadcastState.CANCELLED}
        assert (one.open, sum(one.by_state.values())) == (0, one.letters)
    assert sum(one.in_doubt for one in found) == in_doubt


def check_people(found: After, *, sent_again: bool) -> None:
    """Nobody is missed or has it twice, but for those in doubt, by policy; and nobody has it three times."""
    missed = {person for person, count in found.copies.items() if count == 0}
    twice = {person for person, count in found.copies.items() if count > 1}
    doubtful = found.people(lambda one: one.in_doubt)
    assert len(found.in_flight) <= FLIGHT_MAX
    assert doubtful == found.in_flight
    assert max(found.copies.values()) <= 2
    if sent_again:
        assert not missed
        assert twice <= doubtful
        assert found.people(lambda one: one.state != "sent") == set()
    else:
        assert not twice
        assert missed <= doubtful
        assert found.people(lambda one: one.state == "uncertain") == doubtful


async def killed_everywhere(office: Office, story: Story, folder: Path) -> list[After]:
    """Let the story happen, and once more after a crash at each of its moments."""
    async with office.opened() as house:
        await story.before(house)
    images = await images_of(office, story)
    found = [await after(image, story, folder / f"after-{number}") for number, image in enumerate(images)]
    assert sum(bool(one.in_flight) for one in found) > len(found) / 2
    return found


async def people_subscribe(house: House) -> None:
    await subscribers(house, PEOPLE)


async def everybody_has_it(house: House) -> None:
    await people_subscribe(house)
    await send(house, URGENT)
    await sends_to_the_end(house)


async def approve_correction(house: House) -> None:
    db, now = database_of(house), house.clock.now()
    writer, reviewer = [await find_coordinator(db, person) for person in (WRITER, WRITER + 1)]
    assert writer is not None
    assert reviewer is not None
    appeal = (await find_appeal(db, URGENT)).appeal
    number = await add_draft(db, appeal.model_copy(update={"change_note": CHANGE_NOTE}), writer, now)
    await submit(db, URGENT, number, writer, now)
    await approve(db, URGENT, number, reviewer, now, needed=1)


async def correct(house: House) -> None:
    """Press the button; it may have been pressed before."""
    with suppress(NoSuchAppeal, WrongState):
        await plan_correction(database_of(house), URGENT, 2, await owner_of(house), house.clock.now())


@pytest.mark.parametrize("code", [URGENT, HIGH, NORMAL])
def test_while_it_is_planned_and_sent(office: Office, tmp_path: Path, code: str) -> None:
    story = Story(people_subscribe, lambda house: send(house, code), code, sent_again=code != NORMAL)

    for found in run(killed_everywhere(office, story, tmp_path)):
        check_people(found, sent_again=story.sent_again)


def test_while_it_pauses_after_the_first_few(office: Office, tmp_path: Path) -> None:
    story = Story(people_subscribe, lambda house: send(house, URGENT, Plan(canary=4)), LETTER)

    for found in run(killed_everywhere(office, story, tmp_path)):
        check_people(found, sent_again=True)


def test_while_a_correction_goes_out(office: Office, tmp_path: Path) -> None:
    async def before(house: House) -> None:
        await everybody_has_it(house)
        await approve_correction(house)

    for found in run(killed_everywhere(office, Story(before, correct, NOTICE), tmp_path)):
        check_people(found, sent_again=True)
        assert set(found.corrected.values()) == {1}


def test_while_what_still_goes_out_is_corrected(office: Office, tmp_path: Path) -> None:
    async def before(house: House) -> None:
        await people_subscribe(house)
        await send(house, URGENT, Plan(Wanted(languages=frozenset({"ko"}))))  # to nobody, but it is published
        await approve_correction(house)

    story = Story(before, lambda house: send(house, URGENT), LETTER, correct)

    for found in run(killed_everywhere(office, story, tmp_path)):
        check_people(found, sent_again=True)
        assert min(found.corrected.values()) == 1


def test_while_what_still_goes_out_is_recalled(office: Office, tmp_path: Path) -> None:
    async def recall(house: House) -> None:
        with suppress(WrongState):
            await plan_recall(database_of(house), URGENT, await owner_of(house), house.clock.now())

    async def begin(house: House) -> None:
        with suppress(WrongState):  # it was recalled before
            await send(house, URGENT)

    story = Story(people_subscribe, begin, LETTER, recall)

    for found in run(killed_everywhere(office, story, tmp_path)):
        kept = {person for person, count in found.copies.items() if count}
        assert kept <= found.in_flight


def test_while_a_digest_is_written_and_sent(office: Office, tmp_path: Path) -> None:
    async def before(house: House) -> None:
        await people_subscribe(house)
        for person in PEOPLE:
            await set_cadence(database_of(house), person, Cadence.DAILY)
        await send(house, NORMAL)
        await sends_to_the_end(house)

    async def plan(house: House) -> None:
        await plan_digests(database_of(house), house.clock.now(), ZoneInfo("Asia/Seoul"), 9)

    story = Story(before, plan, NORMAL, sent_again=False)
    for found in run(killed_everywhere(office, story, tmp_path)):
        check_people(found, sent_again=False)


def test_while_it_is_sent_for_the_second_time_after_a_crash(office: Office, tmp_path: Path) -> None:
    story = Story(people_subscribe, lambda house: send(house, URGENT), LETTER)

    async def twice() -> list[After]:
        async with office.opened() as house:
            await story.before(house)
        first = await images_of(office, story)
        images = await images_of(first[len(first) // 2].restored(tmp_path / "second"), story)
        return [await after(image, story, tmp_path / f"after-{number}") for number, image in enumerate(images)]

    for found in run(twice()):
        doubtful = found.people(lambda one: one.in_doubt)
        assert len(doubtful) <= 2 * FLIGHT_MAX
        assert max(found.copies.values()) <= 2
        assert {person for person, count in found.copies.items() if count > 1} <= doubtful
        assert {person for person, count in found.copies.items() if count == 0} <= found.people(
            lambda one: one.state == "uncertain"
        )
