"""The lane's pace: a steady rate, no burst, and a pause that nobody shortens."""

from __future__ import annotations

import asyncio
from itertools import pairwise

import pytest

from bot.pacer import Pacer


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
