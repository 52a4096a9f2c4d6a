"""How many letters wait for the sender now, and how long: counted in the queue's index, without reading a letter."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from storage.database import Database


@dataclass(frozen=True)
class Waiting:
    """What the sender has before it.

    Attributes:
        by_rank: How many letters of running broadcasts are due, by the broadcast's rank; a missing rank counts none.
        in_flight: How many are with Telegram, whatever became of their broadcast meanwhile.
        oldest_seconds: How long the oldest of those that are due has been due; 0 if there is none.
    """

    by_rank: dict[int, int]
    in_flight: int
    oldest_seconds: int


async def waiting_letters(db: Database, now: datetime) -> Waiting:
    """Count the letters that are due at *now* and those in flight."""
    time = int(now.timestamp())
    async with db.reading() as tx:
        running = await tx.all(
            """
            SELECT broadcast.rank, COUNT(*) AS letters, MIN(letter.due_at) AS since
            FROM broadcast JOIN letter ON letter.broadcast = broadcast.id
            WHERE broadcast.state = 'running' AND letter.state = 'pending' AND letter.due_at <= :now
            GROUP BY broadcast.id
            """,
            {"now": time},
        )
        in_flight = await tx.only(
            """
            SELECT COALESCE(SUM((SELECT COUNT(*) FROM letter
                WHERE letter.broadcast = broadcast.id AND letter.state = 'sending')), 0) AS letters
            FROM broadcast WHERE broadcast.state <> 'done'
            """
        )
    by_rank: Counter[int] = Counter()
    for row in running:
        by_rank[row["rank"]] += row["letters"]
    oldest = min((row["since"] for row in running), default=time)
    return Waiting(by_rank, in_flight["letters"], time - oldest)
