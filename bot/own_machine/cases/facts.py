"""What may be said of an opened tip elsewhere: whether it is confirmed, and as far as it is known when it happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.dates import day_text, fact_date_text
from storage.tips.words import ContentGrade, Label, Precision, TipState

if TYPE_CHECKING:
    from bot.own_machine.opening import OpenedTip
    from handlers.texts import Texts
    from storage.sealing import TipContent

_TO_THE_DAY = {Precision.EXACT, Precision.ESTIMATE}


def is_confirmed(tip: OpenedTip) -> bool:
    """Tell whether two people found it confirmed; a tip stays so when it is closed."""
    rating = tip.rating
    if rating is None or tip.state not in {TipState.CONFIRMED, TipState.CLOSED}:
        return False
    return rating.content is ContentGrade.CONFIRMED and rating.agreed_by not in {"", rating.rated_by}


def is_set_aside(tip: OpenedTip) -> bool:
    """Tell whether its labels say that another tip tells the same, or that it is no tip."""
    return not {Label.DUPLICATE, Label.NOT_A_TIP}.isdisjoint(tip.labels)


def known_date(content: TipContent) -> str:
    """Return the date no finer than it is known: `2026-10-21`, `2026-10`, `2026`, or nothing."""
    first, last = content.from_day, content.to_day
    if first is None or last is None or first.year != last.year:
        return ""
    if first.month != last.month or content.precision is Precision.UNKNOWN_MONTH_AND_DAY:
        return f"{first:%Y}"
    if first != last or content.precision not in _TO_THE_DAY:
        return f"{first:%Y-%m}"
    return first.isoformat()


def date_text(content: TipContent, texts: Texts, language: str) -> str:
    """Return the date in words: the day, the month or the year, or between which days; nothing if nothing is known."""
    first, last = content.from_day, content.to_day
    known = known_date(content)
    if first == last or (known and _is_whole(content)):
        return fact_date_text(known, language) if known else ""
    days = {name: day_text(day, language) for name, day in (("first", first), ("last", last)) if day}
    if len(days) > 1:
        return texts.plain("tip-exports-between", language, **days)
    return texts.plain("tip-exports-until" if last else "tip-exports-since", language, **days)


def _is_whole(content: TipContent) -> bool:
    """Tell whether a month or a year is meant, and not some of its days."""
    first = content.from_day
    return content.precision is Precision.UNKNOWN_MONTH_AND_DAY or (
        first is not None and first.day == 1 and known_date(content) == f"{first:%Y-%m}"
    )
