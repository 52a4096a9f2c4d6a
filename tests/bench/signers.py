"""People who sign at the played Telegram: each does one thing at a time, and looks at the clock until the answer."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.rehearsal.memory.changes import PersonKept, StandingChanged
from bot.rehearsal.memory.model import Standing
from bot.rehearsal.telegram import Person
from tests.bench.letter import CODE

if TYPE_CHECKING:
    from tests.bench.telegram import TalliedTelegram

FIRST_SIGNER = 5_000_000

# What each one does, and the beginning of a button's data that shows that the answer has come.
CARD = (f"/start {CODE}_bench", f"sign:{CODE}")
TAPS = (
    (f"sign:{CODE}", "consents:"),
    ("consent:keep", "consents:"),
    ("consent:hand_over", "consents:"),
    ("consents:done", "sign-confirm:"),
)
DETAILS = (
    ("name:change", "summary:show"),
    ("Amina Kim", "sign-confirm:"),
    ("country:change", "country:KR"),
    ("country:KR", "sign-confirm:"),
)
LAST = ("sign-confirm:yes", f"proof:{CODE}")


class Signers:
    """Lets so many people sign, *at_once* of them at the same time.

    Attributes:
        waits: How long each deed waited for its answer, in seconds.
    """

    def __init__(self, telegram: TalliedTelegram, people: int, at_once: int) -> None:
        self.waits: list[float] = []
        self._telegram = telegram
        self._people = iter(range(FIRST_SIGNER, FIRST_SIGNER + people))
        self._at_once = at_once
        for person in range(FIRST_SIGNER, FIRST_SIGNER + people):
            telegram.memory.record(
                PersonKept(Person(person, "Amina", language_code="en")), StandingChanged(person, Standing.OPEN)
            )

    async def sign(self, *, details: bool) -> float:
        """Let all of them sign; return after how many seconds the last one had the receipt."""
        begin = asyncio.get_running_loop().time()
        await asyncio.gather(*(self._one_after_another(details=details) for _ in range(self._at_once)))
        return asyncio.get_running_loop().time() - begin

    async def _one_after_another(self, *, details: bool) -> None:
        for person in self._people:
            for deed, answer in (CARD, *TAPS, *(DETAILS if details else ()), LAST):
                await self._do(person, deed, answer)

    async def _do(self, person: int, deed: str, answer: str) -> None:
        loop = asyncio.get_running_loop()
        begin, changed = loop.time(), self._telegram.next_change(person)
        if answer_message := self._find(person, deed):
            self._telegram.presses(person, *answer_message)
        elif deed.startswith("/start "):
            self._telegram.opens_link(person, deed.removeprefix("/start "))
        else:
            self._telegram.says(person, deed)
        while True:
            await changed
            changed = self._telegram.next_change(person)
            if self._find(person, answer):
                break
        self.waits.append(loop.time() - begin)

    def _find(self, person: int, data: str) -> tuple[int, str] | None:
        """Return the newest button whose data begins so, with its message."""
        for message in reversed(self._telegram.chat(person)):
            for one in message.buttons:
                if one.callback_data and one.callback_data.startswith(data):
                    return message.message_id, one.callback_data
        return None
