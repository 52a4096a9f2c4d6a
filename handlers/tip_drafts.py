"""Unfinished tips: in memory alone, for a quarter of an hour, wiped on every way out (decision 5, security §2)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

LIFE = timedelta(minutes=15)


@dataclass
class TipDraft:
    """What a witness has chosen and written so far; `answers` holds the menus' words by the menu's name."""

    begun_at: datetime
    answers: dict[str, str] = field(default_factory=dict)
    text: str = ""
    may_share_with_partners: bool = False
    wishes_contact: bool = False
    deleted: int = 0
    failed_deletions: int = 0


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
