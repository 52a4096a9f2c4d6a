"""When the next message may go: one ceiling and one pause for a whole lane (architecture §6).

Telegram does not say how fast a bot may send; it says when it was too fast. A lane that was told so goes on more
slowly: at the pace that was allowed until then, where that could be seen, or at two thirds of its own. After a while
without another word of Telegram it dares a little more.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

CREDIT_SECONDS = 0.05  # a fast lane takes the turns of so long a time together, and works on them as one lot
BUCKET_SECONDS = 1.0  # so much of its ceiling Telegram lets pass at once after a rest
SEEN_SECONDS = 60.0  # a stretch of sending no longer than this may tell how much was allowed
MARGIN = 0.98  # of the pace that was seen to be allowed
SURELY_LOWER = 0.9  # of the lane's own pace: what was seen is nearer to it if the ceiling has only just fallen
BLIND = 2 / 3  # of the lane's own pace, where nothing could be seen
LEAST = 1 / 2  # of the pace before; more is never given up for one word of Telegram
FLOOR = 1 / 5  # of the ceiling; below it a lane never goes
CALM_SECONDS = 300.0
DARE = 1.1  # times the pace, after each calm while


class Pacer:
    """Gives out turns at a steady rate in the order of asking, and keeps to a pause that Telegram asked for.

    Args:
        per_second: How many turns a second.
        burst: How many may go at once after a rest; never after a pause, for everybody who waits would go at once.
        paused: Told of each pause that Telegram asks for, in seconds.
    """

    def __init__(self, per_second: float, burst: int = 1, paused: Callable[[float], None] | None = None) -> None:
        self._per_second = per_second
        self._burst = burst
        self._paused = paused
        self._next = 0.0
        self._order = asyncio.Lock()
        self._stretch = _Stretch()
        self._share = 1.0
        self._calm_until = 0.0
        self._paused_until = 0.0
        self._times = 1.0
        self._closed = asyncio.Event()

    async def turn(self) -> None:
        """Wait for the next free moment."""
        await self.turns(1)

    async def turns(self, most: int, *, times: float = 1.0) -> int:
        """Wait for the next free moment, and take it with those that are free already; return how many, up to *most*.

        None at all once the lane is closed.

        Args:
            most: How many turns are of use.
            times: How many times faster than the lane's own rate these turns may follow each other.
        """
        async with self._order:
            self._times = times
            slot = await self._free_slot()
            if self._closed.is_set():
                return 0
            gap = self._gap(times)
            taken = min(most, int((_now() - slot) / gap) + 1)
            self._next = slot + taken * gap
            self._stretch.count(taken, slot)
            return taken

    async def _free_slot(self) -> float:
        """Wait until a turn is free; return since when it is: whoever waited for it loses nothing by waking late."""
        waited = False
        while (wait := self._next - _now()) > 0 and not self._closed.is_set():
            waited = True
            with suppress(TimeoutError):  # a pause that comes meanwhile makes the wait longer
                async with asyncio.timeout(wait):
                    await self._closed.wait()
        gap = self._gap(self._times)
        late = max(gap, CREDIT_SECONDS) if waited else max((self._burst - 1) * gap, CREDIT_SECONDS - gap)
        return max(self._next, _now() - late)

    def close(self) -> None:
        """Let nobody wait for a turn any more."""
        self._closed.set()

    def give_back(self, turns: int, *, times: float = 1.0) -> None:
        """Return turns that were not needed."""
        if turns:
            self._next = max(self._next - turns * self._gap(times), self._paused_until)
            self._stretch.count(-turns, _now())

    def pause(self, seconds: float) -> None:
        """Let nobody go for *seconds*; a pause under way is never shortened."""
        self.hold(seconds)
        if self._paused:
            self._paused(seconds)

    def hold(self, seconds: float) -> None:
        """Let nobody go for *seconds*, for a reason of our own; a pause under way is never shortened."""
        self._paused_until = max(self._paused_until, _now() + seconds)
        self._next = max(self._next, self._paused_until)

    def slow_down(self, seconds: float, begun: float) -> None:
        """Pause as Telegram asks, and go on more slowly.

        Args:
            seconds: How long Telegram asks to wait.
            begun: When the call was made that was refused, on the loop's clock; one that was made before the last
                time tells nothing new.
        """
        self.pause(seconds)
        if begun < self._stretch.began:
            return
        pace = self._per_second * self._share * self._times
        seen = self._stretch.allowed(begun, self._per_second * self._times)
        lower = seen / pace if seen and seen < SURELY_LOWER * pace else BLIND * MARGIN
        self._share = max(FLOOR, self._share * max(lower, LEAST))
        self._calm_until = self._next + CALM_SECONDS
        self._stretch = _Stretch(began=self._next)

    def give_way(self) -> None:
        """Leave one turn to another lane."""
        self._next = max(self._next, _now()) + self._gap(1.0)

    @property
    def ceiling(self) -> float:
        """The turns a second that the lane was made for, before any word of Telegram."""
        return self._per_second

    def _gap(self, times: float) -> float:
        if self._share < 1.0 and (now := _now()) > self._calm_until:
            self._share = min(1.0, self._share * DARE)
            self._calm_until = now + CALM_SECONDS
        return 1 / (self._per_second * self._share * times)


class _Stretch:
    """A stretch of sending without a rest: how many turns since when."""

    def __init__(self, began: float = 0.0) -> None:
        self.began = began
        self._turns = 0
        self._last = began

    def count(self, turns: int, now: float) -> None:
        if now - self._last > BUCKET_SECONDS:
            self.began, self._turns = now, 0
        self._turns, self._last = self._turns + turns, now

    def allowed(self, until: float, ceiling: float) -> float | None:
        """Return how many a second flowed in, if that can be told; what was in the bucket at first does not count."""
        seconds = until - self.began
        flowed = self._turns - ceiling * BUCKET_SECONDS
        return MARGIN * flowed / seconds if flowed > 0 and 0 < seconds <= SEEN_SECONDS else None


def _now() -> float:
    return asyncio.get_running_loop().time()
