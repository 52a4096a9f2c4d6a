"""What is to be done by the clock, as the facts of this day have it: each cause has a name that never comes back.

An appeal that is over is asked about after a month, three, six and twelve. An addressee who does not answer a delivery
is asked about every month; a promise on the day by which it was made; a review of a state half a year, one, two and two
and a half years later, up to its mid-term report; an office whose entry nobody has checked for long, while an open
appeal addresses it.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from storage.appeals.records import OVER, AppealState, appeals_in
from storage.appeals.values import first_day
from storage.registers.models import FRESH
from storage.registers.records import read_registers
from storage.timeline.entries import standing
from storage.timeline.kinds import ENDS, Kind, Recommendation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from zoneinfo import ZoneInfo

    from storage.appeals.records import StoredAppeal
    from storage.database import Database

FOLLOW_UPS = (30, 90, 180, 365)  # days after the close
FOLLOWED_FOR = 730  # days after the close; what is older is history, also where it was here before tasks were
NO_REPLY_EVERY = 30  # days after a delivery
REVIEWS = (6, 12, 24, 30)  # months after a review of a state
BETWEEN_REVIEWS = 54  # months: four and a half years


class TaskKind(StrEnum):
    """What sort of thing is to be done."""

    FOLLOW_UP = "follow_up"
    NO_REPLY = "no_reply"
    COMMITMENT = "commitment"
    REVIEW = "review"
    OFFICE = "office"


@dataclass(frozen=True)
class Cause:
    """Something that is to be done.

    Attributes:
        about: What the name says of it beside kind and number: an appeal, an addressee of it, an office, a review.
        number: Of days, or of months after a review.
        day: On which it is due.
    """

    kind: TaskKind
    about: tuple[str, ...]
    day: date
    number: int | None = None
    appeal: str | None = None
    entry: int | None = None

    @property
    def name(self) -> str:
        """Return by what it is known, so that it comes up once."""
        return ":".join((self.kind, *self.about, *(() if self.number is None else (str(self.number),))))


async def causes_at(db: Database, now: datetime, zone: ZoneInfo) -> tuple[Cause, ...]:
    """Return what is due by *now*; of what comes again and again, only the last time."""
    today = now.astimezone(zone).date()
    appeals = await appeals_in(db, OVER | {AppealState.PUBLISHED})
    found = (
        *_follow_ups(appeals, zone, today),
        *await _no_replies(db, appeals, today),
        *await _commitments(db, appeals, today),
        *await _reviews(db, today),
        *await _offices(db, appeals, today),
    )
    return tuple(cause for cause in found if cause.day <= today)


def next_review(day: str) -> str:
    """Return the month of the next review of a state after that of *day*: `2024-01` is followed by `2028-07`."""
    return months_after(first_day(day), BETWEEN_REVIEWS).isoformat()[: len("2028-07")]


def months_after(day: date, months: int) -> date:
    """Return the same day of a later month, or its last one where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def at_begin(day: date, zone: ZoneInfo) -> datetime:
    """Return when the day begins in *zone*."""
    return datetime.combine(day, time(), zone)


def _follow_ups(appeals: Sequence[StoredAppeal], zone: ZoneInfo, today: date) -> Iterator[Cause]:
    for stored in appeals:
        if stored.state not in OVER - {AppealState.ARCHIVED} or not stored.appeal.kind.asks:
            continue
        code, closed = stored.appeal.code, stored.appeal.deadline.astimezone(zone).date()
        past = [days for days in FOLLOW_UPS if closed + timedelta(days) <= today]
        if past and today < closed + timedelta(FOLLOWED_FOR):
            yield Cause(TaskKind.FOLLOW_UP, (code,), closed + timedelta(past[-1]), past[-1], code)


async def _no_replies(db: Database, appeals: Sequence[StoredAppeal], today: date) -> list[Cause]:
    alive = _alive(appeals)
    rows = await db.all(
        """
        SELECT id, kind, appeal, addressee, day FROM timeline_entry
        WHERE kind IN ('delivery', 'reply') AND appeal IS NOT NULL AND addressee IS NOT NULL ORDER BY day, id
        """
    )
    deliveries = {(row["appeal"], row["addressee"]): row for row in rows if row["kind"] == Kind.DELIVERY}
    answered = {
        pair
        for row in rows
        if row["kind"] == Kind.REPLY
        and (pair := (row["appeal"], row["addressee"])) in deliveries
        and _may_follow(row["day"], deliveries[pair]["day"])
    }
    causes = []
    for (code, addressee), delivery in deliveries.items():
        delivered = first_day(delivery["day"])
        days = (today - delivered).days // NO_REPLY_EVERY * NO_REPLY_EVERY
        if code in alive and days > 0 and (code, addressee) not in answered:
            about = (code, addressee, str(delivery["id"]))
            causes.append(Cause(TaskKind.NO_REPLY, about, delivered + timedelta(days), days, code, delivery["id"]))
    return causes


def _may_follow(replied: str, delivered: str) -> bool:
    """Say whether the reply may have come after the delivery: one of that month alone may have."""
    return replied >= delivered[: len(replied)]


def _alive(appeals: Sequence[StoredAppeal]) -> set[str]:
    """Return the codes of those that are neither withdrawn nor in the archive."""
    return {stored.appeal.code for stored in appeals if stored.state is not AppealState.ARCHIVED}


async def _commitments(db: Database, appeals: Sequence[StoredAppeal], today: date) -> list[Cause]:
    alive = _alive(appeals) | {None}
    return [
        Cause(
            TaskKind.COMMITMENT, (str(one.thread), one.due_on.isoformat()), one.due_on, None, one.about.appeal, one.id
        )
        for one in await standing(db, Kind.COMMITMENT)
        if one.about.appeal in alive
        and one.stage not in ENDS[Kind.COMMITMENT]
        and one.due_on is not None
        and one.due_on <= today
    ]


async def _reviews(db: Database, today: date) -> list[Cause]:
    """Give one for each review of a state, however many recommendations of it are not implemented yet."""
    days = {row["id"]: row["day"] for row in await db.all("SELECT id, day FROM timeline_entry WHERE thread IS NULL")}
    reviews: dict[tuple[str, str, str], int] = {}
    for one in await standing(db, Kind.RECOMMENDATION):
        assert isinstance(one.content, Recommendation)
        if one.stage not in ENDS[Kind.RECOMMENDATION]:
            reviews.setdefault((one.content.state, str(one.content.cycle), days[one.thread]), one.thread)
    causes = []
    for (state, cycle, day), thread in reviews.items():
        held = first_day(day)
        past = [months for months in REVIEWS if months_after(held, months) <= today]
        if past and today < months_after(held, BETWEEN_REVIEWS):
            due = months_after(held, past[-1])
            causes.append(Cause(TaskKind.REVIEW, (state, cycle, day), due, past[-1], None, thread))
    return causes


async def _offices(db: Database, appeals: Sequence[StoredAppeal], today: date) -> list[Cause]:
    offices = (await read_registers(db)).offices
    named = {
        addressee.entry
        for stored in appeals
        if stored.state is AppealState.PUBLISHED
        for addressee in stored.appeal.addressees
        if addressee.entry is not None
    }
    return [
        Cause(TaskKind.OFFICE, (key, office.checked_on.isoformat()), office.checked_on + FRESH + timedelta(days=1))
        for key, office in offices.items()
        if key in named and office.stale_on(today)
    ]
