"""The count of each petition, kept beside its signatures, so that a live count reads a few rows."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from storage.petitions.signatures.records import Channel, SignatureState

if TYPE_CHECKING:
    from collections.abc import Iterable

    from storage.database import Database
    from storage.transactions import Row, Transaction


class Dimension(StrEnum):
    """What signatures are counted by, beside the channel; the counts of each add up to the total."""

    COUNTRY = "country"
    LANGUAGE = "language"
    SOURCE = "source"
    DAY = "day"


@dataclass(frozen=True)
class Count:
    """How many valid signatures came through one channel from one country."""

    channel: str
    country: str
    valid: int


@dataclass(frozen=True)
class Total:
    """How many valid signatures a petition has: given in the chat, and on sheets of every kind; shown apart."""

    online: int = 0
    on_paper: int = 0

    @property
    def all(self) -> int:
        """Both together."""
        return self.online + self.on_paper


@dataclass(frozen=True)
class Bump:
    """A change of the count.

    Attributes:
        values: By dimension; what is not known is left out.
    """

    channel: str
    values: tuple[tuple[Dimension, str], ...]
    by: int


async def total_signatures(db: Database, code: str) -> Total:
    """Return how many valid signatures the petition has now."""
    counts = await count_channels(db, code)
    online = counts.pop(Channel.TELEGRAM, 0)
    return Total(online, counts.total())


async def count_channels(db: Database, code: str) -> Counter[str]:
    """Return the live counts by channel."""
    async with db.reading() as tx:
        rows = await tx.all(
            """
            SELECT channel, SUM(valid) AS valid FROM tally
            WHERE appeal = :code AND dimension = 'country' GROUP BY channel
            """,
            {"code": code},
        )
    return Counter({row["channel"]: row["valid"] for row in rows if row["valid"]})


async def count_signatures(db: Database, code: str) -> tuple[Count, ...]:
    """Return the live counts by channel and country, largest first; their sum is the total."""
    rows = await _rows(db, code, Dimension.COUNTRY)
    return tuple(Count(row["channel"], row["value"], row["valid"]) for row in rows)


async def count_by(db: Database, code: str, dimension: Dimension) -> Counter[str]:
    """Return the live counts by one dimension, over every channel; an empty value is what is not known."""
    counts: Counter[str] = Counter()
    for row in await _rows(db, code, dimension):
        counts[row["value"]] += row["valid"]
    return counts


async def bump(tx: Transaction, code: str, bumps: Iterable[Bump]) -> None:
    """Change the tally, in the transaction of the signatures themselves; what counts nobody any more is not kept."""
    changes: Counter[tuple[str, str, str]] = Counter()
    for one in bumps:
        known = dict(one.values)
        for dimension in Dimension:
            changes[one.channel, dimension, known.get(dimension, "")] += one.by
    cells = [
        (change, {"code": code, "channel": channel, "dimension": dimension, "value": value})
        for (channel, dimension, value), change in changes.items()
        if change
    ]
    await tx.execute_many(
        """
        INSERT INTO tally (appeal, channel, dimension, value, valid)
        VALUES (:code, :channel, :dimension, :value, :change)
        ON CONFLICT (appeal, channel, dimension, value) DO UPDATE SET valid = tally.valid + excluded.valid
        """,
        [{**cell, "change": change} for change, cell in cells],
    )
    await tx.execute_many(
        """
        DELETE FROM tally WHERE appeal = :code AND channel = :channel AND dimension = :dimension AND value = :value
            AND valid = 0
        """,
        [cell for change, cell in cells if change < 0],
    )


def bump_of(db: Database, row: Row, by: int) -> Bump:
    """Return the change that a signature's row makes when it begins to count, or stops; its country is still kept."""
    values = {
        Dimension.COUNTRY: db.key.decrypt("signature.country", row["country"]),
        Dimension.LANGUAGE: row["signed_in"],
        Dimension.SOURCE: row["source"] or "",
        Dimension.DAY: row["day"],
    }
    return Bump(row["channel"], tuple(values.items()), by)


def counts(row: Row) -> bool:
    """Say whether the signature is in the tally."""
    return bool(row["state"] == SignatureState.VALID)


async def _rows(db: Database, code: str, dimension: Dimension) -> list[Row]:
    async with db.reading() as tx:
        return await tx.all(
            """
            SELECT channel, value, valid FROM tally
            WHERE appeal = :code AND dimension = :dimension AND valid > 0
            ORDER BY valid DESC, channel, value
            """,
            {"code": code, "dimension": dimension},
        )
