"""Taking a whole batch back: its signatures stop to count, its names are erased, its row and the audit stay."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from storage.audit import Deed, record
from storage.errors import NamesNotKept
from storage.petitions.batches.names import SLICE
from storage.petitions.batches.records import BatchState, require_batch
from storage.petitions.log import entries
from storage.petitions.log.ledger import append
from storage.petitions.signatures import STANDING, stands
from storage.petitions.standing import take_out
from storage.petitions.tally import Bump, bump
from storage.transactions import in_list, numbered

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from storage.database import Database
    from storage.people.coordinators import Coordinator
    from storage.petitions.batches.records import Batch
    from storage.transactions import Row, Transaction


async def void_batch(db: Database, code: str, number: int, reason: str, by: Coordinator, now: datetime) -> Batch:
    """Take the batch out of the count, in slices, and return it; one that was begun to be voided is finished.

    Its list can be entered anew afterwards.

    Raises:
        NoSuchBatch: If the petition has none of this number.
        NamesNotKept: If its names were erased when their time was over.
    """
    await _begin(db, code, number, reason, by, now)
    while await _void_slice(db, code, number):
        pass
    async with db.transaction() as tx:
        await tx.execute("UPDATE batch SET state = 'voided' WHERE id = :id AND state = 'voiding'", {"id": number})
        return await require_batch(tx, code, number)


async def _begin(db: Database, code: str, number: int, reason: str, by: Coordinator, now: datetime) -> None:
    """Say who voids it and why; of a mere count, that is all there is to do."""
    async with db.transaction() as tx:
        batch = await require_batch(tx, code, number)
        if batch.state in {BatchState.VOIDING, BatchState.VOIDED}:
            return
        values: dict[str, str | int] = {"id": number, "reason": reason, "by": by.id, "at": int(now.timestamp())}
        final = await tx.one(f"SELECT 1 FROM signature WHERE batch = :id AND name IS NULL AND {STANDING}", values)
        if final is not None:
            raise NamesNotKept
        await tx.execute(
            """
            UPDATE batch SET state = 'voiding', reason = :reason, voided_by = :by, voided_at = :at WHERE id = :id
            """,
            values,
        )
        if not batch.named:
            await _uncount(tx, code, batch)
        detail: dict[str, str | int] = {"batch": number, "channel": batch.channel, "signatures": batch.signatures}
        await record(tx, Deed(now, by.id, "void_batch", code, detail))


async def _uncount(tx: Transaction, code: str, batch: Batch) -> None:
    row = await tx.only("SELECT leaf FROM batch WHERE id = :id", {"id": batch.id})
    await append(tx, code, [entries.Entry(entries.Deed.VOIDED, of=row["leaf"])])
    await bump(tx, code, [Bump(batch.channel, (), -batch.signatures)])
    await tx.execute("UPDATE batch SET state = 'voided' WHERE id = :id", {"id": batch.id})


async def _void_slice(db: Database, code: str, number: int) -> bool:
    """Take out and erase the next names; False when there is none left."""
    async with db.transaction() as tx:
        rows = await tx.all(
            """
            SELECT * FROM signature WHERE batch = :id AND appeal = :code AND name IS NOT NULL ORDER BY id LIMIT :slice
            """,
            {"id": number, "code": code, "slice": SLICE},
        )
        if not rows:
            return False
        await take_out(tx, db, [row for row in rows if stands(row)], entries.Deed.INVALIDATED)
        await _let_go(tx, rows)
        await _erase(tx, [row["id"] for row in rows])
    return True


async def _let_go(tx: Transaction, rows: Sequence[Row]) -> None:
    """Let invalidations go of signatures that are out through the batch now: undoing one brings none of them back."""
    held = Counter(row["invalidation"] for row in rows if row["invalidation"] is not None and not stands(row))
    await tx.execute_many(
        "UPDATE invalidation SET signatures = signatures - :n WHERE id = :id",
        [{"id": invalidation, "n": n} for invalidation, n in held.items()],
    )


async def _erase(tx: Transaction, signatures: Sequence[int]) -> None:
    wanted = numbered("id", signatures)
    await tx.execute(
        f"""
        UPDATE signature SET state = 'invalidated', state_before = NULL, invalidation = NULL, name = NULL,
            country = NULL, city = NULL, email = NULL, comment = NULL, likeness = NULL, salt = NULL
        WHERE id IN ({in_list(wanted)})
        """,
        wanted,
    )
    await tx.execute(f"DELETE FROM consent WHERE signature IN ({in_list(wanted)})", wanted)
