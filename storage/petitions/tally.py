"""The count of each petition, kept beside its signatures, so that a live count reads a few rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from storage.database import Database
    from storage.transactions import Row, Transaction


@dataclass(frozen=True)
class Count:
    """How many valid signatures came through one channel from one country."""

    channel: str
    country: str
    valid: int


async def count_signatures(db: Database, code: str) -> tuple[Count, ...]:
    """Return the live counts by channel and country, largest first; their sum is the total."""
    async with db.reading() as tx:
        rows = await tx.all(
            """
            SELECT channel, country, valid FROM tally WHERE appeal = :code AND valid > 0
            ORDER BY valid DESC, channel, country
            """,
            {"code": code},
        )
    return tuple(Count(row["channel"], row["country"], row["valid"]) for row in rows)


async def total_signatures(db: Database, code: str) -> int:
    """Return how many valid signatures the petition has now."""
    return sum(count.valid for count in await count_signatures(db, code))


async def count(tx: Transaction, code: str, channel: str, country: str, change: int) -> None:
    """Change the tally by *change*, in the transaction of the signature itself."""
    await tx.execute(
        """
        INSERT INTO tally (appeal, channel, country, valid) VALUES (:code, :channel, :country, :change)
        ON CONFLICT (appeal, channel, country) DO UPDATE SET valid = tally.valid + :change
        """,
        {"code": code, "channel": channel, "country": country, "change": change},
    )


async def uncount(tx: Transaction, db: Database, row: Row) -> None:
    """Take a signature's row out of the tally, before it is withdrawn or erased; one withdrawn before is not in it."""
    if row["state"] != "valid":
        return
    country = db.key.decrypt("signature.country", row["country"])
    await count(tx, row["appeal"], row["channel"], country, -1)
