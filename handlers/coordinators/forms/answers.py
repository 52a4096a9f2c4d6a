"""Reading answers: what is taken as it was meant, and why another one is not; the chat and web pages read alike."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from handlers.coordinators.forms.fields import Choice, Day, File, Moment, Text, Translated
from handlers.one_line import on_one_line

if TYPE_CHECKING:
    from handlers.coordinators.forms.fields import Taken

EARLIEST = 1900  # year; one before that is a slip of the pen

_DATE = r"([0-9]{4})(?:[-./년][ ]?([0-9]{1,2})(?:[-./월][ ]?([0-9]{1,2})[일.]?|[월.]?)|년?)"
_PARTIAL = re.compile(_DATE)
_MOMENT = re.compile(rf"({_DATE})(?:[ T]+([0-9]{{1,2}}):([0-9]{{2}}))?")
_DAY_LENGTH = len("2026-11-22")
_WEST = timedelta(days=1)  # as far back as clocks west of here are


@dataclass(frozen=True)
class Refused:
    """Why an answer is not taken.

    Attributes:
        key: Of the text that says so.
        limit: How many characters there may be.
        length: How many there are.
    """

    key: str
    limit: int = 0
    length: int = 0


def read_answer(takes: Taken, typed: str, now: datetime) -> str | Refused:
    """Return what was typed or chosen as it is kept; *now* is in the zone whose days are meant.

    Of a text in several languages and of several choices it is one of them.
    """
    match takes:
        case Choice():
            return _read_choice(takes, typed)
        case Text():
            return _read_text(takes, typed)
        case Translated():
            return _read_text(Text(takes.limit, takes.lines), typed)
        case Day():
            return _read_day(takes, typed, now.date())
        case Moment():
            return _read_moment(typed, now.astimezone(takes.zone) if takes.zone else now - _WEST)
        case File():
            return Refused("form-not-a-file")


def read_lines(text: str) -> str:
    """Return the text in NFC without what cannot be seen: clean lines, at most one of them empty between two."""
    lines = "\n".join(map(on_one_line, text.splitlines()))
    return re.sub(r"\n{3,}", "\n\n", lines).strip()


def _read_choice(takes: Choice, typed: str) -> str | Refused:
    """Return the option that is meant: by what is kept, by its label, or by a part of one label alone."""
    if any(typed == value for value, _ in takes.options):
        return typed
    wanted = _folded(typed)
    labels = [(value, _folded(label)) for value, label in takes.options]
    whole = [value for value, label in labels if label == wanted]
    parts = whole or [value for value, label in labels if wanted and wanted in label]
    return parts[0] if len(parts) == 1 else Refused("form-choose")


def _folded(text: str) -> str:
    return on_one_line(unicodedata.normalize("NFKC", text)).casefold()


def _read_text(takes: Text, typed: str) -> str | Refused:
    text = read_lines(typed) if takes.lines else on_one_line(typed)
    if not text:
        return Refused("form-empty")
    if len(text) > takes.limit:
        return Refused("form-too-long", takes.limit, len(text))
    fault = takes.check(text) if takes.check else None
    return Refused(fault) if fault else text


def _read_day(takes: Day, typed: str, today: date) -> str | Refused:
    day = _partial(typed)
    if day is None or not (takes.partial or len(day) == _DAY_LENGTH):
        return Refused("form-not-a-partial-day" if takes.partial else "form-not-a-day")
    return day if takes.ahead or day <= today.isoformat()[: len(day)] else Refused("form-day-ahead")


def _partial(typed: str) -> str | None:
    """Return `2013-06-24`, `2013-06` or `2013`, whichever way it was written; None if it is none of them."""
    found = _PARTIAL.fullmatch(unicodedata.normalize("NFKC", typed).strip())
    if found is None:
        return None
    year, month, day = found.groups()
    try:
        first = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    length = _DAY_LENGTH if day else len("2026-11") if month else len("2026")
    return first.isoformat()[:length] if first.year >= EARLIEST else None


def _read_moment(typed: str, now: datetime) -> str | Refused:
    found = _MOMENT.fullmatch(unicodedata.normalize("NFKC", typed).strip())
    day = _partial(found[1].strip()) if found else None
    if found is None or day is None or len(day) < _DAY_LENGTH:
        return Refused("form-not-a-moment")
    hour, minute = found.groups()[-2:]
    if hour is None:
        return day if day >= now.date().isoformat() else Refused("form-moment-past")
    try:
        moment = datetime.fromisoformat(f"{day} {int(hour):02}:{minute}")
    except ValueError:
        return Refused("form-not-a-moment")
    return f"{moment:%Y-%m-%d %H:%M}" if moment > now.replace(tzinfo=None) else Refused("form-moment-past")
