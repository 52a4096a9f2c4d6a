"""Entering a list of names in slices, so that nobody waits for it, and so that a killed process can take it up again.

A batch is begun with the digest of its list; its names follow, each slice in a transaction of its own. A name that is
there already is never entered again: whoever sends the same list once more finishes what was begun, and counts nothing
twice.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from storage.audit import Deed, record
from storage.errors import NamesNotKept, WrongState
from storage.petitions.batches.names import list_digest, not_there_yet, slices
from storage.petitions.batches.records import (
    BatchState,
    batch_with,
    require_batch,
    require_taking,
    write_batch,
)
from storage.petitions.signatures.entering import enter
from storage.petitions.signatures.records import Purpose, Signing, names_erased_in

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from storage.appeals.records import StoredAppeal
    from storage.database import Database
    from storage.people.coordinators import Coordinator
    from storage.petitions.batches.names import ListedName, NameList
    from storage.petitions.batches.records import Batch, Sheets
    from storage.transactions import Transaction


async def add_name_batch(
    db: Database, petition: StoredAppeal, sheets: Sheets, listed: NameList, by: Coordinator, now: datetime
) -> Batch:
    """Enter every name of the list that is not there yet, and return the batch as it is then.

    A list that was entered before adds nothing; one that was begun is finished, as its batch says it came.

    Raises:
        NoSuchAppeal: If there is no such petition.
        WrongState: If it does not take sheets, or the batch was voided meanwhile.
        PetitionClosed: If it was closed before the day of the sheets.
        NamesNotKept: If the time of the petition's names is over.
    """
    code = petition.appeal.code
    batch = await _begin(db, petition, sheets, listed, by, now)
    for part in slices(listed.names):
        batch = await _enter_slice(db, code, batch, listed, part, now)
    async with db.transaction() as tx:
        batch = await require_batch(tx, db, code, batch.id)
        if batch.state is BatchState.ENTERING:
            await tx.execute("UPDATE batch SET state = 'counted' WHERE id = :id", {"id": batch.id})
            detail: dict[str, str | int] = {"batch": batch.id, "signatures": batch.signatures}
            await record(tx, Deed(now, by.id, "finish_batch", code, detail))
            batch = replace(batch, state=BatchState.COUNTED)
    return batch


async def _begin(
    db: Database, petition: StoredAppeal, sheets: Sheets, listed: NameList, by: Coordinator, now: datetime
) -> Batch:
    code, digest = petition.appeal.code, list_digest(db, petition.appeal.code, listed.names)
    async with db.transaction() as tx:
        before = await batch_with(tx, db, code, digest)
        if before is None:
            await require_taking(tx, petition, sheets.day)
        if before is None or before.state is BatchState.ENTERING:
            await _require_names(tx, code)
        if before is not None:
            return before
        batch = await write_batch(
            tx, db, code, sheets, by, now, state=BatchState.ENTERING, signatures=0, digest=digest, leaf=None
        )
        detail: dict[str, str | int] = {"batch": batch, "channel": sheets.channel, "listed": len(listed.names)}
        await record(tx, Deed(now, by.id, "enter_batch", code, detail))
        return await require_batch(tx, db, code, batch)


async def _require_names(tx: Transaction, code: str) -> None:
    """Refuse to enter names once some were erased: one that was entered before could not be found any more."""
    if await names_erased_in(tx, code):
        raise NamesNotKept


async def _enter_slice(
    db: Database, code: str, begun: Batch, listed: NameList, part: Sequence[ListedName], now: datetime
) -> Batch:
    async with db.transaction() as tx:
        batch = await require_batch(tx, db, code, begun.id)
        if batch.state is BatchState.COUNTED:  # whoever sent the same list was faster
            return batch
        if batch.state is not BatchState.ENTERING:
            raise WrongState(batch.state)
        await _require_names(tx, code)
        new = await not_there_yet(tx, db, code, part)
        await enter(tx, db, [_signing(code, batch, listed, name, now) for name in new])
        values = {"id": batch.id, "new": len(new)}
        await tx.execute("UPDATE batch SET signatures = signatures + :new WHERE id = :id", values)
    return batch


def _signing(code: str, batch: Batch, listed: NameList, name: ListedName, now: datetime) -> Signing:
    given = {Purpose.KEEP: True, Purpose.HAND_OVER: name.hand_over, Purpose.UPDATES: name.updates}
    return Signing(
        code=code,
        version=listed.version,
        person=None,
        name=name.name,
        country=name.country,
        consents=frozenset(purpose for purpose, yes in given.items() if yes),
        text_version=listed.text_version,
        language=listed.language,
        at=now,
        day=batch.day,
        channel=batch.channel,
        batch=batch.id,
        city=name.city,
        email=name.email,
        reference=name.reference,
    )
