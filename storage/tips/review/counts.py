"""How many tips wait for somebody: numbers, and nothing of any one tip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.tips.words import Urgency

if TYPE_CHECKING:
    from datetime import date, datetime

    from storage.database import Database


async def unclaimed_by_urgency(db: Database, today: date, now: datetime) -> dict[Urgency, int]:
    """Return how many tips of each urgency nobody works on or has rated; an urgency without any counts none."""
    rows = await db.all(
        """
        SELECT urgency, COUNT(*) AS n FROM tip
        WHERE expires_on > :today
            AND (state = 'new' OR state = 'claimed' AND (claimed_until IS NULL OR claimed_until <= :now))
        GROUP BY urgency
        """,
        {"today": today.isoformat(), "now": int(now.timestamp())},
    )
    counted = {row["urgency"]: row["n"] for row in rows}
    return {urgency: counted.get(urgency, 0) for urgency in Urgency}
