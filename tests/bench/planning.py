"""Planning a broadcast to all subscribers, beside the barest statement that writes as many letters."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from bot.demo.stage import Stage
from storage.people.digests import choose_language
from tests.bench.house import database, furnish, plan_letters
from tests.bench.letter import CODE
from tests.bench.measuring import measured
from tests.bench.telegram import FIRST_ASKER

if TYPE_CHECKING:
    from storage.database import Database

BETWEEN_WRITES = 0.01  # seconds


async def furnished(folder: str, subscribers: int, *, planned: bool) -> dict[str, float]:
    """Make a house with so many subscribers, and with a letter waiting for each of them if *planned*."""
    await furnish(Path(folder), subscribers)
    if planned:
        async with database(Path(folder)) as db:
            await plan_letters(db)
    return {}


async def planned(folder: str) -> dict[str, float]:
    """Plan for everybody, while somebody else writes a little all the time; return seconds and their longest wait."""
    async with database(Path(folder)) as db:
        waits: list[float] = []
        other = asyncio.create_task(_write_until_cancelled(db, waits))
        with measured() as effort:
            await plan_letters(db)
        other.cancel()
    return {"seconds": effort.seconds, "longest_wait": max(waits)}


async def bare(folder: str) -> dict[str, float]:
    """Write the same rows by one statement of SQL, as durably; return seconds."""
    with closing(sqlite3.connect(Stage(Path(folder)).database, isolation_level=None)) as connection:
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute(
            """
            INSERT INTO broadcast (kind, rank, state, wanted, planned_at, starts_at, letters, paid_letters, floods)
            VALUES ('appeal', 0, 'running', '{}', 0, 0, 0, 0, 0)
            """
        )
        with measured() as effort:
            connection.execute(
                """
                INSERT INTO letter (broadcast, version, subscriber, state, due_at, in_doubt)
                SELECT broadcast.id, appeal_version.id, subscriber.id, 'pending', 0, 0
                FROM broadcast, appeal_version, subscriber
                WHERE appeal_version.appeal = :code
                ORDER BY subscriber.id
                """,
                {"code": CODE},
            )
    return {"seconds": effort.seconds}


async def _write_until_cancelled(db: Database, waits: list[float]) -> None:
    while True:
        begin = time.perf_counter()
        await choose_language(db, FIRST_ASKER, "en")
        waits.append(time.perf_counter() - begin)
        await asyncio.sleep(BETWEEN_WRITES)
