"""What came after an appeal was sent, as far as everybody may know: its case, deliveries, replies, outcomes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from storage.timeline.entries import Entry, Subject, entries_about
from storage.timeline.kinds import Content, Delivery, Outcome, Reply, Response, Status
from storage.timeline.readers import open_to_readers

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from storage.database import Database

Kept = TypeVar("Kept", bound=Content)


@dataclass(frozen=True)
class Told(Generic[Kept]):
    """What was recorded once, without who recorded it.

    Attributes:
        day: When it happened, as exactly as it is known; of a status, as of when it is so.
        addressee: Its id on the appeal's sheet; None: it concerns the appeal as a whole.
    """

    day: str
    addressee: str | None
    content: Kept


@dataclass(frozen=True)
class Aftermath:
    """What everybody may know of the time after an appeal was sent; by default, nothing yet.

    Attributes:
        status: Where the people are, as of the latest day; None: nobody has said.
        statuses: How many such reports there are.
        reached: Addressees whom something was delivered to, also where the public is not told of it.
        unanswered: By addressee the day of a public delivery, where nothing came back since, neither in public nor not.
    """

    status: Told[Status] | None = None
    statuses: int = 0
    deliveries: tuple[Told[Delivery], ...] = ()
    replies: tuple[Told[Reply], ...] = ()
    outcomes: tuple[Told[Outcome], ...] = ()
    reached: frozenset[str] = frozenset()
    unanswered: Mapping[str, str] = field(default_factory=dict)

    @property
    def step_forward(self) -> Told[Outcome] | None:
        """The newest outcome that is a positive event."""
        return next((one for one in reversed(self.outcomes) if one.content.impact.is_step_forward), None)


NOTHING_YET = Aftermath()


async def aftermath_of(db: Database, code: str, now: datetime) -> Aftermath:
    """Return what everybody may know at *now* of what followed the appeal, each in order of day."""
    entries = await entries_about(db, Subject(appeal=code))
    public = await open_to_readers(db, entries, now)
    statuses, deliveries = _told(public, Status), _told(public, Delivery)
    return Aftermath(
        status=statuses[-1] if statuses else None,
        statuses=len(statuses),
        deliveries=deliveries,
        replies=_told(public, Reply),
        outcomes=_told(public, Outcome),
        reached=frozenset(one.addressee for one in _told(entries, Delivery) if one.addressee),
        unanswered=_unanswered(deliveries, _told(entries, Reply)),
    )


def _told(entries: Iterable[Entry], model: type[Kept]) -> tuple[Told[Kept], ...]:
    return tuple(
        Told(entry.day, entry.about.addressee, entry.content) for entry in entries if isinstance(entry.content, model)
    )


def _unanswered(deliveries: Iterable[Told[Delivery]], replies: Iterable[Told[Reply]]) -> dict[str, str]:
    """Return since when each addressee owes an answer: the first delivery, or the first one after its last reply."""
    answers: dict[str, str] = {}
    for reply in replies:
        if reply.addressee and reply.content.response is not Response.NONE:
            answers[reply.addressee] = reply.day
    since: dict[str, str] = {}
    for one in deliveries:
        if one.addressee and _is_after(one.day, answers.get(one.addressee, "")):
            since.setdefault(one.addressee, one.day)
    return since


def _is_after(day: str, other: str) -> bool:
    """Tell whether a day lies after another, as far as both are known."""
    known = min(len(day), len(other))
    return not known or day[:known] > other[:known]
