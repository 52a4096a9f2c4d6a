"""Who works on a tip: claiming it for a day, letting it go, giving it to a colleague."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.audit import Deed
from storage.people.coordinators import Role
from storage.tips.review.deeds import move, require_role, standing_in
from storage.tips.review.standing import CLAIMED_FOR

if TYPE_CHECKING:
    from datetime import datetime

    from storage.database import Database
    from storage.people.coordinators import Coordinator
    from storage.transactions import Transaction

__all__ = ["CLAIMED_FOR", "assign_tip", "claim_in", "claim_tip", "release_tip", "take_over_tip"]


async def claim_tip(db: Database, tag: str, by: Coordinator, now: datetime) -> None:
    """Make *by* the one who works on the tip, for `CLAIMED_FOR` after each of their deeds.

    Raises:
        NoSuchTip: If no open one has this tag.
        TipHeld: If somebody else holds it.
        NoSuchCoordinator: If the role of *by* has ended.
    """
    async with db.transaction() as tx:
        await claim_in(tx, tag, by, now)


async def claim_in(tx: Transaction, tag: str, by: Coordinator, now: datetime) -> None:
    """Do what `claim_tip` does within a transaction."""
    await require_role(tx, by)
    before = await standing_in(tx, tag, now)
    await move(tx, tag, before, before.claimed(by.id, now), Deed(now, by.id, "claim_tip", tag))


async def take_over_tip(db: Database, tag: str, by: Coordinator, now: datetime) -> None:
    """Make *by*, who is an owner, the one who works on the tip, whoever did so far.

    Raises:
        NoSuchTip: If no open one has this tag.
        TipHeld: If somebody else holds it, and *by* is no owner.
        NoSuchCoordinator: If the role of *by* has ended.
    """
    if by.role is not Role.OWNER:
        await claim_tip(db, tag, by, now)
        return
    async with db.transaction() as tx:
        await require_role(tx, by)
        before = await standing_in(tx, tag, now)
        await move(tx, tag, before, before.taken_over(by.id, now), Deed(now, by.id, "take_over_tip", tag))


async def release_tip(db: Database, tag: str, by: Coordinator, now: datetime) -> None:
    """Let go of a tip, so that anybody can claim it at once; one that nobody holds stays so.

    Raises:
        NoSuchTip: If no open one has this tag.
        TipHeld: If somebody else holds it.
        NoSuchCoordinator: If the role of *by* has ended.
    """
    async with db.transaction() as tx:
        await require_role(tx, by)
        before = await standing_in(tx, tag, now)
        await move(tx, tag, before, before.released(by.id, now), Deed(now, by.id, "release_tip", tag))


async def assign_tip(db: Database, tag: str, to: Coordinator, by: Coordinator, now: datetime) -> bool:
    """Make *to*, who reviews tips, the one who works on it; False if they do already.

    Raises:
        NoSuchTip: If no open one has this tag.
        TipHeld: If somebody other than *by* or *to* holds it.
        NoSuchCoordinator: If the role of either has ended.
    """
    async with db.transaction() as tx:
        await require_role(tx, by)
        await require_role(tx, to)
        before = await standing_in(tx, tag, now)
        deed = Deed(now, by.id, "assign_tip", tag, {"to": to.alias})
        return await move(tx, tag, before, before.assigned(to.id, by.id, now), deed)
