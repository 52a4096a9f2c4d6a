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
        deleted: How many of the witness's messages are gone from the chat.
        undeleted: The messages that Telegram did not delete yet; tried again at each step.
    """

    begun_at: datetime
    answers: dict[str, str] = field(default_factory=dict)
    text: str = ""
    may_share_with_partners: bool = False
    wishes_contact: bool = False
    screen: int = 0
    deleted: int = 0
    undeleted: list[int] = field(default_factory=list)


class TipDrafts:
    """The drafts of everybody who is writing a tip now."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._drafts: dict[int, TipDraft] = {}

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


@dataclass(frozen=True)
class ShownReceipt:
    """The message in which a receipt stands now."""

    chat: int
    message: int


class ShownReceipts:
    """The receipts that stand in chats, until they are noted or their time is over; never on a disk."""

    def __init__(self) -> None:
        self._due: dict[ShownReceipt, datetime] = {}

    def keep(self, receipt: ShownReceipt, due: datetime) -> None:
        """Remember that the receipt's message must be deleted at *due*."""
        self._due[receipt] = due

    def due(self, now: datetime) -> tuple[ShownReceipt, ...]:
        """Hand over the receipts whose message must be deleted now; one that stays is to be kept again."""
        late = tuple(receipt for receipt, due in self._due.items() if due <= now)
        for receipt in late:
            self.forget(receipt)
        return late

    def forget(self, receipt: ShownReceipt) -> None:
        """Drop the receipt; harmless when it is not there."""
        self._due.pop(receipt, None)
