"""Closing a tip: the work on it is done, and what is left of its life becomes short."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from storage.audit import Deed
from storage.tips.review.deeds import move, require_role, standing_in

if TYPE_CHECKING:
    from datetime import datetime, timedelta

    from storage.database import Database
    from storage.people.coordinators import Coordinator


class ClosedBecause(StrEnum):
    """Why the work on a tip is done; the audit keeps it."""

    WORKED_THROUGH = "worked_through"
    NOT_A_TIP = "not_a_tip"
    DUPLICATE = "duplicate"
    CANNOT_BE_FOLLOWED_UP = "cannot_be_followed_up"


async def close_tip(
    db: Database, tag: str, reason: ClosedBecause, by: Coordinator, now: datetime, kept: timedelta
) -> bool:
    """Close a tip that *by* holds, and return whether anybody had rated it.

    What is left of its life is *kept* at most, from the day that *now* is in the organisation's zone.

    Raises:
        NoSuchTip: If no open one has this tag.
        TipHeld: If somebody else holds it.
        NotHeld: If nobody does.
        NoSuchCoordinator: If the role of *by* has ended.
    """
    latest = (now.date() + kept).isoformat()
    async with db.transaction() as tx:
        await require_role(tx, by)
        before = await standing_in(tx, tag, now)
        deed = Deed(now, by.id, "close_tip", tag, {"reason": reason})
        await move(tx, tag, before, before.closed(by.id, now), deed)
        await tx.execute(
            "UPDATE tip SET expires_on = :latest WHERE tag = :tag AND expires_on > :latest",
            {"tag": tag, "latest": latest},
        )
    return before.rating is not None
