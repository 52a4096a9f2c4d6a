"""When the next message may go: one ceiling and one pause for a whole lane (architecture §6)."""

from __future__ import annotations

import asyncio


class Pacer:
    """Gives out turns at a steady rate in the order of asking, and keeps to a pause that Telegram asked for.

    Args:
        per_second: How many turns a second.
        burst: How many may go at once after a rest; never after a pause, for everybody who waits would go at once.
    """

    def __init__(self, per_second: float, burst: int = 1) -> None:
        self._gap = 1 / per_second
        self._credit = (burst - 1) * self._gap
        self._next = 0.0
        self._order = asyncio.Lock()

    async def turn(self) -> None:
        """Wait for the next free moment."""
        async with self._order:
            # A pause that comes meanwhile makes the wait longer.
            while (wait := self._next - _now()) > 0:  # noqa: ASYNC110  # nobody would set an event at that time
                await asyncio.sleep(wait)
            self._next = max(self._next, _now() - self._credit) + self._gap

    def pause(self, seconds: float) -> None:
        """Let nobody go for *seconds*; a pause under way is never shortened."""
        self._next = max(self._next, _now() + seconds)

    def give_way(self) -> None:
        """Leave one turn to another lane."""
        self._next = max(self._next, _now()) + self._gap


def _now() -> float:
    return asyncio.get_running_loop().time()
