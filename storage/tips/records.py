"""Tips as stored: sealed, without any trace of who wrote them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage.tips.receipts import new_tag

if TYPE_CHECKING:
    from datetime import date, timedelta

    from storage.database import Database


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
