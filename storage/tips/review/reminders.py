"""Tips that nobody has claimed, of which reviewers are reminded on a later day.

Nothing finer than the day of arrival is kept, so the reminder comes once that day is over, not 24 hours to the minute.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from storage.database import Database


@dataclass(frozen=True)
class Unclaimed:
    """A tip that waits for somebody."""

    tag: str
    urgency: str


async def unclaimed_tips(db: Database, today: date, now: datetime) -> tuple[Unclaimed, ...]:
    """Return the tips of earlier days that nobody works on or has rated, and of which nobody was reminded.

    There are none while the day has had its reminder; see `mark_reminded`.
    """
    async with db.reading() as tx:
        rows = await tx.all(
            """
            SELECT tag, urgency FROM tip
            WHERE day < :today AND expires_on > :today AND reminded_on IS NULL
                AND (state = 'new' OR state = 'claimed' AND (claimed_until IS NULL OR claimed_until <= :now))
                AND NOT EXISTS (SELECT 1 FROM tip AS told WHERE told.reminded_on = :today)
            ORDER BY day, tag
            """,
            {"today": today.isoformat(), "now": int(now.timestamp())},
        )
    return tuple(Unclaimed(row["tag"], row["urgency"]) for row in rows)


async def mark_reminded(db: Database, tips: Sequence[Unclaimed], today: date) -> None:
    """Remember that reviewers were reminded of *tips* today, which is once for each."""
    async with db.transaction() as tx:
        await tx.execute_many(
            "UPDATE tip SET reminded_on = :today WHERE tag = :tag",
            [{"today": today.isoformat(), "tag": tip.tag} for tip in tips],
        )
