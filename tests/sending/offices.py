"""Clarion's office as a folder, and the Telegram outside: what a crash leaves behind is another such office."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from bot.app import assembled
from bot.rehearsal.telegram import REHEARSAL_TOKEN, RehearsedTelegram
from bot.rehearsal.telegram import Person as Account
from bot.rehearsal.wire import RehearsalRequest
from bot.settings import Settings
from storage.appeals.records import find_appeal
from storage.letters.broadcasts.planning import EVERYBODY_NOW, Plan, plan
from storage.letters.broadcasts.steering import resume
from storage.letters.reports.progress import Progress, progress
from storage.people.coordinators import find_coordinator
from storage.people.subscribers import Subscription, subscribe
from tests.conftest import HANA
from tests.people import Clock, House
from tests.sending.repeatable import UPTIME

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable
    from pathlib import Path

    from storage.database import Database
    from storage.people.coordinators import Coordinator

START = datetime(2026, 11, 22, 0, 30, tzinfo=UTC)
LIMITLESS = 1_000.0  # letters a second
PATIENCE = 600  # seconds of the story until all must be sent


class LoopClock(Clock):
    """The time of day, which goes on with the loop's own clock."""

    def now(self) -> datetime:
        return self.time + _uptime()

    def from_now_on(self) -> LoopClock:
        """Return a clock that shows the same time at this moment."""
        return LoopClock(self.time - _uptime())


def _uptime() -> timedelta:
    return timedelta(seconds=asyncio.get_running_loop().time() - UPTIME)


@dataclass
class Office:
    """Where the files are, and Telegram outside."""

    folder: Path
    telegram: RehearsedTelegram
    clock: Clock
    rate: float = LIMITLESS

    @property
    def database(self) -> Path:
        return self.folder / "clarion.db"

    @property
    def key(self) -> Path:
        return self.folder / "clarion.key"

    @property
    def settings(self) -> Settings:
        asked = Settings(
            _env_file=None,
            bot_token=REHEARSAL_TOKEN,
            database_url=f"sqlite:///{self.database}",
            secret_key_file=self.key,
            owners=str(HANA),
            organisation="Demo Rights Network",
            privacy_contact="privacy@example.org",
            timezone="Asia/Seoul",
        )
        return asked.model_copy(update={"bulk_rate": self.rate})  # beyond what an operator may set

    @asynccontextmanager
    async def opened(self) -> AsyncIterator[House]:
        """Start the program, as often as you like."""
        async with assembled(
            self.settings, now=self.clock.now, request=lambda _: RehearsalRequest(self.telegram)
        ) as clarion:
            yield House(clarion, self.telegram, self.clock)


def new_telegram(clock: Clock) -> RehearsedTelegram:
    return RehearsedTelegram(now=clock.now)


def database_of(house: House) -> Database:
    return house.clarion.services.db


async def owner_of(house: House) -> Coordinator:
    owner = await find_coordinator(database_of(house), HANA)
    assert owner is not None
    return owner


def have_accounts(telegram: RehearsedTelegram, people: Iterable[int]) -> None:
    """Let *people* have Telegram, and have written to the bot."""
    for person in people:
        telegram.add_person(Account(person, f"Person {person}", language_code="en"))
        telegram.says(person, "/start")
    telegram.take_updates()


async def subscribers(house: House, people: Iterable[int]) -> None:
    """Let *people* have Telegram and be subscribers."""
    have_accounts(house.telegram, people)
    for person in people:
        await subscribe(database_of(house), Subscription(person, "en", "1", house.clock.now().date()))


async def send(house: House, code: str, how: Plan = EVERYBODY_NOW) -> int:
    """Plan a broadcast of the appeal now."""
    stored = await find_appeal(database_of(house), code)
    return await plan(database_of(house), stored, await owner_of(house), house.clock.now(), how)


async def sends_to_the_end(house: House) -> None:
    """Run the sender until no broadcast goes on; a coordinator looks at the first letters and lets the others go."""
    db = database_of(house)
    sending = asyncio.create_task(house.clarion.sender.run())
    for _ in range(PATIENCE):
        open_ones = await _unfinished(db)
        if not open_ones:
            break
        for broadcast, state in open_ones.items():
            if state == "paused":
                await resume(db, broadcast, await owner_of(house), house.clock.now())
                house.clarion.sender.wake()
        await asyncio.sleep(1)
    else:
        raise AssertionError(await reports(house))
    house.clarion.sender.stop()
    await sending


async def _unfinished(db: Database) -> dict[int, str]:
    async with db.reading() as tx:
        rows = await tx.all("SELECT id, state FROM broadcast WHERE state IN ('scheduled', 'running', 'paused')")
    return {row["id"]: row["state"] for row in rows}


async def reports(house: House) -> list[Progress]:
    """Return what is reported of every broadcast."""
    async with database_of(house).reading() as tx:
        rows = await tx.all("SELECT id FROM broadcast ORDER BY id")
    return [await progress(database_of(house), row["id"]) for row in rows]


@dataclass(frozen=True)
class Fate:
    """What is stored of one letter, and of whom it is for."""

    broadcast: int
    standing: str
    state: str
    in_doubt: int


async def fates(house: House) -> dict[int, list[Fate]]:
    """Return what became of the letters, by the Telegram id of the subscriber, signer or follower."""
    db = database_of(house)
    found: dict[int, list[Fate]] = {}
    async with db.reading() as tx:
        rows = await tx.all(
            """
            SELECT 'subscriber.chat' AS field, subscriber.chat, subscriber.state AS standing,
                letter.id AS row, letter.broadcast, letter.state, letter.in_doubt
            FROM letter JOIN subscriber ON subscriber.id = letter.subscriber
            UNION ALL SELECT 'signature.chat', signature.chat, signature.state,
                letter.id AS row, letter.broadcast, letter.state, letter.in_doubt
            FROM letter JOIN signature ON signature.id = letter.signature
            UNION ALL SELECT 'follower.chat', follower.chat, 'following',
                letter.id AS row, letter.broadcast, letter.state, letter.in_doubt
            FROM letter JOIN follower ON follower.id = letter.follower
            ORDER BY row
            """
        )
    for row in rows:
        person = int(db.key.decrypt(row["field"], row["chat"]))
        found.setdefault(person, []).append(Fate(row["broadcast"], row["standing"], row["state"], row["in_doubt"]))
    return found


def copies(telegram: RehearsedTelegram, person: int, phrase: str) -> int:
    """Count the messages of the bot that the person sees and that hold *phrase*."""
    return sum(phrase in message.text for message in telegram.chat(person) if message.sender == "bot")
