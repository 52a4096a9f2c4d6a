"""The questions that entries of several kinds ask alike, and what their answers mean."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from pydantic import TypeAdapter, ValidationError

from handlers.coordinators.forms.fields import Choice, Day, File, Moment, Question, Text
from storage.appeals.values import LINE_MAX, Link
from storage.timeline.entries import FILE_MAX
from storage.timeline.kinds import SUMMARY_MAX

if TYPE_CHECKING:
    from collections.abc import Iterable
    from enum import StrEnum
    from zoneinfo import ZoneInfo

    from handlers.context import Context
    from handlers.coordinators.forms.fields import Answers

OPEN, CONFIDENTIAL, EMBARGO = "open", "confidential", "embargo"
YES, NO = "yes", "no"
WHEN = Question("day", Day(partial=True))
"""On which day it was, as exactly as it is known, asked in the words of the form."""
DAY = Question("day", Day(partial=True), texts="recording")
"""The same in words that fit most forms."""
SCAN = Question(
    "scan",
    File(FILE_MAX, frozenset({"application/pdf", "image/jpeg", "image/png"})),
    optional=True,
    texts="recording",
)

_LINK: TypeAdapter[str] = TypeAdapter(Link)


def line(name: str, *, optional: bool = True) -> Question:
    """Ask for a line of text."""
    return Question(name, Text(LINE_MAX), optional=optional)


def summary(name: str = "summary", *, optional: bool = False) -> Question:
    """Ask for a few sentences."""
    return Question(name, Text(SUMMARY_MAX, lines=True), optional=optional)


def link() -> Question:
    """Ask for a web address."""
    return Question("link", Text(LINE_MAX, check=_link_fault), optional=True, texts="recording")


def words(context: Context, key: str, values: Iterable[StrEnum | str]) -> tuple[tuple[str, str], ...]:
    """Return the options of a closed list, labelled by the texts that begin with *key*."""
    return tuple((str(value), context.label(f"{key}-{value}")) for value in values)


def yes_or_no(context: Context, name: str) -> Question:
    """Ask for yes or no."""
    return Question(name, Choice(words(context, "recording-say", (YES, NO))))


def access(context: Context) -> tuple[Question, ...]:
    """Ask who may see the entry, and from when on."""
    who, zone = words(context, "recording-access", (OPEN, CONFIDENTIAL, EMBARGO)), context.services.policy.timezone
    return (
        Question("access", Choice(who), texts="recording"),
        Question("embargo", Moment(zone), when=lambda answers: answers.get("access") == EMBARGO, texts="recording"),
    )


def embargo_of(answers: Answers, zone: ZoneInfo) -> datetime | None:
    """Return the moment until which nobody else sees the entry; of a day alone, its beginning."""
    given = answers.get("embargo")
    return datetime.fromisoformat(str(given)).replace(tzinfo=zone) if given else None


def text_of(answers: Answers, name: str) -> str | None:
    """Return a text that may have been skipped."""
    return str(answers[name]) if name in answers else None


def _link_fault(text: str) -> str | None:
    try:
        _LINK.validate_python(text)
    except ValidationError:
        return "recording-no-link"
    return None
