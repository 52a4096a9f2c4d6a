"""Quiet hours: when a subscriber's telephone is left alone, on the clock of where they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from storage.people.digests import person_digest

if TYPE_CHECKING:
    from storage.database import Database
    from storage.transactions import Row


@dataclass(frozen=True)
class QuietHours:
    """From the full hour *start* to the full hour *end*, over midnight where *end* is the smaller one.

    Attributes:
        start: First quiet hour, 0 to 23.
        end: First hour that is not quiet any more; never the same as *start*.
        zone: IANA name of the person's time zone.
        wake: Whether critical appeals may come all the same.
    """

    start: int
    end: int
    zone: str
    wake: bool


def quiet_until(quiet: QuietHours, now: datetime, *, critical: bool) -> datetime | None:
    """Return when the quiet hours that lie over *now* end, in UTC; None if a letter may be sent now."""
    if critical and quiet.wake:
        return None
    zone, until = ZoneInfo(quiet.zone), None
    local = now.astimezone(zone)
    while _is_quiet(quiet, local.hour):  # once more where the only loud hour is left out as the clocks go forward
        ending = local.replace(hour=quiet.end, minute=0, second=0, microsecond=0)
        if local.hour >= quiet.end:
            ending += timedelta(days=1)
        until = ending.astimezone(UTC)
        local = until.astimezone(zone)
    return until


def quiet_hours_in(row: Row) -> QuietHours | None:
    """Return the quiet hours that a row with the columns of `subscriber` holds."""
    if row["quiet_from"] is None:
        return None
    return QuietHours(row["quiet_from"], row["quiet_to"], row["zone"], bool(row["wake"]))


async def set_quiet_hours(db: Database, person: int, quiet: QuietHours | None) -> None:
    """Change the subscriber's quiet hours; None takes them away, and with them what is kept of the place."""
    async with db.transaction() as tx:
        await tx.execute(
            """
            UPDATE subscriber SET quiet_from = :start, quiet_to = :end, zone = :zone, wake = :wake
            WHERE person = :person
            """,
            {
                "person": person_digest(db, person),
                "start": quiet.start if quiet else None,
                "end": quiet.end if quiet else None,
                "zone": quiet.zone if quiet else None,
                "wake": int(quiet.wake) if quiet else None,
            },
        )


def _is_quiet(quiet: QuietHours, hour: int) -> bool:
    if quiet.start <= quiet.end:
        return quiet.start <= hour < quiet.end
    return hour >= quiet.start or hour < quiet.end
