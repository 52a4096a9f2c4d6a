"""Lanes of signatures: many at a time through storage, beside a bare insert with a counter; and what is found then."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import aiosqlite

from bot.demo.stage import Stage
from storage.appeals.records import find_appeal
from storage.petitions.counting.support import support_of
from storage.petitions.counting.tally import count_signatures, total_signatures
from storage.petitions.log.entries import Replay, read_entry
from storage.petitions.log.ledger import entries
from storage.petitions.signatures.records import Purpose, Signing, find_signature
from storage.petitions.signatures.signing import sign
from tests.bench.house import database, open_petition
from tests.bench.letter import CODE
from tests.bench.lines import say
from tests.bench.measuring import measured

if TYPE_CHECKING:
    from collections.abc import Iterator

    from storage.database import Database

TASKS = 200
REPEAT_EVERY = 20  # one in so many signs a second time
FIRST = 7_000_000  # Telegram id of the first signer
COUNTRIES = ("KR", "US", "TH", "JP", "DE")
CONSENTS = frozenset({Purpose.KEEP, Purpose.HAND_OVER})
BARE = """
    INSERT INTO bare (petition, signer, name, country, signed_at) VALUES (:petition, :signer, :name, :country, :at)
"""


@dataclass
class _Crowd:
    """People who sign one after the other in so many tasks; who was acknowledged, and after how long."""

    db: Database
    version: int
    people: Iterator[int]
    waits: list[float] = field(default_factory=list)

    async def work(self, *, tell: bool = False) -> None:
        for person in self.people:
            begin = time.perf_counter()
            receipt = await sign(self.db, signing(self.version, person))
            self.waits.append(time.perf_counter() - begin)
            if tell:
                say({"person": person, "serial": receipt.serial})


def signing(version: int, person: int) -> Signing:
    """Return what somebody signs in the bench."""
    now = datetime.now(UTC)
    return Signing(
        CODE, version, FIRST + person, f"Name {person}", COUNTRIES[person % len(COUNTRIES)], CONSENTS, "1", "en", now,
        now.date(), source="bench",
    )  # fmt: skip


def people(number: int) -> Iterator[int]:
    """Give *number* people, some of whom come a second time at once."""
    for person in range(number):
        yield person
        if person % REPEAT_EVERY == 0:
            yield person


async def stored(folder: str, signatures: int) -> dict[str, object]:
    """Sign from many tasks at a time; return how long it took and what each one waited."""
    async with database(Path(folder)) as db:
        crowd = await _crowd(db, signatures)
        with measured() as effort:
            await asyncio.gather(*(crowd.work() for _ in range(TASKS)))
        return {"seconds": effort.seconds, "processor": effort.processor, "waits": crowd.waits, **await _found(db)}


async def until_killed(folder: str, signatures: int) -> dict[str, object]:
    """Sign from many tasks at a time, and say each acknowledgement aloud: somebody kills this on the way."""
    async with database(Path(folder)) as db:
        crowd = await _crowd(db, signatures)
        await asyncio.gather(*(crowd.work(tell=True) for _ in range(TASKS)))
    return {"ended": True}


async def acknowledged(folder: str, serials: dict[str, int]) -> dict[str, object]:
    """Look which of the acknowledged signatures are not there, and whether every count agrees."""
    async with database(Path(folder)) as db:
        missing = 0
        for person, serial in serials.items():
            receipt = await find_signature(db, CODE, FIRST + int(person))
            missing += receipt is None or receipt.serial != serial
        return {"missing": missing, **await _found(db)}


async def bare(folder: str, signatures: int) -> dict[str, object]:
    """Insert rows with a counter, one commit each and as durable, from as many tasks through one connection."""
    connection = await aiosqlite.connect(Stage(Path(folder)).database, isolation_level=None)
    for pragma in ("journal_mode = WAL", "synchronous = FULL"):
        await connection.execute(f"PRAGMA {pragma}")
    await connection.execute("CREATE TABLE bare (petition, signer UNIQUE, name, country, signed_at)")
    await connection.execute("CREATE TABLE bare_count (petition, valid)")
    await connection.execute("INSERT INTO bare_count VALUES (:petition, 0)", {"petition": CODE})
    lock, rows = asyncio.Lock(), iter(range(signatures))

    async def work() -> None:
        for row in rows:
            values = {"petition": CODE, "signer": str(row), "name": f"Name {row}", "country": "KR", "at": 0}
            async with lock:
                await connection.execute("BEGIN IMMEDIATE")
                await connection.execute(BARE, values)
                await connection.execute("UPDATE bare_count SET valid = valid + 1 WHERE petition = :petition", values)
                await connection.commit()

    with measured() as effort:
        await asyncio.gather(*(work() for _ in range(TASKS)))
    await connection.close()
    return {"seconds": effort.seconds, "processor": effort.processor}


async def _crowd(db: Database, signatures: int) -> _Crowd:
    await open_petition(db)
    version = (await find_appeal(db, CODE)).version
    return _Crowd(db, version, people(signatures))


async def _found(db: Database) -> dict[str, object]:
    """Return the total, and what each other way of counting makes of it."""
    replay = Replay()
    size = (await support_of(db, CODE)).entries
    async for entry in entries(db, CODE, size):
        replay.add(read_entry(entry))
    async with db.reading() as tx:
        rows = await tx.only(
            "SELECT COUNT(*) AS n FROM signature WHERE appeal = :code AND state = 'valid'", {"code": CODE}
        )
    return {
        "total": (await total_signatures(db, CODE)).all,
        "rows": rows["n"],
        "by_country": sum(count.valid for count in await count_signatures(db, CODE)),
        "in_log": replay.counts.total(),
    }
