"""The lane's pace: a steady rate, no burst, and a pause that nobody shortens."""

from __future__ import annotations

import asyncio
from itertools import pairwise

import pytest

from bot.pacer import BLIND, CALM_SECONDS, MARGIN, Pacer


@pytest.fixture
def skipping_loop() -> asyncio.AbstractEventLoop:
    """A loop whose clock jumps to the next thing that is due: a second lasts no time."""
    return SkippingLoop()


class SkippingLoop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        super().__init__()
        self._skipped = 0.0

    def time(self) -> float:
        return super().time() * 0 + self._skipped

    def _run_once(self) -> None:
        if not self._ready and self._scheduled:  # type: ignore[attr-defined]
            self._skipped = max(self._skipped, self._scheduled[0].when())  # type: ignore[attr-defined]
        super()._run_once()  # type: ignore[misc]


async def moments(pacer: Pacer, count: int) -> list[float]:
    times: list[float] = []

    async def one() -> None:
        await pacer.turn()
        times.append(asyncio.get_running_loop().time())

    await asyncio.gather(*(one() for _ in range(count)))
    return sorted(times)


def test_no_second_holds_more_than_the_ceiling(skipping_loop: asyncio.AbstractEventLoop) -> None:
    times = skipping_loop.run_until_complete(moments(Pacer(25), 200))
    skipping_loop.close()

    assert times[-1] - times[0] == pytest.approx(199 / 25)
    for start in times:
        assert sum(start <= time < start + 1 - 1e-9 for time in times) <= 25


def test_a_pause_holds_everybody_and_is_never_shortened(skipping_loop: asyncio.AbstractEventLoop) -> None:
    pacer = Pacer(10)

    async def story() -> list[float]:
        waiting = asyncio.create_task(moments(pacer, 20))
        await asyncio.sleep(0.55)
        pacer.pause(7)
        pacer.pause(1)
        return await waiting

    times = skipping_loop.run_until_complete(story())
    skipping_loop.close()
    assert len([time for time in times if time <= 0.55]) == 6
    after = [time for time in times if time > 0.55]
    assert after[0] == pytest.approx(7.55)
    assert [later - earlier for earlier, later in pairwise(after)] == pytest.approx([0.1] * (len(after) - 1))


def test_after_a_rest_a_few_may_go_at_once_and_after_a_pause_nobody(skipping_loop: asyncio.AbstractEventLoop) -> None:
    async def story() -> tuple[list[float], list[float]]:
        pacer = Pacer(10, burst=4)
        await asyncio.sleep(5)
        rested = await moments(pacer, 6)
        pacer.pause(3)
        return rested, await moments(pacer, 3)

    rested, paused = skipping_loop.run_until_complete(story())
    skipping_loop.close()
    assert rested == pytest.approx([5, 5, 5, 5, 5.1, 5.2])
    assert paused == pytest.approx([8.2, 8.3, 8.4])


def test_letters_make_room_for_replies(skipping_loop: asyncio.AbstractEventLoop) -> None:
    async def story() -> list[float]:
        pacer = Pacer(10)
        await pacer.turn()
        for _ in range(5):
            pacer.give_way()
        return await moments(pacer, 1)

    (letter,) = skipping_loop.run_until_complete(story())
    skipping_loop.close()
    assert letter == pytest.approx(0.6)


class Bucket:
    """A server that lets through what its bucket holds, as Telegram does; the ceiling can fall."""

    def __init__(self, per_second: float, burst: float) -> None:
        self.per_second = per_second
        self.burst = self.level = burst
        self.at = 0.0

    def takes(self, now: float) -> bool:
        self.level = min(self.burst, self.level + (now - self.at) * self.per_second)
        self.at = now
        if self.level < 1:
            return False
        self.level -= 1
        return True


async def refusals_and_rate(pacer: Pacer, server: Bucket, seconds: float) -> tuple[int, float]:
    """Send as fast as the pacer allows; return how often that was too fast, and how much of what is allowed passed."""
    now = asyncio.get_running_loop().time
    end, refused, taken, since = now() + seconds, 0, 0, 0.0
    while now() < end:
        await pacer.turn()
        if server.takes(now()):
            taken += 1
            continue
        refused, taken = refused + 1, 0
        pacer.slow_down(1, now())
        since = now() + 1
    return refused, taken / (now() - since) / server.per_second


@pytest.mark.parametrize(("ceiling", "burst"), [(20, 30), (15, 30), (27, 30), (20, 20)])
def test_a_server_slower_than_was_thought_says_so_once(
    skipping_loop: asyncio.AbstractEventLoop, ceiling: float, burst: float
) -> None:
    refused, share = skipping_loop.run_until_complete(refusals_and_rate(Pacer(30), Bucket(ceiling, burst), 200))
    skipping_loop.close()

    assert refused == 1
    assert share >= (0.95 if burst == 30 else 0.7)  # a smaller bucket looks like a slower one


def test_a_ceiling_that_falls_in_the_middle_is_found_with_one_word(skipping_loop: asyncio.AbstractEventLoop) -> None:
    async def story() -> tuple[int, float]:
        pacer, server = Pacer(30), Bucket(31, 30)
        assert await refusals_and_rate(pacer, server, 50) == (0, pytest.approx(1, abs=0.05))
        server.per_second = 20
        return await refusals_and_rate(pacer, server, 150)

    refused, share = skipping_loop.run_until_complete(story())
    skipping_loop.close()
    assert refused == 1
    assert share >= 0.95


def test_however_often_telegram_says_so_a_fifth_of_the_pace_is_kept_and_calm_brings_it_back(
    skipping_loop: asyncio.AbstractEventLoop,
) -> None:
    async def story() -> list[float]:
        pacer = Pacer(10)
        for _ in range(8):
            await pacer.turn()
            pacer.slow_down(1, asyncio.get_running_loop().time())
        times = await moments(pacer, 3)
        await asyncio.sleep(20 * CALM_SECONDS)
        for _ in range(20):
            await pacer.turn()
            await asyncio.sleep(CALM_SECONDS + 1)
        return [*times, *await moments(pacer, 3)]

    times = skipping_loop.run_until_complete(story())
    skipping_loop.close()
    assert times[2] - times[1] == pytest.approx(0.5)
    assert times[5] - times[4] == pytest.approx(0.1)


def test_calls_that_were_under_way_at_the_first_refusal_say_nothing_new(
    skipping_loop: asyncio.AbstractEventLoop,
) -> None:
    async def story() -> list[float]:
        pacer, begun = Pacer(10), asyncio.get_running_loop().time()
        await pacer.turn()
        for _ in range(3):
            pacer.slow_down(1, begun)
        return await moments(pacer, 3)

    times = skipping_loop.run_until_complete(story())
    skipping_loop.close()
    assert times[2] - times[1] == pytest.approx(0.1 / (BLIND * MARGIN))


def test_turns_that_are_given_back_shorten_no_pause(skipping_loop: asyncio.AbstractEventLoop) -> None:
    async def story() -> list[float]:
        pacer = Pacer(10, burst=5)
        await asyncio.sleep(5)
        taken = await pacer.turns(5)
        pacer.pause(3)
        pacer.give_back(taken)
        return await moments(pacer, 1)

    (after,) = skipping_loop.run_until_complete(story())
    skipping_loop.close()
    assert after == pytest.approx(8)


def test_a_closed_lane_lets_nobody_wait(skipping_loop: asyncio.AbstractEventLoop) -> None:
    async def story() -> tuple[int, float]:
        pacer = Pacer(10)
        pacer.pause(3600)
        waiting = asyncio.create_task(pacer.turns(5))
        await asyncio.sleep(1)
        pacer.close()
        return await waiting, asyncio.get_running_loop().time()

    assert skipping_loop.run_until_complete(story()) == (0, pytest.approx(1))
    skipping_loop.close()
