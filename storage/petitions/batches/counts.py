"""Signatures of which only the number is known: one entry of the log, one change of the count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.audit import Deed, record
from storage.petitions.batches.records import BatchState, batch_with, require_batch, require_taking, write_batch
from storage.petitions.counting.tally import Bump, bump
from storage.petitions.log import entries
from storage.petitions.log.ledger import append

if TYPE_CHECKING:
    from datetime import datetime

    from storage.appeals.records import StoredAppeal
    from storage.database import Database
    from storage.people.coordinators import Coordinator
    from storage.petitions.batches.records import Batch, Sheets

COUNT_MAX = 1_000_000  # signatures in one batch


async def add_count_batch(
    db: Database, petition: StoredAppeal, sheets: Sheets, signatures: int, deed: str, by: Coordinator, now: datetime
) -> Batch:
    """Count *signatures* on sheets, at once; the same *deed* a second time gives the batch of the first.

    *deed* is what the screen was known by: a press that comes twice, or again after a restart, counts once.

    Raises:
        NoSuchAppeal: If there is no such petition.
        WrongState: If it does not take sheets.
        PetitionClosed: If it was closed before the day of the sheets.
    """
    code = petition.appeal.code
    digest = db.key.digest("batch deed", code, deed)
    async with db.transaction() as tx:
        if before := await batch_with(tx, db, code, digest):
            return before
        await require_taking(tx, petition, sheets.day)
        entry = entries.Entry(entries.Deed.COUNTED, channel=sheets.channel, count=signatures)
        leaf = await append(tx, code, [entry])
        await bump(tx, code, [Bump(sheets.channel, (), signatures)])
        batch = await write_batch(
            tx, db, code, sheets, by, now, state=BatchState.COUNTED, signatures=signatures, digest=digest, leaf=leaf
        )
        detail: dict[str, str | int] = {"batch": batch, "channel": sheets.channel, "signatures": signatures}
        await record(tx, Deed(now, by.id, "enter_batch", code, detail))
        return await require_batch(tx, db, code, batch)
