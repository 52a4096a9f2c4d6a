"""When the next letter may go: one ceiling and one pause for the whole lane (architecture §6)."""

from __future__ import annotations

import asyncio


class Pacer:
    """Gives out moments at a steady rate, never a burst, and keeps to a pause that Telegram asked for."""

    def __init__(self, per_second: float) -> None:
        self._gap = 1 / per_second
        self._next = 0.0

    async def turn(self) -> None:
        """Wait for the next free moment."""
        now = asyncio.get_running_loop().time()
        self._next = max(self._next, now)
        mine = self._next
        self._next += self._gap
        while (wait := mine - asyncio.get_running_loop().time()) > 0:
            await asyncio.sleep(wait)
            mine = max(mine, self._paused_until)

    def pause(self, seconds: float) -> None:
        """Let nobody go for *seconds*; a pause under way is never shortened."""
        until = asyncio.get_running_loop().time() + seconds
        self._paused_until = max(self._paused_until, until)
        self._next = max(self._next, until)

    _paused_until = 0.0
