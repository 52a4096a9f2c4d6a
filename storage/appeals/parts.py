"""The parts of an appeal, each frozen and closed to unknown keys."""

from collections.abc import Mapping
from datetime import date, time
from enum import StrEnum
from typing import Annotated, Self

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, model_validator

from storage.appeals.values import (
    COUNT_MAX,
    Count,
    Country,
    Email,
    Key,
    Language,
    Line,
    Link,
    PartialDate,
    Several,
    Words,
    Year,
)
from storage.appeals.vocabulary import Act, Actor, Magnitude, Method, Minors, Qualifier, SourceType

TITLE_MAX = 120  # characters
SUMMARY_MAX = 300  # characters; what a subscriber's phone shows at a glance
BACKGROUND_MAX = 4_000  # characters; a longer one could never be shown in one message
DEMAND_MAX = 400  # characters
CO_SIGNERS_MAX = 50

Demand = Annotated[str, Field(min_length=1, max_length=DEMAND_MAX)]


class Part(BaseModel):
    """Content that never changes once it is made."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, hide_input_in_errors=True)


class Text(Part):
    """What the appeal says in one language."""

    title: Annotated[str, Field(min_length=1, max_length=TITLE_MAX)]
    summary: Annotated[str, Field(min_length=1, max_length=SUMMARY_MAX)]
    background: Annotated[str, Field(min_length=1, max_length=BACKGROUND_MAX)]


class EntryPart(StrEnum):
    """What an addressee may have from its entry in the register of offices."""

    OFFICE = "office"
    SALUTATION = "salutation"
    LETTER_LANGUAGE = "letter_language"
    METHODS = "methods"


class Addressee(Part):
    """An office that is asked for something, with demands of its own."""

    id: Annotated[str, Field(pattern="^[a-z][a-z0-9]{0,7}$")]
    office: Words
    salutation: Words
    letter_language: Language
    methods: Several[Method]
    entry: Key | None = None
    """Its entry in the register of offices, which knows who holds it and where letters go."""
    from_entry: tuple[EntryPart, ...] = ()
    """What the sheet left to the entry: that changes with it while the version is a draft."""
    demands: Mapping[Language, tuple[Demand, ...]] = {}

    @model_validator(mode="after")
    def _as_many_in_each_language(self) -> Self:
        if len({len(demands) for demands in self.demands.values()}) > 1:
            raise ValueError("the number of demands differs between languages")
        return self


class Figure(Part):
    """A number, how to read it, and who says so."""

    label: Words
    value: Count | Magnitude
    qualifier: Qualifier
    attributed_to: Words
    as_of: PartialDate
    confirmed_by: Words | None = None
    """Who confirmed that it happened; the number may still be that of others alone."""
    number_confirmed_by: Words | None = None
    """Who confirmed the number."""

    @model_validator(mode="after")
    def _confirmed_whole(self) -> Self:
        if self.number_confirmed_by is not None and self.confirmed_by is None:
            raise ValueError("a number is confirmed of what nobody confirmed")
        return self


class Fact(Part):
    """What happened once: who did what to whom, when and where, as far as it is known."""

    when: PartialDate
    country: Country
    place: Words | None = None
    actor: Actor
    actor_country: Country | None = None
    act: Act
    affected: Words
    """The group, never a name."""
    count: Count | None = None
    """How many of them; `None` when nobody knows."""
    note: Words | None = None


class Place(Part):
    """Where the people are, as exactly as everybody may know."""

    country: Country
    region: Words | None = None
    town: Words | None = None


class Obligation(Part):
    """What a state has promised in law; an entry of the register, as it was when the version was drafted."""

    key: Key
    treaty: Words
    article: Line | None = None
    state: Country
    since: Year | None = None
    """In which the state joined."""
    words: Words
    """What it obliges to, in plain words."""


class PeopleAtRisk(Part):
    """How many people the appeal is about; never who they are."""

    count: Count | None
    """`None` when nobody knows."""
    minors: Minors
    named_publicly: bool
    consent_reference: Line | None = None
    """Where the consent of who is named is kept; without it nobody is named."""

    @model_validator(mode="after")
    def _named_with_consent(self) -> Self:
        if self.named_publicly and self.consent_reference is None:
            raise ValueError("people are named without a reference of their consent")
        return self


class Photo(Part):
    """What must be known of a picture before it may be shown; the picture itself is sent apart."""

    caption: Words
    """What it shows, and where."""
    credit: Line
    """Whose picture it is."""
    date: PartialDate
    alt: Words
    """The picture in words, for those who do not see it."""


class AnchorEvent(Part):
    """The public moment that the appeal wants to be in time for."""

    name: Words
    date: date
    hour: time | None = None
    """In the appeal's zone; `None`: the hour is not known."""


class CoSigner(Part):
    """A person with an office who stands behind the appeal, and may be named."""

    name: Words
    office: Words


class Endorsers(Part):
    """Who stands behind the appeal, as counts and by name; never part of the count of signatures."""

    organisations: Annotated[int, Field(ge=0, le=COUNT_MAX)] = 0
    parliamentarians_named: Annotated[int, Field(ge=0, le=COUNT_MAX)] = 0
    parliamentarians_other: Annotated[int, Field(ge=0, le=COUNT_MAX)] = 0
    co_signers: Annotated[tuple[CoSigner, ...], Field(max_length=CO_SIGNERS_MAX)] = ()
    """Who the named ones are: all of them or nobody."""
    until: AwareDatetime | None = None
    """Until when organisations of the register can endorse it; `None`: as long as it is open."""

    @model_validator(mode="after")
    def _all_or_nobody_is_named(self) -> Self:
        if self.co_signers and len(self.co_signers) != self.parliamentarians_named:
            raise ValueError("the co-signers are not as many as the named ones")
        return self


class Signatory(Part):
    """Who signs the appeal for the organisation."""

    name: Line
    role: Words


class Contact(Part):
    """Whom readers may ask."""

    name: Line
    role: Words
    email: Email
    hide_email_in_broadcast: bool = True


class Source(Part):
    """Where the facts come from; a confidential one is never shown to subscribers."""

    type: SourceType
    publisher: Words | None = None
    title: Words
    date: PartialDate | None = None
    link: Link | None = None
    confidential: bool = False


class Restricted(Part):
    """What only coordinators may know; kept encrypted, and no part of what signatures commit to."""

    place: Words | None = None
    """Where the people are, more exactly than everybody may know."""
    sources: tuple[Source, ...] = ()
