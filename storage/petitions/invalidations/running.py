"""Invalidations under way: a slice in each transaction, so that nobody waits for the database and a crash goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.audit import Deed as AuditedDeed
from storage.audit import record
from storage.petitions.invalidations.criteria import SLICE, fitting, rows_after
from storage.petitions.invalidations.proposing import Invalidation, InvalidationState, criteria_of, invalidation_of
from storage.petitions.log.entries import Deed
from storage.petitions.signatures.records import SignatureState
from storage.petitions.signatures.standing import put_back, take_out

if TYPE_CHECKING:
    from datetime import datetime

    from storage.database import Database
    from storage.transactions import Row, Transaction


async def run_invalidations(db: Database, now: datetime) -> tuple[Invalidation, ...]:
    """Do all that is under way, and return what came to its end."""
    ended = []
    while (under_way := await _under_way(db)) is not None:
        if one := await run_slice(db, under_way, now):
            ended.append(one)
    return tuple(ended)


async def run_slice(db: Database, invalidation: int, now: datetime) -> Invalidation | None:
    """Take the next signatures out, or put them back; return the invalidation once it is at its end."""
    async with db.transaction() as tx:
        row = await tx.only("SELECT * FROM invalidation WHERE id = :id", {"id": invalidation})
        match row["state"]:
            case InvalidationState.RUNNING:
                over = await _take_slice(tx, db, row)
            case InvalidationState.UNDOING:
                over = await _return_slice(tx, db, row)
            case _:
                return None
        if not over:
            return None
        state = InvalidationState.DONE if row["state"] == InvalidationState.RUNNING else InvalidationState.UNDONE
        ended = await tx.only(
            "UPDATE invalidation SET state = :state, ended_at = :at WHERE id = :id RETURNING *",
            {"id": invalidation, "state": state, "at": int(now.timestamp())},
        )
        detail: dict[str, str | int] = {"invalidation": invalidation, "signatures": ended["signatures"]}
        deed = "invalidate" if state is InvalidationState.DONE else "restore"
        await record(tx, AuditedDeed(now, None, deed, ended["appeal"], detail))
    return invalidation_of(db, ended)


async def _take_slice(tx: Transaction, db: Database, invalidation: Row) -> bool:
    """Take out what is meant of the next rows, and never more than were found; return whether there was none left."""
    criteria = criteria_of(db, invalidation)
    looked_at = await rows_after(tx, invalidation["appeal"], criteria, invalidation["reached"])
    if not looked_at:
        return True
    still = max(0, invalidation["found"] - invalidation["signatures"])  # others may have been put back meanwhile
    rows = [row for row, _ in fitting(db, looked_at, criteria)][:still]
    await take_out(tx, db, rows, Deed.INVALIDATED)
    await tx.execute_many(
        """
        UPDATE signature SET state = 'invalidated', state_before = state, invalidation = :invalidation WHERE id = :id
        """,
        [{"id": row["id"], "invalidation": invalidation["id"]} for row in rows],
    )
    await tx.execute(
        "UPDATE invalidation SET reached = :reached, signatures = signatures + :taken WHERE id = :id",
        {"id": invalidation["id"], "reached": looked_at[-1]["id"], "taken": len(rows)},
    )
    return False


async def _return_slice(tx: Transaction, db: Database, invalidation: Row) -> bool:
    """Put some back as what they were before; return whether there was none left whose time is not over."""
    found = await tx.all(
        """
        SELECT * FROM signature
        WHERE invalidation = :id AND state = 'invalidated' AND country IS NOT NULL ORDER BY id LIMIT :slice
        """,
        {"id": invalidation["id"], "slice": SLICE},
    )
    if not found:
        await _refuse_no_more(tx, invalidation)
        return True
    await tx.execute_many(
        "UPDATE signature SET state = state_before, state_before = NULL, invalidation = NULL WHERE id = :id",
        [{"id": row["id"]} for row in found],
    )
    await put_back(tx, db, [row for row in found if row["state_before"] == SignatureState.VALID])
    await take_out(tx, db, [row for row in found if row["state_before"] == SignatureState.SUSPECT], Deed.HELD)
    await tx.execute(
        "UPDATE invalidation SET signatures = signatures - :back WHERE id = :id",
        {"id": invalidation["id"], "back": len(found)},
    )
    return False


async def _refuse_no_more(tx: Transaction, invalidation: Row) -> None:
    """Erase what was kept of forgotten signers so that they stay refused: nothing is held against them any more."""
    await tx.execute(
        """
        DELETE FROM signature
        WHERE invalidation = :id AND state = 'invalidated' AND country IS NULL AND signer IS NOT NULL
        """,
        {"id": invalidation["id"]},
    )


async def _under_way(db: Database) -> int | None:
    async with db.reading() as tx:
        row = await tx.one("SELECT id FROM invalidation WHERE state IN ('running', 'undoing') ORDER BY id LIMIT 1")
    return int(row["id"]) if row else None
