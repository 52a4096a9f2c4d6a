"""Lanes on a petition of a million signatures: its count, a proof out of its log, its export."""

from __future__ import annotations

import asyncio
import csv
import random
import sqlite3
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bot.demo.stage import Stage
from storage.appeals.records import find_appeal
from storage.exports.signatures.writing import Form, Order, export
from storage.people.coordinators import find_coordinator
from storage.people.digests import signer_digest
from storage.petitions.counting.support import support_of
from storage.petitions.log.entries import Deed, Entry, leaf_of
from storage.petitions.log.ledger import prove_inclusion
from storage.petitions.log.merkle import Tree
from storage.petitions.log.proofs import proof_text
from storage.petitions.proving import Proofs, make_proof
from storage.petitions.signatures.entering import commit
from storage.secret_key import load_secret_key
from tests.bench.house import database, furnish, open_petition
from tests.bench.letter import CODE
from tests.bench.measuring import measured, peak_memory
from tests.bench.signing import FIRST, signing
from tests.bench.telegram import OWNER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from storage.database import Database
    from storage.secret_key import SecretKey

LOOKS = 200
TICK = 0.005  # seconds
SEED = 9162


async def filled(folder: str, signatures: int) -> dict[str, object]:
    """Make a house with so many signatures and their log, written as rows: signing them would take minutes."""
    await furnish(Path(folder), 1)
    async with database(Path(folder)) as db:
        await open_petition(db)
        stored = await find_appeal(db, CODE)
        written = _Written(db, stored.version, stored.appeal.digest(), signatures)
        await asyncio.to_thread(written.write, Stage(Path(folder)))
    return {}


async def looked(folder: str) -> dict[str, object]:
    """Count and prove, again and again; return how long each took, and how large the proofs were."""
    async with database(Path(folder)) as db:
        size = (await support_of(db, CODE)).entries
        dice = random.Random(SEED)  # noqa: S311  # which signatures are looked at is no secret
        counts, paths, proofs, sizes = [], [], [], []
        for _ in range(LOOKS):
            begin = time.perf_counter()
            await support_of(db, CODE)
            counts.append(time.perf_counter() - begin)
        for _ in range(LOOKS):
            position = dice.randrange(size)
            begin = time.perf_counter()
            await prove_inclusion(db, CODE, position, size)
            paths.append(time.perf_counter() - begin)
            begin = time.perf_counter()
            made = await make_proof(db, CODE, FIRST + position, datetime.now(UTC))
            proofs.append(time.perf_counter() - begin)
            assert isinstance(made, Proofs)
            sizes.append(len(proof_text(made.now).encode()))
    return {"counts": counts, "paths": paths, "proofs": proofs, "largest": max(sizes)}


async def exported(folder: str, form: str) -> dict[str, object]:
    """Export all signatures; return seconds, rows, the memory above idle, and the longest stall of the loop."""
    async with database(Path(folder)) as db:
        by = await find_coordinator(db, OWNER)
        assert by is not None
        order = Order(
            (await find_appeal(db, CODE)).appeal, Form(form), by, datetime.now(UTC), str, scratch=Path(folder)
        )
        idle, stalls = peak_memory(), [0.0]
        watching = asyncio.create_task(_watch(stalls))
        with (Path(folder) / "out").open("wb") as out, measured() as effort:
            manifest = await export(db, order, out)
        watching.cancel()
    return {
        "seconds": effort.seconds,
        "rows": manifest.rows,
        "memory": peak_memory() - idle,
        "stall": max(stalls),
    }


async def bare(folder: str) -> dict[str, object]:
    """Write the same table with the plainest loop that opens what is encrypted."""
    async with database(Path(folder)) as db, db.reading() as tx:
        rows = 0
        with measured() as effort, (Path(folder) / "bare").open("w", newline="", encoding="utf-8-sig") as out:
            writer = csv.writer(out, quoting=csv.QUOTE_ALL)
            async for row in tx.stream(
                "SELECT * FROM signature WHERE appeal = :code AND state <> 'withdrawn' ORDER BY serial", {"code": CODE}
            ):
                name = db.key.decrypt("signature.name", row["name"])
                country = db.key.decrypt("signature.country", row["country"])
                signed = (row["signed_at"], row["day"], row["signed_in"], row["channel"], row["source"], row["state"])
                writer.writerow((row["serial"], name, country, *signed))
                rows += 1
    return {"seconds": effort.seconds, "rows": rows}


async def scanned(folder: str) -> dict[str, object]:
    """Count the rows of the petition one by one, as a house without a tally would."""
    async with database(Path(folder)) as db, db.reading() as tx:
        with measured() as effort:
            await tx.only(
                "SELECT COUNT(*) AS n FROM signature WHERE appeal = :code AND state = 'valid'", {"code": CODE}
            )
    return {"seconds": effort.seconds}


async def _watch(stalls: list[float]) -> None:
    while True:
        begin = time.perf_counter()
        await asyncio.sleep(TICK)
        stalls.append(time.perf_counter() - begin - TICK)


class _Written:
    """Signatures as rows, with the log and the tally that belong to them."""

    def __init__(self, db: Database, version: int, text: str, signatures: int) -> None:
        self._db = db
        self._version = version
        self._text = text
        self._signatures = signatures
        self._tree = Tree()

    def write(self, stage: Stage) -> None:
        key = load_secret_key(stage.secret_key)
        with closing(sqlite3.connect(stage.database)) as connection, connection:
            connection.execute("PRAGMA cache_size = -200000")
            cursor = connection.cursor()
            for number in range(self._signatures):
                self._write_one(cursor, key, number)
            values = {"code": CODE, "all": self._signatures}
            cursor.execute("UPDATE appeal SET signed = :all, leaves = :all WHERE code = :code", values)
            cursor.execute(
                """
                INSERT INTO tally SELECT appeal, channel, 'country', 'KR', COUNT(*) FROM signature
                WHERE appeal = :code GROUP BY channel
                """,
                values,
            )

    def _write_one(self, cursor: sqlite3.Cursor, key: SecretKey, number: int) -> None:
        one = signing(self._version, number)
        committed = commit(one, number + 1, self._text)
        entry = Entry(Deed.SIGNED, channel=one.channel, commitment=committed.commitment)
        assert one.person is not None
        cursor.execute(
            """
            INSERT INTO signature (id, appeal, signer, serial, state, name, country, channel, source, version, language,
                signed_in, signed_at, day, leaf, salt)
            VALUES (?, ?, ?, ?, 'valid', ?, ?, 'telegram', 'bench', ?, 'en', 'en', ?, ?, ?, ?)
            """,
            (
                number + 1,
                CODE,
                signer_digest(self._db, CODE, one.person),
                number + 1,
                key.encrypt("signature.name", one.name),
                key.encrypt("signature.country", one.country),
                self._version,
                int(one.at.timestamp()),
                one.day.isoformat(),
                number,
                key.encrypt("signature.salt", committed.salt.hex()),
            ),
        )
        cursor.executemany(
            "INSERT INTO consent VALUES (?, ?, '1', 'en', ?)",
            [(number + 1, purpose, one.day.isoformat()) for purpose in sorted(one.consents)],
        )
        cursor.execute("INSERT INTO log_leaf VALUES (?, ?, ?)", (CODE, number, str(entry)))
        cursor.executemany("INSERT INTO log_node VALUES (?, ?, ?, ?)", self._nodes(entry))

    def _nodes(self, entry: Entry) -> Iterator[tuple[str, int, int, bytes]]:
        for node, digest in self._tree.append(leaf_of(CODE, entry)):
            yield CODE, node.level, node.position, digest
