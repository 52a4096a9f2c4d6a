"""What is due by the clock: looked up in the database at every tick, so that nothing due is skipped (decision 8)."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from telegram.error import TelegramError

from bot.logs import frames_of
from storage.appeals.records import close_due
from storage.tips import erase_expired_tips

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from telegram import Bot

    from handlers.context import Services

log = logging.getLogger(__name__)

TICK_SECONDS = 5.0


@dataclass(frozen=True)
class Job:
    """Something that is done every so often."""

    name: str
    every: timedelta
    work: Callable[[], Awaitable[None]]


def jobs(services: Services, bot: Bot) -> tuple[Job, ...]:
    """Return the table of what Clarion does by the clock."""

    async def close_petitions() -> None:
        if closed := await close_due(services.db, services.now()):
            log.info("%d appeals closed at their deadline", len(closed))

    async def wipe_tip_drafts() -> None:
        services.tip_drafts.wipe_expired()

    async def delete_shown_receipts() -> None:
        for shown in services.shown_receipts.due(services.now()):
            try:
                await bot.delete_message(shown.chat, shown.message)
            except TelegramError as error:
                log.warning("a shown receipt could not be deleted: %s", type(error).__name__)

    async def erase_tips() -> None:
        if erased := await erase_expired_tips(services.db, services.now().date()):
            log.info("%d tips erased at the end of their time", erased)

    return (
        Job("close petitions", timedelta(seconds=5), close_petitions),
        Job("wipe tip drafts", timedelta(seconds=30), wipe_tip_drafts),
        Job("delete shown receipts", timedelta(seconds=30), delete_shown_receipts),
        Job("erase expired tips", timedelta(hours=1), erase_tips),
    )


class Ticker:
    """Runs each job when its time has come; a job that fails is logged and tried at its next time."""

    def __init__(self, table: tuple[Job, ...], now: Callable[[], datetime]) -> None:
        self._table = table
        self._now = now
        self._due: dict[str, datetime] = {}

    async def run(self) -> None:
        """Tick until cancelled."""
        while True:
            await self.tick()
            await asyncio.sleep(TICK_SECONDS)

    async def tick(self) -> None:
        """Do every job that is due now."""
        for job in self._table:
            now = self._now()
            if now < self._due.get(job.name, now):
                continue
            self._due[job.name] = now + job.every
            try:
                await job.work()
            except Exception as error:  # noqa: BLE001  # one job's fault must not stop the others
                log.error("job %r failed: %s", job.name, frames_of(error))  # noqa: TRY400  # values may be personal
