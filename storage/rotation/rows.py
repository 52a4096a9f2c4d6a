"""One table carried over from one generation of the key to another, in slices: memory does not grow with the rows."""

from __future__ import annotations

import logging
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from storage.errors import BadSecretKey

if TYPE_CHECKING:
    from storage.rotation.columns import Keyed
    from storage.secret_key import SecretKey
    from storage.transactions import Row, Transaction

log = logging.getLogger(__name__)

SLICE = 1_000  # rows


@dataclass(frozen=True)
class Carrying:
    """The way from the key *before* to the key *after*, which has more generations.

    Attributes:
        rows: How many were carried over, of each table.
        unreadable: How many fields and digests were damaged before; they are left as they are.
    """

    before: SecretKey
    after: SecretKey
    rows: Counter[str] = field(default_factory=Counter)
    unreadable: Counter[str] = field(default_factory=Counter)

    def field(self, column: str, content: bytes | None) -> bytes | None:
        """Return a field under the new key."""
        if content is None:
            return None
        try:
            return self.after.encrypt(column, self.before.decrypt(column, content))
        except BadSecretKey:
            self.unreadable[column] += 1
            return content

    def digest(self, column: str, digest: str | None) -> str | None:
        """Return a digest as the new key would have made it."""
        if digest is None:
            return None
        try:
            return self.after.carried(digest, self.before.generations)
        except ValueError:
            self.unreadable[column] += 1
            return digest


async def carry_table(tx: Transaction, keyed: Keyed, carrying: Carrying) -> None:
    """Carry over the keyed columns of every row."""
    columns = (*keyed.encrypted, *keyed.digests)
    last = keyed.start
    while rows := await tx.all(
        f"""
        SELECT {keyed.by} AS place, {", ".join(columns)} FROM {keyed.table}
        WHERE {keyed.by} > :last ORDER BY {keyed.by} LIMIT :slice
        """,
        {"last": last, "slice": SLICE},
    ):
        await tx.execute_many(
            f"UPDATE {keyed.table} SET {', '.join(f'{one} = :{one}' for one in columns)} WHERE {keyed.by} = :place",
            [_carried(row, keyed, carrying) for row in rows],
        )
        carrying.rows[keyed.table] += len(rows)
        last = rows[-1]["place"]


def _carried(row: Row, keyed: Keyed, carrying: Carrying) -> dict[str, str | int | bytes | None]:
    return {
        "place": row["place"],
        **{one: carrying.field(f"{keyed.table}.{one}", row[one]) for one in keyed.encrypted},
        **{one: carrying.digest(f"{keyed.table}.{one}", row[one]) for one in keyed.digests},
    }
