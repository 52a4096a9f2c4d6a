"""A house of Clarion in a folder of the bench: its database on the disk, its people, its letters."""

from __future__ import annotations

import sqlite3
from contextlib import asynccontextmanager, closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.demo.stage import Stage, set_up
from storage.appeals.records import find_appeal
from storage.database import Database
from storage.letters.broadcasts.planning import plan
from storage.letters.broadcasts.writing import unwritten_broadcasts, write_next
from storage.people.coordinators import find_coordinator
from storage.secret_key import load_secret_key
from tests.bench.letter import CODE
from tests.bench.telegram import FIRST_SUBSCRIBER, OWNER

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from storage.secret_key import SecretKey

CAMPAIGNER = 9002
KOREAN_EVERY = 5  # one subscriber in so many reads Korean, the others English


async def furnish(folder: Path, subscribers: int) -> None:
    """Make a house with the demo appeals and so many subscribers."""
    stage = Stage(folder)
    await set_up(stage, OWNER, CAMPAIGNER, datetime.now(UTC))
    with closing(sqlite3.connect(stage.database)) as connection, connection:
        connection.executemany(
            """
            INSERT INTO subscriber (person, chat, language, state, cadence, consent_version, consent_day)
            VALUES (?, ?, ?, 'active', 'at_once', '1', '2026-01-01')
            """,
            _subscribers(load_secret_key(stage.secret_key), subscribers),
        )


@asynccontextmanager
async def database(folder: Path) -> AsyncIterator[Database]:
    """Open the database of a house without the rest of it."""
    stage = Stage(folder)
    db = await Database.open(stage.database, load_secret_key(stage.secret_key))
    try:
        yield db
    finally:
        await db.close()


async def plan_letters(db: Database) -> None:
    """Plan the bench's letter for every subscriber, and write all of them, as the sender would."""
    owner = await find_coordinator(db, OWNER)
    assert owner is not None
    await plan(db, await find_appeal(db, CODE), owner, datetime.now(UTC))
    while unwritten := await unwritten_broadcasts(db):
        await write_next(db, unwritten[0], datetime.now(UTC))


async def open_petition(db: Database) -> None:
    """Let people sign the bench's petition, without a letter to anybody."""
    async with db.transaction() as tx:
        await tx.execute("UPDATE appeal SET state = 'published' WHERE code = :code", {"code": CODE})


async def letters_by_state(db: Database) -> dict[str, int]:
    """Count the letters in each state in which they do not wait any more: a look at few rows of the queue's index."""
    async with db.reading() as tx:
        rows = await tx.all(
            """
            SELECT letter.state, COUNT(*) AS n FROM broadcast JOIN letter ON letter.broadcast = broadcast.id
            WHERE letter.state IN ('sending', 'sent', 'blocked', 'gone', 'refused', 'uncertain', 'skipped')
            GROUP BY letter.state
            """
        )
    return {row["state"]: row["n"] for row in rows}


async def letters_in_doubt(db: Database) -> int:
    """Count the tries of which nobody knew the end."""
    async with db.reading() as tx:
        row = await tx.only("SELECT COALESCE(SUM(in_doubt), 0) AS n FROM letter")
    return int(row["n"])


def _subscribers(key: SecretKey, number: int) -> Iterator[tuple[str, bytes, str]]:
    for person in range(FIRST_SUBSCRIBER, FIRST_SUBSCRIBER + number):
        language = "en" if person % KOREAN_EVERY else "ko"
        yield key.digest("person", person), key.encrypt("subscriber.chat", str(person)), language
