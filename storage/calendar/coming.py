"""The calendar as it is read: what a moment is, when it is, and which ones are to come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from storage.calendar.kinds import Described, MomentKind
from storage.errors import NoSuchMoment

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from storage.database import Database
    from storage.transactions import Row, Transaction

_SELECT = "SELECT * FROM moment WHERE cancelled_at IS NULL"


@dataclass(frozen=True)
class When:
    """When a moment is.

    Attributes:
        at: Its beginning, in its own zone; where the hour is not known, the beginning of its day.
    """

    at: datetime
    hour_known: bool

    @classmethod
    def of(cls, day: date, hour: time | None, zone: ZoneInfo) -> When:
        """Return when that is by the clocks of *zone*."""
        return cls(datetime.combine(day, hour or time(), zone), hour is not None)

    @property
    def zone(self) -> ZoneInfo:
        """Its own zone."""
        assert isinstance(self.at.tzinfo, ZoneInfo)
        return self.at.tzinfo

    @property
    def over_at(self) -> datetime:
        """The end of its day: nobody knows how long it takes."""
        return datetime.combine(self.at.date() + timedelta(days=1), time(), self.zone)


@dataclass(frozen=True)
class Moment:
    """A moment as kept.

    Attributes:
        name: By language, as is the place.
        public: Whether supporters may read of it.
        appeal: Code of the appeal that it is about.
        anchor: Whether it is the anchor event of the appeal's sheet, which alone moves and cancels it.
        coming: How many people said that they come.
    """

    id: int
    kind: MomentKind
    name: Mapping[str, str]
    place: Mapping[str, str] | None
    when: When
    public: bool
    appeal: str | None
    anchor: bool
    coming: int


async def find_moment(db: Database, moment: int, now: datetime) -> Moment:
    """Return a moment that was neither cancelled nor is over.

    Raises:
        NoSuchMoment: If there is none.
    """
    async with db.reading() as tx:
        return await moment_in(tx, moment, now)


async def moment_in(tx: Transaction, moment: int, now: datetime) -> Moment:
    """Return the same within a transaction.

    Raises:
        NoSuchMoment: If there is none.
    """
    found = _to_come(await tx.all(f"{_SELECT} AND id = :id", {"id": moment}), now)
    if not found:
        raise NoSuchMoment
    return found[0]


async def moments_to_come(db: Database, now: datetime) -> tuple[Moment, ...]:
    """Return the moments that are not over, the next one first, those of coordinators alone among them."""
    return _to_come(await db.all(f"{_SELECT} ORDER BY at, id"), now)


def moment_of(row: Row) -> Moment:
    """Return the moment that stands in a row."""
    described = Described.model_validate_json(row["document"])
    return Moment(
        id=row["id"],
        kind=MomentKind(row["kind"]),
        name=described.name,
        place=described.place,
        when=When(datetime.fromtimestamp(row["at"], UTC).astimezone(ZoneInfo(row["zone"])), bool(row["hour_known"])),
        public=bool(row["public"]),
        appeal=row["appeal"],
        anchor=bool(row["anchor"]),
        coming=row["coming"],
    )


def _to_come(rows: Iterable[Row], now: datetime) -> tuple[Moment, ...]:
    return tuple(moment for moment in map(moment_of, rows) if now < moment.when.over_at)
