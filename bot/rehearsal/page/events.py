"""Tells the page that something happened: server-sent events that carry nothing but a revision."""

import asyncio
from collections.abc import AsyncIterator

from bot.rehearsal.phones import Phones

_PAUSE = 0.15  # seconds between two events, so that a crowd does not flood the page
_HEARTBEAT = 15.0  # seconds


class Events:
    """The open event streams; they end when the server closes."""

    def __init__(self, phones: Phones) -> None:
        self._phones = phones
        self._closed = False

    def close(self) -> None:
        self._closed = True
        self._phones.memory.wake()

    async def stream(self) -> AsyncIterator[str]:
        """Yield an event at once and after every change; a comment when nothing happens for long."""
        revision = self._phones.memory.revision
        yield f"data: {revision}\n\n"
        while not self._closed:
            try:
                async with asyncio.timeout(_HEARTBEAT):
                    revision = await self._phones.changed(revision)
            except TimeoutError:
                yield ": still here\n\n"
                continue
            if not self._closed:
                yield f"data: {revision}\n\n"
                await asyncio.sleep(_PAUSE)
