"""When it happened, in the witness's own words: which days those can mean, and how exactly they are known.

today, yesterday, not known ──────────────────────────────────────────────► the day, or nothing
last seven days, last month ──► how exactly? ──[the day exactly]──► which day
earlier ──────────────────────► how exactly? ──[all but unknown]──► which month ──[the day exactly]──► which day

No precision is sealed that is finer than the days that were named.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from storage.tips.words import Precision, When

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

UNSAID = "unsaid"
"""In place of a month or a day that the witness passes over."""
MONTHS = 12  # that are offered, the newest first
_DAY, _WEEK, _MONTH = timedelta(days=1), timedelta(days=6), timedelta(days=30)  # before today

PRECISIONS: dict[When, tuple[Precision, ...]] = {
    When.THIS_WEEK: (Precision.EXACT, Precision.ESTIMATE, Precision.UNKNOWN_MONTH_AND_DAY),
    When.THIS_MONTH: tuple(Precision),
    When.EARLIER: tuple(Precision),
}
"""How exactly it can be known; of the others there is nothing to ask."""


@dataclass(frozen=True)
class Span:
    """The days on which it can have happened; None: nobody knows."""

    first: date | None
    last: date | None
    precision: Precision


def precisions_offered(answers: Mapping[str, str], _today: date) -> Sequence[str]:
    """Return how exactly the witness may know when it was."""
    return PRECISIONS.get(_when(answers), ())


def months_offered(answers: Mapping[str, str], today: date) -> Sequence[str]:
    """Return the months (`2026-10`) that may be meant, where it was before the last month and is not unknown."""
    if _when(answers) is not When.EARLIER or _exactly(answers) is Precision.UNKNOWN_MONTH_AND_DAY:
        return ()
    newest = today - _MONTH
    counted = newest.year * 12 + newest.month - 1
    return [f"{month // 12}-{month % 12 + 1:02}" for month in range(counted, counted - MONTHS, -1)]


def days_offered(answers: Mapping[str, str], today: date) -> Sequence[str]:
    """Return the days (`2026-10-09`) that may be meant, the newest first, where the witness knows the day exactly."""
    if _exactly(answers) is not Precision.EXACT:
        return ()
    match _when(answers):
        case When.THIS_WEEK:
            return _counted(today - 2 * _DAY, today - _WEEK)  # the two newest days have words of their own
        case When.THIS_MONTH:
            return _counted(today - _WEEK - _DAY, today - _MONTH)
        case When.EARLIER if _given(answers, "month"):
            first, last = _month(answers["month"], today)
            return _counted(last, first)[::-1]
    return ()


def span(answers: Mapping[str, str], today: date) -> Span:
    """Return what the answers say; *today* is the day on which they were given."""
    when, rough = _when(answers), Precision.UNKNOWN_DAY
    if day := _given(answers, "day"):
        return Span(date.fromisoformat(day), date.fromisoformat(day), Precision.EXACT)
    if month := _given(answers, "month"):
        return Span(*_month(month, today), _about(answers) or rough)
    match when:
        case When.TODAY:
            return Span(today, today, Precision.EXACT)
        case When.YESTERDAY:
            return Span(today - _DAY, today - _DAY, Precision.EXACT)
        case When.THIS_WEEK:
            return Span(today - _WEEK, today, _about(answers) or rough)
        case When.THIS_MONTH:
            return Span(today - _MONTH, today, _about(answers) or rough)
        case When.EARLIER:
            return Span(None, today - _MONTH, _about(answers) or Precision.UNKNOWN_MONTH_AND_DAY)
    return Span(None, None, Precision.UNKNOWN_MONTH_AND_DAY)


def _when(answers: Mapping[str, str]) -> When:
    return When(answers.get("when", When.UNKNOWN))


def _exactly(answers: Mapping[str, str]) -> Precision:
    return Precision(answers.get("exactly", Precision.UNKNOWN_MONTH_AND_DAY))


def _about(answers: Mapping[str, str]) -> Precision | None:
    return Precision.ESTIMATE if _exactly(answers) is Precision.ESTIMATE else None


def _given(answers: Mapping[str, str], name: str) -> str | None:
    answer = answers.get(name, UNSAID)
    return None if answer == UNSAID else answer


def _month(month: str, today: date) -> tuple[date, date]:
    """Return the first and the last day of the month, as far as it lies before the last thirty days."""
    first = date.fromisoformat(f"{month}-01")
    last = first.replace(day=monthrange(first.year, first.month)[1])
    return first, min(last, today - _MONTH)


def _counted(newest: date, oldest: date) -> list[str]:
    return [(newest - day * _DAY).isoformat() for day in range((newest - oldest).days + 1)]
