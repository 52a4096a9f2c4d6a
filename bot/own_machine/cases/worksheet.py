"""Fills in the forms of the UN's experts from a tip as far as it goes, and says what is missing and whom to ask.

The labels are the forms' own words: of the Special Procedures, of the Working Group on Enforced or Involuntary
Disappearances with its six required elements, and of the Committee on Enforced Disappearances.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, StrEnum, auto
from typing import TYPE_CHECKING

from bot.own_machine.cases.facts import date_text, is_confirmed, known_date
from handlers.countries import country_name
from storage.tips.words import Area, Category, People, Urgency

if TYPE_CHECKING:
    from datetime import date

    from bot.own_machine.opening import OpenedTip
    from handlers.texts import Texts

_RECENT = timedelta(days=90)  # the Working Group's urgent procedure takes cases of the last three months
_HELD_OR_GONE = {Category.ARREST, Category.DETENTION, Category.TRANSFER, Category.LOST_CONTACT}
_FEARED = {Category.INSPECTION, Category.NOTICE}
_TAKEN_IN = {"en", "fr", "es"}
"""Languages in which the forms are taken."""
_FORM = "en"
"""What the tip says is written in the language of the forms."""


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


class _Age(Enum):
    """How long ago something happened, as far as the dates tell."""

    RECENT = auto()
    LONG_AGO = auto()
    UNKNOWN = auto()


_PROCEDURES = {
    _Age.RECENT: (Way.URGENT_PROCEDURE, Why.THREE_MONTHS),
    _Age.LONG_AGO: (Way.STANDARD_PROCEDURE, Why.LONGER),
    _Age.UNKNOWN: (Way.URGENT_OR_STANDARD, Why.DATE_UNKNOWN),
}
"""Of the Working Group."""


@dataclass(frozen=True)
class Field:
    """A field of a form.

    Attributes:
        name: Of its label, its explanation and its question in the catalogues.
        known: What the tip says to it, in words of our own.
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


@dataclass(frozen=True)
class Worksheet:
    """The forms for one tip."""

    tip: OpenedTip
    confirmed: bool
    way: Way
    why: Why
    sections: tuple[Section, ...]

    @property
    def missing(self) -> tuple[Field, ...]:
        """What has to be asked before the form can be sent."""
        return tuple(field for section in self.sections for field in section.fields if not field.complete)


def fill_in(tip: OpenedTip, profile: Profile, organisation: str, today: date, texts: Texts) -> Worksheet:
    """Fill in the forms of *profile*; *organisation* is who submits them, empty where that is not known."""
    way, why = _way_of(tip, profile, today)
    filled = _Filled(tip, organisation, texts)
    sections = filled.disappearance() if profile is Profile.DISAPPEARANCE else filled.special_procedures()
    return Worksheet(tip, is_confirmed(tip), way, why, sections)


def _way_of(tip: OpenedTip, profile: Profile, today: date) -> tuple[Way, Why]:
    """Tell what to ask for: nothing is urgent only because nobody knows when it happened."""
    age = _age_of(tip, today)
    if profile is Profile.DISAPPEARANCE:
        return _PROCEDURES[age]
    match age:
        case _Age.RECENT:
            return _recent_way(tip)
        case _Age.LONG_AGO:
            return Way.ALLEGATION_LETTER, Why.LONG_AGO if tip.content.category in _HELD_OR_GONE else Why.OVER
        case _Age.UNKNOWN:
            return Way.APPEAL_OR_LETTER, Why.STILL_UNKNOWN


def _age_of(tip: OpenedTip, today: date) -> _Age:
    """Compare both of its days; it happened before it was told."""
    first, last = tip.content.from_day, tip.content.to_day or tip.day
    if today - last > _RECENT:
        return _Age.LONG_AGO
    return _Age.UNKNOWN if first is None or today - first > _RECENT else _Age.RECENT


def _recent_way(tip: OpenedTip) -> tuple[Way, Why]:
    """Tell what to ask for: an urgent appeal is for what goes on or is about to happen, a letter for what is over."""
    category = tip.content.category
    if tip.content.urgency is Urgency.CRITICAL:
        return Way.URGENT_APPEAL, Why.LIVES_AT_RISK
    if category in _HELD_OR_GONE:
        return Way.URGENT_APPEAL, Why.GOES_ON
    if category in _FEARED:
        return Way.URGENT_APPEAL, Why.FEARED
    if category is Category.RETURN:
        return Way.URGENT_APPEAL, Why.SENT_BACK
    return Way.ALLEGATION_LETTER, Why.OVER


class _Filled:
    """The fields of the forms, as far as one tip fills them."""

    def __init__(self, tip: OpenedTip, organisation: str, texts: Texts) -> None:
        self._tip, self._organisation, self._texts = tip, organisation, texts

    def special_procedures(self) -> tuple[Section, ...]:
        fields = (
            Field("victim", known=self._people()),
            Field("perpetrator"),
            self._submitter("submitter"),
            self._date("date", needed=len("2026-10-21")),
            self._place("place"),
            self._description(),
            self._confidential(),
            Field("consent-letter"),
            Field("consent-report"),
        )
        return (Section("special-procedures", fields),)

    def disappearance(self) -> tuple[Section, ...]:
        required = (
            Field("disappeared", known=self._people()),
            self._date("disappeared-on", needed=len("2026-10")),
            self._place("last-seen"),
            Field("forces"),
            Field("searched"),
            self._submitter("reporter"),
        )
        beside = (self._description(), Field("consent-family"), Field("follow-up"))
        committee = (Field("author"), Field("state-party", known=self._country()), Field("authorities"))
        return Section("wgeid", required), Section("wgeid-beside", beside), Section("ced", committee)

    def _people(self) -> tuple[str, ...]:
        people = self._tip.content.people
        if people is People.UNKNOWN:
            return ()
        return (self._word("un-worksheet-known-people", people=self._word(f"tip-people-{people}")),)

    def _submitter(self, name: str) -> Field:
        known = filter(None, (self._organisation, self._word("un-worksheet-known-submitter")))
        return Field(name, known=tuple(known), complete=bool(self._organisation))

    def _date(self, name: str, needed: int) -> Field:
        """Fill in the date; *needed* is how many characters of an ISO date the form needs."""
        content = self._tip.content
        text = date_text(content, self._texts, _FORM)
        if not text:
            return Field(name)
        kind = self._word(f"tip-exports-date-{content.precision}")
        known = self._word("un-worksheet-known-date", date=text, kind=kind)
        return Field(name, known=(known,), complete=len(known_date(content)) >= needed)

    def _place(self, name: str) -> Field:
        content = self._tip.content
        if content.area is Area.UNKNOWN:
            known: tuple[str, ...] = ()
        else:
            known = (self._word(f"tip-area-{content.area}"),)
        return Field(name, known=known, quoted=(content.place_note,) if content.place_note else ())

    def _country(self) -> tuple[str, ...]:
        code = self._tip.content.area.country
        return (country_name(code, _FORM),) if code else ()

    def _description(self) -> Field:
        tip, content = self._tip, self._tip.content
        known = (self._word(f"tip-category-{content.category}"),)
        written = (content.text, *(addition.content.text for addition in tip.additions))
        languages = {content.language, *(addition.content.language for addition in tip.additions)}
        return Field("description", known, written, complete=languages <= _TAKEN_IN)

    def _confidential(self) -> Field:
        """Name what leads to the source; where one person is concerned, its connection alone may be who it is."""
        source = self._word(f"tip-exports-source-{self._tip.content.how_known}")
        known = (self._word("un-worksheet-known-confidential"), self._word("un-worksheet-known-source", source=source))
        return Field("confidential", known, complete=True)

    def _word(self, key: str, **values: str) -> str:
        return self._texts.plain(key, _FORM, **values)
