"""What a worksheet for the forms of the UN's experts is made of, and what the experts can be asked for.

The labels are the forms' own words: of the Special Procedures, of the Working Group on Enforced or Involuntary
Disappearances with its six required elements, and of the Committee on Enforced Disappearances.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, StrEnum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

FORM_LANGUAGE = "en"
"""What we say of our own in a form is written in its language."""
TAKEN_IN = frozenset({"en", "fr", "es"})
"""Languages in which the forms are taken."""

_RECENT = timedelta(days=90)  # the Working Group's urgent procedure takes cases of the last three months


class Profile(StrEnum):
    SPECIAL_PROCEDURES = "special-procedures"
    DISAPPEARANCE = "disappearance"


class Way(StrEnum):
    """What to ask for."""

    URGENT_APPEAL = "urgent-appeal"
    ALLEGATION_LETTER = "allegation-letter"
    URGENT_PROCEDURE = "urgent-procedure"
    STANDARD_PROCEDURE = "standard-procedure"
    APPEAL_OR_LETTER = "appeal-or-letter"
    URGENT_OR_STANDARD = "urgent-or-standard"


class Why(StrEnum):
    """Why it is to be asked for."""

    LIVES_AT_RISK = "lives-at-risk"
    GOES_ON = "goes-on"
    FEARED = "feared"
    SENT_BACK = "sent-back"
    LONG_AGO = "long-ago"
    OVER = "over"
    THREE_MONTHS = "three-months"
    LONGER = "longer"
    DATE_UNKNOWN = "date-unknown"
    STILL_UNKNOWN = "still-unknown"


class Age(Enum):
    """How long ago something happened, as far as the dates tell."""

    RECENT = auto()
    LONG_AGO = auto()
    UNKNOWN = auto()


PROCEDURES = {
    Age.RECENT: (Way.URGENT_PROCEDURE, Why.THREE_MONTHS),
    Age.LONG_AGO: (Way.STANDARD_PROCEDURE, Why.LONGER),
    Age.UNKNOWN: (Way.URGENT_OR_STANDARD, Why.DATE_UNKNOWN),
}
"""Of the Working Group."""


@dataclass(frozen=True)
class Field:
    """A field of a form.

    Attributes:
        name: Of its label, its explanation and its question in the catalogues.
        known: What the tip or the appeal says to it, in words of our own.
        quoted: What somebody wrote.
        complete: Whether nothing is left to ask.
    """

    name: str
    known: tuple[str, ...] = ()
    quoted: tuple[str, ...] = ()
    complete: bool = False


@dataclass(frozen=True)
class Section:
    """A form, or the part of it that one body needs."""

    name: str
    fields: tuple[Field, ...]


def age_of(first: date | None, last: date, today: date) -> Age:
    """Tell how long ago it was, of what happened on *last* at the latest, and not before *first*."""
    if today - last > _RECENT:
        return Age.LONG_AGO
    return Age.UNKNOWN if first is None or today - first > _RECENT else Age.RECENT


def missing_in(sections: Iterable[Section]) -> tuple[Field, ...]:
    """Return what has to be asked before the form can be sent."""
    return tuple(field for section in sections for field in section.fields if not field.complete)
