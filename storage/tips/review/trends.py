"""Several tips of one category within days: worth a notice of its own, once (features N7)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from storage.database import Database

TREND_FROM = 3  # tips
TREND_WITHIN = timedelta(days=7)


async def note_trend(db: Database, category: str, today: date) -> int | None:
    """Return how many tips of the category came within `TREND_WITHIN`, where that is a trend; else None.

    It is noted as told: for as long again it is none.
    """
    since = (today - TREND_WITHIN).isoformat()
    async with db.transaction() as tx:
        row = await tx.only(
            """
            SELECT COUNT(*) AS n, (SELECT told_on FROM trend WHERE category = :category) AS told_on
            FROM tip WHERE category = :category AND day > :since
            """,
            {"category": category, "since": since},
        )
        if row["n"] < TREND_FROM or (row["told_on"] is not None and row["told_on"] > since):
            return None
        await tx.execute(
            """
            INSERT INTO trend (category, told_on) VALUES (:category, :today)
            ON CONFLICT (category) DO UPDATE SET told_on = excluded.told_on
            """,
            {"category": category, "today": today.isoformat()},
        )
    return int(row["n"])
