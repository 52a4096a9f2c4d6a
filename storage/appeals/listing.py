"""Lists of appeals as readers look through them: open or over, of one kind, in an order of their choice."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from storage.appeals.records import OVER, AppealState, StoredAppeal, appeals_in
from storage.letters.broadcasts.planning import RANK

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date, datetime

    from storage.appeals.vocabulary import Kind
    from storage.database import Database

ACTIVE_DAYS = 7  # over which signatures make a petition an active one


class Order(StrEnum):
    """What stands in front."""

    DEADLINE = "deadline"
    URGENCY = "urgency"
    ACTIVITY = "activity"


async def open_appeals(
    db: Database, now: datetime, today: date, order: Order = Order.DEADLINE
) -> tuple[StoredAppeal, ...]:
    """Return the appeals that are open at *now*: what closes first in front, what is most urgent, or most active.

    Activity is the number of signatures since six days before *today*; within each order, what closes first leads.
    """
    found = [one for one in await appeals_in(db, {AppealState.PUBLISHED}) if one.open_at(now)]
    recent = await _recent(db, today) if order is Order.ACTIVITY else {}
    return tuple(sorted(found, key=_keys(recent)[order]))  # stable: they come in order of their deadlines


async def earlier_appeals(db: Database) -> tuple[StoredAppeal, ...]:
    """Return the appeals that are over and may be read, the one that closed last in front."""
    return (await appeals_in(db, OVER))[::-1]


def of_kind(appeals: tuple[StoredAppeal, ...], kind: Kind | None) -> tuple[StoredAppeal, ...]:
    """Return those of one kind; all of them for None."""
    return tuple(one for one in appeals if kind is None or one.appeal.kind is kind)


def _keys(recent: Mapping[str, int]) -> dict[Order, Callable[[StoredAppeal], int]]:
    return {
        Order.DEADLINE: lambda one: int(one.appeal.deadline.timestamp()),
        Order.URGENCY: lambda one: RANK[one.appeal.urgency],
        Order.ACTIVITY: lambda one: -recent.get(one.appeal.code, 0),
    }


async def _recent(db: Database, today: date) -> dict[str, int]:
    rows = await db.all(
        """
        SELECT appeal, SUM(valid) AS n FROM tally WHERE dimension = 'day' AND value > :before AND value <> ''
        GROUP BY appeal
        """,
        {"before": today.fromordinal(today.toordinal() - ACTIVE_DAYS).isoformat()},
    )
    return {row["appeal"]: row["n"] for row in rows}
