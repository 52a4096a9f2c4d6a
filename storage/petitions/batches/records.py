"""Batches as stored: what came on sheets, by which way and when, who entered it, whether it still counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from storage.appeals.records import SENT
from storage.errors import NoSuchAppeal, NoSuchBatch, PetitionClosed, WrongState
from storage.petitions.signatures.records import Channel

if TYPE_CHECKING:
    from storage.appeals.records import StoredAppeal
    from storage.database import Database
    from storage.people.coordinators import Coordinator
    from storage.transactions import Row, Transaction

TAKING = SENT
"""States of an appeal that sheets can be entered for: they may come in after the close, signed before it."""


class BatchState(StrEnum):
    """Where a batch is; while names are entered or taken out, those that are count."""

    ENTERING = "entering"
    COUNTED = "counted"
    VOIDING = "voiding"
    VOIDED = "voided"


@dataclass(frozen=True)
class Sheets:
    """What is known of signatures on sheets as a whole.

    Attributes:
        day: On which they were collected or came in, on the calendar of the petition's zone.
        reference: Where the sheets or their scan are.
    """

    channel: Channel
    day: date
    reference: str | None


@dataclass(frozen=True)
class Batch:
    """A batch of a petition.

    Attributes:
        signatures: How many it brought: counted by hand, or names entered so far.
        reference: Where the sheets or their scan are; None: nobody said, or the names are erased.
        named: Whether there are names, or only a count.
        entered_by: Alias of the coordinator.
        reason: Why it was voided; None: it was not, or the names are erased.
    """

    id: int
    channel: Channel
    signatures: int
    day: date
    reference: str | None
    state: BatchState
    named: bool
    entered_by: str
    entered_at: datetime
    reason: str | None


async def batches_of(db: Database, code: str) -> tuple[Batch, ...]:
    """Return every batch of the petition, voided ones too, the newest first."""
    async with db.reading() as tx:
        rows = await tx.all(f"{_BATCHES} WHERE batch.appeal = :code ORDER BY batch.id DESC", {"code": code})
    return tuple(_batch(db, row) for row in rows)


async def all_batches(db: Database) -> tuple[tuple[str, Batch], ...]:
    """Return every batch of every petition with the petition's code, voided ones too, the newest first."""
    rows = await db.all(f"{_BATCHES} ORDER BY batch.id DESC")
    return tuple((row["appeal"], _batch(db, row)) for row in rows)


async def find_batch(db: Database, code: str, number: int) -> Batch:
    """Return one batch of the petition.

    Raises:
        NoSuchBatch: If it has none of this number.
    """
    async with db.reading() as tx:
        return await require_batch(tx, db, code, number)


async def require_batch(tx: Transaction, db: Database, code: str, number: int) -> Batch:
    """Return one batch of the petition, within a transaction.

    Raises:
        NoSuchBatch: If it has none of this number.
    """
    row = await tx.one(f"{_BATCHES} WHERE batch.appeal = :code AND batch.id = :id", {"code": code, "id": number})
    if row is None:
        raise NoSuchBatch
    return _batch(db, row)


async def batch_with(tx: Transaction, db: Database, code: str, digest: str) -> Batch | None:
    """Return the batch that was not voided and that this list, or this deed, has begun."""
    row = await tx.one(
        f"{_BATCHES} WHERE batch.appeal = :code AND batch.digest = :digest AND batch.state != 'voided'",
        {"code": code, "digest": digest},
    )
    return _batch(db, row) if row else None


async def require_taking(tx: Transaction, petition: StoredAppeal, day: date) -> None:
    """Refuse sheets for a petition that was never sent or was recalled, and signatures of after its close.

    Raises:
        NoSuchAppeal: If there is no such petition.
        WrongState: If it does not take sheets.
        PetitionClosed: If it was closed before *day*.
    """
    row = await tx.one("SELECT state FROM appeal WHERE code = :code", {"code": petition.appeal.code})
    if row is None:
        raise NoSuchAppeal
    if row["state"] not in TAKING:
        raise WrongState(row["state"])
    if day > last_day(petition):
        raise PetitionClosed


async def erase_words(tx: Transaction, code: str) -> None:
    """Erase what was written about the petition's batches: it may name people."""
    await tx.execute(
        """
        UPDATE batch SET reference = NULL, reason = NULL
        WHERE appeal = :code AND (reference IS NOT NULL OR reason IS NOT NULL)
        """,
        {"code": code},
    )


def last_day(petition: StoredAppeal) -> date:
    """Return the day, in the petition's zone, on which it closes or closed."""
    return petition.appeal.deadline.astimezone(ZoneInfo(petition.appeal.timezone)).date()


async def write_batch(
    tx: Transaction,
    db: Database,
    code: str,
    sheets: Sheets,
    by: Coordinator,
    now: datetime,
    *,
    state: BatchState,
    signatures: int,
    digest: str,
    leaf: int | None,
) -> int:
    """Insert a batch and return its number."""
    row = await tx.only(
        """
        INSERT INTO batch (appeal, channel, signatures, day, reference, digest, leaf, state, entered_by, entered_at)
        VALUES (:code, :channel, :signatures, :day, :reference, :digest, :leaf, :state, :by, :at)
        RETURNING id
        """,
        {
            "code": code,
            "channel": sheets.channel,
            "signatures": signatures,
            "day": sheets.day.isoformat(),
            "reference": db.key.encrypt("batch.reference", sheets.reference) if sheets.reference else None,
            "digest": digest,
            "leaf": leaf,
            "state": state,
            "by": by.id,
            "at": int(now.timestamp()),
        },
    )
    return int(row["id"])


_BATCHES = "SELECT batch.*, coordinator.alias FROM batch JOIN coordinator ON coordinator.id = batch.entered_by"


def _batch(db: Database, row: Row) -> Batch:
    return Batch(
        row["id"],
        Channel(row["channel"]),
        row["signatures"],
        date.fromisoformat(row["day"]),
        db.key.decrypt("batch.reference", row["reference"]) if row["reference"] else None,
        BatchState(row["state"]),
        row["leaf"] is None,
        row["alias"],
        datetime.fromtimestamp(row["entered_at"], UTC),
        db.key.decrypt("batch.reason", row["reason"]) if row["reason"] else None,
    )
