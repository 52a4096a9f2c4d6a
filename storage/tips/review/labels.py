"""Labels of a tip, from a fixed list without places: any coordinator who reviews may add one or take it off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.audit import Deed, record
from storage.tips.review.deeds import move, require_role, standing_in

if TYPE_CHECKING:
    from datetime import datetime

    from storage.database import Database
    from storage.people.coordinators import Coordinator
    from storage.tips.words import Label
    from storage.transactions import Transaction


async def label_tip(db: Database, tag: str, label: Label, by: Coordinator, now: datetime) -> bool:
    """Put *label* on the tip; False if it is there.

    Raises:
        NoSuchTip: If no open one has this tag.
        NoSuchCoordinator: If the role of *by* has ended.
    """
    async with db.transaction() as tx:
        return await label_in(tx, tag, label, by, now)


async def label_in(tx: Transaction, tag: str, label: Label, by: Coordinator, now: datetime) -> bool:
    """Do what `label_tip` does within a transaction."""
    deed = Deed(now, by.id, "label_tip", tag, {"label": label})
    sql = "INSERT INTO tip_label (tag, label) VALUES (:tag, :label) ON CONFLICT (tag, label) DO NOTHING"
    return await _write(tx, sql, label, by, deed)


async def unlabel_tip(db: Database, tag: str, label: Label, by: Coordinator, now: datetime) -> bool:
    """Take *label* off the tip; False if it is not there.

    Raises:
        NoSuchTip: If no open one has this tag.
        NoSuchCoordinator: If the role of *by* has ended.
    """
    deed = Deed(now, by.id, "unlabel_tip", tag, {"label": label})
    async with db.transaction() as tx:
        return await _write(tx, "DELETE FROM tip_label WHERE tag = :tag AND label = :label", label, by, deed)


async def _write(tx: Transaction, sql: str, label: Label, by: Coordinator, deed: Deed) -> bool:
    """Change the label by *sql*; it is a deed of the holder, if *by* is that."""
    await require_role(tx, by)
    before = await standing_in(tx, deed.subject, deed.at)
    await move(tx, deed.subject, before, before.renewed(by.id, deed.at), deed)
    changed = bool(await tx.execute(sql, {"tag": deed.subject, "label": label}))
    if changed:
        await record(tx, deed)
    return changed
