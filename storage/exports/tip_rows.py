"""Tips as they go into the sealed files of tips: the most urgent first, and closed ones after all others.

A file holds what the server has of its tips at one moment. The audit has a row for each file that was made, written
before the file leaves the house, and one more for a file that could not be sent.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from storage.audit import Deed, record
from storage.exports.tip_bundle import BundledAddition, BundledRating, BundledTip, addition_line, first_line, tip_line
from storage.tips.review.deeds import standing_of
from storage.tips.words import Category, Label, Urgency

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime
    from typing import BinaryIO

    from storage.database import Database
    from storage.people.coordinators import Coordinator
    from storage.tips.keys.epochs import Epoch
    from storage.transactions import Row, Transaction

LINE_AROUND = 1024  # bytes of a line beside what is sealed in it, at the most
_URGENT_FIRST = """
    tip.state = 'closed', CASE urgency WHEN 'critical' THEN 0 WHEN 'high' THEN 1 ELSE 2 END, day, tip.tag
"""
_TIPS = """
    SELECT tip.*, rater.alias AS rater, second.alias AS second FROM tip
        LEFT JOIN coordinator AS rater ON rater.id = tip.rated_by
        LEFT JOIN coordinator AS second ON second.id = tip.agreed_by
"""


@dataclass(frozen=True)
class Part:
    """One of the files into which all tips go; *number* of *parts*."""

    number: int
    parts: int
    tags: tuple[str, ...]


async def parts_of_tips(db: Database, most: int, today: date) -> tuple[Part, ...]:
    """Return into which files of at most *most* bytes each all tips go, in order; none if there is no tip.

    Tips whose time is over by *today* are about to be erased, and left out.
    """
    files: list[list[str]] = []
    size = most
    async with db.reading() as tx:
        for row in await tx.all(
            f"""
            SELECT tip.tag, :around + length(sealed) * 4 / 3 + COALESCE((
                SELECT SUM(:around + length(tip_addition.sealed) * 4 / 3) FROM tip_addition
                WHERE tip_addition.tag = tip.tag
            ), 0) AS size
            FROM tip WHERE expires_on > :today ORDER BY {_URGENT_FIRST}
            """,
            {"around": LINE_AROUND, "today": today.isoformat()},
        ):
            if not files or size + row["size"] > most:
                files.append([])
                size = 0
            files[-1].append(row["tag"])
            size += row["size"]
    return tuple(Part(number, len(files), tuple(tags)) for number, tags in enumerate(files, 1))


async def bundled_tips(db: Database, tags: Iterable[str], by: Coordinator, now: datetime) -> tuple[BundledTip, ...]:
    """Return those of the tips that are still there with all that the server has of them; the audit notes it."""
    values = {"tags": json.dumps(list(tags))}
    chosen = "tag IN (SELECT value FROM json_each(:tags))"
    async with db.transaction() as tx:
        rows = await tx.all(f"{_TIPS} WHERE tip.{chosen} ORDER BY {_URGENT_FIRST}", values)
        labels = await _labels(tx)
        additions: defaultdict[str, list[BundledAddition]] = defaultdict(list)
        for row in await tx.all(f"SELECT * FROM tip_addition WHERE {chosen} ORDER BY tag, number", values):
            additions[row["tag"]].append(_addition(row))
        if rows:
            await record(tx, Deed(now, by.id, "export_tips", "tips", {"rows": len(rows)}))
    return tuple(_bundled(row, labels[row["tag"]], additions[row["tag"]], now) for row in rows)


async def note_unsent(db: Database, rows: int, by: Coordinator, now: datetime) -> None:
    """Have the audit say that a file of so many tips was made, and is not known to have arrived."""
    async with db.transaction() as tx:
        await record(tx, Deed(now, by.id, "fail_to_send_tips", "tips", {"rows": rows}))


async def write_all_tips(db: Database, epoch: Epoch, made_on: date, now: datetime, out: BinaryIO) -> int:
    """Write every tip in flat memory as one bundle that is yet to be sealed, and return how many there were."""
    kept, values = "tag IN (SELECT tag FROM tip WHERE expires_on > :today)", {"today": made_on.isoformat()}
    async with db.long_reading() as tx:
        counted = await tx.only(
            f"""
            SELECT (SELECT COUNT(*) FROM tip WHERE {kept}) AS tips,
                (SELECT COUNT(*) FROM tip_addition WHERE {kept}) AS additions
            """,
            values,
        )
        out.write(first_line(epoch, made_on, tips=counted["tips"], additions=counted["additions"]))
        labels = await _labels(tx)
        async for row in tx.stream(f"{_TIPS} WHERE tip.{kept} ORDER BY {_URGENT_FIRST}", values):
            out.write(tip_line(_bundled(row, labels[row["tag"]], (), now)))
        async for row in tx.stream(f"SELECT * FROM tip_addition WHERE {kept} ORDER BY tag, number", values):
            out.write(addition_line(row["tag"], _addition(row)))
    return int(counted["tips"])


async def note_written(db: Database, rows: int, by: Coordinator, now: datetime) -> None:
    """Have the audit say that a file of so many tips was made."""
    async with db.transaction() as tx:
        await record(tx, Deed(now, by.id, "export_tips", "tips", {"rows": rows}))


async def _labels(tx: Transaction) -> Mapping[str, set[Label]]:
    labels: defaultdict[str, set[Label]] = defaultdict(set)
    for row in await tx.all("SELECT tag, label FROM tip_label"):
        labels[row["tag"]].add(Label(row["label"]))
    return labels


def _addition(row: Row) -> BundledAddition:
    return BundledAddition(row["number"], date.fromisoformat(row["day"]), row["sealed"])


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
