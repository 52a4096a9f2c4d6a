"""What waits for the writer together is answered together: taken each for itself, refused all at once."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from storage.database import Database

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence
    from pathlib import Path

    from storage.secret_key import SecretKey
    from storage.transactions import Transaction

INSERT = "INSERT INTO chosen_language (person, language) VALUES (:person, 'en')"


class Counting(Database):
    """A database that counts how often its writer was asked for, and that another program locks from one time on."""

    asked = 0
    locked_from: int | None = None
    other: sqlite3.Connection

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        self.asked += 1
        if self.asked == self.locked_from:
            self.other.execute("BEGIN IMMEDIATE")
        async with super().transaction() as tx:
            yield tx


@pytest.fixture
async def counting(
    tmp_path: Path, blank_database: Path, key: SecretKey, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Counting]:
    """Waits a moment for the writer instead of seconds."""
    monkeypatch.setattr("storage.database.BUSY_MS", 20)
    shutil.copy(blank_database, tmp_path / "clarion.db")
    db = await Counting.open(tmp_path / "clarion.db", key)
    db.other = sqlite3.connect(tmp_path / "clarion.db", isolation_level=None)
    db.asked = 0
    yield db
    db.other.close()
    await db.close()


async def write(tx: Transaction, db: Database, people: Sequence[str]) -> list[str]:
    for person in people:
        await tx.execute(INSERT, {"person": person})
    return list(people)


async def kept(db: Database) -> list[str]:
    return [row["person"] for row in await db.all("SELECT person FROM chosen_language ORDER BY person")]


async def test_while_the_database_is_locked_all_who_wait_are_refused_at_once(counting: Counting) -> None:
    counting.locked_from = 1
    waiting = [counting.lots.add(write, f"person-{number}") for number in range(300)]
    answers = await asyncio.gather(*waiting, return_exceptions=True)
    counting.other.execute("ROLLBACK")

    assert {type(answer) for answer in answers} == {sqlite3.OperationalError}
    assert counting.asked == 1
    assert await counting.lots.add(write, "after") == "after"
    assert await kept(counting) == ["after"]


async def test_where_the_work_itself_fails_each_is_tried_alone(counting: Counting) -> None:
    answers = await asyncio.gather(
        *(counting.lots.add(write, person) for person in ("a", "twice", "b", "twice", "c")), return_exceptions=True
    )

    assert [answer for answer in answers if isinstance(answer, str)] == ["a", "twice", "b", "c"]
    assert isinstance(answers[3], sqlite3.IntegrityError)
    assert await kept(counting) == ["a", "b", "c", "twice"]


async def test_a_lock_that_begins_while_each_is_tried_alone_refuses_the_rest_at_once(counting: Counting) -> None:
    async def fail(tx: Transaction, db: Database, people: Sequence[str]) -> list[str]:
        raise ValueError(people)

    counting.locked_from = 4  # the lot, and two of those that are tried alone, came before
    answers = await asyncio.gather(
        *(counting.lots.add(fail, f"person-{number}") for number in range(50)), return_exceptions=True
    )

    assert [type(answer) for answer in answers] == [ValueError] * 2 + [sqlite3.OperationalError] * 48
    assert counting.asked == 4
