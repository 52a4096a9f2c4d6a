"""When the next message may go: one ceiling and one pause for a whole lane (architecture §6).

Telegram does not say how fast a bot may send; it says when it was too fast. A lane that was told so goes on more
slowly: at the pace that was allowed until then, where that could be seen, or at two thirds of its own. After a while
without another word of Telegram it dares a little more.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

CREDIT_SECONDS = 0.05  # a fast lane takes the turns of so long a time together, and works on them as one lot
BUCKET_SECONDS = 1.0  # Telegram lets so much of its ceiling pass at once after a rest
SEEN_SECONDS = 60.0  # a stretch of sending no longer than this tells how much was allowed
MARGIN = 0.98  # of the pace that was seen to be allowed
BLIND = 2 / 3  # of the lane's own pace, where nothing could be seen
LEAST = 1 / 2  # of the pace before; more is never given up for one word of Telegram
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
        self._times = 1.0

    async def turn(self) -> None:
        """Wait for the next free moment."""
        await self.turns(1)

    async def turns(self, most: int, *, times: float = 1.0) -> int:
        """Wait for the next free moment, and take it with those that are free already; return how many, up to *most*.

        Args:
            most: How many turns are of use.
            times: How many times faster than the lane's own rate these turns may follow each other.
        """
        async with self._order:
            self._times = times
            slot = await self._free_slot()
            gap = self._gap(times)
            taken = min(most, int((_now() - slot) / gap) + 1)
            self._next = slot + taken * gap
            self._stretch.count(taken, slot)
            return taken

    async def _free_slot(self) -> float:
        """Wait until a turn is free; return since when it is: whoever waited for it loses nothing by waking late."""
        waited = False
        # A pause that comes meanwhile makes the wait longer.
        while (wait := self._next - _now()) > 0:  # nobody would set an event at that time
            waited = True
            await asyncio.sleep(wait)
        gap = self._gap(self._times)
        credit = max((self._burst - 1) * gap, CREDIT_SECONDS - gap)
        return self._next if waited else max(self._next, _now() - credit)

    def give_back(self, turns: int, *, times: float = 1.0) -> None:
        """Return turns that were not needed."""
        if turns:
            self._next -= turns * self._gap(times)
            self._stretch.count(-turns, _now())

    def pause(self, seconds: float) -> None:
        """Let nobody go for *seconds*; a pause under way is never shortened."""
        self._next = max(self._next, _now() + seconds)
        if self._paused:
            self._paused(seconds)

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
        seen = self._stretch.allowed(begun)
        share = seen / (self._per_second * self._times) if seen else self._share * BLIND
        self._share = min(self._share, max(share, self._share * LEAST))
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

    def allowed(self, until: float) -> float | None:
        """Return how many a second passed, if that can be told: what was in a full bucket, and what flowed in."""
        seconds = until - self.began
        return MARGIN * self._turns / (BUCKET_SECONDS + seconds) if seconds <= SEEN_SECONDS else None


def _now() -> float:
    return asyncio.get_running_loop().time()
