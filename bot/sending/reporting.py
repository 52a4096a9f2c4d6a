"""The one message in which a coordinator follows a broadcast: edited as it goes, and a last time when it is over.

The conversation that plans a broadcast sends the message; where that failed, it is sent from here.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from telegram.error import BadRequest, Forbidden, RetryAfter, TelegramError

from bot.logs import frames_of
from handlers.coordinators.appeals.progress import progress_text
from storage.letters.broadcasts import BroadcastState, Progress, progress
from storage.letters.following import Reported, follow, followed, unfollow
from storage.people.digests import chosen_language

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from telegram import Bot

    from handlers.texts import Texts
    from storage.database import Database

log = logging.getLogger(__name__)

EDIT_SECONDS = 3.0  # Telegram slows a bot down that edits one message more often
MISSING_SECONDS = 10  # how long the conversation may take to send the message itself


class Reporter:
    """Edits the progress message of each broadcast until it has told how the broadcast ended."""

    def __init__(self, db: Database, bot: Bot, texts: Texts, rate: float, now: Callable[[], datetime]) -> None:
        self._db = db
        self._bot = bot
        self._texts = texts
        self._rate = rate
        self._now = now
        self._shown: dict[int, str] = {}

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
            await self._report(reported, await progress(self._db, reported.broadcast))

    async def _report(self, reported: Reported, now_at: Progress) -> None:
        language = await chosen_language(self._db, reported.chat) or self._texts.default
        text = progress_text(now_at, self._texts, language, rate=self._rate, now=self._now())
        if reported.message is None and self._now().timestamp() - now_at.planned_at < MISSING_SECONDS:
            return
        if text != self._shown.get(reported.broadcast) and not await self._show(reported, text):
            return
        self._shown[reported.broadcast] = text
        if now_at.state is BroadcastState.DONE:
            await unfollow(self._db, reported.broadcast)
            del self._shown[reported.broadcast]

    async def _show(self, reported: Reported, text: str) -> bool:
        """Edit the message, or send the one that is missing; False if it should be tried again."""
        try:
            if reported.message is None:
                await self._send(reported, text)
            else:
                await self._bot.edit_message_text(text, reported.chat, reported.message)
        except RetryAfter:
            return False
        except (BadRequest, Forbidden):  # same text after a restart, or the coordinator deleted it or us
            return True
        except TelegramError as error:
            log.info("a progress message could not be shown: %s", type(error).__name__)
            return False
        return True

    async def _send(self, reported: Reported, text: str) -> None:
        message = await self._bot.send_message(reported.chat, text)
        if not await follow(self._db, reported.broadcast, message.message_id):  # the conversation was faster after all
            await self._bot.delete_message(reported.chat, message.message_id)
