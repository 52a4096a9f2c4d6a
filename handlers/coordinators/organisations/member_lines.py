"""Organisations as coordinators write them, a line for each: country, perhaps the first day as a member, name."""

from __future__ import annotations

import re
from datetime import date

from handlers.countries import find_country
from handlers.one_line import read_line
from storage.people.organisations import Member

NAME_MAX = 100  # characters
_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_LINE = re.compile(rf"(\S+)\s+(?:({_DAY})\s+)?(?!{_DAY}$)(.+)")


def read_members(text: str, today: date) -> dict[int, Member | None]:
    """Return what each line that is not empty says, by its number from 1; None where it cannot be read.

    A line without a day is of *today*; one whose day lies ahead cannot be read.
    """
    lines = enumerate(text.splitlines(), start=1)
    return {number: _member(line.strip(), today) for number, line in lines if line.strip()}


def _member(line: str, today: date) -> Member | None:
    found = _LINE.fullmatch(line)
    if found is None:
        return None
    try:
        since = date.fromisoformat(found[2]) if found[2] else today
    except ValueError:
        return None
    country, name = find_country(found[1]), read_line(found[3], NAME_MAX)
    return Member(name, country, since) if country and name and since <= today else None
