"""A Telegram of one's own: the bot calls its methods, people use their phones, and nothing leaves the machine."""

import asyncio
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from bot.rehearsal.api.answers import Answer
from bot.rehearsal.api.exchange import Exchange
from bot.rehearsal.api.limits import Gate, Limits
from bot.rehearsal.api.methods import answer
from bot.rehearsal.api.objects import Upload
from bot.rehearsal.faults import Answered, Dropped, Faults, Slow
from bot.rehearsal.memory.journal import Journal
from bot.rehearsal.memory.memory import Memory
from bot.rehearsal.memory.model import BotIdentity, Person
from bot.rehearsal.phones import ImpossibleDeed, Phones
from bot.rehearsal.screens import ShownMessage
from bot.rehearsal.tokens import REHEARSAL_TOKEN, RealToken, bot_id_of

__all__ = [
    "REHEARSAL_TOKEN",
    "Answer",
    "ConnectionDropped",
    "ImpossibleDeed",
    "Limits",
    "Person",
    "RealToken",
    "RehearsedTelegram",
    "ShownMessage",
    "Upload",
]


class ConnectionDropped(Exception):  # a fault that was asked for
    """The connection broke; whether the call was done before that, only `delivered` knows."""

    def __init__(self, *, delivered: bool) -> None:
        super().__init__("the connection broke")
        self.delivered = delivered


def _now() -> datetime:
    return datetime.now(UTC)


class RehearsedTelegram(Phones):
    """One bot, its people, and the Bot API between them."""

    def __init__(
        self,
        token: str = REHEARSAL_TOKEN,
        *,
        bot_username: str = "clarion_rehearsal_bot",
        bot_name: str = "Clarion",
        now: Callable[[], datetime] = _now,
        limits: Limits | None = None,
        journal: Path | None = None,
    ) -> None:
        """Begin, or go on where *journal* ends.

        Raises:
            RealToken: If *token* does not say that it is for rehearsals.
            JournalBroken: If the journal is damaged anywhere but at its end.
        """
        bot = BotIdentity(bot_id_of(token), bot_name, bot_username)
        super().__init__(Memory(bot, now, Journal(journal) if journal else None))
        self.token = token
        self.faults = Faults()
        self._exchange = Exchange(self.memory, Gate(limits))

    async def call(self, method: str, params: Mapping[str, object], files: Mapping[str, Upload]) -> Answer:
        """Do what the bot asks by *method*.

        Raises:
            ConnectionDropped: If a fault says so.
        """
        fault = self.faults.strike(method, params)
        match fault:
            case Answered(refusal):
                return refusal
            case Dropped(delivered=False):
                raise ConnectionDropped(delivered=False)
        given = await answer(self._exchange, method, params, files)
        match fault:
            case Dropped():
                raise ConnectionDropped(delivered=True)
            case Slow(seconds):
                await asyncio.sleep(seconds)
        return given

    def limit(self, limits: Limits | None) -> None:
        """Change how fast the bot may send from now on, as Telegram does without a word."""
        self._exchange.gate.change(limits)

    def download(self, path: str) -> bytes | None:
        """Return the bytes behind the path that getFile named, if there are any."""
        file = self.memory.world.files.get(path.rpartition("/")[2])
        return self.memory.content_of(file.file_id) if file and file.path == path else None

    def end_polls(self) -> None:
        """Answer every getUpdates that still waits, with nothing."""
        self._exchange.end_polls()

    def close(self) -> None:
        """Close the journal; the next call opens it again."""
        self.memory.close()
