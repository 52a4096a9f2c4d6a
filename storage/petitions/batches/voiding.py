"""Taking a whole batch back: its signatures stop to count, its names are erased, its row and the audit stay."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from storage.audit import Deed, record
from storage.errors import NamesNotKept
from storage.petitions.batches.names import SLICE
from storage.petitions.batches.records import BatchState, find_batch, require_batch
from storage.petitions.counting.tally import Bump, bump
from storage.petitions.log import entries
from storage.petitions.log.ledger import append
from storage.petitions.signatures.erasing import SAID
from storage.petitions.signatures.records import STANDING, stands
from storage.petitions.signatures.standing import take_out
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
    await _finish(db, code, number)
    batch = await find_batch(db, code, number)
    if batch.state is not BatchState.VOIDED:
        raise NamesNotKept
    return batch


async def finish_voiding(db: Database, code: str) -> None:
    """Take out what is left of the petition's batches that were begun to be voided."""
    async with db.reading() as tx:
        rows = await tx.all(
            "SELECT id FROM batch WHERE appeal = :code AND state = 'voiding' ORDER BY id", {"code": code}
        )
    for row in rows:
        await _finish(db, code, row["id"])


async def _finish(db: Database, code: str, number: int) -> None:
    """Take out all that is left; the batch is voided once none of its signatures counts."""
    reached: int | None = 0
    while reached is not None:
        reached = await _void_slice(db, code, number, reached)
    async with db.transaction() as tx:
        if not await _stands_for_good(tx, number):
            await tx.execute("UPDATE batch SET state = 'voided' WHERE id = :id AND state = 'voiding'", {"id": number})


async def _stands_for_good(tx: Transaction, number: int) -> bool:
    """Say whether a name of the batch was erased while it counted."""
    row = await tx.one(
        f"SELECT 1 FROM signature WHERE batch = :id AND name IS NULL AND {STANDING} LIMIT 1", {"id": number}
    )
    return row is not None


async def _begin(db: Database, code: str, number: int, reason: str, by: Coordinator, now: datetime) -> None:
    """Say who voids it and why; of a mere count, that is all there is to do."""
    async with db.transaction() as tx:
        batch = await require_batch(tx, db, code, number)
        if batch.state in {BatchState.VOIDING, BatchState.VOIDED}:
            return
        if await _stands_for_good(tx, number):
            raise NamesNotKept
        await tx.execute(
            """
            UPDATE batch SET state = 'voiding', reason = :reason, voided_by = :by, voided_at = :at WHERE id = :id
            """,
            {
                "id": number,
                "reason": db.key.encrypt("batch.reason", reason),
                "by": by.id,
                "at": int(now.timestamp()),
            },
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


async def _void_slice(db: Database, code: str, number: int, reached: int) -> int | None:
    """Take out and erase the next names after the row *reached*; return the last of them, or None if there was none."""
    async with db.transaction() as tx:
        rows = await tx.all(
            """
            SELECT * FROM signature WHERE batch = :id AND +appeal = :code AND id > :reached AND name IS NOT NULL
            ORDER BY id LIMIT :slice
            """,
            {"id": number, "code": code, "reached": reached, "slice": SLICE},
        )
        if not rows:
            return None
        await take_out(tx, db, [row for row in rows if stands(row)], entries.Deed.INVALIDATED)
        await _let_go(tx, rows)
        await _erase(tx, [row["id"] for row in rows])
    return int(rows[-1]["id"])


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
        UPDATE signature SET state = 'invalidated', state_before = NULL, invalidation = NULL, {SAID}
        WHERE id IN ({in_list(wanted)})
        """,
        wanted,
    )
    await tx.execute(f"DELETE FROM consent WHERE signature IN ({in_list(wanted)})", wanted)
