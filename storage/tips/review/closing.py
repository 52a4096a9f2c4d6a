"""Closing a tip: the work on it is done, and what is left of its life becomes short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.audit import Deed
from storage.tips.review.deeds import move, standing_in

if TYPE_CHECKING:
    from datetime import datetime, timedelta

    from storage.database import Database
    from storage.people.coordinators import Coordinator


async def close_tip(db: Database, tag: str, by: Coordinator, now: datetime, kept: timedelta) -> None:
    """Close a tip that *by* holds; what is left of its life is *kept* at most.

    Raises:
        NoSuchTip: If no open one has this tag.
        TipHeld: If somebody else holds it.
        NotHeld: If nobody does.
    """
    latest = (now.date() + kept).isoformat()
    async with db.transaction() as tx:
        before = await standing_in(tx, tag)
        await move(tx, tag, before, before.closed(by.id, now), Deed(now, by.id, "close_tip", tag))
        await tx.execute(
            "UPDATE tip SET expires_on = :latest WHERE tag = :tag AND expires_on > :latest",
            {"tag": tag, "latest": latest},
        )
