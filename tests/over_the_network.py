"""The house over a real network of this machine: Clarion polls by itself, people wait until they see an answer."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from pydantic import HttpUrl

from bot.app import assembled
from bot.rehearsal.server import serving
from bot.running import run
from tests.people import House

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from bot.rehearsal.telegram import RehearsedTelegram
    from bot.settings import Settings
    from tests.people import Clock

PATIENCE = 30  # seconds until a story gives up; none waits that long


class OverTheNetwork(House):
    """The house when Clarion polls by itself: people wait until they see an answer."""

    async def answers_everything(self) -> None:
        await until(lambda: not self.telegram.memory.world.updates)


async def until(seen: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not seen():
            await asyncio.sleep(0.01)


@asynccontextmanager
async def running(settings: Settings, telegram: RehearsedTelegram, clock: Clock) -> AsyncIterator[OverTheNetwork]:
    async with (
        serving(telegram) as url,
        assembled(settings.model_copy(update={"bot_api_url": HttpUrl(url)}), now=clock.now) as clarion,
    ):
        stopped = asyncio.Event()
        program = asyncio.create_task(run(clarion, stopped))
        try:
            yield OverTheNetwork(clarion, telegram, clock)
        finally:
            stopped.set()
            await program
