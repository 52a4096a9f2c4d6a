"""How long what a witness types stands in the chat: from the moment it is sent until Telegram has deleted it."""

from __future__ import annotations

import asyncio
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from bot.rehearsal.faults import Rule, Slow
from bot.rehearsal.telegram import Person as Account
from tests.bench.figures import p99
from tests.conftest import open_canaries
from tests.over_the_network import running, until
from tests.people import Person

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.rehearsal.telegram import RehearsedTelegram
    from bot.settings import Settings
    from tests.people import Clock

LATENCY = 0.05  # seconds that each answer of Telegram takes
FIRST = 8_000
WITNESSES = 3
BEHIND_THE_WARNING = "Guards have closed the bridge since yesterday and look at papers."


async def stands(witness: Person, text: str) -> float:
    """Send the text, and return for how many seconds it stood in the chat."""
    telegram, before = witness.house.telegram, perf_counter()
    message = telegram.says(witness.id, text)
    await until(lambda: message not in {one.message_id for one in witness.chat})
    return perf_counter() - before


async def tells(witness: Person) -> list[float]:
    waits = [await stands(witness, "/tip"), await stands(witness, "too early")]
    await until(lambda: bool(witness.buttons))
    await witness.presses("tip:start")
    return [*waits, *[await stands(witness, f"{BEHIND_THE_WARNING} {number}") for number in range(3)]]


async def test_what_a_witness_types_is_deleted_at_once(
    scale: int, settings: Settings, telegram: RehearsedTelegram, clock: Clock, figure: Callable[[str, float], None]
) -> None:
    async with running(settings, telegram, clock) as house:
        await open_canaries(house.clarion.services)
        witnesses = [Person(house, FIRST + number, f"Witness {number}") for number in range(WITNESSES * scale)]
        for witness in witnesses:
            telegram.add_person(Account(witness.id, witness.name, language_code="en"))
        telegram.faults.add(Rule(Slow(LATENCY)))
        waits = [wait for told in await asyncio.gather(*map(tells, witnesses)) for wait in told]

    figure("messages of witnesses whose deletion was timed", len(waits))
    figure("seconds from message to deletion, median", round(median(waits), 3))
    figure("seconds from message to deletion, 99 of 100 within", round(p99(waits) / 1_000, 3))
    assert len(waits) == 5 * len(witnesses)
