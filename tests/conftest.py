"""The house in which stories happen, and who lives in them."""

from __future__ import annotations

import asyncio
import logging
import os
import shutil
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from functools import cache
from io import StringIO
from typing import TYPE_CHECKING

import pyrage
import pytest

from bot import replies
from bot.app import assembled
from bot.demo import demo_registers, named_sheets
from bot.logs import set_up_logs
from bot.rehearsal.telegram import REHEARSAL_TOKEN, RehearsedTelegram
from bot.rehearsal.telegram import Person as Account
from bot.rehearsal.wire import RehearsalRequest
from bot.settings import Settings
from storage.appeals.records import add_draft, approve, find_appeal, submit
from storage.appeals.sheets.sheet import read_sheet
from storage.database import Database
from storage.letters.broadcasts.planning import plan
from storage.migrations import upgrade
from storage.people.coordinators import Role, accept_invitation, ensure_owners, find_coordinator, invite
from storage.registers.changing import save_entries
from storage.registers.records import Registers
from storage.registers.sheet import read_register_sheet
from storage.secret_key import create_secret_key, load_secret_key
from storage.tips.keys.epochs import answer_canary, propose_epoch, tip_recipients
from tests.people import Clock, House, Person

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator
    from contextlib import AbstractAsyncContextManager
    from datetime import date
    from pathlib import Path

    from handlers.context import Services
    from storage.appeals.model import Appeal
    from storage.registers.sheet import RegisterSheet

UNHURRIED = 10_000.0  # replies a second: the Telegram of stories has no ceiling, so nobody waits for it
HANA, JOON, WRITER = 9001, 9002, 9003
MORNING = datetime(2026, 11, 22, 0, 30, tzinfo=UTC)
AMINA, SUJIN = 7_310_001_001, 7_310_001_002  # so long that no other digits look the same by chance


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let `make figures` try more than the suite does."""
    parser.addoption("--scale", type=int, default=1, help="how many times as much the figures are measured with")


@pytest.fixture
def scale(request: pytest.FixtureRequest) -> int:
    """How many times as much is tried as in the suite; `make figures` asks for more."""
    asked: int = request.config.getoption("--scale")
    return asked


@pytest.fixture
def figure(record_property: Callable[[str, object], None]) -> Callable[[str, float | str], None]:
    """Note a measured value under its name; `python -m tests.figures` publishes it."""

    def note(name: str, value: float | str) -> None:
        record_property(f"figure: {name}", value)

    return note


@pytest.fixture
def clock() -> Clock:
    """Half past nine in Seoul, on a Sunday."""
    return Clock(MORNING)


@pytest.fixture
def identities() -> tuple[pyrage.x25519.Identity, ...]:
    """The keys that tips are sealed to; in life they never come near the server."""
    return tuple(pyrage.x25519.Identity.generate() for _ in range(2))


@pytest.fixture(scope="session")
def blank_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database, migrated once: most stories are not about migrations."""
    path = tmp_path_factory.mktemp("blank") / "clarion.db"
    upgrade(path)
    path.chmod(0o600)
    return path


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory, blank_database: Path) -> Path:
    """A folder with a key and a database in which the demo appeals are approved: made once, for every story of them."""
    folder = tmp_path_factory.mktemp("furnished")
    shutil.copy(blank_database, folder / "clarion.db")
    create_secret_key(folder / "clarion.key")
    asyncio.run(_furnish(folder))
    return folder


async def _furnish(folder: Path) -> None:
    db = await Database.open(folder / "clarion.db", load_secret_key(folder / "clarion.key"))
    try:
        await ensure_owners(db, [HANA], MORNING)
        await approve_demo_appeals(db, MORNING)
    finally:
        await db.close()


@pytest.fixture
def settings(
    tmp_path: Path, request: pytest.FixtureRequest, identities: tuple[pyrage.x25519.Identity, ...]
) -> Settings:
    key = tmp_path / "secrets" / "clarion.key"
    if _is_furnished(request):
        made: Path = request.getfixturevalue("furnished")
        shutil.copy(made / "clarion.db", tmp_path / "clarion.db")
        key.parent.mkdir(mode=0o700)
        shutil.copy(made / "clarion.key", key)
    else:
        shutil.copy(request.getfixturevalue("blank_database"), tmp_path / "clarion.db")
        create_secret_key(key)
    recipients = tmp_path / "recipients.txt"
    recipients.write_text("".join(f"{identity.to_public()}\n" for identity in identities))
    return Settings(
        _env_file=None,
        bot_token=REHEARSAL_TOKEN,
        database_url=f"sqlite:///{tmp_path}/clarion.db",
        secret_key_file=key,
        tip_recipients_file=recipients,
        owners=str(HANA),
        organisation="Demo Rights Network",
        privacy_contact="privacy@example.org",
        safer_address="https://tips.example.org",
        timezone="Asia/Seoul",
    )


@pytest.fixture
def telegram(clock: Clock) -> RehearsedTelegram:
    rehearsed = RehearsedTelegram(now=clock.now)
    for account in (
        Account(HANA, "Hana", language_code="en"),
        Account(JOON, "Joon", language_code="ko"),
        Account(AMINA, "Amina", "K.", language_code="en"),
        Account(SUJIN, "수진", language_code="ko"),
    ):
        rehearsed.add_person(account)
    return rehearsed


@pytest.fixture
def open_house(
    settings: Settings, telegram: RehearsedTelegram, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> Callable[[], AbstractAsyncContextManager[House]]:
    """Open the house; after it was left, it can be opened again on the same database, as after a restart."""
    monkeypatch.setattr(replies, "PER_SECOND", UNHURRIED)

    @asynccontextmanager
    async def opened() -> AsyncIterator[House]:
        async with assembled(settings, now=clock.now, request=lambda _: RehearsalRequest(telegram)) as clarion:
            await open_canaries(clarion.services)
            yield House(clarion, telegram, clock)

    return opened


async def open_canaries(services: Services) -> None:
    """Let every recipient of tips open their canary, as coordinators do once before tips are taken in."""
    named = services.named_recipients()
    if named.members and await tip_recipients(services.db) is None:
        for canary in await propose_epoch(services.db, named, services.now()):
            await answer_canary(services.db, canary.word, services.now())


@pytest.fixture
async def clarion(open_house: Callable[[], AbstractAsyncContextManager[House]]) -> AsyncIterator[House]:
    async with open_house() as house:
        yield house


@pytest.fixture
def db(clarion: House) -> Database:
    return clarion.clarion.services.db


@pytest.fixture
def amina(clarion: House) -> Person:
    """A supporter whose telephone speaks English."""
    return Person(clarion, AMINA, "Amina")


@pytest.fixture
def sujin(clarion: House) -> Person:
    """A supporter whose telephone speaks Korean."""
    return Person(clarion, SUJIN, "수진")


@pytest.fixture
async def hana(clarion: House) -> Person:
    """An owner, by the operator's settings; English."""
    person = Person(clarion, HANA, "Hana")
    await person.sends("/start")
    return person


@pytest.fixture
async def joon(clarion: House, db: Database, hana: Person) -> Person:
    """A campaigner whom Hana invited; Korean."""
    owner = await find_coordinator(db, hana.id)
    assert owner is not None
    token = await invite(db, Role.CAMPAIGNER, owner, clarion.clock.now())
    person = Person(clarion, JOON, "Joon")
    await person.opens(f"inv_{token}")
    return person


@cache
def _demo_registers(today: date) -> tuple[RegisterSheet, ...]:
    """The registers of the demonstration, read once for many stories of the same day."""
    return tuple(read_register_sheet(text, today=today) for text in demo_registers())


@cache
def _demo_appeals(now: datetime) -> tuple[Appeal, ...]:
    """Its appeals, in the same way."""
    entries = {register.register: register.entries for register in _demo_registers(now.date())}
    registers = Registers(**{register: {one.key: one for one in found} for register, found in entries.items()})
    return tuple(read_sheet(sheet, now=now, registers=registers) for sheet in named_sheets())


async def approve_demo_appeals(db: Database, now: datetime) -> dict[str, Appeal]:
    """Store the demo appeals as approved, written and approved by three colleagues."""
    owner = await find_coordinator(db, HANA)
    assert owner is not None
    staff = []
    for person in (WRITER, WRITER + 1, WRITER + 2):
        token = await invite(db, Role.CAMPAIGNER, owner, now)
        staff.append(await accept_invitation(db, token, person, now))
    writer, *reviewers = staff
    for register in _demo_registers(now.date()):
        await save_entries(db, register.register, register.entries, writer, now)
    appeals = {}
    for appeal in _demo_appeals(now):
        number = await add_draft(db, appeal, writer, now)
        await submit(db, appeal.code, number, writer, now)
        for reviewer in reviewers[: appeal.approvals_needed]:
            await approve(db, appeal.code, number, reviewer, now, needed=appeal.approvals_needed)
        appeals[appeal.code] = appeal
    return appeals


def _is_furnished(request: pytest.FixtureRequest) -> bool:
    """Whether the house can be opened with the appeals in it: not where Joon joins before their authors do."""
    return "appeals" in request.fixturenames and "joon" not in request.fixturenames


@pytest.fixture
async def appeals(db: Database, clock: Clock, request: pytest.FixtureRequest) -> dict[str, Appeal]:
    """The three demo appeals, approved and not sent yet."""
    if _is_furnished(request):
        return {appeal.code: appeal for appeal in _demo_appeals(MORNING)}
    return await approve_demo_appeals(db, clock.now())


@pytest.fixture
async def published(db: Database, appeals: dict[str, Appeal], clarion: House) -> dict[str, Appeal]:
    """The three demo appeals, sent: open for signatures."""
    owner = await find_coordinator(db, HANA)
    assert owner is not None
    for code in appeals:
        await plan(db, await find_appeal(db, code), owner, clarion.clock.now())
    return appeals


@pytest.fixture
def log() -> Iterator[StringIO]:
    """What the program writes down about itself, at DEBUG."""
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    set_up_logs("DEBUG")
    written = StringIO()
    handler = root.handlers[0]
    assert isinstance(handler, logging.StreamHandler)
    handler.setStream(written)
    yield written
    root.handlers, root.level = before, level


@pytest.fixture(scope="session")
def chromium(request: pytest.FixtureRequest) -> str:
    """Where the browser is. With CLARION_REQUIRE_BROWSER=1 its absence is a failure."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found:
        return found
    sentence = "No Chromium on this machine, so the chat page was not tried in a browser."
    if os.environ.get("CLARION_REQUIRE_BROWSER") == "1":
        pytest.fail(sentence)
    pytest.skip(sentence)
