"""Who asks that signatures are taken out, and who agrees: above a number of them, two people (rule X11)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
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

ALONE_WITHIN = timedelta(days=1)
"""In which what one person takes out of a petition, and nobody agreed to, is added up."""


class InvalidationState(StrEnum):
    """Where an invalidation is: proposed → running → done, or cancelled on the way; undoing → undone."""

    PROPOSED = "proposed"
    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"
    UNDOING = "undoing"
    UNDONE = "undone"


@dataclass(frozen=True)
class Proposal:
    """What somebody wants out of the count of the petition *code*, and why.

    Attributes:
        found: How many signatures that are; more than so many are never taken out.
    """

    code: str
    criteria: Criteria
    found: int
    reason: str


@dataclass(frozen=True)
class Invalidation:
    """Signatures that somebody wants out of the count, and how far that is.

    Attributes:
        reason: Empty once the names are erased.
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


async def propose(db: Database, proposal: Proposal, by: Coordinator, now: datetime, *, alone: int) -> Invalidation:
    """Let signatures be taken out: at once, or once another one agrees, where they are many.

    That is where, with what is `taken_alone`, they would be more than *alone*. What is signed from now on is never
    meant.
    """
    code = proposal.code
    async with db.transaction() as tx:
        second = await _taken_alone(tx, code, by, now) + proposal.found > alone
        row = await tx.only(
            """
            INSERT INTO invalidation (appeal, criteria, reason, author, state, reached, found, signatures, proposed_at)
            VALUES (:code, :criteria, :reason, :by, :state, 0, :found, 0, :at) RETURNING *
            """,
            {
                "code": code,
                "criteria": db.key.encrypt("invalidation.criteria", proposal.criteria.before(now).to_json()),
                "reason": db.key.encrypt("invalidation.reason", proposal.reason),
                "by": by.id,
                "state": InvalidationState.PROPOSED if second else InvalidationState.RUNNING,
                "found": proposal.found,
                "at": int(now.timestamp()),
            },
        )
        await record(tx, Deed(now, by.id, "propose_invalidation", code, {"invalidation": row["id"]}))
    return invalidation_of(db, row)


async def taken_alone(db: Database, code: str, by: Coordinator, now: datetime) -> int:
    """Return how many signatures *by* took out within `ALONE_WITHIN`, with nobody's consent and not undone."""
    async with db.reading() as tx:
        return await _taken_alone(tx, code, by, now)


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
    return tuple(invalidation_of(db, row) for row in rows)


async def find_invalidation(db: Database, invalidation: int) -> Invalidation | None:
    """Return one invalidation, if there is such a one."""
    async with db.reading() as tx:
        row = await tx.one("SELECT * FROM invalidation WHERE id = :id", {"id": invalidation})
    return invalidation_of(db, row) if row else None


def invalidation_of(db: Database, row: Row) -> Invalidation:
    """Return what a row holds."""
    return Invalidation(
        row["id"],
        row["appeal"],
        criteria_of(db, row),
        db.key.decrypt("invalidation.reason", row["reason"]) if row["reason"] else "",
        row["author"],
        InvalidationState(row["state"]),
        row["signatures"],
    )


def criteria_of(db: Database, row: Row) -> Criteria:
    """Return which signatures the invalidation's row means."""
    return Criteria.from_json(db.key.decrypt("invalidation.criteria", row["criteria"]))


async def erase_reasons(tx: Transaction, db: Database, code: str) -> None:
    """Erase why the petition's signatures were taken out, and from which country they were: it may say who it was."""
    rows = await tx.all(
        "SELECT id, criteria FROM invalidation WHERE appeal = :code AND reason IS NOT NULL", {"code": code}
    )
    await tx.execute_many(
        "UPDATE invalidation SET reason = NULL, criteria = :criteria WHERE id = :id",
        [
            {
                "id": row["id"],
                "criteria": db.key.encrypt(
                    "invalidation.criteria", replace(criteria_of(db, row), country=None).to_json()
                ),
            }
            for row in rows
        ],
    )


async def _taken_alone(tx: Transaction, code: str, by: Coordinator, now: datetime) -> int:
    row = await tx.only(
        """
        SELECT COALESCE(SUM(CASE WHEN state = 'running' THEN found ELSE signatures END), 0) AS n FROM invalidation
        WHERE appeal = :code AND author = :by AND confirmed_by IS NULL AND state <> 'undone' AND proposed_at > :since
        """,
        {"code": code, "by": by.id, "since": int((now - ALONE_WITHIN).timestamp())},
    )
    return int(row["n"])


async def _require(tx: Transaction, invalidation: int, *states: InvalidationState) -> Row:
    row = await tx.one("SELECT * FROM invalidation WHERE id = :id", {"id": invalidation})
    if row is None:
        raise NoSuchAppeal
    if row["state"] not in states:
        raise WrongState(row["state"])
    return row
