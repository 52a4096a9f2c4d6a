"""Rows of signatures, as what takes them out of the count and puts them back is given them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.transactions import in_list, numbered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from storage.transactions import Row, Transaction


async def rows_of(tx: Transaction, signatures: Sequence[int]) -> list[Row]:
    """Return the rows of *signatures*, in the order of their numbers."""
    wanted = numbered("id", signatures)
    return await tx.all(f"SELECT * FROM signature WHERE id IN ({in_list(wanted)}) ORDER BY serial", wanted)
