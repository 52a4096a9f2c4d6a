"""One assertion for whatever changes a count: the tally, the rows and the log say the same."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from storage.petitions.counting.tally import Dimension
from storage.petitions.log.entries import Replay, read_entry
from storage.petitions.log.ledger import entries

if TYPE_CHECKING:
    from storage.database import Database


async def assert_agrees(db: Database, code: str) -> Counter[str]:
    """Assert that tally = valid rows + counted sheets = what the log adds up to; return the counts by channel."""
    counted = await _rows(db, code) + await _sheets(db, code)
    replayed = await _replay(db, code)
    assert replayed == counted, f"the log says {replayed}, rows and sheets say {counted}"
    for dimension in Dimension:
        tallied = await _tally(db, code, dimension)
        assert tallied == counted, f"the tally by {dimension} says {tallied}, rows and sheets say {counted}"
    return counted


async def _rows(db: Database, code: str) -> Counter[str]:
    async with db.reading() as tx:
        rows = await tx.all(
            "SELECT channel, COUNT(*) AS n FROM signature WHERE appeal = :code AND state = 'valid' GROUP BY channel",
            {"code": code},
        )
    return Counter({row["channel"]: row["n"] for row in rows})


async def _sheets(db: Database, code: str) -> Counter[str]:
    async with db.reading() as tx:
        rows = await tx.all(
            """
            SELECT channel, SUM(signatures) AS n FROM batch
            WHERE appeal = :code AND leaf IS NOT NULL AND state = 'counted' GROUP BY channel
            """,
            {"code": code},
        )
    return Counter({row["channel"]: row["n"] for row in rows})


async def _tally(db: Database, code: str, dimension: Dimension) -> Counter[str]:
    async with db.reading() as tx:
        rows = await tx.all(
            "SELECT channel, valid FROM tally WHERE appeal = :code AND dimension = :dimension",
            {"code": code, "dimension": dimension},
        )
    assert all(row["valid"] >= 0 for row in rows), f"a count by {dimension} is below nothing"
    counts: Counter[str] = Counter()
    for row in rows:
        counts[row["channel"]] += row["valid"]
    return +counts


async def _replay(db: Database, code: str) -> Counter[str]:
    async with db.reading() as tx:
        appeal = await tx.only("SELECT leaves FROM appeal WHERE code = :code", {"code": code})
    replay, read = Replay(), 0
    async for entry in entries(db, code, appeal["leaves"]):
        replay.add(read_entry(entry))
        read += 1
    assert read == appeal["leaves"], f"the log has {read} entries, the petition says {appeal['leaves']}"
    return replay.counts
