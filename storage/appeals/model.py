"""One version of an appeal: immutable, whole in each of its languages, and known by its digest."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Annotated, Self

from pydantic import AwareDatetime, Field, model_validator

from storage.appeals.parts import (
    Addressee,
    AnchorEvent,
    Contact,
    Endorsers,
    Fact,
    Figure,
    Obligation,
    Part,
    PeopleAtRisk,
    Photo,
    Place,
    Restricted,
    Signatory,
    Source,
    Text,
)
from storage.appeals.values import Age, Code, Count, Country, Key, Language, Several, Words, Zone
from storage.appeals.vocabulary import Decision, Kind, Minors, Topic, Urgency

DOCUMENTS_MAX = 2_048
"""Versions that are kept as they were read: more than a house has in many years, since a list reads all of them, which
takes a third of a millisecond each. One as long as DEMO-002 takes 40 kB with its text: 500 of them are 20 MB."""
ADDRESSEES_MAX = 10  # all of them are named in one sentence
LIST_MAX = 50  # figures or sources
EXPLAINED_MAX = 6  # each is a button


class Appeal(Part):
    """What one version of an appeal says."""

    code: Code
    about: Code | None = None
    """The appeal that this one continues, as an update or a thanks does; its signers and followers may be told."""
    campaign: Key | None = None
    """The campaign that it belongs to: entry of the register of campaigns."""
    kind: Kind
    urgency: Urgency
    topics: Several[Topic]
    countries: Several[Country]
    deadline: AwareDatetime
    """Until when people can sign; for kinds that ask nothing, until when it is listed."""
    timezone: Zone
    """The zone in which the deadline is shown."""
    goal: Count | None = None
    """How many signatures we show as the aim; every kind that asks has one."""
    minimum_age: Age | None = None
    """How old signers must be at least, in years, where that is more than the law of their country asks."""
    content_note: bool = False
    """Whether the summary is distressing, so that a note comes first and the text is hidden at first."""
    help_line: Words | None = None
    """Where readers whom it distresses find help."""
    change_note: Words | None = None
    """What this version corrects, for everybody who got an earlier one; every correction has it."""
    texts: Annotated[Mapping[Language, Text], Field(min_length=1)]
    """In the order of the sheet: the first language is the one it was written in."""
    addressees: Annotated[tuple[Addressee, ...], Field(max_length=ADDRESSEES_MAX)] = ()
    figures: Annotated[tuple[Figure, ...], Field(max_length=LIST_MAX)] = ()
    facts: Annotated[tuple[Fact, ...], Field(max_length=LIST_MAX)] = ()
    place: Place | None = None
    obligations: Annotated[tuple[Obligation, ...], Field(max_length=LIST_MAX)] = ()
    explains: Annotated[tuple[Key, ...], Field(max_length=EXPLAINED_MAX)] = ()
    """Words that readers may look up: entries of the register of explanations."""
    people_at_risk: PeopleAtRisk
    anchor_event: AnchorEvent | None = None
    photo: Photo | None = None
    endorsers: Endorsers = Endorsers()
    signatory: Signatory | None = None
    contact: Contact
    sources: Annotated[tuple[Source, ...], Field(max_length=LIST_MAX)]
    """Those that everybody may know."""
    withheld_sources: Annotated[int, Field(ge=0, le=LIST_MAX)] = 0
    """How many more there are, which only coordinators know."""
    restricted: Annotated[Restricted, Field(exclude=True, repr=False)] = Restricted()
    """In no document and no digest: kept apart, and read by `storage.appeals.restricted`."""

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it is written in, the original first."""
        return tuple(self.texts)

    @property
    def approvals_needed(self) -> int:
        """How many people other than the author must approve it."""
        return 2 if self.shows_the_vulnerable else 1

    @property
    def shows_the_vulnerable(self) -> bool:
        """Whether it is about children, or about people who are named: names and faces need a decision of two."""
        return self.decision is not None

    @property
    def decision(self) -> Decision | None:
        """What its approval decides beside the text: words, names and faces of whom may be shown."""
        match self.people_at_risk.minors is Minors.YES, self.people_at_risk.named_publicly:
            case True, True:
                return Decision.MINORS_AND_NAMED
            case True, False:
                return Decision.MINORS
            case False, True:
                return Decision.NAMED
        return None

    def digest(self) -> str:
        """Return the SHA-256 of the canonical JSON, in hexadecimal."""
        canonical = json.dumps(self.model_dump(mode="json"), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(canonical.encode()).hexdigest()

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if any(set(words) != set(self.texts) for words in self._translated()):
            raise ValueError("a part is not in the languages of the appeal")
        if len({addressee.id for addressee in self.addressees}) < len(self.addressees):
            raise ValueError("two addressees have the same id")
        if self.kind.asks and (self.goal is None or not self.addressees):
            raise ValueError("what asks needs a goal and an addressee")
        if self.kind.asks and not all(any(one.demands.values()) for one in self.addressees):
            raise ValueError("an addressee is asked for nothing")
        if self.kind is Kind.THANKS and self.about is None:
            raise ValueError("a thanks names no appeal whose signers it is for")
        if self.about == self.code:
            raise ValueError("an appeal is about itself")
        return self

    @model_validator(mode="after")
    def _keeps_sources(self) -> Self:
        if not self.sources and not self.withheld_sources:
            raise ValueError("nothing says where the facts come from")
        if any(source.confidential for source in self.sources):
            raise ValueError("a confidential source stands among those that everybody may know")
        return self

    def _translated(self) -> Iterator[Mapping[str, object]]:
        for addressee in self.addressees:
            yield from (addressee.office, addressee.salutation)
            if addressee.demands:
                yield addressee.demands
        for figure in self.figures:
            yield from (figure.label, figure.attributed_to)
            yield from (words for words in (figure.confirmed_by, figure.number_confirmed_by) if words)
        for fact in self.facts:
            yield fact.affected
            yield from (words for words in (fact.place, fact.note) if words)
        if self.place:
            yield from (words for words in (self.place.region, self.place.town) if words)
        for obligation in self.obligations:
            yield from (obligation.treaty, obligation.words)
        for source in self.sources:
            yield from (words for words in (source.publisher, source.title) if words is not None)
        alone = (self.change_note, self.help_line, self.anchor_event and self.anchor_event.name)
        yield from (words for words in alone if words)
        if self.photo:
            yield from (self.photo.caption, self.photo.alt)
        for co_signer in self.endorsers.co_signers:
            yield from (co_signer.name, co_signer.office)
        yield from (person.role for person in (self.signatory, self.contact) if person)


@lru_cache(DOCUMENTS_MAX)
def appeal_in(document: str) -> Appeal:
    """Return what a stored version says; versions never change, so each is read once for many looks at it."""
    return Appeal.model_validate_json(document)
