"""The days and hours of a sheet, read in the sheet's own zone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter, ValidationError

from storage.appeals.sheets.faults import Problem
from storage.appeals.sheets.trees import each, key
from storage.appeals.values import Zone, first_day

if TYPE_CHECKING:
    from collections.abc import Mapping

    from storage.appeals.sheets.faults import Findings

YEARS = range(2000, 2200)  # of deadlines and events; others are slips of the pen

_DATED = (("figures", "*", "as_of"), ("facts", "*", "when"), ("sources", "*", "date"), ("photo", "date"))
_IN_DAYS = re.compile(r"in ([0-9]{1,4}) days?", re.IGNORECASE)
_DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[ T]+([0-9]{1,2}:[0-9]{2}))?")
_LAST_MINUTE = time(23, 59)
_ZONE: TypeAdapter[str] = TypeAdapter(Zone)


@dataclass(frozen=True)
class _Day:
    """A day as written, with an hour or without."""

    day: date
    hour: time | None

    def ends(self, zone: ZoneInfo) -> datetime:
        return datetime.combine(self.day, self.hour or _LAST_MINUTE, zone)


def give_days(head: Mapping[str, object], findings: Findings, now: datetime) -> None:
    """Turn what is written as a day into one; what happened lies behind us, and the deadline ahead."""
    zone = _zone(head)
    here = now.astimezone(zone)
    _give_deadline(head, findings, here, zone)
    _give_event(head, findings, here)
    _give_end_of_endorsing(head, findings, here, zone)
    for steps in _DATED:
        for holder, path in each(head, steps):
            if _lies_ahead(holder[key(path)], here.date()):
                findings.add(path, Problem.FUTURE)


def _zone(head: Mapping[str, object]) -> ZoneInfo:
    """Return the sheet's zone; UTC where the model is going to refuse it."""
    try:
        return ZoneInfo(_ZONE.validate_python(head.get("timezone")))
    except ValidationError:
        return ZoneInfo("UTC")


def _give_deadline(head: Mapping[str, object], findings: Findings, now: datetime, zone: ZoneInfo) -> None:
    for holder, path in each(head, ("deadline",)):
        written = _day(holder["deadline"], now)
        deadline = written.ends(zone) if written else None
        if deadline is None:
            findings.add(path, Problem.DEADLINE_FORM)
        elif deadline <= now:
            findings.add(path, Problem.PAST)
        holder["deadline"] = deadline


def _give_event(head: Mapping[str, object], findings: Findings, now: datetime) -> None:
    for holder, path in each(head, ("anchor_event", "date")):
        written = _day(holder["date"], now)
        if written is None:
            findings.add(path, Problem.DEADLINE_FORM)
        holder.update(date=written and written.day, hour=written and written.hour)


def _give_end_of_endorsing(head: Mapping[str, object], findings: Findings, now: datetime, zone: ZoneInfo) -> None:
    deadline = head.get("deadline")
    for holder, path in each(head, ("endorsers", "until")):
        written = _day(holder["until"], now)
        if written is None:
            findings.add(path, Problem.DEADLINE_FORM)
        until = written.ends(zone) if written else None
        if written and isinstance(deadline, datetime) and written.hour is None and written.day == deadline.date():
            until = deadline  # of its last day, nobody means more than the deadline leaves
        holder["until"] = until


def _day(written: object, now: datetime) -> _Day | None:
    """Read `2026-12-01 18:00`, `2026-12-01` or `in 3 days`."""
    text = written if isinstance(written, str) else ""
    if days := _IN_DAYS.fullmatch(text):
        return _Day(now.date() + timedelta(days=int(days.group(1))), None)
    found = _DAY.fullmatch(text)
    if found is None:
        return None
    try:
        day = date.fromisoformat(found.group(1))
        hour = time.fromisoformat(found.group(2).zfill(5)) if found.group(2) else None
    except ValueError:
        return None
    return _Day(day, hour) if day.year in YEARS else None


def _lies_ahead(written: object, today: date) -> bool:
    try:
        return isinstance(written, str) and first_day(written) > today
    except ValueError:
        return False  # the model names it
