"""Dates as people write them in their language, no more precise than they are known."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from babel.dates import format_date, format_skeleton, get_timezone_name

if TYPE_CHECKING:
    from datetime import datetime

# Our English is the international one: day before month, like the organisations we write to.
_LOCALES = {"en": "en_GB"}


def day_text(day: date, language: str) -> str:
    """Return a day, such as `8 December 2026`."""
    return format_date(day, "long", locale=_locale(language))


def short_day_text(day: date, language: str) -> str:
    """Return a day without its year, such as `8 Dec`, for a button beside others."""
    return format_skeleton("MMMd", day, locale=_locale(language))


def fact_date_text(partial: str, language: str) -> str:
    """Return the date of a fact in its own precision: `2013-06` is June 2013, never 1 June."""
    numbers = [int(number) for number in partial.split("-")]
    if len(numbers) == len(("year", "month", "day")):
        return day_text(date(*numbers), language)
    year, month = (*numbers, 1)[:2]
    skeleton = "y" if len(numbers) == 1 else "yMMMM"
    return format_skeleton(skeleton, date(year, month, 1), locale=_locale(language))


def zone_text(moment: datetime, language: str) -> str:
    """Return what the zone of *moment* is called then, such as `Korean Standard Time`."""
    return get_timezone_name(moment, locale=_locale(language))


def days_left(deadline: datetime, now: datetime) -> int | None:
    """Return how many midnights of the deadline's own zone lie before it; `None` once it has passed."""
    if now >= deadline:
        return None
    return (deadline.date() - now.astimezone(deadline.tzinfo).date()).days


def _locale(language: str) -> str:
    return _LOCALES.get(language, language)
