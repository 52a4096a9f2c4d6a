"""When a sending can begin: read from a line of text, offered as hours of the day, and said in words."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from handlers.dates import day_text, zone_text
from handlers.texts import Markup

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handlers.context import Context
    from storage.appeals.model import Appeal

HOURS = (9, 12, 18, 20)  # of the day, in the appeal's zone
MOMENT_TEXT_MAX = 40  # characters

_WRITTEN = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})[ T]+([0-9]{1,2}):([0-9]{2})")


class MomentFault(StrEnum):
    """Why a sending cannot begin then; the words are the ends of the texts that say so."""

    UNREADABLE = "unreadable"
    LEFT_OUT = "left-out"
    PAST = "past"
    TOO_LATE = "too-late"


def read_moment(text: str, appeal: Appeal) -> datetime | MomentFault:
    """Read `2026-12-01 18:00` on the clock of the appeal's zone; return it in UTC.

    An hour that comes twice as the clocks go back means the first of the two.
    """
    found = _WRITTEN.fullmatch(text.strip()) if len(text) <= MOMENT_TEXT_MAX else None
    if found is None:
        return MomentFault.UNREADABLE
    try:
        local = datetime(*map(int, found.groups()))  # type: ignore[arg-type]  # noqa: DTZ001  # the zone comes next
        return _moment(local, ZoneInfo(appeal.timezone)) or MomentFault.LEFT_OUT
    except (ValueError, OverflowError):
        return MomentFault.UNREADABLE


def fault_of(moment: datetime, appeal: Appeal, now: datetime) -> MomentFault | None:
    """Say what speaks against beginning then."""
    if moment <= now:
        return MomentFault.PAST
    return MomentFault.TOO_LATE if moment >= appeal.deadline else None


def offered_moments(appeal: Appeal, now: datetime) -> Iterator[datetime]:
    """Give the usual hours of today and tomorrow in the appeal's zone that a sending can begin at, in UTC."""
    zone = ZoneInfo(appeal.timezone)
    today = now.astimezone(zone).date()
    for day in (today, today + timedelta(days=1)):
        for hour in HOURS:
            moment = _moment(datetime.combine(day, time(hour)), zone)
            if moment is not None and fault_of(moment, appeal, now) is None:
                yield moment


def moment_text(context: Context, appeal: Appeal, moment: datetime) -> Markup:
    """Say when that is on the appeal's clock, and on the organisation's where it shows another time."""
    local, home = moment.astimezone(ZoneInfo(appeal.timezone)), moment.astimezone(context.services.policy.timezone)
    text = Markup(context.say("planning-moment", **_spoken(local, context.language)))
    if local.utcoffset() == home.utcoffset():
        return text
    return Markup(context.say("planning-moment-elsewhere", moment=text, **_spoken(home, context.language)))


def _spoken(moment: datetime, language: str) -> dict[str, str]:
    return {
        "day": day_text(moment.date(), language),
        "time": moment.strftime("%H:%M"),
        "zone": zone_text(moment, language),
    }


def _moment(local: datetime, zone: ZoneInfo) -> datetime | None:
    """Return what a clock of the zone shows as *local*, in UTC; None if it never does, as it goes forward then."""
    moment = local.replace(tzinfo=zone).astimezone(UTC)
    return moment if moment.astimezone(zone).replace(tzinfo=None) == local else None
