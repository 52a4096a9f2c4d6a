"""Counts of every petition at once, for lists of them: one statement each, however many there are."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

from storage.petitions.counting.pace import WINDOW_DAYS
from storage.petitions.counting.tally import Dimension

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from storage.database import Database


async def totals(db: Database) -> Counter[str]:
    """Return how many valid signatures each petition has now, by its code."""
    rows = await db.all(
        "SELECT appeal, SUM(valid) AS n FROM tally WHERE dimension = :dimension GROUP BY appeal",
        {"dimension": Dimension.COUNTRY},
    )
    return Counter({row["appeal"]: row["n"] for row in rows})


async def recent_signatures(db: Database, today: Mapping[str, date]) -> Counter[str]:
    """Return how many signed in the last week, by the code of the petition; *today* has for each its own day."""
    since = {code: day - timedelta(days=WINDOW_DAYS - 1) for code, day in today.items()}
    rows = await db.all(
        """
        SELECT appeal, value AS day, SUM(valid) AS n FROM tally
        WHERE dimension = :dimension AND value >= :since GROUP BY appeal, value
        """,
        {"dimension": Dimension.DAY, "since": min(since.values()).isoformat() if since else "9999"},
    )
    recent = Counter[str]()
    for row in rows:
        code = row["appeal"]
        if code in since and since[code].isoformat() <= row["day"] <= today[code].isoformat():
            recent[code] += row["n"]
    return recent
