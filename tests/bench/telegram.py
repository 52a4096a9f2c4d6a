"""The rehearsed Telegram with a tally of what it took, and people in it who ask for help and look at the clock."""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import TYPE_CHECKING

from bot.rehearsal.memory.changes import PersonKept, StandingChanged
from bot.rehearsal.memory.model import Standing
from bot.rehearsal.telegram import Person, RehearsedTelegram

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.rehearsal.telegram import Answer, Limits, Upload

FIRST_SUBSCRIBER = 100_000
FIRST_ASKER = 50_000
OWNER = 9001
ASKERS = 20
PATIENCE = 30.0  # seconds after which nobody waits for an answer any more
TAKEN, FLOOD = 200, 429


class TalliedTelegram(RehearsedTelegram):
    """Counts messages by the clock of the event loop.

    Attributes:
        taken: When each message was taken.
        floods: When each message was refused for coming too early.
    """

    def __init__(self, subscribers: int, limits: Limits | None) -> None:
        super().__init__(limits=limits)
        self.taken: list[float] = []
        self.floods: list[float] = []
        self._letters: Counter[int] = Counter()
        self._waiting: dict[int, asyncio.Future[None]] = {}
        self._changes: dict[int, asyncio.Future[None]] = {}
        self._subscribers = range(FIRST_SUBSCRIBER, FIRST_SUBSCRIBER + subscribers)
        for person in (OWNER, *range(FIRST_ASKER, FIRST_ASKER + ASKERS), *self._subscribers):
            self.memory.record(PersonKept(Person(person, "Amina")), StandingChanged(person, Standing.OPEN))

    async def call(self, method: str, params: Mapping[str, object], files: Mapping[str, Upload]) -> Answer:
        """Do what the bot asks, and count it if it is a message."""
        answer = await super().call(method, params, files)
        if changed := self._changes.pop(int(str(params.get("chat_id", 0))), None):
            changed.set_result(None)
        if method.lower() != "sendmessage":
            return answer
        now = asyncio.get_running_loop().time()
        if answer.status == TAKEN:
            self.taken.append(now)
            self._reached(int(str(params["chat_id"])))
        elif answer.status == FLOOD:
            self.floods.append(now)
        return answer

    def next_change(self, person: int) -> asyncio.Future[None]:
        """Return what is done once the bot does the next thing in the person's chat."""
        return self._changes.setdefault(person, asyncio.get_running_loop().create_future())

    def doubled(self) -> int:
        """Return how many messages came to subscribers who had one already."""
        return sum(number - 1 for number in self._letters.values())

    def missed(self) -> int:
        """Return how many subscribers got no message."""
        return len(self._subscribers) - len(self._letters)

    async def ask_for_help(self, every: float, seconds: float) -> list[float]:
        """Let somebody ask for help every so many seconds, in turn; return how long each one waited.

        They ask by the clock, whether the one before was answered or not: a slow bot does not spare itself questions.
        """
        loop = asyncio.get_running_loop()
        begin = loop.time()
        asked = []
        for number in range(int(seconds / every)):
            await asyncio.sleep(begin + number * every - loop.time())
            asked.append(asyncio.create_task(self._ask(FIRST_ASKER + number % ASKERS)))
        return await asyncio.gather(*asked)

    async def _ask(self, person: int) -> float:
        loop = asyncio.get_running_loop()
        begin = loop.time()
        self.says(person, "/help")
        answered = self._waiting.setdefault(person, loop.create_future())
        await asyncio.wait([answered], timeout=PATIENCE)
        return loop.time() - begin

    def _reached(self, person: int) -> None:
        if person in self._subscribers:
            self._letters[person] += 1
        elif waiting := self._waiting.pop(person, None):
            waiting.set_result(None)
