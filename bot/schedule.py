"""What is due by the clock: looked up in the database at every tick, so that nothing due is skipped (decision 8)."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from telegram.error import Forbidden, TelegramError

from bot.logs import frames_of
from bot.metrics.metrics import Part
from handlers.coordinators.calendar.moments import remind_of_moments
from handlers.coordinators.calendar.tasks import tell_due_tasks
from handlers.coordinators.petitions.collecting.alerts import alarm_suspects
from handlers.coordinators.petitions.counting.milestones import tell_milestones
from handlers.coordinators.petitions.counting.recounts import recount_petitions
from handlers.coordinators.petitions.invalidating.screens import invalidate_slices
from handlers.coordinators.tips.reminders import remind_of_unclaimed_tips
from handlers.coordinators.tips.watching import watch_recipients
from handlers.supporters.tips.receipt import remove_receipt, write_over_receipt
from handlers.supporters.tips.traces import Deletion, delete_left, delete_message
from storage.appeals.records import close_due
from storage.backups.clearing import clear_backups
from storage.calendar.anchors import keep_anchor_moments
from storage.calendar.attendance import erase_attendance_of_past
from storage.letters.broadcasts.digests import plan_digests
from storage.letters.broadcasts.reminders import plan_due_reminders
from storage.petitions.openings import erase_closed_openings
from storage.retention import erase_over
from storage.timeline.tasks import raise_tasks

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from telegram import Bot

    from bot.metrics.metrics import Metrics
    from handlers.context import Services
    from handlers.tip_drafts import Traces

log = logging.getLogger(__name__)

TICK_SECONDS = 5.0


async def close_petitions(services: Services, _bot: Bot) -> None:
    """Close the appeals whose deadline has passed."""
    if closed := await close_due(services.db, services.now()):
        log.info("%d appeals closed at their deadline", len(closed))


async def send_digests(services: Services, _bot: Bot) -> None:
    """Plan the digests that are due, a part of a large one at a time, and let them go out."""
    policy = services.policy
    if planned := await plan_digests(services.db, services.now(), policy.timezone, policy.digest_hour):
        log.info("%d digests planned", len(planned))
        services.wake_sender()


async def plan_reminders(services: Services, _bot: Bot) -> None:
    """Plan the reminders of petitions that close soon, and forget who opened those that have closed."""
    if planned := await plan_due_reminders(services.db, services.now()):
        log.info("%d reminders planned", len(planned))
        services.wake_sender()
    if erased := await erase_closed_openings(services.db):
        log.info("%d openings of closed petitions erased", erased)


async def wipe_tip_drafts(services: Services, _bot: Bot) -> None:
    """Forget unfinished tips whose quarter of an hour is over."""
    services.tip_drafts.wipe_expired()


async def delete_left_messages(services: Services, bot: Bot) -> None:
    """Delete what witnesses wrote and Telegram did not delete at once; say aloud what it refuses to delete."""
    for person, traces in services.tip_drafts.traces():
        refused = await delete_left(bot, person, traces)
        if services.tip_drafts.of(person):
            continue  # the tip's last screen will tell
        if refused:
            await _say_what_is_left(services, bot, person, traces)
        if not traces.undeleted and not traces.receipt_unseen:
            services.tip_drafts.forget_traces(person)


async def delete_shown_receipts(services: Services, bot: Bot) -> None:
    """Delete the receipts that nobody said they wrote down; write over those that Telegram refuses to delete."""
    for shown in services.shown_receipts.due(services.now()):
        match await delete_message(bot, shown.chat, shown.message):
            case Deletion.GONE:
                services.shown_receipts.forget(shown)
            case Deletion.REFUSED:
                await write_over_receipt(services, bot, shown)


async def leave_no_receipts(services: Services, bot: Bot) -> None:
    """Remove every shown receipt before the program ends, which alone knows where they stand."""
    await asyncio.gather(*(remove_receipt(services, bot, shown) for shown in services.shown_receipts.all()))
    if left := services.shown_receipts.all():
        log.warning("%d shown receipts are left in chats", len(left))


async def erase_what_is_over(services: Services, _bot: Bot) -> None:
    """Erase tips, signers and unfinished signings whose time is over, from the database's log too."""
    policy, now = services.policy, services.now()
    over = await erase_over(services.db, now.astimezone(policy.timezone), timedelta(days=policy.names_kept_days))
    for person in over.unfinished:
        services.forget_draft(person)
    if over.tips or over.signers or over.unfinished:
        erased = over.tips, over.signers, len(over.unfinished)
        log.info("erased at their time: %d tips, %d signers, %d unfinished signings", *erased)
    if not await services.db.fold_log():  # also for what people erased themselves; a long export may still need it
        log.info("the database's log could not be emptied now; tried again within the hour")


async def remove_old_backups(services: Services, _bot: Bot) -> None:
    """Remove the backups that are too old, also where no new ones are made."""
    if removed := await asyncio.to_thread(clear_backups, services.backups, services.now()):
        log.info("removed at their time: %d backups", removed)


async def keep_calendar(services: Services, _bot: Bot) -> None:
    """Bring the calendar in step with the appeals, and forget who came to what is over."""
    if changed := await keep_anchor_moments(services.db, services.now()):
        log.info("%d anchor events changed in the calendar", changed)
    if erased := await erase_attendance_of_past(services.db, services.now()):
        log.info("erased after their moments: %d attendances", erased)


async def look_after_tasks(services: Services, bot: Bot) -> None:
    """Bring up what is to be done, and tell those who do it."""
    if raised := await raise_tasks(services.db, services.now(), services.policy.timezone):
        log.info("%d tasks came up", raised)
    await tell_due_tasks(services, bot)


async def _say_what_is_left(services: Services, bot: Bot, person: int, traces: Traces) -> None:
    text = services.texts.html("tipping-not-deleted", traces.language, count=len(traces.undeleted))
    try:
        await bot.send_message(person, text)
    except Forbidden:
        log.info("messages of a tip stay with somebody who has blocked us")
    except TelegramError as error:
        log.warning("a witness was not told of messages that stay: %s", type(error).__name__)
        return
    traces.undeleted.clear()


@dataclass(frozen=True)
class Job:
    """Something that is done every so often."""

    work: Callable[[Services, Bot], Awaitable[None]]
    every: timedelta


JOBS = (
    Job(close_petitions, timedelta(seconds=5)),
    Job(send_digests, timedelta(seconds=5)),
    Job(plan_reminders, timedelta(seconds=5)),
    Job(wipe_tip_drafts, timedelta(seconds=30)),
    Job(delete_left_messages, timedelta(seconds=30)),
    Job(delete_shown_receipts, timedelta(seconds=30)),
    Job(erase_what_is_over, timedelta(hours=1)),
    Job(remove_old_backups, timedelta(hours=1)),
    Job(invalidate_slices, timedelta(seconds=5)),
    Job(tell_milestones, timedelta(seconds=30)),
    Job(recount_petitions, timedelta(minutes=10)),
    Job(alarm_suspects, timedelta(seconds=30)),
    Job(watch_recipients, timedelta(seconds=30)),
    Job(remind_of_unclaimed_tips, timedelta(minutes=5)),
    Job(keep_calendar, timedelta(minutes=1)),
    Job(remind_of_moments, timedelta(seconds=30)),
    Job(look_after_tasks, timedelta(minutes=5)),
)


class Ticker:
    """Runs each job when its time has come; a job that fails is logged and tried at its next time."""

    def __init__(self, services: Services, bot: Bot, metrics: Metrics, jobs: Sequence[Job] = JOBS) -> None:
        self._services = services
        self._bot = bot
        self._metrics = metrics
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
            self._metrics.alive(Part.TICKER)
            if due is not None and now < due:
                continue
            self._due[job] = now + job.every
            try:
                await job.work(self._services, self._bot)
            except Exception as error:  # noqa: BLE001  # one job's fault must not stop the others
                log.error("%s failed: %s", job.work.__name__, frames_of(error))  # noqa: TRY400  # values may be personal
                self._metrics.job_failed()
