"""An office that is founded once, and copied for each story."""

from __future__ import annotations

import asyncio
import shutil
from typing import TYPE_CHECKING

import pytest

from storage.secret_key import create_secret_key
from tests.conftest import approve_demo_appeals
from tests.people import Clock
from tests.sending.killing import FLIGHT_MAX, LOT_MAX
from tests.sending.offices import START, LoopClock, Office, database_of, new_telegram
from tests.sending.repeatable import DoneAtOnce, NoThread

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A key, and a database in which three appeals are approved: urgent DEMO-002, high DEMO-001, normal DEMO-003."""
    folder = tmp_path_factory.mktemp("founded")
    create_secret_key(folder / "clarion.key")

    async def found() -> None:
        clock = Clock(START)
        async with Office(folder, new_telegram(clock), clock).opened() as house:
            await approve_demo_appeals(database_of(house), START)

    asyncio.run(found())
    return folder


@pytest.fixture
def office(founded: Path, tmp_path: Path) -> Office:
    clock = LoopClock(START)
    folder = shutil.copytree(founded, tmp_path / "office")
    return Office(folder, new_telegram(clock), clock)


@pytest.fixture(autouse=True)
def database_in_the_loop(monkeypatch: pytest.MonkeyPatch, founded: Path) -> None:
    """Let the database work without threads, so that every run repeats itself."""
    monkeypatch.setattr("aiosqlite.core.SimpleQueue", DoneAtOnce)
    monkeypatch.setattr("aiosqlite.core.Thread", NoThread)


@pytest.fixture
def small_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a few people be as many slices and lots as a million."""
    monkeypatch.setattr("bot.sending.worker.FLIGHT_MAX", FLIGHT_MAX)
    monkeypatch.setattr("bot.sending.worker.LOT_MAX", LOT_MAX)
    monkeypatch.setattr("storage.letters.broadcasts.snapshot.SLICE", 5)
    monkeypatch.setattr("storage.letters.broadcasts.digests.SLICE", 5)
    monkeypatch.setattr("storage.letters.broadcasts.follow_ups.SLICE", 5)
    monkeypatch.setattr("storage.letters.broadcasts.reminders.SLICE", 5)
    monkeypatch.setattr("storage.letters.broadcasts.asking_again.SLICE", 5)
    monkeypatch.setattr("storage.letters.broadcasts.news.SLICE", 5)
    monkeypatch.setattr("storage.letters.broadcasts.concerned.FOLLOWERS_SLICE", 3)
    monkeypatch.setattr("storage.letters.broadcasts.skipping.SKIPPED_TOGETHER", 5)
