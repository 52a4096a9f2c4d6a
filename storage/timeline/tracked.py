"""Where bills, commitments and recommendations stand, what is expected next, and what is late."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage.timeline.causes import next_review
from storage.timeline.entries import standing
from storage.timeline.kinds import Kind
from storage.timeline.visibility import visible_to

if TYPE_CHECKING:
    from datetime import date, datetime

    from storage.database import Database
    from storage.timeline.entries import Entry

SETTLED = frozenset({"met", "not_met", "adopted", "rejected", "withdrawn", "implemented"})
"""Stages after which nothing is expected any more."""


@dataclass(frozen=True)
class Tracked:
    """One of them.

    Attributes:
        entry: The newest of its thread: where it stands.
        since: Day of the first one: when it was promised, proposed or recommended; as exactly as it is known.
        next: What is expected next, as exactly as it is known; None: nothing, or nobody knows when.
    """

    entry: Entry
    since: str
    next: str | None

    def overdue(self, today: date) -> bool:
        """Say whether the day by which something was expected is over, and nothing has come."""
        due = self.entry.due_on
        return due is not None and due < today and self.entry.stage not in SETTLED


async def tracked(db: Database, kind: Kind, now: datetime, *, staff: bool) -> tuple[Tracked, ...]:
    """Return where each of the kind stands, what is due first in front."""
    since = {row["id"]: row["day"] for row in await db.all("SELECT id, day FROM timeline_entry WHERE thread IS NULL")}
    entries = [entry for entry in await standing(db, kind) if visible_to(entry, now, staff=staff)]
    return tuple(Tracked(entry, since[entry.thread], _next(entry, since[entry.thread])) for entry in entries)


def _next(entry: Entry, since: str) -> str | None:
    if entry.stage in SETTLED:
        return None
    if entry.due_on is not None:
        return entry.due_on.isoformat()
    return next_review(since) if entry.kind is Kind.RECOMMENDATION else None
