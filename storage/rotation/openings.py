"""Openings carried over: their digests are made of the subscribers' own, which change too.

Such a digest cannot be wrapped, it has to be made anew: from the subscriber's digest before to that afterwards. One
whose subscriber is gone leads nowhere any more and is dropped, so that none is left that the old key could test.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.petitions.openings import reader_digest
from storage.rotation.rows import SLICE

if TYPE_CHECKING:
    from storage.rotation.rows import Carrying
    from storage.transactions import Row, Transaction

_MADE = "x"  # put before a digest that was made anew; the others begin with a hexadecimal digit


async def carry_openings(tx: Transaction, carrying: Carrying) -> None:
    """Make the digests of all openings anew; before those of subscribers are carried over."""
    codes = [row["appeal"] for row in await tx.all("SELECT DISTINCT appeal FROM opening")]
    last = -1
    while codes and (
        rows := await tx.all(
            "SELECT id, person FROM subscriber WHERE id > :last ORDER BY id LIMIT :slice",
            {"last": last, "slice": SLICE},
        )
    ):
        for code in codes:
            await tx.execute_many(
                "UPDATE opening SET reader = :after WHERE appeal = :code AND reader = :before",
                [_made_anew(row, code, carrying) for row in rows],
            )
        last = rows[-1]["id"]
    await tx.execute("DELETE FROM opening WHERE reader < :made", {"made": _MADE})
    for code in codes:
        await _strip(tx, code, carrying)


def _made_anew(row: Row, code: str, carrying: Carrying) -> dict[str, str | None]:
    person = carrying.digest("subscriber.person", row["person"]) or ""
    return {
        "code": code,
        "before": reader_digest(carrying.before, code, row["person"]),
        "after": _MADE + reader_digest(carrying.after, code, person),
    }


async def _strip(tx: Transaction, code: str, carrying: Carrying) -> None:
    """Take away again what marked the digests that were made anew, some at a time."""
    while stripped := await tx.execute(
        """
        UPDATE opening SET reader = substr(reader, 2) WHERE appeal = :code AND reader IN
            (SELECT reader FROM opening WHERE appeal = :code AND reader >= :made LIMIT :slice)
        """,
        {"code": code, "made": _MADE, "slice": SLICE},
    ):
        carrying.rows["opening"] += stripped
