"""Unfinished tips and shown receipts: in memory alone, and not for long (decision 5, security §2)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

LIFE = timedelta(minutes=15)
SHOWN = timedelta(minutes=10)


@dataclass(repr=False)
class TipDraft:
    """What a witness has chosen and written so far.

    Attributes:
        answers: The menus' words by the menu's name.
        screen: The one message of ours that is edited from step to step; 0 before there is one.
    """

    begun_at: datetime
    answers: dict[str, str] = field(default_factory=dict)
    text: str = ""
    may_share_with_partners: bool = False
    wishes_contact: bool = False
    screen: int = 0


@dataclass(repr=False)
class Traces:
    """What a witness must still be told, and what they left in the chat; without content, it outlives the draft.

    Attributes:
        language: In which the witness is told.
        deleted: How many of their messages are gone from the chat.
        undeleted: The messages that Telegram did not delete yet; tried again at each step and by the clock.
        receipt_unseen: Whether a tip was kept whose receipt could not be shown.
    """

    language: str
    deleted: int = 0
    undeleted: set[int] = field(default_factory=set)
    receipt_unseen: bool = False


class TipDrafts:
    """The drafts of everybody who is writing a tip now, and the traces of everybody who did."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._drafts: dict[int, TipDraft] = {}
        self._traces: dict[int, Traces] = {}

    def begin(self, person: int) -> TipDraft:
        """Start an empty draft, in place of any other."""
        self._drafts[person] = TipDraft(self._now())
        return self._drafts[person]

    def of(self, person: int) -> TipDraft | None:
        """Return the person's draft, unless there is none or its time is over."""
        self.wipe_expired()
        return self._drafts.get(person)

    def wipe(self, person: int) -> None:
        """Forget the person's draft; harmless when there is none."""
        self._drafts.pop(person, None)

    def wipe_expired(self) -> tuple[int, ...]:
        """Forget every draft older than `LIFE`; return whose they were."""
        before = self._now() - LIFE
        late = tuple(person for person, draft in self._drafts.items() if draft.begun_at <= before)
        for person in late:
            self.wipe(person)
        return late

    def traces_of(self, person: int, language: str) -> Traces:
        """Return the person's traces, who is told in *language* from now on."""
        traces = self._traces.setdefault(person, Traces(language))
        traces.language = language
        return traces

    def traces(self) -> tuple[tuple[int, Traces], ...]:
        """Return everybody's traces with whose they are."""
        return tuple(self._traces.items())

    def forget_traces(self, person: int) -> None:
        """Forget what the person has been told; harmless when there is nothing."""
        self._traces.pop(person, None)


@dataclass(frozen=True)
class ShownReceipt:
    """The message in which a receipt stands now, and the language of what may be written over it."""

    chat: int
    message: int
    language: str = field(compare=False)


class ShownReceipts:
    """The receipts that stand in chats, until they are noted or their time is over; never on a disk."""

    def __init__(self) -> None:
        self._due: dict[ShownReceipt, datetime] = {}

    def keep(self, receipt: ShownReceipt, due: datetime) -> None:
        """Remember that the receipt's message must be deleted at *due*."""
        self._due[receipt] = due

    def due(self, now: datetime) -> tuple[ShownReceipt, ...]:
        """Return the receipts whose message must be deleted now; each is to be forgotten when that is done."""
        return tuple(receipt for receipt, due in self._due.items() if due <= now)

    def all(self) -> tuple[ShownReceipt, ...]:
        """Return every receipt that stands in a chat."""
        return tuple(self._due)

    def forget(self, receipt: ShownReceipt) -> None:
        """Drop the receipt; harmless when it is not there."""
        self._due.pop(receipt, None)
