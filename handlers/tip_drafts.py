"""Unfinished tips, receipts in use, messages that must not stay: in memory alone, and not for long (security §2)."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from storage.tips.receipts import ReceiptKeys

LIFE = timedelta(minutes=15)
SHOWN = timedelta(minutes=10)
DERIVED_AT_ONCE = 2
READ_AT_ONCE = 2


class Screened(Protocol):
    """What has a time, and one message of ours that is edited from step to step; 0 before there is one."""

    begun_at: datetime
    screen: int


@dataclass(repr=False)
class TipDraft:
    """What a witness has chosen and written so far.

    Attributes:
        answers: The menus' words by the menu's name.
        consents: What the witness allows beyond checking it here; nothing at first.
        screen: The one message of ours that is edited from step to step; 0 before there is one.
    """

    begun_at: datetime
    answers: dict[str, str] = field(default_factory=dict)
    text: str = ""
    consents: set[str] = field(default_factory=set)
    screen: int = 0


@dataclass(repr=False)
class OpenReceipt:
    """A receipt in use: what follows from it, whether or not it leads to a tip.

    Attributes:
        keys: None until the receipt was typed.
        additions: How many texts were added with it.
        screen: As of a draft.
    """

    begun_at: datetime
    keys: ReceiptKeys | None = None
    additions: int = 0
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
    """The drafts and receipts of everybody who writes a tip or uses a receipt now, and the traces of who did.

    A person has one or the other: what was begun last takes the place of what was there.

    Attributes:
        deriving: Held while the keys of a receipt are derived, which takes 64 MiB.
        reading: Held while the guard reads a text.
    """

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._drafts: dict[int, TipDraft | OpenReceipt] = {}
        self._overtaken: set[int] = set()
        self.deriving = asyncio.Semaphore(DERIVED_AT_ONCE)
        self.reading = asyncio.Semaphore(READ_AT_ONCE)
        self._traces: dict[int, Traces] = {}

    def begin(self, person: int) -> TipDraft:
        """Start an empty draft, in place of any other."""
        if isinstance(self._drafts.get(person), OpenReceipt):
            self._overtaken.add(person)
        draft = self._drafts[person] = TipDraft(self._now())
        return draft

    def of(self, person: int) -> TipDraft | None:
        """Return the person's draft, unless there is none or its time is over."""
        self.wipe_expired()
        draft = self._drafts.get(person)
        return draft if isinstance(draft, TipDraft) else None

    def begin_receipt(self, person: int) -> OpenReceipt:
        """Expect a receipt, in place of any other and of a draft."""
        self._overtaken.discard(person)
        receipt = self._drafts[person] = OpenReceipt(self._now())
        return receipt

    def receipt_of(self, person: int) -> OpenReceipt | None:
        """Return the receipt that the person uses, unless there is none or its time is over."""
        self.wipe_expired()
        receipt = self._drafts.get(person)
        return receipt if isinstance(receipt, OpenReceipt) else None

    def was_overtaken(self, person: int) -> bool:
        """Say once whether a tip was begun in the place of the receipt that the person used."""
        overtaken = person in self._overtaken
        self._overtaken.discard(person)
        return overtaken

    def wipe(self, person: int) -> None:
        """Forget the person's draft or receipt; harmless when there is none."""
        self._drafts.pop(person, None)

    def wipe_expired(self) -> tuple[int, ...]:
        """Forget every draft and receipt older than `LIFE`; return whose they were."""
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
    """The message in which a receipt, or a reply to it, stands now; the language is of what may be written over it."""

    chat: int
    message: int
    language: str = field(compare=False)


class ShownReceipts:
    """The receipts and replies that stand in chats, until they are read or their time is over; never on a disk."""

    def __init__(self) -> None:
        self._due: dict[ShownReceipt, datetime] = {}

    def keep(self, receipt: ShownReceipt, due: datetime) -> None:
        """Remember that the message must be deleted at *due*."""
        self._due[receipt] = due

    def due(self, now: datetime) -> tuple[ShownReceipt, ...]:
        """Return the messages that must be deleted now; each is to be forgotten when that is done."""
        return tuple(receipt for receipt, due in self._due.items() if due <= now)

    def all(self) -> tuple[ShownReceipt, ...]:
        """Return every one that stands in a chat."""
        return tuple(self._due)

    def forget(self, receipt: ShownReceipt) -> None:
        """Drop it; harmless when it is not there."""
        self._due.pop(receipt, None)
