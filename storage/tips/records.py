"""Tips as stored: sealed, without any trace of who wrote them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage.tips.keys.rows import require_current
from storage.tips.receipts import new_tag

if TYPE_CHECKING:
    from datetime import date, timedelta

    from storage.database import Database
    from storage.transactions import Transaction


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


async def add_tip(db: Database, tip: SealedTip, kept: timedelta) -> str:
    """Keep *tip* for that long, and return its tag: one that no tip had before.

    Raises:
        EpochOver: If it was sealed to keys that are not in force any more.
    """
    async with db.transaction() as tx:
        await require_current(tx, tip.epoch)
        tag = await _unused_tag(tx)
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


async def _unused_tag(tx: Transaction) -> str:
    """Return a tag that neither a tip has nor the audit knows: what was signed for an erased tip fits no other."""
    while True:
        values = {"tag": new_tag()}
        known = await tx.one(
            "SELECT 1 FROM tip WHERE tag = :tag UNION ALL SELECT 1 FROM audit WHERE subject = :tag LIMIT 1", values
        )
        if known is None:
            return values["tag"]
