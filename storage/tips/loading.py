"""Loading a signed bundle: replies to tips, ratings and labels, whole and once, in the name of its author."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage.audit import Deed, record
from storage.errors import BundleUsed, NoSuchTip, NotAReviewer, TipHeld
from storage.people.coordinators import coordinator_called
from storage.tips.bundles import Labelling, Rating, Reply
from storage.tips.review.deeds import require_role
from storage.tips.review.labels import label_in
from storage.tips.review.ratings import rate_in

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from storage.database import Database
    from storage.people.coordinators import Coordinator, Role
    from storage.tips.bundles import Bundle, Item
    from storage.transactions import Transaction


@dataclass(frozen=True)
class Loaded:
    """What loading a bundle led to, by the tags of tips; one that stands twice was meant twice.

    Attributes:
        gone: Tips that are erased, or closed where a rating or a label was meant for them.
        held: Tips whose rating was not taken, because another coordinator works on them.
    """

    replies: tuple[str, ...]
    ratings: tuple[str, ...]
    labels: tuple[str, ...]
    gone: tuple[str, ...]
    held: tuple[str, ...]


async def load_bundle(
    db: Database, bundle: Bundle, by: Coordinator, now: datetime, reviewers: Collection[Role]
) -> Loaded:
    """Load a bundle, whose signature was checked, in one transaction; its author has one of the roles *reviewers*.

    Raises:
        BundleUsed: If it was loaded before.
        NoSuchCoordinator: If nobody with a role has the author's alias, or the role of *by* has ended.
        NotAReviewer: If somebody has, in another role.
    """
    taken: dict[str, list[str]] = {"reply": [], "rating": [], "label": [], "gone": [], "held": []}
    author = await coordinator_called(db, bundle.author)
    if author.role not in reviewers:
        raise NotAReviewer
    async with db.transaction() as tx:
        for coordinator in (author, by):
            await require_role(tx, coordinator)
        await _use(tx, bundle, author, by, now)
        for item in bundle.items:
            taken[await _take(tx, item, author, now)].append(item.tag)
        counts = {outcome: len(tags) for outcome, tags in taken.items()}
        await record(tx, Deed(now, by.id, "load_bundle", author.alias, dict(counts)))
    return Loaded(*(tuple(tags) for tags in taken.values()))


async def _use(tx: Transaction, bundle: Bundle, author: Coordinator, by: Coordinator, now: datetime) -> None:
    used = await tx.execute(
        """
        INSERT INTO loaded_bundle (id, author, loaded_by, loaded_at) VALUES (:id, :author, :by, :now)
        ON CONFLICT (id) DO NOTHING
        """,
        {"id": bundle.id, "author": author.id, "by": by.id, "now": int(now.timestamp())},
    )
    if not used:
        raise BundleUsed


async def _take(tx: Transaction, item: Item, author: Coordinator, now: datetime) -> str:
    """Do what the item says, and return what became of it; a refusal of one changes nothing for the others."""
    try:
        match item:
            case Reply():
                return await _reply(tx, item, author, now)
            case Rating(tag, source, content):
                await rate_in(tx, tag, source, content, author, now)
                return "rating"
            case Labelling(tag, label):
                await label_in(tx, tag, label, author, now)
                return "label"
    except NoSuchTip:
        return "gone"
    except TipHeld:
        return "held"


async def _reply(tx: Transaction, reply: Reply, author: Coordinator, now: datetime) -> str:
    """Keep a reply, also to a closed tip, until the tip is erased."""
    kept = await tx.execute(
        """
        INSERT INTO tip_reply (tag, number, day, seen, sealed)
        SELECT tip.tag, (SELECT COALESCE(MAX(number), 0) + 1 FROM tip_reply WHERE tip_reply.tag = tip.tag),
            :day, 0, :sealed
        FROM tip WHERE tip.tag = :tag AND tip.expires_on > :day
        """,
        {"tag": reply.tag, "day": now.date().isoformat(), "sealed": reply.sealed},
    )
    if not kept:
        raise NoSuchTip
    await record(tx, Deed(now, author.id, "reply_to_tip", reply.tag))
    return "reply"
