"""Criteria as coordinators type them: `source=c-7KQ2 country=KR from=2026-11-20`; and said back in words."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from handlers.countries import country_text, find_country
from storage.petitions.invalidations.criteria import Criteria
from storage.petitions.signatures.records import UNKNOWN_COUNTRY, Channel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from handlers.texts import Texts

NAMES = ("state", "source", "country", "channel", "batch", "from", "until")
_SOURCE = re.compile(r"[A-Za-z0-9-]{1,16}")
_BATCH = re.compile(r"[0-9]{1,9}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class BadCriterion(ValueError):
    """A word is no criterion, or comes twice; the message is that word."""


def read_criteria(words: Sequence[str], zone: str) -> Criteria:
    """Return what the words mean; days and times are those of the petition's *zone*.

    Raises:
        BadCriterion: If one of them means nothing.
        NoCriteria: If there is none.
    """
    given: dict[str, str | int | datetime] = {}
    for word in words:
        name, _, value = word.partition("=")
        name = {"from": "since"}.get(name.lower(), name.lower())
        found = _READ[name](value, zone) if name in _READ and name not in given else None
        if found is None:
            raise BadCriterion(word)
        given[name] = found
    return Criteria(**given)  # type: ignore[arg-type]  # each reader gives what its criterion is


def criteria_text(texts: Texts, language: str, criteria: Criteria, zone: str) -> str:
    """Return the criteria in words, each on a line."""

    def moment(at: datetime) -> str:
        return f"{at.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M}"

    said = {
        "state": criteria.state and texts.plain(f"invalidating-state-{criteria.state}", language),
        "source": criteria.source,
        "country": criteria.country and country_text(criteria.country, texts, language),
        "channel": criteria.channel and texts.plain(f"channel-{criteria.channel}", language),
        "batch": criteria.batch and str(criteria.batch),
        "from": criteria.since and moment(criteria.since),
        "until": criteria.until and moment(criteria.until),
    }
    given = ((name, value) for name, value in said.items() if value)
    return "\n".join(texts.html(f"invalidating-by-{name}", language, value=value) for name, value in given)


def _country(value: str, _zone: str) -> str | None:
    return UNKNOWN_COUNTRY if value.upper() == UNKNOWN_COUNTRY else find_country(value)


def _moment(value: str, zone: str) -> datetime | None:
    try:
        at = datetime.fromisoformat(value)
    except ValueError:
        return None
    return at if at.tzinfo else at.replace(tzinfo=ZoneInfo(zone))


def _until(value: str, zone: str) -> datetime | None:
    """Return the moment before which; a day alone is meant with all of its hours."""
    at = _moment(value, zone)
    return at + timedelta(days=1) if at and _DAY.fullmatch(value) else at


_READ: dict[str, Callable[[str, str], str | int | datetime | None]] = {
    "state": lambda value, _: value if value in {"valid", "suspect"} else None,
    "source": lambda value, _: value if _SOURCE.fullmatch(value) else None,
    "country": _country,
    "channel": lambda value, _: value if value in set(Channel) else None,
    "batch": lambda value, _: int(value) if _BATCH.fullmatch(value) else None,
    "since": _moment,
    "until": _until,
}
