"""Appeals as stored: versions that never change, approvals, and the state that an appeal is in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from storage.appeals.model import Appeal
from storage.audit import Deed, record
from storage.errors import AlreadyApproved, NoSuchAppeal, OwnAppeal, WrongState
from storage.letters.outbox import skip_letters_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from storage.database import Database
    from storage.people.coordinators import Coordinator
    from storage.transactions import Row, Transaction


class AppealState(StrEnum):
    """Where an appeal is in its life (architecture §5)."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    APPROVED = "approved"
    PUBLISHED = "published"
    CLOSED = "closed"


UNSENT = frozenset({AppealState.DRAFT, AppealState.IN_REVIEW, AppealState.APPROVED})


_CURRENT_VERSIONS = """
    SELECT appeal.state, version.*,
        (SELECT COUNT(*) FROM approval WHERE approval.version = version.id) AS approvals
    FROM appeal JOIN appeal_version AS version
        ON version.appeal = appeal.code AND version.number = appeal.version
"""


@dataclass(frozen=True)
class StoredAppeal:
    """An appeal with its current version.

    Attributes:
        version: Row of the current version.
        number: Number of the current version, from 1.
        author: Row of the coordinator who wrote the version.
        approvals: How many coordinators approved the version.
    """

    appeal: Appeal
    state: AppealState
    version: int
    number: int
    author: int
    approvals: int

    def open_at(self, now: datetime) -> bool:
        """Say whether people can sign at *now*."""
        return self.state is AppealState.PUBLISHED and now < self.appeal.deadline


async def add_draft(db: Database, appeal: Appeal, author: Coordinator, now: datetime) -> int:
    """Store *appeal* as a new draft, or as the next version of one that was not sent; return its number.

    Raises:
        WrongState: If the appeal was sent already.
    """
    async with db.transaction() as tx:
        before = await tx.one("SELECT state, version FROM appeal WHERE code = :code", {"code": appeal.code})
        if before is not None and before["state"] not in UNSENT:
            raise WrongState(before["state"])
        number = before["version"] + 1 if before else 1
        await tx.execute(
            """
            INSERT INTO appeal (code, state, version, deadline, signed)
            VALUES (:code, 'draft', :number, :deadline, 0)
            ON CONFLICT (code) DO UPDATE
                SET state = 'draft', version = excluded.version, deadline = excluded.deadline
            """,
            {"code": appeal.code, "number": number, "deadline": int(appeal.deadline.timestamp())},
        )
        await tx.execute(
            """
            INSERT INTO appeal_version (appeal, number, document, digest, author, drafted_at)
            VALUES (:code, :number, :document, :digest, :author, :at)
            """,
            {
                "code": appeal.code,
                "number": number,
                "document": appeal.model_dump_json(),
                "digest": appeal.digest(),
                "author": author.id,
                "at": int(now.timestamp()),
            },
        )
        await record(tx, Deed(now, author.id, "draft", appeal.code, {"version": number}))
    return number


async def submit(db: Database, code: str, number: int, by: Coordinator, now: datetime) -> None:
    """Put version *number* of a draft before the reviewers.

    Raises:
        NoSuchAppeal: If the appeal has no such current version.
        WrongState: If it is not a draft.
    """
    async with db.transaction() as tx:
        await _require(tx, code, number, AppealState.DRAFT)
        await _move(tx, code, AppealState.IN_REVIEW)
        await record(tx, Deed(now, by.id, "submit", code, {"version": number}))


async def approve(  # each argument is a fact of the deed
    db: Database, code: str, number: int, by: Coordinator, now: datetime, *, needed: int
) -> int:
    """Approve version *number*; return how many approvals are still missing of the *needed* ones.

    Raises:
        NoSuchAppeal: If the appeal has no such current version.
        WrongState: If it is not in review.
        OwnAppeal: If *by* wrote it.
        AlreadyApproved: If *by* approved it before.
    """
    async with db.transaction() as tx:
        version = await _require(tx, code, number, AppealState.IN_REVIEW)
        if version["author"] == by.id and needed > 0:
            raise OwnAppeal
        values = {"version": version["id"], "by": by.id, "at": int(now.timestamp())}
        added = await tx.execute(
            """
            INSERT INTO approval (version, coordinator, approved_at) VALUES (:version, :by, :at)
            ON CONFLICT (version, coordinator) DO NOTHING
            """,
            values,
        )
        if not added:
            raise AlreadyApproved
        count = await tx.only("SELECT COUNT(*) AS n FROM approval WHERE version = :version", values)
        missing: int = max(0, needed - count["n"])
        if not missing:
            await _move(tx, code, AppealState.APPROVED)
        await record(tx, Deed(now, by.id, "approve", code, {"version": number, "missing": missing}))
    return missing


async def approvers(db: Database, version: int) -> frozenset[int]:
    """Return the rows of the coordinators who approved the version."""
    async with db.reading() as tx:
        rows = await tx.all("SELECT coordinator FROM approval WHERE version = :version", {"version": version})
    return frozenset(row["coordinator"] for row in rows)


async def find_appeal(db: Database, code: str) -> StoredAppeal:
    """Return the appeal with this code and its current version.

    Raises:
        NoSuchAppeal: If there is none.
    """
    async with db.reading() as tx:
        row = await tx.one(f"{_CURRENT_VERSIONS} WHERE appeal.code = :code", {"code": code})
    if row is None:
        raise NoSuchAppeal
    return _stored(row)


async def appeals_in(
    db: Database, states: Collection[AppealState] = frozenset(AppealState)
) -> tuple[StoredAppeal, ...]:
    """Return the appeals in one of *states*, the one that closes first in front."""
    async with db.reading() as tx:
        rows = await tx.all(f"{_CURRENT_VERSIONS} ORDER BY appeal.deadline, appeal.code")
    return tuple(_stored(row) for row in rows if row["state"] in states)


async def appeal_of_version(db: Database, version: int) -> Appeal:
    """Return the content of one version, whatever came after it.

    Raises:
        NoSuchAppeal: If there is no such version.
    """
    async with db.reading() as tx:
        row = await tx.one("SELECT document FROM appeal_version WHERE id = :version", {"version": version})
    if row is None:
        raise NoSuchAppeal
    return Appeal.model_validate_json(row["document"])


async def close_due(db: Database, now: datetime) -> tuple[str, ...]:
    """Close every published appeal whose deadline has passed, and send no more letters of it; return their codes."""
    async with db.transaction() as tx:
        rows = await tx.all(
            """
            UPDATE appeal SET state = 'closed' WHERE state = 'published' AND deadline <= :now RETURNING code
            """,
            {"now": int(now.timestamp())},
        )
        for row in rows:
            await skip_letters_of(tx, row["code"])
            await record(tx, Deed(now.astimezone(UTC), None, "close", row["code"]))
    return tuple(row["code"] for row in rows)


async def _require(tx: Transaction, code: str, number: int, state: AppealState) -> Row:
    row = await tx.one(
        """
        SELECT version.*, appeal.state FROM appeal JOIN appeal_version AS version
            ON version.appeal = appeal.code AND version.number = appeal.version
        WHERE appeal.code = :code AND appeal.version = :number
        """,
        {"code": code, "number": number},
    )
    if row is None:
        raise NoSuchAppeal
    if row["state"] != state:
        raise WrongState(row["state"])
    return row


async def _move(tx: Transaction, code: str, state: AppealState) -> None:
    await tx.execute("UPDATE appeal SET state = :state WHERE code = :code", {"code": code, "state": state})


def _stored(row: Row) -> StoredAppeal:
    return StoredAppeal(
        Appeal.model_validate_json(row["document"]),
        AppealState(row["state"]),
        row["id"],
        row["number"],
        row["author"],
        row["approvals"],
    )
