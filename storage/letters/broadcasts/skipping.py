"""Skipping what need not be sent any more, a slice at a time, so that nobody waits for the database."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from storage.database import Database
    from storage.transactions import Transaction

SKIPPED_TOGETHER = 5_000  # letters in one transaction


async def skip_needless(db: Database, now: datetime) -> int:
    """Skip some of the letters that wait though their broadcast was cancelled or their appeal closed; return how many.

    What is about to be sent before its slice comes is skipped as it is leased. News goes out after the close too.
    """
    async with db.transaction() as tx:
        return await skip_slice(tx, now)


async def skip_slice(tx: Transaction, now: datetime) -> int:
    """Skip as many needless letters as may be in one transaction under way; return how many."""
    return await tx.execute(
        """
        UPDATE letter SET state = 'skipped', settled_at = :now, reason = (
            SELECT CASE WHEN broadcast.state <> 'cancelled' THEN 'closed'
                WHEN broadcast.reason = 'coordinator' THEN 'cancelled' ELSE broadcast.reason END
            FROM broadcast WHERE broadcast.id = letter.broadcast)
        WHERE id IN (SELECT letter.id
            FROM broadcast LEFT JOIN appeal_version ON appeal_version.id = broadcast.version
                LEFT JOIN appeal ON appeal.code = appeal_version.appeal
                CROSS JOIN letter  -- in this order: broadcasts are few
            WHERE (broadcast.state = 'cancelled' OR (broadcast.state IN ('running', 'paused', 'failed')
                    AND broadcast.kind NOT IN ('recall', 'news') AND appeal.state <> 'published'))
                AND letter.broadcast = broadcast.id AND letter.state = 'pending'
            LIMIT :slice)
        """,
        {"now": int(now.timestamp()), "slice": SKIPPED_TOGETHER},
    )
