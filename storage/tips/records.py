"""Tips as stored: sealed, without any trace of who wrote them, and what coordinators do with them unread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage.audit import Deed, record
from storage.errors import NoSuchTip
from storage.tips.receipts import new_tag
from storage.tips.words import TipState

if TYPE_CHECKING:
    from datetime import date, datetime, timedelta

    from storage.database import Database
    from storage.people.coordinators import Coordinator
    from storage.transactions import Row


@dataclass(frozen=True)
class SealedTip:
    """A tip on its way into storage.

    Attributes:
        lookup: What the receipt leads to; storage keeps a digest of it under the server's key.
        epoch: Number of the epoch whose recipients it is sealed to.
    """

    lookup: bytes
    category: str
    urgency: str
    day: date
    epoch: int
    sealed: bytes


@dataclass(frozen=True)
class TipRow:
    """What coordinators see of a tip in a chat: never its content."""

    tag: str
    category: str
    urgency: str
    day: str
    state: TipState
    claimed_by: str | None


async def add_tip(db: Database, tip: SealedTip, kept: timedelta) -> str:
    """Keep *tip* for that long, and return its tag."""
    async with db.transaction() as tx:
        tag = new_tag()
        while await tx.one("SELECT 1 FROM tip WHERE tag = :tag", {"tag": tag}):
            tag = new_tag()
        await tx.execute(
            """
            INSERT INTO tip (lookup, tag, category, urgency, day, state, epoch, expires_on, sealed)
            VALUES (:lookup, :tag, :category, :urgency, :day, 'new', :epoch, :expires_on, :sealed)
            """,
            {
                "lookup": db.key.digest("tip", tip.lookup.hex()),
                "tag": tag,
                "category": tip.category,
                "urgency": tip.urgency,
                "day": tip.day.isoformat(),
                "epoch": tip.epoch,
                "expires_on": (tip.day + kept).isoformat(),
                "sealed": tip.sealed,
            },
        )
    return tag


async def open_tips(db: Database) -> tuple[TipRow, ...]:
    """Return the tips that are not closed, most urgent and then oldest first."""
    async with db.reading() as tx:
        rows = await tx.all(
            """
            SELECT tip.*, coordinator.alias FROM tip LEFT JOIN coordinator ON coordinator.id = tip.claimed_by
            WHERE tip.state != 'closed'
            ORDER BY CASE urgency WHEN 'critical' THEN 0 WHEN 'high' THEN 1 ELSE 2 END, day, tag
            """
        )
    return tuple(_shown(row) for row in rows)


async def claim_tip(db: Database, tag: str, by: Coordinator, now: datetime) -> None:
    """Make *by* the one who works on the tip.

    Raises:
        NoSuchTip: If there is none with this tag, it is closed, or somebody else holds it.
    """
    async with db.transaction() as tx:
        changed = await tx.execute(
            """
            UPDATE tip SET state = 'claimed', claimed_by = :by
            WHERE tag = :tag AND (state = 'new' OR state = 'claimed' AND claimed_by = :by)
            """,
            {"tag": tag, "by": by.id},
        )
        if not changed:
            raise NoSuchTip
        await record(tx, Deed(now, by.id, "claim_tip", tag))


async def close_tip(db: Database, tag: str, by: Coordinator, now: datetime, kept: timedelta) -> None:
    """Close a tip that *by* holds; what is left of its life is *kept* at most.

    Raises:
        NoSuchTip: If *by* holds no such tip.
    """
    async with db.transaction() as tx:
        changed = await tx.execute(
            """
            UPDATE tip SET state = 'closed',
                expires_on = CASE WHEN expires_on < :latest THEN expires_on ELSE :latest END
            WHERE tag = :tag AND state = 'claimed' AND claimed_by = :by
            """,
            {"tag": tag, "by": by.id, "latest": (now.date() + kept).isoformat()},
        )
        if not changed:
            raise NoSuchTip
        await record(tx, Deed(now, by.id, "close_tip", tag))


async def sealed_tips(db: Database, by: Coordinator, now: datetime) -> tuple[tuple[TipRow, bytes], ...]:
    """Return every tip with what is sealed in it, for a file that is sealed again; the audit keeps that."""
    async with db.transaction() as tx:
        rows = await tx.all(
            """
            SELECT tip.*, coordinator.alias FROM tip LEFT JOIN coordinator ON coordinator.id = tip.claimed_by
            ORDER BY day, tag
            """
        )
        await record(tx, Deed(now, by.id, "export_tips", "tips", {"rows": len(rows)}))
    return tuple((_shown(row), row["sealed"]) for row in rows)


def _shown(row: Row) -> TipRow:
    return TipRow(row["tag"], row["category"], row["urgency"], row["day"], TipState(row["state"]), row["alias"])
