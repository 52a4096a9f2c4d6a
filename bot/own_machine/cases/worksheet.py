"""Fills in the forms of the UN's experts from a tip as far as it goes, and says what is missing and whom to ask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.own_machine.cases.facts import date_text, is_confirmed, known_date
from handlers.countries import country_name
from handlers.un_forms.forms import (
    FORM_LANGUAGE,
    PROCEDURES,
    TAKEN_IN,
    Age,
    Field,
    Profile,
    Section,
    Way,
    Why,
    age_of,
    missing_in,
)
from storage.tips.words import Area, Category, People, Urgency

if TYPE_CHECKING:
    from datetime import date

    from bot.own_machine.opening import OpenedTip
    from handlers.texts import Texts

_HELD_OR_GONE = {Category.ARREST, Category.DETENTION, Category.TRANSFER, Category.LOST_CONTACT}
_FEARED = {Category.INSPECTION, Category.NOTICE}


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
        return missing_in(self.sections)


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
        return PROCEDURES[age]
    match age:
        case Age.RECENT:
            return _recent_way(tip)
        case Age.LONG_AGO:
            return Way.ALLEGATION_LETTER, Why.LONG_AGO if tip.content.category in _HELD_OR_GONE else Why.OVER
        case Age.UNKNOWN:
            return Way.APPEAL_OR_LETTER, Why.STILL_UNKNOWN


def _age_of(tip: OpenedTip, today: date) -> Age:
    """Compare both of its days; it happened before it was told."""
    return age_of(tip.content.from_day, tip.content.to_day or tip.day, today)


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
        text = date_text(content, self._texts, FORM_LANGUAGE)
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
        return (country_name(code, FORM_LANGUAGE),) if code else ()

    def _description(self) -> Field:
        tip, content = self._tip, self._tip.content
        known = (self._word(f"tip-category-{content.category}"),)
        written = (content.text, *(addition.content.text for addition in tip.additions))
        languages = {content.language, *(addition.content.language for addition in tip.additions)}
        return Field("description", known, written, complete=languages <= TAKEN_IN)

    def _confidential(self) -> Field:
        """Name what leads to the source; where one person is concerned, its connection alone may be who it is."""
        source = self._word(f"tip-exports-source-{self._tip.content.how_known}")
        known = (self._word("un-worksheet-known-confidential"), self._word("un-worksheet-known-source", source=source))
        return Field("confidential", known, complete=True)

    def _word(self, key: str, **values: str) -> str:
        return self._texts.plain(key, FORM_LANGUAGE, **values)
