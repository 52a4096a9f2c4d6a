"""The guard on a tip's free text: finds what could lead to a person, before anything is kept.

It errs on the side of stopping: a false alarm costs a rewrite, a number that slips through can cost a life. It reads
numbers, links, addresses, and names where their form shows them (see `names`); others it cannot tell from other words,
so the screen must ask.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from phonenumbers import Leniency, PhoneNumberMatcher

from handlers.guard.names import RULERS
from handlers.guard.patterns import AFTER_DATES, BEFORE_DATES, HARMLESS, NUMBER, Kind
from handlers.guard.writing import plain

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

PHONE_DIGITS_MIN = 7  # fewer are counts, years or short emergency numbers
_REGIONS = ("KR", "CN", "TH", "JP", "LA", "VN", "MN", "RU", "US")
_BLANK = "¦"  # stands for what is dealt with: no digit, no letter, nothing that joins digits


class Place(StrEnum):
    """In which third of a text something stands; the words are the ends of the texts that name it."""

    BEGINNING = "beginning"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, repr=False)
class Finding:
    """Something personal in a text."""

    kind: Kind
    quoted: str
    """The words that gave it away, with full-width and other digits written as plain ones; never shown as a whole."""
    place: Place


def find_personal_data(text: str) -> tuple[Finding, ...]:
    """Return what in the text could lead to a person, in the order of the text; empty if nothing was seen."""
    seen = plain(text)
    found = sorted(_spans(seen))
    return tuple(Finding(kind, quoted.strip(), _place(start, seen)) for start, kind, quoted in found)


def _place(start: int, seen: str) -> Place:
    return tuple(Place)[len(Place) * start // len(seen)]


def _spans(seen: str) -> Iterator[tuple[int, Kind, str]]:
    """Yield start, kind and words; what one step has taken, the next ones no longer see."""
    seen = RULERS.sub(_blanked, seen)
    for kind, pattern in BEFORE_DATES:
        yield from _matches(kind, pattern, seen)
        seen = pattern.sub(_blanked, seen)
    seen = HARMLESS.sub(_blanked, seen)
    for kind, pattern in AFTER_DATES:
        yield from _matches(kind, pattern, seen)
        seen = pattern.sub(_blanked, seen)
    for region in _REGIONS:
        for start, quoted in _phone_numbers(seen, region):
            yield start, Kind.PHONE, quoted
            seen = seen[:start] + _BLANK * len(quoted) + seen[start + len(quoted) :]
    yield from _matches(Kind.PHONE, NUMBER, seen)


def _matches(kind: Kind, pattern: re.Pattern[str], seen: str) -> Iterable[tuple[int, Kind, str]]:
    return ((match.start(), kind, match[0]) for match in pattern.finditer(seen))


def _phone_numbers(seen: str, region: str) -> list[tuple[int, str]]:
    matches = PhoneNumberMatcher(seen, region, leniency=Leniency.POSSIBLE)
    return [
        (match.start, match.raw_string)
        for match in matches
        if sum(map(str.isdecimal, match.raw_string)) >= PHONE_DIGITS_MIN
    ]


def _blanked(match: re.Match[str]) -> str:
    return _BLANK * len(match[0])
