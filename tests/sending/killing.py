"""What happens when the process is killed: a story is broken off at every await, and goes on from what is left."""

from __future__ import annotations

import asyncio
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.rehearsal.faults import Rule, Slow
from storage.letters.broadcasts.planning import BroadcastState
from tests.sending.images import Images, at_every_await
from tests.sending.offices import copies, fates, reports, sends_to_the_end

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from storage.letters.reports.progress import Progress
    from tests.people import House
    from tests.sending.images import Image
    from tests.sending.offices import Fate, Office

PEOPLE = range(3001, 3013)
FLIGHT_MAX, LOT_MAX = 5, 3
CORRECTED = "Corrected: Ten people are held"


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
