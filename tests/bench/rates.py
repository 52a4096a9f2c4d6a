"""How fast letters go out where nothing holds them back, and what one costs: Clarion beside its baselines."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from importlib.util import find_spec
from statistics import median
from typing import TYPE_CHECKING

from tests.bench.figures import Figure, at_least, plain, times_at_least
from tests.bench.processes import result_of, telegram

if TYPE_CHECKING:
    from tests.bench.houses import Houses

LATENCIES = {"0 ms": 0.0, "50 ms": 0.05}
UNBOUND = 100_000.0  # letters a second: more than any machine sends
LETTERS = 4_000
REPEATS = 3


@dataclass(frozen=True)
class Way:
    """A baseline, and how many messages show its rate without taking minutes."""

    name: str
    lane: str
    messages: dict[str, int]


BASELINES = (
    Way("python-telegram-bot in sequence", "baselines.library_in_sequence", {"0 ms": 400, "50 ms": 80}),
    Way("python-telegram-bot, 100 at once", "baselines.library_at_once", {"0 ms": 600, "50 ms": 400}),
    Way("aiogram, 100 at once", "baselines.aiogram_at_once", {"0 ms": 2_000, "50 ms": 2_000}),
    Way("bare aiohttp, 100 at once", "baselines.bare_at_once", {"0 ms": LETTERS, "50 ms": LETTERS}),
)
SEQUENCE, GATHER, AIOGRAM, BARE = BASELINES
CLARION = "Clarion"


@dataclass(frozen=True)
class _Run:
    rate: float
    processor: float


async def rates(houses: Houses, *, quick: bool) -> list[Figure]:
    """Measure every way of sending at every latency, in turn, and take the medians."""
    figures = []
    for name, latency in LATENCIES.items():
        runs: defaultdict[str, list[_Run]] = defaultdict(list)
        for _ in range(1 if quick else REPEATS):
            for way in installed():
                runs[way.name].append(await _baseline(way, name, latency))
            runs[CLARION].append(await _clarion(houses, latency))
        rate = {way: median(run.rate for run in found) for way, found in runs.items()}
        cost = {way: median(run.processor for run in found) * 1_000 for way, found in runs.items()}
        figures += _figures(name, rate, cost)
    return figures


def installed() -> tuple[Way, ...]:
    """Return the baselines that can run here: nothing of ours needs aiogram."""
    return tuple(way for way in BASELINES if way is not AIOGRAM or find_spec("aiogram"))


async def _baseline(way: Way, name: str, latency: float) -> _Run:
    messages = way.messages[name]
    async with telegram(subscribers=messages, latency=latency) as played:
        result = await result_of(way.lane, url=played.url, messages=messages)
    return _Run(messages / result["seconds"], result["processor"] / messages)


async def _clarion(houses: Houses, latency: float) -> _Run:
    house = await houses.house(LETTERS, planned=True)
    async with telegram(subscribers=LETTERS, latency=latency) as played:
        result = await result_of("sending.sent", folder=house, url=played.url, rate=UNBOUND, letters=LETTERS)
    houses.leave(house)
    return _Run(result["states"]["sent"] / result["seconds"], result["processor"] / LETTERS)


def _figures(name: str, rate: dict[str, float], cost: dict[str, float]) -> list[Figure]:
    """Judge Clarion at 50 ms, which is life; at 0 ms the figures only tell where time goes."""
    ours = rate[CLARION]
    figures = [plain(f"rate at {name}: {way}", found, "/s") for way, found in rate.items()]
    figures += [plain(f"processor per message at {name}: {way}", found, "ms") for way, found in cost.items()]
    if LATENCIES[name] == 0:
        return figures
    figures += [
        at_least(f"rate at {name}, outcomes stored", ours, "/s", 1_000),
        times_at_least(f"rate at {name}, beside {BARE.name}", ours, "/s", rate[BARE.name], 0.9),
        times_at_least(f"rate at {name}, beside {SEQUENCE.name}", ours, "/s", rate[SEQUENCE.name], 8),
    ]
    if AIOGRAM.name in rate:
        figures.append(times_at_least(f"rate at {name}, beside {AIOGRAM.name}", ours, "/s", rate[AIOGRAM.name], 1.5))
    return figures
