"""What coordinators see of tips in a chat: everything that is kept in clear, and never the content."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from storage.errors import NoSuchTip
from storage.tips.review.deeds import standing_of
from storage.tips.words import Label
from storage.transactions import in_list, numbered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from storage.database import Database
    from storage.tips.review.standing import Standing
    from storage.transactions import Row, Transaction

LISTED_MAX = 100  # tips at once

_CASE = """
    SELECT tip.tag, tip.category, tip.urgency, tip.day, tip.state, tip.claimed_by, tip.claimed_until, tip.source,
        tip.content, tip.rated_by, tip.agreed_by, tip.epoch, tip.expires_on, holder.alias AS holder,
        rater.alias AS rater, second.alias AS second,
        (SELECT COUNT(*) FROM tip_addition WHERE tip_addition.tag = tip.tag) AS additions,
        (SELECT COUNT(*) FROM tip_reply WHERE tip_reply.tag = tip.tag) AS replies,
        (SELECT COUNT(*) FROM tip_reply WHERE tip_reply.tag = tip.tag AND seen = 0) AS unseen
    FROM tip
        LEFT JOIN coordinator AS holder ON holder.id = tip.claimed_by
        LEFT JOIN coordinator AS rater ON rater.id = tip.rated_by
        LEFT JOIN coordinator AS second ON second.id = tip.agreed_by
"""


@dataclass(frozen=True)
class Case:
    """A tip without its content.

    Attributes:
        day: Of arrival, ISO 8601, as is `expires_on`, when it is erased at the latest.
        standing: As it is stored; see `Standing.as_of`.
        holder: Alias of whoever claimed it last, also where that is over.
        rater: Alias of whoever rated it; `second` of whoever agreed.
        additions: How many times the witness wrote more.
        replies: How many answers wait for the witness or were read; `unseen` of them wait.
    """

    tag: str
    category: str
    urgency: str
    day: str
    standing: Standing
    holder: str | None
    rater: str | None
    second: str | None
    labels: tuple[Label, ...]
    epoch: int
    expires_on: str
    additions: int
    replies: int
    unseen: int


async def open_tips(
    db: Database, first: int = 0, limit: int = LISTED_MAX, *, today: date = date.min
) -> tuple[Case, ...]:
    """Return tips that are not closed, most urgent and then oldest first, from the place *first* on.

    Those whose time is over by *today* are about to be erased, and left out.
    """
    async with db.reading() as tx:
        rows = await tx.all(
            f"""
            {_CASE} WHERE tip.state != 'closed' AND tip.expires_on > :today
            ORDER BY CASE urgency WHEN 'critical' THEN 0 WHEN 'high' THEN 1 ELSE 2 END, day, tip.tag
            LIMIT :limit OFFSET :first
            """,
            {"first": first, "limit": limit, "today": today.isoformat()},
        )
        return await _cases(tx, rows)


async def count_open(db: Database, *, today: date = date.min) -> int:
    """Return how many tips are not closed, and not over by *today*."""
    sql = "SELECT COUNT(*) AS n FROM tip WHERE state != 'closed' AND expires_on > :today"
    async with db.reading() as tx:
        row = await tx.only(sql, {"today": today.isoformat()})
    return int(row["n"])


async def case(db: Database, tag: str) -> Case:
    """Return the tip, closed or not.

    Raises:
        NoSuchTip: If there is none with this tag.
    """
    async with db.reading() as tx:
        found = await _cases(tx, await tx.all(f"{_CASE} WHERE tip.tag = :tag", {"tag": tag}))
    if not found:
        raise NoSuchTip
    return found[0]


async def _cases(tx: Transaction, rows: Sequence[Row]) -> tuple[Case, ...]:
    tags = numbered("tag", [row["tag"] for row in rows])
    labels: defaultdict[str, set[Label]] = defaultdict(set)
    for row in await tx.all(f"SELECT tag, label FROM tip_label WHERE tag IN ({in_list(tags)})", tags):
        labels[row["tag"]].add(Label(row["label"]))
    return tuple(_case(row, labels[row["tag"]]) for row in rows)


def _case(row: Row, labels: set[Label]) -> Case:
    return Case(
        tag=row["tag"],
        category=row["category"],
        urgency=row["urgency"],
        day=row["day"],
        standing=standing_of(row),
        holder=row["holder"],
        rater=row["rater"],
        second=row["second"],
        labels=tuple(label for label in Label if label in labels),
        epoch=row["epoch"],
        expires_on=row["expires_on"],
        additions=row["additions"],
        replies=row["replies"],
        unseen=row["unseen"],
    )
