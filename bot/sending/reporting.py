"""What whoever sent a broadcast is told of it: one message that is edited as it goes, and the reports at the end.

The conversation that plans a broadcast sends the message; where that failed, it is sent from here. A broadcast that
stopped by itself is told with a new message, for an edit makes no sound. When it is over, the chart and the file of
counts follow, and then nobody follows it any more.

A restart goes on where the database says: who is followed, and in which message. What else was told is known to this
process alone. Therefore a crash in the moment between the chart and the file of counts sends the chart a second time,
one between the file and the end of following sends both; and one between an edit and the alarm leaves the edit alone.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING

from telegram import InlineKeyboardMarkup, InputFile
from telegram.error import BadRequest, Forbidden, RetryAfter, TelegramError, TimedOut

from bot.logs import frames_of
from handlers.coordinators.reports.charts import PICTURE, Reader, broadcast_chart
from handlers.coordinators.reports.counting import counts_file
from handlers.coordinators.reports.progress import progress_rows, progress_text
from storage.letters.broadcasts.planning import BroadcastState, Reason
from storage.letters.reports.course import pace
from storage.letters.reports.following import Reported, follow, followed, unfollow
from storage.letters.reports.progress import Progress, progress
from storage.people.digests import chosen_language

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import datetime, tzinfo

    from telegram import Bot

    from handlers.texts import Texts
    from storage.database import Database

log = logging.getLogger(__name__)

EDIT_SECONDS = 3.0  # Telegram slows a bot down that edits one message more often
MISSING_SECONDS = 10  # how long the conversation may take to send the message itself


class _Told(Enum):
    """What became of something that was to be told."""

    NEW = auto()
    BEFORE = auto()
    NOT_YET = auto()


@dataclass
class _Memory:
    """What a coordinator was told of one broadcast since the program started.

    Attributes:
        text: What the message shows.
        alarm: The state that they know of, for which no new message is needed.
        reports: How many of the reports at the end they have.
    """

    text: str = ""
    alarm: BroadcastState | None = None
    reports: int = 0


@dataclass(frozen=True)
class _Follower:
    """A broadcast as its coordinator is told of it now."""

    reported: Reported
    progress: Progress
    language: str
    text: str
    keyboard: InlineKeyboardMarkup | None
    now: datetime
    memory: _Memory = field(repr=False)


class Reporter:
    """Edits the progress message of each broadcast until it has told how the broadcast ended."""

    def __init__(
        self,
        db: Database,
        bot: Bot,
        texts: Texts,
        rate: float,
        now: Callable[[], datetime],
        zone: tzinfo,
    ) -> None:
        self._db = db
        self._bot = bot
        self._texts = texts
        self._rate = rate
        self._now = now
        self._zone = zone
        self._memories: dict[int, _Memory] = {}

    async def run(self) -> None:
        """Report every few seconds until cancelled."""
        while True:
            try:
                await self.report_all()
            except Exception as error:  # noqa: BLE001  # a report that fails must not end the reports
                log.error("reporting broke off: %s", frames_of(error))  # noqa: TRY400  # values may quote names
            await asyncio.sleep(EDIT_SECONDS)

    async def report_all(self) -> None:
        """Bring every followed message up to date."""
        for reported in await followed(self._db):
            await self._report(await self._look(reported))

    async def _look(self, reported: Reported) -> _Follower:
        now = self._now().astimezone(self._zone)
        reached = await progress(self._db, reported.broadcast)
        speed = await pace(self._db, reported.broadcast, now)
        language = await chosen_language(self._db, reported.chat) or self._texts.default
        rows = progress_rows(reached, self._texts, language)
        return _Follower(
            reported,
            reached,
            language,
            progress_text(reached, self._texts, language, rate=self._rate, pace=speed, now=now),
            InlineKeyboardMarkup(rows) if rows else None,
            now,
            self._memories.setdefault(reported.broadcast, _Memory()),
        )

    async def _report(self, follower: _Follower) -> None:
        reported, reached, memory = follower.reported, follower.progress, follower.memory
        if reported.message is None and follower.now.timestamp() - reached.planned_at < MISSING_SECONDS:
            return
        if await self._show(follower) is _Told.NOT_YET or await self._alarm(follower) is _Told.NOT_YET:
            return
        if reached.state not in {BroadcastState.DONE, BroadcastState.CANCELLED} or reached.open:
            return
        reports = (self._send_chart, self._send_counts) if reached.letters else ()
        for report in reports[memory.reports :]:
            memory.reports += 1  # first of all: one that fails by a fault of ours is not tried for ever
            # One that timed out may have arrived, and a second one would be one too many: a button sends it again.
            if await _told(report(follower), timed_out=_Told.NEW) is _Told.NOT_YET:
                memory.reports -= 1
                return
        await unfollow(self._db, reported.broadcast)
        del self._memories[reported.broadcast]

    async def _show(self, follower: _Follower) -> _Told:
        """Edit the message, or send the one that is missing."""
        reported, memory = follower.reported, follower.memory
        if follower.text == memory.text:
            return _Told.BEFORE
        if reported.message is None:
            told = await _told(self._send_missing(follower))
            memory.alarm = follower.progress.state  # a new message is what an alarm would be
        else:
            told = await _told(
                self._bot.edit_message_text(
                    follower.text, reported.chat, reported.message, reply_markup=follower.keyboard
                )
            )
        if told is _Told.BEFORE:  # the message says so since before a restart
            memory.alarm = follower.progress.state
        if told is not _Told.NOT_YET:
            memory.text = follower.text
        return told

    async def _alarm(self, follower: _Follower) -> _Told:
        """Tell with a new message, once, that the broadcast stopped by itself."""
        reached, memory = follower.progress, follower.memory
        if not _stopped_by_itself(reached):
            memory.alarm = None
            return _Told.BEFORE
        if memory.alarm is reached.state:
            return _Told.BEFORE
        told = await _told(
            self._bot.send_message(follower.reported.chat, follower.text, reply_markup=follower.keyboard)
        )
        if told is not _Told.NOT_YET:
            memory.alarm = reached.state
        return told

    async def _send_missing(self, follower: _Follower) -> None:
        reported = follower.reported
        message = await self._bot.send_message(reported.chat, follower.text, reply_markup=follower.keyboard)
        if not await follow(self._db, reported.broadcast, message.message_id):  # the conversation was faster after all
            await self._bot.delete_message(reported.chat, message.message_id)

    async def _send_chart(self, follower: _Follower) -> None:
        reader = Reader(self._texts, follower.language, follower.now)
        chart = await broadcast_chart(self._db, follower.progress, reader)
        await self._bot.send_photo(follower.reported.chat, chart.png, filename=PICTURE, caption=chart.caption)

    async def _send_counts(self, follower: _Follower) -> None:
        file = await counts_file(self._db, follower.progress, self._texts, follower.language)
        document = InputFile(file.content, filename=file.name)
        await self._bot.send_document(follower.reported.chat, document, caption=file.caption)


def _stopped_by_itself(reached: Progress) -> bool:
    return reached.state is BroadcastState.FAILED or (
        reached.state is BroadcastState.PAUSED and reached.reason == Reason.REFUSED_ALIKE
    )


async def _told(telling: Awaitable[object], *, timed_out: _Told = _Told.NOT_YET) -> _Told:
    """Say whether the coordinator was told; what Telegram will never take counts as told."""
    try:
        await telling
    except RetryAfter:
        return _Told.NOT_YET
    except (BadRequest, Forbidden) as error:  # same text after a restart, or the coordinator deleted it or us
        return _Told.BEFORE if "not modified" in error.message else _Told.NEW
    except TimedOut:
        return timed_out
    except TelegramError as error:
        log.info("a report could not be sent: %s", type(error).__name__)
        return _Told.NOT_YET
    return _Told.NEW
