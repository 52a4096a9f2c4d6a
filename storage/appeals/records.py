"""Appeals as stored: versions that never change, approvals, and the state that an appeal is in.

An appeal that was sent is corrected by a further version: it waits beside the one that readers see, goes the same way
from draft to approved, and takes the other's place when the correction is sent (see
`storage.letters.broadcasts.corrections`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from storage.appeals.model import Appeal, appeal_in
from storage.appeals.photos import carry_photo
from storage.appeals.restricted import forget_unsent, sealed_away
from storage.appeals.versions import (
    CORRECTIONS,
    CURRENT,
    Replaces,
    make_room,
    move_version,
    require_leave,
    require_version,
)
from storage.audit import Deed, record
from storage.errors import AlreadyApproved, NoSuchAppeal, OwnAppeal
from storage.timeline.entries import MOVE_ON

if TYPE_CHECKING:
    from collections.abc import Collection

    from storage.database import Database
    from storage.people.coordinators import Coordinator
    from storage.transactions import Row


class AppealState(StrEnum):
    """Where an appeal is in its life (architecture §5)."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    APPROVED = "approved"
    PUBLISHED = "published"
    CLOSED = "closed"
    DELIVERED = "delivered"
    ANSWERED = "answered"
    ARCHIVED = "archived"
    WITHDRAWN = "withdrawn"


OVER = frozenset({AppealState.CLOSED, AppealState.DELIVERED, AppealState.ANSWERED, AppealState.ARCHIVED})
"""After its deadline: nobody signs any more, but readers still find it."""
SENT = frozenset({AppealState.PUBLISHED}) | OVER
"""Readers can find it."""
EVER_SENT = SENT | {AppealState.WITHDRAWN}
"""It went out once: readers have it, though one that was withdrawn is shown to nobody."""
UNSENT = frozenset({AppealState.DRAFT, AppealState.IN_REVIEW, AppealState.APPROVED})


@dataclass(frozen=True)
class StoredAppeal:
    """An appeal with its current version, or with the one that shall correct it.

    Attributes:
        state: Where that version is.
        version: Row of the version.
        number: Number of the version, from 1.
        author: Row of the coordinator who wrote the version.
        approvals: How many coordinators approved the version.
        corrects: Number of the version that readers see, if this one shall take its place.
    """

    appeal: Appeal
    state: AppealState
    version: int
    number: int
    author: int
    approvals: int
    corrects: int | None = None

    def open_at(self, now: datetime) -> bool:
        """Say whether people can sign at *now*."""
        return self.state is AppealState.PUBLISHED and now < self.appeal.deadline


async def add_draft(
    db: Database, appeal: Appeal, author: Coordinator, now: datetime, *, replaces: Replaces = Replaces.OWN_DRAFT
) -> int:
    """Store *appeal* as a new draft, as the next version of one that was not sent, or as a correction of one that was.

    Return its number. A correction takes the place of one that was not sent yet.

    Raises:
        CodeTaken: If it may replace nothing, and there is such an appeal.
        WouldReplace: If it may replace a draft of its author alone, and something else waits.
        WrongState: If the appeal is over, so that nothing of it changes any more.
        SheetFaults: If it corrects an appeal and does not say what it corrects.
    """
    async with db.transaction() as tx:
        await require_leave(tx, appeal.code, author.id, replaces)
        number = await make_room(tx, appeal, now)
        await tx.execute(
            """
            INSERT INTO appeal_version (appeal, number, document, restricted, digest, author, drafted_at)
            VALUES (:code, :number, :document, :restricted, :digest, :author, :at)
            """,
            {
                "code": appeal.code,
                "number": number,
                "document": appeal.model_dump_json(),
                "restricted": sealed_away(appeal, db.key),
                "digest": appeal.digest(),
                "author": author.id,
                "at": int(now.timestamp()),
            },
        )
        await carry_photo(tx, appeal.code, number)
        await forget_unsent(tx, appeal.code, number)
        await record(tx, Deed(now, author.id, "draft", appeal.code, {"version": number}))
    return number


async def submit(db: Database, code: str, number: int, by: Coordinator, now: datetime) -> None:
    """Put version *number*, a first one or a correction, before the reviewers.

    Raises:
        NoSuchAppeal: If no such version of the appeal waits.
        WrongState: If it is not a draft.
    """
    async with db.transaction() as tx:
        await require_version(tx, code, number, AppealState.DRAFT)
        await move_version(tx, code, number, AppealState.IN_REVIEW)
        await record(tx, Deed(now, by.id, "submit", code, {"version": number}))


async def approve(  # each argument is a fact of the deed
    db: Database, code: str, number: int, by: Coordinator, now: datetime, *, needed: int
) -> int:
    """Approve version *number*; return how many approvals are still missing of the *needed* ones.

    Raises:
        NoSuchAppeal: If no such version of the appeal waits.
        WrongState: If it is not in review.
        OwnAppeal: If *by* wrote it.
        AlreadyApproved: If *by* approved it before.
    """
    async with db.transaction() as tx:
        version = await require_version(tx, code, number, AppealState.IN_REVIEW)
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
            await move_version(tx, code, number, AppealState.APPROVED)
        detail = {"version": number, "missing": missing, **_decided(appeal_in(version["document"]))}
        await record(tx, Deed(now, by.id, "approve", code, detail))
    return missing


async def approvers(db: Database, version: int) -> frozenset[int]:
    """Return the rows of the coordinators who approved the version."""
    async with db.reading() as tx:
        rows = await tx.all("SELECT coordinator FROM approval WHERE version = :version", {"version": version})
    return frozenset(row["coordinator"] for row in rows)


async def find_appeal(db: Database, code: str) -> StoredAppeal:
    """Return the appeal with this code and its current version: of one that was sent, what readers see.

    Raises:
        NoSuchAppeal: If there is none.
    """
    row = await db.one(f"{CURRENT} WHERE appeal.code = :code", {"code": code})
    if row is None:
        raise NoSuchAppeal
    return _stored(row)


async def find_correction(db: Database, code: str) -> StoredAppeal | None:
    """Return the correction of the appeal that was not sent yet, if there is one."""
    async with db.reading() as tx:
        row = await tx.one(f"{CORRECTIONS} WHERE appeal.code = :code", {"code": code})
    return _stored(row) if row else None


async def find_waiting(db: Database, code: str) -> StoredAppeal:
    """Return what coordinators work at: the correction that was not sent yet, or else the appeal's current version.

    Raises:
        NoSuchAppeal: If there is no such appeal.
    """
    return await find_correction(db, code) or await find_appeal(db, code)


async def appeals_in(
    db: Database, states: Collection[AppealState] = frozenset(AppealState)
) -> tuple[StoredAppeal, ...]:
    """Return the appeals in one of *states*, the one that closes first in front."""
    async with db.reading() as tx:
        rows = await tx.all(f"{CURRENT} ORDER BY appeal.deadline, appeal.code")
    return tuple(_stored(row) for row in rows if row["state"] in states)


async def corrections(db: Database) -> tuple[StoredAppeal, ...]:
    """Return the corrections that were not sent yet, the one whose appeal closes first in front."""
    async with db.reading() as tx:
        rows = await tx.all(f"{CORRECTIONS} ORDER BY appeal.deadline, appeal.code")
    return tuple(map(_stored, rows))


async def appeal_of_version(db: Database, version: int) -> Appeal:
    """Return the content of one version, whatever came after it.

    Raises:
        NoSuchAppeal: If there is no such version.
    """
    row = await db.one("SELECT document FROM appeal_version WHERE id = :version", {"version": version})
    if row is None:
        raise NoSuchAppeal
    return appeal_in(row["document"])


async def close_due(db: Database, now: datetime) -> tuple[str, ...]:
    """Close every published appeal whose deadline has passed, and send no more letters of it; return their codes.

    A correction that was not sent is given up with it.
    """
    async with db.transaction() as tx:
        rows = await tx.all(
            """
            UPDATE appeal SET state = 'closed', correction = NULL, correction_state = NULL
            WHERE state = 'published' AND deadline <= :now RETURNING code
            """,
            {"now": int(now.timestamp())},
        )
        for row in rows:
            await tx.execute(MOVE_ON, {"code": row["code"]})  # it may have been handed over before its close
            await record(tx, Deed(now.astimezone(UTC), None, "close", row["code"]))
    return tuple(row["code"] for row in rows)


def _decided(appeal: Appeal) -> dict[str, str | int]:
    """Return what an approval decides beside the text: the picture, too, where there is one."""
    if appeal.decision is None:
        return {}
    return {"decides": str(appeal.decision)} | ({"photo": 1} if appeal.photo else {})


def _stored(row: Row) -> StoredAppeal:
    return StoredAppeal(
        appeal_in(row["document"]),
        AppealState(row["state"]),
        row["id"],
        row["number"],
        row["author"],
        row["approvals"],
        row["corrects"],
    )
