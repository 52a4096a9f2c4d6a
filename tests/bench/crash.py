"""A broadcast whose program is killed on the way: how soon the next letter goes out, and who is missed."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

from tests.bench.figures import Figure, at_most, plain
from tests.bench.processes import lane, result_of, telegram

if TYPE_CHECKING:
    from tests.bench.houses import Houses
    from tests.bench.processes import Telegram

LETTERS = 4_000
KILLED_AFTER = 1_000  # letters
LATENCY = 0.05
FULL = 1_000.0  # letters a second
LOOKS = 0.02  # seconds


async def crash(houses: Houses, *, quick: bool) -> list[Figure]:  # it is quick
    """Kill the program in mid-broadcast, start it again, and let it send the rest."""
    house = await houses.house(LETTERS, planned=True)
    async with telegram(subscribers=LETTERS, latency=LATENCY) as played:
        async with lane("sending.running", folder=house, url=played.url, rate=FULL) as clarion:
            await _taken(played, KILLED_AFTER)
            await clarion.kill()
        before = len((await played.count()).taken)
        started = time.monotonic()  # the clock of the event loop over there
        result = await result_of("sending.sent", folder=house, url=played.url, rate=FULL, letters=LETTERS)
        count = await played.count()
    houses.leave(house)
    in_doubt = result["in_doubt"]
    return [
        at_most("from start to the next letter after kill -9", count.taken[before] - started, "s", 3),
        at_most("missed after the crash", count.missed, "", 0),
        plain("in doubt after the crash", in_doubt, "letters"),
        at_most("doubled after the crash, at most those in doubt", count.doubled, "letters", in_doubt),
    ]


async def _taken(played: Telegram, letters: int) -> None:
    while len((await played.count()).taken) < letters:
        await asyncio.sleep(LOOKS)
