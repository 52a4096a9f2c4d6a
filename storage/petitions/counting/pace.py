"""How fast signatures come, and where that leads: by the deadline, and to the goal.

What came on sheets that were only counted has no day: it is in the total, and in no pace.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from math import ceil
from typing import TYPE_CHECKING

from storage.petitions.counting.tally import Dimension, count_by

if TYPE_CHECKING:
    from collections.abc import Mapping

    from storage.database import Database

WINDOW_DAYS = 7  # over which the pace is measured, today included
FAR_DAYS = 3_650  # beyond that a day would tell nobody anything

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Days:
    """Signatures that count, by the day on which they were given.

    Attributes:
        by_day: From the first day with any to the last one, those without between them as well.
        undated: Signatures whose day is not known.
    """

    by_day: Mapping[date, int]
    undated: int


@dataclass(frozen=True)
class Pace:
    """What came of late: *recent* signatures from the day *since* on.

    Attributes:
        days: How long that is: a day at least, a week at most.
    """

    recent: int
    since: date
    days: float

    @property
    def per_day(self) -> float:
        """Signatures a day."""
        return self.recent / self.days


@dataclass(frozen=True)
class Forecast:
    """Where the pace leads.

    Attributes:
        at_deadline: Signatures by then.
        goal_on: The day on which the goal is reached, be it after the deadline; None: never, or reached already.
        needed: Signatures that each day until the deadline would have to bring; 0 once the goal is reached.
    """

    at_deadline: int
    goal_on: date | None
    needed: int


async def count_days(db: Database, code: str) -> Days:
    """Return the live counts by day."""
    counts = await count_by(db, code, Dimension.DAY)
    undated = counts.pop("", 0)
    known = {date.fromisoformat(day): valid for day, valid in counts.items()}
    if not known:
        return Days({}, undated)
    first, last = min(known), max(known)
    span = (first + DAY * place for place in range((last - first).days + 1))
    return Days({day: known.get(day, 0) for day in span}, undated)


def pace_of(days: Days, now: datetime) -> Pace:
    """Return the pace at *now*, whose zone is the one of the days.

    It goes by the time since the first midnight of the week, or of the petition where that is younger; less than a day
    counts as one, so that the first hour promises nothing that the day will not keep.
    """
    today = now.date()
    since = today - DAY * (WINDOW_DAYS - 1)
    since = max(since, min(days.by_day, default=since))
    recent = sum(count for day, count in days.by_day.items() if since <= day <= today)
    elapsed = now - datetime.combine(since, time(), now.tzinfo)
    return Pace(recent, since, max(1.0, elapsed / DAY))


def forecast(total: int, goal: int, pace: Pace, now: datetime, deadline: datetime) -> Forecast | None:
    """Return where the pace leads from *total*; None once the deadline has passed. Days are in the zone of *now*."""
    if now >= deadline:
        return None
    left = (deadline - now) / DAY
    missing = max(0, goal - total)
    away = missing / pace.per_day if pace.recent else FAR_DAYS + 1
    return Forecast(
        at_deadline=total + int(pace.per_day * left),
        goal_on=(now + DAY * away).date() if missing and away <= FAR_DAYS else None,
        needed=ceil(missing / max(1.0, left)),
    )
