"""What a million subscribers cost: planning a broadcast to them, and memory while their letters wait."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.bench.figures import Figure, at_most, plain, times_at_most
from tests.bench.processes import result_of, telegram

if TYPE_CHECKING:
    from tests.bench.houses import Houses

MILLION, FEW = 1_000_000, 10_000
QUICK_MILLION = 100_000
SENT = 3_000
LATENCY = 0.05
FULL = 1_000.0  # letters a second
MEGABYTE = 1_000_000


async def size(houses: Houses, *, quick: bool) -> list[Figure]:
    """Plan for all, then send a few of what waits; beside the bare statement, and a house with few letters."""
    people = QUICK_MILLION if quick else MILLION
    large = await houses.house(people, planned=False)
    house = await houses.house(people, planned=False)
    bare = await result_of("planning.bare", folder=house)
    houses.leave(house)
    planned = await result_of("planning.planned", folder=large)
    many = await _send_some(large)
    houses.leave(large)
    few = await _send_some(await houses.house(FEW, planned=True))
    return [
        times_at_most(f"planning {people:,} letters", planned["seconds"], "s", bare["seconds"], 2),
        plain("longest wait of another writer meanwhile", planned["longest_wait"] * 1_000, "ms"),
        times_at_most(
            f"peak memory with {people:,} letters queued, beside {FEW:,}",
            many["memory"] / MEGABYTE,
            "MB",
            few["memory"] / MEGABYTE,
            1.2,
        ),
        at_most("letters of these not sent", 2 * SENT - _sent(many) - _sent(few), "", 0),
    ]


async def _send_some(house: str) -> dict[str, Any]:
    async with telegram(subscribers=FEW, latency=LATENCY) as played:
        return await result_of("sending.sent", folder=house, url=played.url, rate=FULL, letters=SENT)


def _sent(result: dict[str, Any]) -> int:
    return min(SENT, int(result["states"]["sent"]))
