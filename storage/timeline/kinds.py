"""What coordinators record of an appeal, a campaign or an office: one frozen model for each kind of entry.

Types of replies, impacts and statuses are those of HURIDOCS, micro-thesauri 27, 44 and 25 (standards §2.2).
"""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from storage.appeals.parts import Part
from storage.appeals.values import Country, Line, Link, Several
from storage.appeals.vocabulary import Method, SourceType

SUMMARY_MAX = 600  # characters

Summary = Annotated[str, Field(min_length=1, max_length=SUMMARY_MAX)]


class Kind(StrEnum):
    """What sort of entry it is."""

    DELIVERY = "delivery"
    REPLY = "reply"
    OUTCOME = "outcome"
    STATUS = "status"
    CONTACT = "contact"
    COMMITMENT = "commitment"
    BILL = "bill"
    RECOMMENDATION = "recommendation"
    ACTION = "action"


class Response(StrEnum):
    """How an addressee responded: HURIDOCS, micro-thesaurus 27."""

    FAVOURABLE = "favourable"
    PLEDGED = "pledged"
    DENIED = "denied"
    INHIBITED = "inhibited"
    ASKED_FOR_MORE = "asked_for_more"
    A_FORMALITY = "a_formality"
    NONE = "none"


class Impact(StrEnum):
    """What came of it: HURIDOCS, micro-thesaurus 44."""

    STRONG_POSITIVE = "strong_positive"
    MODERATE_POSITIVE = "moderate_positive"
    MINOR = "minor"
    NONE = "none"
    MODERATE_NEGATIVE = "moderate_negative"
    STRONG_NEGATIVE = "strong_negative"
    UNKNOWN = "unknown"

    @property
    def is_step_forward(self) -> bool:
        """Whether it is a positive event, for which an addressee may be thanked."""
        return self in {Impact.STRONG_POSITIVE, Impact.MODERATE_POSITIVE, Impact.MINOR}


class CaseStatus(StrEnum):
    """Where the people are whom an appeal is about."""

    WHEREABOUTS_UNKNOWN = "whereabouts_unknown"
    HELD = "held"
    MOVED = "moved"
    RETURNED = "returned"
    RELEASED = "released"
    SAFE = "safe"


class Form(StrEnum):
    """In which form a contact took place."""

    MEETING = "meeting"
    CALL = "call"
    STATEMENT = "statement"
    LETTER = "letter"
    EMAIL = "email"
    FAX = "fax"


class Direction(StrEnum):
    """From whom a contact came."""

    TO_THEM = "to_them"
    FROM_THEM = "from_them"
    TOGETHER = "together"


class Delivery(Part):
    """What was brought or sent to an addressee."""

    methods: Several[Method]
    place: Line | None = None
    by: Line | None = None
    """Who brought it, as they want to be called."""
    receipt: Line | None = None
    """Number of a receipt or of tracking."""


class Reply(Part):
    """What an addressee answered; *public* says whether signers may read the summary."""

    response: Response
    summary: Summary
    reference: Line | None = None
    public: bool


class Outcome(Part):
    """What came of an appeal, and who says so."""

    summary: Summary
    source: Line
    link: Link | None = None
    impact: Impact


class Status(Part):
    """Where the people are now, from what kind of source; its `day` is the day as of which it is so."""

    status: CaseStatus
    source: SourceType
    note: Summary | None = None


class Contact(Part):
    """A meeting, a call, a statement or a piece of correspondence with an office."""

    form: Form
    direction: Direction
    sender: Line | None = None
    recipient: Line | None = None
    reference: Line | None = None
    summary: Summary


class Commitment(Part):
    """What somebody in office promised; stages: open, met, not_met."""

    who: Line
    what: Summary
    note: Summary | None = None


class Bill(Part):
    """A proposal in a parliament; stages: proposed, committee, plenary, adopted, rejected, withdrawn."""

    title: Line
    chamber: Line
    note: Summary | None = None


class Recommendation(Part):
    """What one state recommended to another in a review; stages: pending, accepted, noted, ongoing, implemented."""

    state: Country
    """Under review."""
    recommended_by: Country
    cycle: Annotated[int, Field(ge=1, le=20)]
    session: Line | None = None
    text: Summary
    note: Summary | None = None


class Action(Part):
    """What was done in a campaign, also before any appeal of ours."""

    what: Summary
    link: Link | None = None


Content = Delivery | Reply | Outcome | Status | Contact | Commitment | Bill | Recommendation | Action

MODELS: dict[Kind, type[Content]] = {
    Kind.DELIVERY: Delivery,
    Kind.REPLY: Reply,
    Kind.OUTCOME: Outcome,
    Kind.STATUS: Status,
    Kind.CONTACT: Contact,
    Kind.COMMITMENT: Commitment,
    Kind.BILL: Bill,
    Kind.RECOMMENDATION: Recommendation,
    Kind.ACTION: Action,
}
KINDS: dict[type[Content], Kind] = {model: kind for kind, model in MODELS.items()}

STAGES: dict[Kind, tuple[str, ...]] = {
    Kind.CONTACT: ("open", "answered", "none_expected"),
    Kind.COMMITMENT: ("open", "met", "not_met"),
    Kind.BILL: ("proposed", "committee", "plenary", "adopted", "rejected", "withdrawn"),
    Kind.RECOMMENDATION: ("pending", "accepted", "noted", "ongoing", "implemented"),
}
"""Where an entry of the kind can stand, in order; a later entry of its thread moves it on."""

ENDS: dict[Kind, frozenset[str]] = {
    Kind.CONTACT: frozenset({"answered", "none_expected"}),
    Kind.COMMITMENT: frozenset({"met", "not_met"}),
    Kind.BILL: frozenset({"adopted", "rejected", "withdrawn"}),
    Kind.RECOMMENDATION: frozenset({"implemented"}),
}
"""Of these, where nothing more is expected."""
