"""Every tip as it goes into the sealed file of tips, read at one moment; the audit keeps that it was taken."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from storage.audit import Deed, record
from storage.exports.tip_bundle import BundledAddition, BundledRating, BundledTip
from storage.tips.review.deeds import standing_of
from storage.tips.words import Category, Label, Urgency

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from storage.database import Database
    from storage.people.coordinators import Coordinator
    from storage.transactions import Row, Transaction


async def bundled_tips(db: Database, by: Coordinator, now: datetime) -> tuple[BundledTip, ...]:
    """Return every tip with all that the server has of it, the oldest first."""
    async with db.transaction() as tx:
        rows = await tx.all(
            """
            SELECT tip.*, rater.alias AS rater, second.alias AS second FROM tip
                LEFT JOIN coordinator AS rater ON rater.id = tip.rated_by
                LEFT JOIN coordinator AS second ON second.id = tip.agreed_by
            ORDER BY day, tag
            """
        )
        labels, additions = await _labels(tx), await _additions(tx)
        await record(tx, Deed(now, by.id, "export_tips", "tips", {"rows": len(rows)}))
    return tuple(_bundled(row, labels[row["tag"]], additions[row["tag"]], now) for row in rows)


async def _labels(tx: Transaction) -> Mapping[str, set[Label]]:
    labels: defaultdict[str, set[Label]] = defaultdict(set)
    for row in await tx.all("SELECT tag, label FROM tip_label"):
        labels[row["tag"]].add(Label(row["label"]))
    return labels


async def _additions(tx: Transaction) -> Mapping[str, list[BundledAddition]]:
    additions: defaultdict[str, list[BundledAddition]] = defaultdict(list)
    for row in await tx.all("SELECT tag, number, day, sealed FROM tip_addition ORDER BY tag, number"):
        addition = BundledAddition(row["number"], date.fromisoformat(row["day"]), row["sealed"])
        additions[row["tag"]].append(addition)
    return additions


def _bundled(row: Row, labels: set[Label], additions: Sequence[BundledAddition], now: datetime) -> BundledTip:
    return BundledTip(
        tag=row["tag"],
        category=Category(row["category"]),
        urgency=Urgency(row["urgency"]),
        day=date.fromisoformat(row["day"]),
        state=standing_of(row).as_of(now).state,
        epoch=row["epoch"],
        expires_on=date.fromisoformat(row["expires_on"]),
        sealed=row["sealed"],
        rating=_rating(row),
        labels=tuple(label for label in Label if label in labels),
        additions=tuple(additions),
    )


def _rating(row: Row) -> BundledRating | None:
    rating = standing_of(row).rating
    if rating is None:
        return None
    return BundledRating(rating.grades.source, rating.grades.content, row["rater"] or "", row["second"] or "")
