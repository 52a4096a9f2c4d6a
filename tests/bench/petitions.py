"""Signatures: how fast they are kept and none lost, through storage and through whole chats."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.bench.figures import Figure, at_least, at_most, p99, plain, times_at_least
from tests.bench.processes import lane, result_of, telegram

if TYPE_CHECKING:
    from tests.bench.houses import Houses

SIGNATURES, QUICK_SIGNATURES = 10_000, 2_000
KILLED_AFTER = 0.5  # of them
CONVERSATIONS, QUICK_CONVERSATIONS = 1_000, 200
AT_ONCE = 60  # people in the middle of signing
LATENCY = 0.05


async def petitions(houses: Houses, *, quick: bool) -> list[Figure]:
    """Let ten thousand sign, once through to the end and once with the program killed on the way."""
    signatures = QUICK_SIGNATURES if quick else SIGNATURES
    return [
        *await _kept(houses, signatures),
        *await _killed(houses, signatures),
        *await _in_chats(houses, QUICK_CONVERSATIONS if quick else CONVERSATIONS),
    ]


async def _kept(houses: Houses, signatures: int) -> list[Figure]:
    house = await houses.house(1, planned=False)
    bare = await result_of("signing.bare", folder=house, signatures=signatures)
    houses.leave(house)
    house = await houses.house(1, planned=False)
    kept = await result_of("signing.stored", folder=house, signatures=signatures)
    houses.leave(house)
    rate, bare_rate = len(kept["waits"]) / kept["seconds"], signatures / bare["seconds"]
    return [
        at_least("signatures a second, with tally and log, durable", rate, "/s", 1_000),
        times_at_least("the same, beside a bare insert with a counter", rate, "/s", bare_rate, 0.5),
        at_most("wait for a signature to be kept, p99", p99(kept["waits"]), "ms", 250),
        plain("processor for a signature", kept["processor"] / len(kept["waits"]) * 1_000, "ms"),
        at_most("signatures by which the counts differ", _differing(kept, signatures), "", 0),
    ]


async def _killed(houses: Houses, signatures: int) -> list[Figure]:
    house = await houses.house(1, planned=False)
    serials: dict[str, int] = {}
    async with lane("signing.until_killed", folder=house, signatures=signatures) as signing:
        while len(serials) < KILLED_AFTER * signatures:
            said = await signing.hear()
            serials[str(said["person"])] = said["serial"]
        await signing.kill()
    kept = await result_of("signing.acknowledged", folder=house, serials=serials)
    again = await result_of("signing.stored", folder=house, signatures=signatures)
    houses.leave(house)
    return [
        at_most("signatures acknowledged before kill -9 and missing after it", kept["missing"], "", 0),
        at_most("signatures by which the counts differ after it", _differing(kept, kept["total"]), "", 0),
        at_most("and once everybody has signed", _differing(again, signatures), "", 0),
    ]


async def _in_chats(houses: Houses, conversations: int) -> list[Figure]:
    figures = []
    for name, details, bound in (("four taps", False, None), ("with name and country typed", True, 66)):
        house = await houses.house(1, planned=False)
        async with (
            telegram(subscribers=1, latency=LATENCY) as played,
            lane("sending.answering", folder=house, url=played.url) as clarion,
        ):
            await clarion.hear()
            signed = await played.child.tell("sign", people=conversations, at_once=AT_ONCE, details=details)
        houses.leave(house)
        rate, label = conversations / signed["seconds"], f"whole signing conversations, {name}"
        figures.append(at_least(label, rate, "/s", bound) if bound else plain(label, rate, "/s"))
        figures.append(at_most(f"{label}: wait for an answer, p99", p99(signed["waits"]), "ms", 1_000))
    return figures


def _differing(found: dict[str, Any], signatures: int) -> int:
    return sum(abs(int(found[way]) - signatures) for way in ("total", "rows", "by_country", "in_log"))
