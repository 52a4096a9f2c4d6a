"""Since when coordinators are coordinators."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from storage.database import Database


async def days_of_joining(db: Database) -> Mapping[int, date]:
    """Return the day on which each coordinator joined who has a role now, by their row."""
    rows = await db.all("SELECT id, joined_on FROM coordinator WHERE person IS NOT NULL")
    return {row["id"]: date.fromisoformat(row["joined_on"]) for row in rows}
