"""Suspect signatures: more came through one link within a minute than one by one can; they wait to be looked at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from storage.audit import Deed, record
from storage.petitions.signatures.standing import put_back

if TYPE_CHECKING:
    from storage.database import Database
    from storage.people.coordinators import Coordinator
    from storage.transactions import Row, Values

WAITING = "signature.state = 'suspect' AND signature.country IS NOT NULL"
"""Of a signature that can still be counted; once its time is over, nobody can look at it any more."""
BURST_GAP = timedelta(minutes=10)  # without a suspect signature, after which coordinators are told anew
SLICE = 200  # signatures counted in one transaction, which nobody has to wait for long

_SUMMARY = """
    signature.appeal, signature.source, COUNT(*) AS waiting, COUNT(DISTINCT signature.likeness) AS names,
    MAX(signature.id) AS newest, MIN(signature.signed_at) AS first_at, MAX(signature.signed_at) AS last_at
"""


@dataclass(frozen=True)
class Suspects:
    """The signatures that wait and came through one link.

    Attributes:
        names: How many different names they have.
        newest: Row of the last one.
    """

    code: str
    source: str
    waiting: int
    names: int
    newest: int
    first_at: datetime
    last_at: datetime


async def suspects_of(db: Database, code: str) -> tuple[Suspects, ...]:
    """Return what waits under the petition, by link, the one with most in front."""
    async with db.reading() as tx:
        rows = await tx.all(
            f"""
            SELECT {_SUMMARY} FROM signature WHERE appeal = :code AND {WAITING} AND source IS NOT NULL
            GROUP BY appeal, source ORDER BY waiting DESC, source
            """,
            {"code": code},
        )
    return tuple(map(_suspects, rows))


async def accept_suspects(db: Database, code: str, source: str, newest: int, by: Coordinator, now: datetime) -> int:
    """Count those that wait and came through the link, up to the row *newest* that was looked at; return how many."""
    accepted = 0
    while counted := await _accept_slice(db, code, source, newest, by, now):
        accepted += counted
    return accepted


async def untold_bursts(db: Database) -> tuple[Suspects, ...]:
    """Return the bursts of which coordinators have not been told; see `mark_told`.

    What goes on from one that they were told of is no new one, until for `BURST_GAP` nothing had to wait.
    """
    async with db.reading() as tx:
        rows = await tx.all(  # CROSS JOIN keeps the order: few are suspect, many may have come through a link
            f"""
            SELECT {_SUMMARY}, link.alarmed_at FROM appeal CROSS JOIN signature CROSS JOIN link
            WHERE signature.appeal = appeal.code AND {WAITING}
                AND link.appeal = signature.appeal AND link.source = signature.source
                AND (link.alarmed_at IS NULL OR signature.signed_at > link.alarmed_at)
            GROUP BY signature.appeal, signature.source, link.alarmed_at ORDER BY first_at, signature.source
            """
        )
    untold = []
    for row in rows:
        if row["alarmed_at"] is not None and row["first_at"] - row["alarmed_at"] < BURST_GAP.total_seconds():
            await mark_told(db, _suspects(row))
        else:
            untold.append(_suspects(row))
    return tuple(untold)


async def mark_told(db: Database, burst: Suspects) -> None:
    """Remember that coordinators know of the burst as far as it has come."""
    async with db.transaction() as tx:
        await tx.execute(
            "UPDATE link SET alarmed_at = :last WHERE appeal = :code AND source = :source",
            {"code": burst.code, "source": burst.source, "last": int(burst.last_at.timestamp())},
        )


async def _accept_slice(db: Database, code: str, source: str, newest: int, by: Coordinator, now: datetime) -> int:
    values: Values = {"code": code, "source": source, "newest": newest, "slice": SLICE}
    async with db.transaction() as tx:
        rows = await tx.all(
            f"""
            SELECT * FROM signature WHERE appeal = :code AND source = :source AND id <= :newest AND {WAITING}
            ORDER BY id LIMIT :slice
            """,
            values,
        )
        if not rows:
            return 0
        await tx.execute_many(
            "UPDATE signature SET state = 'valid' WHERE id = :id", [{"id": row["id"]} for row in rows]
        )
        await put_back(tx, db, rows)
        await tx.execute("UPDATE link SET alarmed_at = NULL WHERE appeal = :code AND source = :source", values)
        await record(tx, Deed(now, by.id, "accept_suspects", code, {"source": source, "signatures": len(rows)}))
    return len(rows)


def _suspects(row: Row) -> Suspects:
    first_at, last_at = (datetime.fromtimestamp(row[name], UTC) for name in ("first_at", "last_at"))
    return Suspects(row["appeal"], row["source"], row["waiting"], row["names"], row["newest"], first_at, last_at)
