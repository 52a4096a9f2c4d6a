"""Reminders of moments: a week, a day and, where the hour is known, three hours before; each once for a time.

What lies in the past when a moment is added or moved counts as done, and so do the earlier ones where several were
slept over: the nearest one says all that they would have said.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from storage.calendar.coming import moment_of

if TYPE_CHECKING:
    from datetime import datetime

    from storage.calendar.coming import Moment
    from storage.database import Database
    from storage.transactions import Transaction

HOURS = (3, 24, 168)  # before a moment
NEEDS_HOUR = frozenset({3})


@dataclass(frozen=True)
class Reminder:
    """A reminder that is due, so many hours before the moment."""

    moment: Moment
    hours: int


async def due_reminders(db: Database, now: datetime) -> tuple[Reminder, ...]:
    """Return what coordinators are to be reminded of now, at most one reminder for each moment, the nearest first."""
    rows = await db.all(
        """
        SELECT moment.*, (SELECT MIN(hours) FROM moment_reminder AS done
            WHERE done.moment = moment.id AND done.at = moment.at) AS done
        FROM moment WHERE cancelled_at IS NULL AND at > :now AND at <= :horizon ORDER BY at, id
        """,
        {"now": int(now.timestamp()), "horizon": int((now + timedelta(hours=max(HOURS))).timestamp())},
    )
    due = []
    for row in rows:
        hours = _nearest(row["at"], now, hour_known=bool(row["hour_known"]))
        if hours is not None and (row["done"] is None or hours < row["done"]):
            due.append(Reminder(moment_of(row), hours))
    return tuple(due)


async def mark_reminded(db: Database, reminder: Reminder) -> None:
    """Remember that coordinators were reminded, and that no earlier reminder of that time is left to be sent."""
    async with db.transaction() as tx:
        await _mark(tx, reminder.moment.id, int(reminder.moment.when.at.timestamp()), reminder.hours)


async def leave_out_past(tx: Transaction, moment: int, at: int, now: datetime) -> None:
    """Let no reminder be sent whose time is past already, of a moment that was just put at *at*, in Unix seconds."""
    nearest = _nearest(at, now, hour_known=True)
    if nearest is not None:
        await _mark(tx, moment, at, nearest)


def _nearest(at: int, now: datetime, *, hour_known: bool) -> int | None:
    """Return the last reminder whose time has come; None while it is too early for any."""
    left = timedelta(seconds=at - now.timestamp())
    return next(
        (hours for hours in HOURS if (hour_known or hours not in NEEDS_HOUR) and left <= timedelta(hours=hours)), None
    )


async def _mark(tx: Transaction, moment: int, at: int, hours: int) -> None:
    await tx.execute(
        """
        INSERT INTO moment_reminder (moment, hours, at) VALUES (:moment, :hours, :at)
        ON CONFLICT (moment, hours, at) DO NOTHING
        """,
        {"moment": moment, "hours": hours, "at": at},
    )
