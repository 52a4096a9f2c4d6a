"""Which broadcasts there are, of every kind: also digests and news, which have no version of an appeal."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from storage.database import Database


async def newest_broadcasts(db: Database, limit: int) -> tuple[int, ...]:
    """Return the newest broadcasts, those not ended first.

    Reminders and digests for which there was nobody are not among them.
    """
    rows = await db.all(
        """
        SELECT id FROM broadcast
        WHERE NOT (kind IN ('reminder', 'digest') AND state = 'done' AND letters = 0)
        ORDER BY CASE WHEN state IN ('running', 'paused', 'failed', 'scheduled') THEN 0 ELSE 1 END, id DESC
        LIMIT :limit
        """,
        {"limit": limit},
    )
    return tuple(row["id"] for row in rows)


async def is_broadcast(db: Database, number: int) -> bool:
    """Say whether there is a broadcast in this row."""
    return await db.one("SELECT 1 FROM broadcast WHERE id = :id", {"id": number}) is not None
