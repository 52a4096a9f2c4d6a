"""Loading a signed bundle: replies to tips, ratings and labels, whole and once, in the name of its author."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from storage.audit import Deed, record
from storage.errors import BundleOutOfTime, BundleUsed, NeedsSecondSource, NoSuchTip, NotAReviewer, TipHeld
from storage.people.coordinators import coordinator_called
from storage.tips.bundles import Labelling, Rating, Reply
from storage.tips.review.deeds import require_role
from storage.tips.review.labels import label_in
from storage.tips.review.ratings import rate_in

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date, datetime

    from storage.database import Database
    from storage.people.coordinators import Coordinator, Role
    from storage.tips.bundles import Bundle, Item
    from storage.transactions import Transaction

LOADED_WITHIN = timedelta(days=30)
ZONES = timedelta(days=1)  # by which the day on a coordinator's own machine may differ from the organisation's


@dataclass(frozen=True)
class Loaded:
    """What loading a bundle led to, by the tags of tips; one that stands twice was meant twice.

    Attributes:
        gone: Tips that are erased, or closed where a rating or a label was meant for them.
        held: Tips whose rating was not taken, because another coordinator works on them.
        unsupported: Tips that were not rated as confirmed, because they are not labelled as having a second source.
    """

    replies: tuple[str, ...]
    ratings: tuple[str, ...]
    labels: tuple[str, ...]
    gone: tuple[str, ...]
    held: tuple[str, ...]
    unsupported: tuple[str, ...] = ()


async def load_bundle(
    db: Database, bundle: Bundle, by: Coordinator, now: datetime, reviewers: Collection[Role]
) -> Loaded:
    """Load a bundle, whose signature was checked, in one transaction; its author has one of the roles *reviewers*.

    *now* is in the organisation's zone. Labels are taken first: a rating may need one of the same file.

    Raises:
        BundleUsed: If it was loaded before.
        BundleOutOfTime: If it is more than `LOADED_WITHIN` old, of a day to come, or older than its author's last one.
        NoSuchCoordinator: If nobody with a role has the author's alias, or the role of *by* has ended.
        NotAReviewer: If somebody has, in another role.
    """
    taken: dict[str, list[str]] = {
        outcome: [] for outcome in ("reply", "rating", "label", "gone", "held", "unsupported")
    }
    author = await coordinator_called(db, bundle.author)
    if author.role not in reviewers:
        raise NotAReviewer
    async with db.transaction() as tx:
        for coordinator in (author, by):
            await require_role(tx, coordinator)
        await _use(tx, bundle, author, by, now)
        for item in sorted(bundle.items, key=lambda item: not isinstance(item, Labelling)):
            taken[await _take(tx, item, bundle.made_on, author, now)].append(item.tag)
        counts = {outcome: len(tags) for outcome, tags in taken.items()}
        await record(tx, Deed(now, by.id, "load_bundle", author.alias, dict(counts)))
    return Loaded(*(tuple(tags) for tags in taken.values()))


async def _use(tx: Transaction, bundle: Bundle, author: Coordinator, by: Coordinator, now: datetime) -> None:
    used = await tx.execute(
        """
        INSERT INTO loaded_bundle (id, author, made_on, loaded_by, loaded_at)
        VALUES (:id, :author, :made_on, :by, :now)
        ON CONFLICT (id) DO NOTHING
        """,
        {
            "id": bundle.id,
            "author": author.id,
            "made_on": bundle.made_on.isoformat(),
            "by": by.id,
            "now": int(now.timestamp()),
        },
    )
    if not used:
        raise BundleUsed
    await _require_timely(tx, bundle.made_on, author, now.date())


async def _require_timely(tx: Transaction, made_on: date, author: Coordinator, today: date) -> None:
    """Refuse what was signed long ago, or before something else of its author: they may have thought better of it."""
    last = await tx.only("SELECT MAX(made_on) AS day FROM loaded_bundle WHERE author = :author", {"author": author.id})
    if not today - LOADED_WITHIN <= made_on <= today + ZONES or made_on.isoformat() < last["day"]:
        raise BundleOutOfTime


async def _take(tx: Transaction, item: Item, made_on: date, author: Coordinator, now: datetime) -> str:
    """Do what the item says, and return what became of it; a refusal of one changes nothing for the others."""
    try:
        await _require_known_then(tx, item.tag, made_on)
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
    except NeedsSecondSource:
        return "unsupported"


async def _require_known_then(tx: Transaction, tag: str, made_on: date) -> None:
    """Make sure that the tip was there when its author wrote of it: another may have the tag of one that is gone."""
    latest = (made_on + ZONES).isoformat()
    if await tx.one("SELECT 1 FROM tip WHERE tag = :tag AND day > :latest", {"tag": tag, "latest": latest}):
        raise NoSuchTip


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
