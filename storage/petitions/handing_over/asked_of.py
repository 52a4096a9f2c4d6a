"""Which versions of a petition asked of an addressee what the current one does, and who signed another one.

A name is handed over only under the demands that its signer read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.appeals.model import Appeal, appeal_in
from storage.transactions import in_list, numbered

if TYPE_CHECKING:
    from storage.transactions import Transaction


async def earlier_signers(tx: Transaction, current: Appeal, addressee: str) -> int:
    """Return how many signatures count that were given to a version which asked something else of the addressee."""
    asking = await asking_the_same(tx, current, addressee)
    row = await tx.only(
        f"""
        SELECT COUNT(*) AS n FROM signature
        WHERE appeal = :code AND state = 'valid' AND version NOT IN ({in_list(asking)})
        """,
        {"code": current.code, **asking},
    )
    return int(row["n"])


async def asking_the_same(tx: Transaction, current: Appeal, addressee: str) -> dict[str, int]:
    """Return the rows of the versions that asked of the addressee what the current one does, as parameters."""
    rows = await tx.all("SELECT id, document FROM appeal_version WHERE appeal = :code", {"code": current.code})
    same = [row["id"] for row in rows if _asks_the_same(appeal_in(row["document"]), current, addressee)]
    return numbered("version", same)


def _asks_the_same(earlier: Appeal, current: Appeal, addressee: str) -> bool:
    shared = set(earlier.texts) & set(current.texts)
    then, now = (
        [
            (one.office[language], one.demands[language])
            for one in appeal.addressees
            if one.id == addressee
            for language in sorted(shared)
        ]
        for appeal in (earlier, current)
    )
    return bool(now) and then == now
