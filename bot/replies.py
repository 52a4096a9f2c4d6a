"""The lane of replies: a person who waits gets the answer, also when Telegram asks to slow down."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

from bot.telegram_request import NotSent

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

TRIES = 5
UNSENT_PAUSE = 1.0  # seconds before a call that did not leave this machine is made again


def seconds_of(error: RetryAfter) -> float:
    """Return how long Telegram asks to wait."""
    pause = error.retry_after
    return pause.total_seconds() if isinstance(pause, timedelta) else float(pause)


class PatientReplies(BaseRateLimiter[int]):
    """Repeats a reply that certainly was not sent; what may have been sent is never repeated.

    Args:
        slow_down: Told of each wait that Telegram asks for, so that letters make room.
    """

    def __init__(self, slow_down: Callable[[float], None]) -> None:
        self._slow_down = slow_down

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, bool | dict[str, Any] | list[dict[str, Any]]]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,  # noqa: ARG002  # every method alike
        data: dict[str, Any],  # noqa: ARG002
        rate_limit_args: int | None,  # noqa: ARG002
    ) -> bool | dict[str, Any] | list[dict[str, Any]]:
        """Make the call, and make it again after a wait while it is certain that it was not done."""
        for _ in range(TRIES - 1):
            try:
                return await callback(*args, **kwargs)
            except RetryAfter as error:
                self._slow_down(seconds_of(error))
                await asyncio.sleep(seconds_of(error))
            except NotSent:
                await asyncio.sleep(UNSENT_PAUSE)
        return await callback(*args, **kwargs)
