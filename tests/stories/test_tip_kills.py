"""The process is killed at every await between /tip and the noted receipt: no receipt is shown whose tip is missing.

A tip is sent once, and what a SIGKILL would leave is taken after every step of every task. Then the program is started
again on each of those, with the update in hand delivered again or not, and the witness writes another message.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from storage.secret_key import create_secret_key
from storage.tips.receipts import receipt_keys
from tests.conftest import AMINA, open_canaries
from tests.people import Person
from tests.sending.images import Images, at_every_await
from tests.sending.offices import START, LoopClock, Office, database_of, have_accounts, new_telegram
from tests.sending.repeatable import DoneAtOnce, NoThread, run
from tests.stories.tipping.witness import CHOICES, TEXT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pyrage

    from bot.rehearsal.memory.model import Update
    from bot.settings import Settings
    from tests.people import House
    from tests.sending.images import Image

RECEIPT = re.compile(r"\d{5}(?:-\d{5}){4}")
LATE = "They hide in the red barn."
SECRETS = (TEXT, LATE, "coach station", "red barn", "cn_border", "this_week", str(AMINA))
TOLD = ("There is no unfinished tip any more", "That message was not taken")


@pytest.fixture
def office(
    tmp_path: Path,
    blank_database: Path,
    identities: tuple[pyrage.x25519.Identity, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> Office:
    """An office with two keys for tips, on a machine that repeats itself, and receipts that cost no time."""
    monkeypatch.setattr("aiosqlite.core.SimpleQueue", DoneAtOnce)
    monkeypatch.setattr("aiosqlite.core.Thread", NoThread)
    monkeypatch.setattr("storage.tips.receipts._SCRYPT_N", 2)
    folder = tmp_path / "office"
    folder.mkdir()
    shutil.copy(blank_database, folder / "clarion.db")
    recipients = tmp_path / "recipients.txt"
    recipients.write_text("".join(f"{identity.to_public()}\n" for identity in identities))
    clock = LoopClock(START)
    office = WithRecipients(folder, new_telegram(clock), clock, recipients=recipients)
    create_secret_key(office.key)
    return office


@dataclass
class WithRecipients(Office):
    recipients: Path | None = None

    @property
    def settings(self) -> Settings:
        return super().settings.model_copy(update={"tip_recipients_file": self.recipients})


@dataclass
class Crash:
    """A moment at which the process was killed, and the update that it was working on."""

    image: Image
    in_hand: Update


@dataclass
class Telling:
    """A witness who sends a tip, deed by deed."""

    house: House
    handed: dict[int, Update] = field(default_factory=dict)

    async def happens(self) -> None:
        telegram = self.house.telegram
        await self._does(lambda: telegram.says(AMINA, "/tip"))
        for button in ("tip:start", *CHOICES):
            await self._presses(button)
        await self._does(lambda: telegram.says(AMINA, TEXT))
        for button in ("tip-consent:partners", "tip:seal", "tip:noted"):
            await self._presses(button)

    async def _presses(self, data: str) -> None:
        message = Person(self.house, AMINA, "Amina").last.message_id
        await self._does(lambda: self.house.telegram.presses(AMINA, message, data))

    async def _does(self, deed: Callable[[], object]) -> None:
        deed()
        self.handed.update(self.house.telegram.memory.world.updates)
        await self.house.answers_everything()


async def crashes_of(office: Office) -> list[Crash]:
    """Let a tip be sent, and return every moment at which that could have been broken off."""
    async with office.opened() as house:
        await open_canaries(house.clarion.services)
    have_accounts(office.telegram, [AMINA])
    images = Images(office)
    async with office.opened() as house:
        telling = Telling(house)
        await at_every_await(telling.happens(), images.take)
        assert not Person(house, AMINA, "Amina").chat[1:]  # but for the /start of the account
    first = min(telling.handed)
    return [
        Crash(image, telling.handed[image.world.last_update_id])
        for image in images.taken
        if image.world.last_update_id >= first
    ]


@dataclass(frozen=True)
class After:
    """What was found after a crash and one more message of the witness.

    Attributes:
        receipt: Whether one stood in the chat, and to how many tips it leads.
        in_the_middle: Whether the witness was asked something before the crash, or reads so after it.
        told: Whether they were told before they wrote once more, or by the answer to it.
        left: Those of their messages that still stand in the chat.
    """

    receipt: bool
    leads_to: int
    receipt_goes: bool
    tips: int
    in_the_middle: bool
    told: bool
    left: tuple[str, ...]
    readable: tuple[str, ...]


async def after(crash: Crash, folder: Path, *, again: bool) -> After:
    """Start the program on what the crash left, and let the witness write once more."""
    office = crash.image.restored(folder)
    office.telegram.memory.world.updates = {crash.in_hand.update_id: crash.in_hand} if again else {}
    async with office.opened() as house:
        amina = Person(house, AMINA, "Amina")
        in_the_middle = is_asked(amina)
        await house.answers_everything()
        receipt, told = RECEIPT.search(amina.sees), is_told(amina)
        if not told:
            await amina.sends(LATE)
        lookups = await stored_lookups(house)
        return After(
            receipt=receipt is not None,
            leads_to=len(lookups & {lookup_of(house, receipt[0])}) if receipt else 0,
            receipt_goes=receipt is None or await notes_receipt(amina),
            tips=len(lookups),
            in_the_middle=in_the_middle,
            told=told or is_told(amina),
            left=tuple(message.text for message in amina.chat if message.text in {"/tip", TEXT, LATE}),
            readable=tuple(secret for secret in SECRETS if secret.encode() in on_disk(office)),
        )


def is_asked(amina: Person) -> bool:
    shown = [button.callback_data or "" for message in amina.chat for button in message.buttons]
    return any(data.startswith(("tip:start", "tip-", "tip:seal")) for data in shown)


def is_told(amina: Person) -> bool:
    return any(words in amina.sees for words in TOLD)


async def notes_receipt(amina: Person) -> bool:
    await amina.presses("tip:noted")
    return RECEIPT.search(amina.sees) is None


async def stored_lookups(house: House) -> set[str]:
    async with database_of(house).reading() as tx:
        return {row["lookup"] for row in await tx.all("SELECT lookup FROM tip")}


def lookup_of(house: House, receipt: str) -> str:
    keys = receipt_keys(receipt, house.clarion.services.receipt_salt)
    return database_of(house).key.digest("tip", keys.lookup.hex())


def on_disk(office: Office) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(office.folder.iterdir()))


@pytest.mark.parametrize("again", [False, True])
def test_a_tip_that_is_killed_at_any_await_is_whole_or_gone_and_never_readable(
    office: Office, tmp_path: Path, again: bool, figure: Callable[[str, float], None]
) -> None:
    async def everywhere() -> list[After]:
        crashes = await crashes_of(office)
        return [await after(crash, tmp_path / f"after-{n}", again=again) for n, crash in enumerate(crashes)]

    found = run(everywhere())

    killed = f"tip killed at every await, the update in hand {'delivered again' if again else 'lost'}"
    figure(f"{killed}: moments", len(found))
    figure(f"{killed}: receipts shown whose tip is missing", sum(one.receipt and one.leads_to != 1 for one in found))
    figure(f"{killed}: tips kept twice", sum(one.tips > 1 for one in found))
    figure(f"{killed}: anything readable on the disk", sum(bool(one.readable) for one in found))
    assert [one for one in found if one.receipt and one.leads_to != 1] == []
    assert [one for one in found if not one.receipt_goes] == []
    assert [one for one in found if one.tips > 1] == []
    assert [one for one in found if one.readable] == []
    assert [one for one in found if one.in_the_middle and not one.told] == []
    assert [one for one in found if one.in_the_middle and LATE in one.left] == []
    assert not again or [one for one in found if {"/tip", TEXT} & {*one.left}] == []
    assert {(one.receipt, one.tips) for one in found} == {(False, 0), (False, 1), (True, 1)}
