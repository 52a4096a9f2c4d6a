"""What an entry of each register says."""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from storage.appeals.parts import Obligation, Part
from storage.appeals.values import Country, Email, Key, Language, Line, Link, Several, Words, Year
from storage.appeals.vocabulary import Method

EXPLANATION_MAX = 1_500  # characters; with its title it fits in one message
ADDRESS_MAX = 500  # characters
FRESH = timedelta(days=180)
"""For how long after it was checked an office is taken to be right."""

Prose = Annotated[str, Field(min_length=1, max_length=EXPLANATION_MAX)]
Proses = Annotated[Mapping[Language, Prose], Field(min_length=1)]


class Register(StrEnum):
    """Which register an entry is of."""

    OFFICES = "offices"
    OBLIGATIONS = "obligations"
    EXPLANATIONS = "explanations"
    CAMPAIGNS = "campaigns"


class Office(Part):
    """An office that appeals address; its holder comes and goes, the office stays."""

    key: Key
    office: Words
    holder: Words | None = None
    """Who holds it now; letters that are not handed over yet name them."""
    country: Country
    salutation: Words
    letter_language: Language
    methods: Several[Method]
    post: Annotated[str, Field(min_length=1, max_length=ADDRESS_MAX)] | None = None
    email: Email | None = None
    fax: Line | None = None
    link: Link | None = None
    checked_on: date
    """Day on which somebody last looked whether all of this is so."""

    def stale_on(self, day: date) -> bool:
        """Say whether it was checked too long before *day* to rely on it."""
        return day - self.checked_on > FRESH


class Explanation(Part):
    """A word of the field in plain words, for the library."""

    key: Key
    title: Words
    text: Proses


class Campaign(Part):
    """An issue that several appeals are about, over years."""

    key: Key
    name: Words
    about: Proses
    since: Year


Entry = Office | Obligation | Explanation | Campaign

MODELS: dict[Register, type[Entry]] = {
    Register.OFFICES: Office,
    Register.OBLIGATIONS: Obligation,
    Register.EXPLANATIONS: Explanation,
    Register.CAMPAIGNS: Campaign,
}
TRANSLATED: dict[Register, tuple[str, ...]] = {
    Register.OFFICES: ("office", "holder", "salutation"),
    Register.OBLIGATIONS: ("treaty", "words"),
    Register.EXPLANATIONS: ("title", "text"),
    Register.CAMPAIGNS: ("name", "about"),
}
"""What of an entry is written in each of its languages; the first of them is what lists call it."""


def register_of(entry: Entry) -> Register:
    """Return the register that the entry is of."""
    return next(register for register, model in MODELS.items() if isinstance(entry, model))


def title_of(entry: Entry) -> Mapping[str, str]:
    """Return what lists call the entry; its languages are those of the whole entry."""
    title: Mapping[str, str] = getattr(entry, TRANSLATED[register_of(entry)][0])
    return title
