"""What can become news: nothing that nobody may know, an entry once, a year since the close once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from storage.timeline.kinds import Kind, Reply

if TYPE_CHECKING:
    from storage.database import Database
    from storage.timeline.entries import Entry
    from storage.transactions import Transaction

YEAR = timedelta(days=365)  # after the close, as the task that asks for a message has it


class Why(StrEnum):
    """Why something cannot become news."""

    CONFIDENTIAL = "confidential"
    EMBARGO = "embargo"
    NOT_PUBLIC = "not_public"
    CONCERNS_NOBODY = "concerns_nobody"
    TOLD = "told"
    NO_YEAR_YET = "no_year_yet"
    TOLD_THIS_YEAR = "told_this_year"


async def why_not(db: Database, entry: Entry, now: datetime) -> Why | None:
    """Say why the entry cannot become news at *now*; None if it can."""
    async with db.reading() as tx:
        return await hindrance_of(tx, entry, now)


async def why_no_anniversary(db: Database, code: str, now: datetime) -> Why | None:
    """Say why nothing can be said at *now* of the years since the close of the appeal; None if it can."""
    async with db.reading() as tx:
        return await hindrance_of_anniversary(tx, code, now)


async def hindrance_of(tx: Transaction, entry: Entry, now: datetime) -> Why | None:
    """Say the same of an entry within a transaction."""
    if entry.confidential:
        return Why.CONFIDENTIAL
    if not entry.open_to_all(now):
        return Why.EMBARGO
    if isinstance(entry.content, Reply) and not entry.content.public:
        return Why.NOT_PUBLIC
    if entry.about.appeal is None and entry.kind is not Kind.BILL:
        return Why.CONCERNS_NOBODY
    told = await tx.one(f"SELECT 1 {_TOLD} AND news.entry = :id", {"id": entry.id})
    return Why.TOLD if told else None


async def hindrance_of_anniversary(tx: Transaction, code: str, now: datetime) -> Why | None:
    """Say the same of an anniversary within a transaction: each year after the close has at most one."""
    appeal = await tx.only("SELECT deadline FROM appeal WHERE code = :code", {"code": code})
    year = _year_after(appeal["deadline"], now)
    if year < 1:
        return Why.NO_YEAR_YET
    told = await tx.all(
        f"SELECT news.written_at {_TOLD} AND news.appeal = :code AND news.kind = 'anniversary'", {"code": code}
    )
    years = {_year_after(appeal["deadline"], datetime.fromtimestamp(row["written_at"], UTC)) for row in told}
    return Why.TOLD_THIS_YEAR if year in years else None


_TOLD = """
    FROM news LEFT JOIN broadcast ON broadcast.id = news.broadcast
    WHERE news.state <> 'given_up' AND (news.broadcast IS NULL OR broadcast.state <> 'cancelled'
        OR EXISTS (SELECT 1 FROM letter WHERE letter.broadcast = broadcast.id
            AND letter.state IN ('sending', 'sent', 'uncertain')))
"""
"""News that waits or was sent; not what was cancelled before any letter of it went out."""


def _year_after(deadline: int, now: datetime) -> int:
    """Return how many years have passed since the close; each begins with the day that its task comes up."""
    return (now - datetime.fromtimestamp(deadline, UTC) + timedelta(days=1)) // YEAR
