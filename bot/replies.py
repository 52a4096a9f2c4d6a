"""The lane of replies: a person who waits gets the answer, also when Telegram asks to slow down."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

from bot.pacer import Pacer
from bot.telegram_request import NotSent

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

PER_SECOND = 28.0  # just below the thirty messages a second that Telegram allows a bot
BURST = 10
FLOOD_TRIES = 8
UNSENT_TRIES = 3
UNSENT_PAUSE = 1.0  # seconds before a call that did not leave this machine is made again


def seconds_of(error: RetryAfter) -> float:
    """Return how long Telegram asks to wait."""
    pause = error.retry_after
    return pause.total_seconds() if isinstance(pause, timedelta) else float(pause)


class PatientReplies(BaseRateLimiter[int]):
    """Sends replies below Telegram's ceiling, and repeats one that certainly was not sent.

    What may have been sent is never repeated.

    Args:
        letters: The other lane, which makes room for every reply and pauses with this one.
    """

    def __init__(self, letters: Pacer) -> None:
        self._letters = letters
        self._replies = Pacer(PER_SECOND, BURST)

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, bool | dict[str, Any] | list[dict[str, Any]]]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],  # noqa: ARG002  # the interface's
        rate_limit_args: int | None,  # noqa: ARG002
    ) -> bool | dict[str, Any] | list[dict[str, Any]]:
        """Make the call in its turn, and make it again while it is certain that it was not done."""
        floods = unsent = 0
        while True:
            await self._take_turn(endpoint)
            try:
                return await callback(*args, **kwargs)
            except RetryAfter as error:
                floods += 1
                if floods == FLOOD_TRIES:
                    raise
                await self._wait_out(seconds_of(error))
            except NotSent:
                unsent += 1
                if unsent == UNSENT_TRIES:
                    raise
                await asyncio.sleep(UNSENT_PAUSE)

    async def _wait_out(self, seconds: float) -> None:
        self._letters.pause(seconds)
        self._replies.pause(seconds)
        await asyncio.sleep(seconds)

    async def _take_turn(self, endpoint: str) -> None:
        """Wait for a turn, if the call is one of those that Telegram counts."""
        if endpoint.startswith("send"):
            self._letters.give_way()
            await self._replies.turn()
