"""Sending below a ceiling that locks out whoever asks too early: known, lower than configured, and falling on the way.

Clarion's lanes run side by side, for at this pace none of them needs much of the machine.
"""

from __future__ import annotations

import asyncio
from bisect import bisect_left
from typing import TYPE_CHECKING

from tests.bench.figures import Figure, at_least, at_most, plain
from tests.bench.processes import lane, result_of, telegram
from tests.bench.rates import AIOGRAM, GATHER, SEQUENCE, Way, installed

if TYPE_CHECKING:
    from tests.bench.houses import Houses
    from tests.bench.processes import Count

LATENCY = 0.05
CEILING, LOWER = 30.0, 20.0
KNOWN, UNKNOWN, FALLING, BASELINE = 3_000, 1_500, 1_800, 300  # messages
BASELINE_SECONDS = 30.0  # some of them never end
FALLS_AFTER = 20.0  # seconds
QUICK = 5  # times fewer


async def ceilings(houses: Houses, *, quick: bool) -> list[Figure]:
    """Measure the share of what is allowed, and how often Telegram asked to slow down."""
    fewer = QUICK if quick else 1
    ours = await asyncio.gather(
        _known(houses, KNOWN // fewer),
        _lower(houses, UNKNOWN // fewer),
        _falling(houses, FALLING // fewer, FALLS_AFTER / fewer),
    )
    theirs = [await _baseline(way, BASELINE) for way in installed() if way in (SEQUENCE, GATHER, AIOGRAM)]
    return [figure for figures in (*ours, *theirs) for figure in figures]


async def _known(houses: Houses, letters: int) -> list[Figure]:
    house = await houses.house(letters, planned=True)
    async with telegram(subscribers=letters, latency=LATENCY, per_second=CEILING) as played:
        await result_of("sending.sent", folder=house, url=played.url, rate=CEILING, letters=letters)
        count = await played.count()
    return [
        at_least("share of 30/s", share(count, CEILING), "of 1", 0.99),
        at_most("refusals at 30/s (429)", len(count.floods), "", 0),
        at_most("most in any second at 30/s", most_in_a_second(count.taken), "messages", CEILING),
        at_most("missed or doubled at 30/s", count.missed + count.doubled, "", 0),
    ]


async def _lower(houses: Houses, letters: int) -> list[Figure]:
    house = await houses.house(letters, planned=True)
    async with telegram(subscribers=letters, latency=LATENCY, per_second=LOWER) as played:
        await result_of("sending.sent", folder=house, url=played.url, rate=CEILING, letters=letters)
        count = await played.count()
    return _adapted(count, "20/s where 30/s is configured", since=0)


async def _falling(houses: Houses, letters: int, after: float) -> list[Figure]:
    house = await houses.house(letters, planned=True)
    async with telegram(subscribers=letters, latency=LATENCY, per_second=CEILING) as played:
        sending = asyncio.create_task(
            result_of("sending.sent", folder=house, url=played.url, rate=CEILING, letters=letters)
        )
        while not (await played.count()).taken:
            await asyncio.sleep(0.1)
        await asyncio.sleep(after)
        changed = await played.child.tell("ceiling", per_second=LOWER)
        await sending
        count = await played.count()
    return _adapted(count, "20/s after a fall from 30/s", since=changed["at"])


def _adapted(count: Count, name: str, *, since: float) -> list[Figure]:
    """Judge what came after Telegram's first word on the ceiling that holds since then.

    Calls that were on their way when the first of them was refused are no further mistake.
    """
    told = min((flood for flood in count.floods if flood >= since), default=since)
    again = [flood for flood in count.floods if flood < since or flood > told + LATENCY]
    return [
        plain(f"refusals at {name} (429)", len(count.floods), ""),
        at_most(f"refusals at {name} (429) but for calls under way at the first", len(again) + (told > since), "", 1),
        at_least(f"share of {name}, from the refusal on", share(count, LOWER, since=told), "of 1", 0.95),
        at_most(f"missed or doubled at {name}", count.missed + count.doubled, "", 0),
    ]


async def _baseline(way: Way, messages: int) -> list[Figure]:
    async with telegram(subscribers=messages, latency=LATENCY, per_second=CEILING) as played:
        async with lane(way.lane, url=played.url, messages=messages) as sending:
            try:
                async with asyncio.timeout(BASELINE_SECONDS):
                    await sending.hear()
            except TimeoutError:  # each of the hundred waits for itself and asks again while the door is shut
                await sending.kill()
        count = await played.count()
    return [
        plain(f"share of 30/s: {way.name}", share(count, CEILING), "of 1"),
        plain(f"refusals at 30/s (429) in {len(count.taken)} messages: {way.name}", len(count.floods), ""),
    ]


def share(count: Count, per_second: float, *, since: float | None = None) -> float:
    """Return how much of what a ceiling lets through was used, from *since* or the first message to the last try."""
    if since is None:
        begin, taken = count.taken[0], len(count.taken) - 1
    else:
        begin, taken = since, sum(moment >= since for moment in count.taken)
    end = max(count.taken[-1], *count.floods[-1:], begin)
    return taken / (per_second * (end - begin))


def most_in_a_second(moments: list[float]) -> int:
    """Return the largest number of *moments* that lie within one second, wherever it begins."""
    return max(bisect_left(moments, moment + 1) - number for number, moment in enumerate(moments))
