"""A database of its own for each test of storage, without the rest of the house."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from bot.demo import demo_sheets
from storage.appeals.records import StoredAppeal, add_draft, approve, find_appeal, submit
from storage.appeals.sheets.sheet import read_sheet
from storage.database import Database
from storage.people.coordinators import Coordinator, Role, accept_invitation, coordinators_with, ensure_owners, invite
from storage.people.subscribers import Subscription, subscribe
from storage.secret_key import SecretKey

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

NOW = datetime(2026, 11, 22, 0, 30, tzinfo=UTC)


@pytest.fixture
def key() -> SecretKey:
    return SecretKey(bytes(range(32)))


@pytest.fixture
async def db(tmp_path: Path, blank_database: Path, key: SecretKey) -> AsyncIterator[Database]:
    shutil.copy(blank_database, tmp_path / "clarion.db")
    database = await Database.open(tmp_path / "clarion.db", key)
    yield database
    await database.close()


@pytest.fixture
async def owner(db: Database) -> Coordinator:
    await ensure_owners(db, [1], NOW)
    return (await coordinators_with(db, {Role.OWNER}))[0]


@pytest.fixture
async def colleague(db: Database, owner: Coordinator) -> Coordinator:
    return await accept_invitation(db, await invite(db, Role.CAMPAIGNER, owner, NOW), 2, NOW)


@pytest.fixture
async def urgent(db: Database, owner: Coordinator, colleague: Coordinator) -> StoredAppeal:
    """DEMO-002, critical, approved."""
    return await approve_urgent(db, owner, colleague)


async def approve_urgent(db: Database, author: Coordinator, reviewer: Coordinator) -> StoredAppeal:
    appeal = next(found for sheet in demo_sheets() if (found := read_sheet(sheet, now=NOW)).code == "DEMO-002")
    number = await add_draft(db, appeal, author, NOW)
    await submit(db, appeal.code, number, author, NOW)
    await approve(db, appeal.code, number, reviewer, NOW, needed=1)
    return await find_appeal(db, appeal.code)


async def subscribe_people(db: Database, *people: int, language: str = "en") -> None:
    for person in people:
        await subscribe(db, Subscription(person, language, "1", NOW.date()))
