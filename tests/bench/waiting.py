"""How long people wait for an answer to /help: in an idle house, and while a broadcast goes out of it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from tests.bench.figures import Figure, at_most, p99, plain, times_at_most
from tests.bench.processes import lane, telegram
from tests.bench.telegram import PATIENCE

if TYPE_CHECKING:
    from tests.bench.houses import Houses

LATENCY = 0.05
EVERY = 0.1  # seconds between two questions
SECONDS, QUICK_SECONDS = 30.0, 10.0
WARMING = 1.0  # seconds
CEILING, FULL = 30.0, 1_000.0  # letters a second; Telegram sells no more than a thousand
LETTERS = {CEILING: 2_000, FULL: 40_000}
SLOWER = 1.5  # times


async def waiting(houses: Houses, *, quick: bool) -> list[Figure]:
    """Let twenty people ask in turn; judge by the 99th percentile of what they waited."""
    seconds = QUICK_SECONDS if quick else SECONDS
    idle = await _waits(houses, None, seconds)
    ceiling = await _waits(houses, CEILING, seconds)
    full = await _waits(houses, FULL, seconds)
    unanswered = sum(wait >= PATIENCE for wait in (*idle, *ceiling, *full))
    return [
        plain("wait for /help, idle, p99", p99(idle), "ms"),
        times_at_most("wait for /help at 30/s, p99", p99(ceiling), "ms", p99(idle), SLOWER),
        times_at_most("wait for /help at 1,000/s, p99", p99(full), "ms", p99(idle), SLOWER),
        at_most("people without an answer", unanswered, "", 0),
    ]


async def _waits(houses: Houses, rate: float | None, seconds: float) -> list[float]:
    letters = LETTERS[rate] if rate else 1
    house = await houses.house(letters, planned=rate is not None)
    allowed = CEILING if rate == CEILING else None
    async with (
        telegram(subscribers=letters, latency=LATENCY, per_second=allowed) as played,
        lane("sending.running", folder=house, url=played.url, rate=rate or CEILING) as clarion,
    ):
        await clarion.hear()
        await asyncio.sleep(WARMING)
        asked = await played.child.tell("ask", every=EVERY, seconds=seconds)
        if rate and not (await played.count()).missed:
            raise ValueError("the letters were sent before the last question: there must be more of them")
    waits: list[float] = asked["waits"]
    return waits
