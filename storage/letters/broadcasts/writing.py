"""Writing the letters of broadcasts under way, slice by slice, each kind in its own way.

Digests are not among them: theirs are written by the clock, before they begin (`storage.letters.broadcasts.digests`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.letters.broadcasts import asking_again, corrections, news, recalls, reminders, snapshot
from storage.letters.broadcasts.planning import BroadcastKind

if TYPE_CHECKING:
    from datetime import datetime

    from storage.database import Database


async def unwritten_broadcasts(db: Database) -> tuple[int, ...]:
    """Return the broadcasts of which letters can be written now, the most urgent first."""
    async with db.reading() as tx:
        rows = await tx.all(
            f"""
            SELECT id FROM broadcast
            WHERE state IN ('running', 'paused') AND written_to IS NOT NULL
                AND (kind <> 'appeal' OR {snapshot.UNHINDERED})
            ORDER BY rank, id
            """
        )
    return tuple(row["id"] for row in rows)


async def write_next(db: Database, broadcast: int, now: datetime) -> None:
    """Write the next slice of a broadcast's letters."""
    async with db.transaction() as tx:
        row = await tx.only("SELECT kind FROM broadcast WHERE id = :id", {"id": broadcast})
        match BroadcastKind(row["kind"]):
            case BroadcastKind.APPEAL:
                await snapshot.write_slice(tx, db, broadcast, now)
            case BroadcastKind.CORRECTION:
                await corrections.write_slice(tx, broadcast, now)
            case BroadcastKind.RECALL:
                await recalls.write_slice(tx, broadcast, now)
            case BroadcastKind.REMINDER:
                await reminders.write_slice(tx, db, broadcast, now)
            case BroadcastKind.ASKING_AGAIN:
                await asking_again.write_slice(tx, broadcast, now)
            case BroadcastKind.NEWS:
                await news.write_slice(tx, db, broadcast, now)
            case BroadcastKind.DIGEST:
                raise AssertionError(broadcast)
