"""Who asks that signatures are taken out, and who agrees: above a number of them, two people (rule X11)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from storage.audit import Deed, record
from storage.errors import NoSuchAppeal, OwnProposal, WrongState
from storage.petitions.invalidations.criteria import Criteria

if TYPE_CHECKING:
    from datetime import datetime

    from storage.database import Database
    from storage.people.coordinators import Coordinator
    from storage.transactions import Row, Transaction


class InvalidationState(StrEnum):
    """Where an invalidation is: proposed → running → done, or cancelled on the way; undoing → undone."""

    PROPOSED = "proposed"
    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"
    UNDOING = "undoing"
    UNDONE = "undone"


@dataclass(frozen=True)
class Invalidation:
    """Signatures that somebody wants out of the count, and how far that is.

    Attributes:
        author: Row of the coordinator who asked for it.
        signatures: How many are invalid through it now.
    """

    id: int
    code: str
    criteria: Criteria
    reason: str
    author: int
    state: InvalidationState
    signatures: int


async def propose(
    db: Database, code: str, criteria: Criteria, reason: str, by: Coordinator, now: datetime, *, second: bool
) -> int:
    """Note that the signatures that *criteria* mean shall be taken out; with *second*, once another one agrees.

    Return the invalidation. What is signed from now on is never meant.
    """
    until = min(criteria.until, now) if criteria.until else now
    bounded = Criteria(**{**vars(criteria), "until": until})
    async with db.transaction() as tx:
        row = await tx.only(
            """
            INSERT INTO invalidation (appeal, criteria, reason, author, state, reached, signatures, proposed_at)
            VALUES (:code, :criteria, :reason, :by, :state, 0, 0, :at) RETURNING id
            """,
            {
                "code": code,
                "criteria": bounded.to_json(),
                "reason": reason,
                "by": by.id,
                "state": InvalidationState.PROPOSED if second else InvalidationState.RUNNING,
                "at": int(now.timestamp()),
            },
        )
        await record(tx, Deed(now, by.id, "propose_invalidation", code, {"invalidation": row["id"]}))
    return int(row["id"])


async def agree(db: Database, invalidation: int, by: Coordinator, now: datetime) -> None:
    """Let a proposed invalidation begin.

    Raises:
        NoSuchAppeal: If there is no such invalidation.
        WrongState: If it does not wait for that.
        OwnProposal: If *by* proposed it.
    """
    async with db.transaction() as tx:
        row = await _require(tx, invalidation, InvalidationState.PROPOSED)
        if row["author"] == by.id:
            raise OwnProposal
        await tx.execute(
            "UPDATE invalidation SET state = 'running', confirmed_by = :by WHERE id = :id",
            {"id": invalidation, "by": by.id},
        )
        await record(tx, Deed(now, by.id, "agree_to_invalidation", row["appeal"], {"invalidation": invalidation}))


async def cancel(db: Database, invalidation: int, by: Coordinator, now: datetime) -> None:
    """Let a proposed or running invalidation go no further; what it took out stays out until it is undone.

    Raises:
        NoSuchAppeal: If there is no such invalidation.
        WrongState: If it is over.
    """
    async with db.transaction() as tx:
        row = await _require(tx, invalidation, InvalidationState.PROPOSED, InvalidationState.RUNNING)
        await tx.execute(
            "UPDATE invalidation SET state = 'cancelled', ended_at = :at WHERE id = :id",
            {"id": invalidation, "at": int(now.timestamp())},
        )
        await record(tx, Deed(now, by.id, "cancel_invalidation", row["appeal"], {"invalidation": invalidation}))


async def undo(db: Database, invalidation: int, by: Coordinator, now: datetime) -> None:
    """Begin to put back all that the invalidation took out.

    Raises:
        NoSuchAppeal: If there is no such invalidation.
        WrongState: If it took nothing out, or still does.
    """
    async with db.transaction() as tx:
        row = await _require(tx, invalidation, InvalidationState.DONE, InvalidationState.CANCELLED)
        if not row["signatures"]:
            raise WrongState(row["state"])
        await tx.execute("UPDATE invalidation SET state = 'undoing' WHERE id = :id", {"id": invalidation})
        await record(tx, Deed(now, by.id, "undo_invalidation", row["appeal"], {"invalidation": invalidation}))


async def invalidations_of(db: Database, code: str, limit: int) -> tuple[Invalidation, ...]:
    """Return the petition's last invalidations, the newest in front."""
    async with db.reading() as tx:
        rows = await tx.all(
            "SELECT * FROM invalidation WHERE appeal = :code ORDER BY id DESC LIMIT :limit",
            {"code": code, "limit": limit},
        )
    return tuple(map(invalidation_of, rows))


async def find_invalidation(db: Database, invalidation: int) -> Invalidation | None:
    """Return one invalidation, if there is such a one."""
    async with db.reading() as tx:
        row = await tx.one("SELECT * FROM invalidation WHERE id = :id", {"id": invalidation})
    return invalidation_of(row) if row else None


def invalidation_of(row: Row) -> Invalidation:
    """Return what a row holds."""
    return Invalidation(
        row["id"],
        row["appeal"],
        Criteria.from_json(row["criteria"]),
        row["reason"],
        row["author"],
        InvalidationState(row["state"]),
        row["signatures"],
    )


async def _require(tx: Transaction, invalidation: int, *states: InvalidationState) -> Row:
    row = await tx.one("SELECT * FROM invalidation WHERE id = :id", {"id": invalidation})
    if row is None:
        raise NoSuchAppeal
    if row["state"] not in states:
        raise WrongState(row["state"])
    return row
