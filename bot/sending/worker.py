"""The sender of letters: take some, send them at the lane's pace, settle them, until none is due."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from telegram import InlineKeyboardMarkup

from bot.logs import frames_of
from bot.sending.breaker import Breaker
from bot.sending.delivery import deliver
from handlers.appeals.buttons import appeal_rows
from handlers.appeals.cards import letter_text
from storage.appeals.records import appeal_of_version
from storage.letters.broadcasts import end_finished
from storage.letters.outbox import begin, due_letters, recover, resume_failed, settle
from storage.letters.outcomes import Fatal, Later
from storage.petitions.tally import total_signatures

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from telegram import Bot

    from bot.pacer import Pacer
    from handlers.texts import Texts
    from storage.appeals.model import Appeal
    from storage.database import Database
    from storage.letters.outbox import Letter

log = logging.getLogger(__name__)

AT_ONCE = 20  # letters of a lot; no more can be in doubt after a crash
IDLE_SECONDS = 1.0  # how long letters that wait for their time may wait longer


@dataclass(frozen=True)
class Content:
    """What a letter says in one language."""

    html: str
    keyboard: InlineKeyboardMarkup


class Sender:
    """Sends what is in the outbox; `wake` tells it that there is more, `stop` that the program ends."""

    def __init__(self, db: Database, bot: Bot, pacer: Pacer, texts: Texts, now: Callable[[], datetime]) -> None:
        self._db = db
        self._bot = bot
        self._pacer = pacer
        self._texts = texts
        self._now = now
        self._work = asyncio.Event()
        self._stopping = False
        self._breaker = Breaker()

    def wake(self) -> None:
        """Say that letters may be due."""
        self._work.set()

    def stop(self) -> None:
        """Let `run` end once the letters in flight are settled, so that none is left in doubt."""
        self._stopping = True
        self.wake()

    async def run(self) -> None:
        """Send until stopped; a fault of the machine is logged and tried again, for letters must go out."""
        while not self._stopping:
            try:
                await resume_failed(self._db)
                if in_doubt := await recover(self._db):
                    log.warning("%d letters were in flight when sending broke off", in_doubt)
                await self._send_what_comes()
            except Exception as error:  # noqa: BLE001  # whatever it is, letters wait behind it
                log.error("sending broke off: %s", frames_of(error))  # noqa: TRY400  # its values may quote letters
                await asyncio.sleep(IDLE_SECONDS)

    async def send_some(self) -> int:
        """Send one lot of due letters; return how many there were."""
        letters = await due_letters(self._db, AT_ONCE, self._now())
        content = await self._content({(letter.version, letter.language) for letter in letters})
        async with asyncio.TaskGroup() as group:
            for letter in letters:
                group.create_task(self._send(letter, content[letter.version, letter.language]))
        for broadcast in await end_finished(self._db, self._now()):
            log.info("broadcast %d is done", broadcast)
        return len(letters)

    async def _send_what_comes(self) -> None:
        while not self._stopping:
            self._work.clear()
            if not await self.send_some():
                await self._wait()

    async def _send(self, letter: Letter, content: Content) -> None:
        await self._pacer.turn()
        if self._stopping or not await begin(self._db, letter, self._now()):
            return
        outcome = self._breaker.judge(await deliver(self._bot, letter.chat, content.html, content.keyboard))
        if isinstance(outcome, Later) and outcome.everybody:
            self._pacer.pause(outcome.seconds)
        if isinstance(outcome, Fatal):
            log.error("broadcast %d stopped: %s", letter.broadcast, outcome.why)
        await settle(self._db, letter, outcome, self._now())

    async def _content(self, wanted: set[tuple[int, str]]) -> dict[tuple[int, str], Content]:
        return {
            (version, language): await self._write(await appeal_of_version(self._db, version), language)
            for version, language in wanted
        }

    async def _write(self, appeal: Appeal, language: str) -> Content:
        signatures = await total_signatures(self._db, appeal.code)
        html = letter_text(appeal, self._texts, language, now=self._now(), signatures=signatures)
        rows = appeal_rows(appeal, self._texts, language, self._bot.username)
        return Content(html, InlineKeyboardMarkup(rows))

    async def _wait(self) -> None:
        try:
            async with asyncio.timeout(IDLE_SECONDS):
                await self._work.wait()
        except TimeoutError:
            return
