"""In which order updates are worked on: at once across chats, strictly one after another within a chat (decision 4)."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from time import monotonic
from typing import TYPE_CHECKING, Any

from telegram import Update
from telegram.ext import BaseUpdateProcessor

from bot.metrics.metrics import kind_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.metrics.metrics import Kind

WAITING_MAX = 10_000  # updates taken from Telegram and not finished; more wait at Telegram
WORKING_MAX = 256  # chats that are worked on at once


class InOrderWithinChat(BaseUpdateProcessor):
    """Lets chats go on beside each other; a busy or flooding chat holds up nobody but itself.

    Args:
        after_each: Runs when an update is done and before the chat's next one: keeps what must survive a restart.
        handled: Told of each update that was handled: after how many seconds since it came, and its kind.
    """

    __slots__ = ("_after_each", "_chats", "_handled", "_waiting", "_working")

    def __init__(self, after_each: Callable[[], Awaitable[Any]], handled: Callable[[float, Kind], None]) -> None:
        super().__init__(WAITING_MAX)
        self._after_each = after_each
        self._handled = handled
        self._chats: defaultdict[int, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._waiting: defaultdict[int, int] = defaultdict(int)
        self._working = asyncio.Semaphore(WORKING_MAX)

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Wait for the chat's turn, then for a free place, then work."""
        came, chat = monotonic(), _chat_of(update)
        self._waiting[chat] += 1
        try:
            async with self._chats[chat], self._working:  # a lock serves who waits in the order of coming
                await coroutine
                self._handled(monotonic() - came, kind_of(update))
                await self._after_each()
        finally:
            self._waiting[chat] -= 1
            if not self._waiting[chat]:
                del self._waiting[chat], self._chats[chat]

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""


def _chat_of(update: object) -> int:
    if not isinstance(update, Update):
        return 0
    chat, person = update.effective_chat, update.effective_user
    return chat.id if chat else person.id if person else 0
