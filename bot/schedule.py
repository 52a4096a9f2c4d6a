"""What is due by the clock: looked up in the database at every tick, so that nothing due is skipped (decision 8)."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from telegram.error import BadRequest, TelegramError

from bot.logs import frames_of
from storage.appeals.records import close_due
from storage.retention import erase_expired_tips, erase_names

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from telegram import Bot

    from handlers.context import Services

log = logging.getLogger(__name__)

TICK_SECONDS = 5.0


async def close_petitions(services: Services, _bot: Bot) -> None:
    """Close the appeals whose deadline has passed."""
    if closed := await close_due(services.db, services.now()):
        log.info("%d appeals closed at their deadline", len(closed))


async def wipe_tip_drafts(services: Services, _bot: Bot) -> None:
    """Forget unfinished tips whose quarter of an hour is over."""
    services.tip_drafts.wipe_expired()


async def delete_shown_receipts(services: Services, bot: Bot) -> None:
    """Delete the receipts that nobody said they wrote down."""
    for shown in services.shown_receipts.due(services.now()):
        try:
            await bot.delete_message(shown.chat, shown.message)
        except BadRequest:
            log.info("a shown receipt was gone already")
        except TelegramError as error:
            log.warning("a shown receipt could not be deleted yet: %s", type(error).__name__)
            services.shown_receipts.keep(shown, services.now())


async def erase_what_is_over(services: Services, _bot: Bot) -> None:
    """Erase tips and names of signers whose time is over."""
    tips = await erase_expired_tips(services.db, services.now().date())
    names = await erase_names(services.db, services.now())
    if tips or names:
        log.info("%d tips erased and %d signatures made anonymous at the end of their time", tips, names)


@dataclass(frozen=True)
class Job:
    """Something that is done every so often."""

    work: Callable[[Services, Bot], Awaitable[None]]
    every: timedelta


JOBS = (
    Job(close_petitions, timedelta(seconds=5)),
    Job(wipe_tip_drafts, timedelta(seconds=30)),
    Job(delete_shown_receipts, timedelta(seconds=30)),
    Job(erase_what_is_over, timedelta(hours=1)),
)


class Ticker:
    """Runs each job when its time has come; a job that fails is logged and tried at its next time."""

    def __init__(self, services: Services, bot: Bot, jobs: Sequence[Job] = JOBS) -> None:
        self._services = services
        self._bot = bot
        self._due: dict[Job, datetime | None] = dict.fromkeys(jobs)

    async def run(self) -> None:
        """Tick until cancelled."""
        while True:
            await self.tick()
            await asyncio.sleep(TICK_SECONDS)

    async def tick(self) -> None:
        """Do every job that is due now."""
        now = self._services.now()
        for job, due in self._due.items():
            if due is not None and now < due:
                continue
            self._due[job] = now + job.every
            try:
                await job.work(self._services, self._bot)
            except Exception as error:  # noqa: BLE001  # one job's fault must not stop the others
                log.error("%s failed: %s", job.work.__name__, frames_of(error))  # noqa: TRY400  # values may be personal
