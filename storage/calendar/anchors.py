"""The moments of the calendar as appeals have them: anchor events come, move and go with what was sent.

With an appeal that is withdrawn goes every moment that is about it, whoever added it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from storage.appeals.records import SENT, appeals_in
from storage.calendar.changing import cancel_in, in_columns
from storage.calendar.coming import When, moment_of
from storage.calendar.kinds import Described, MomentKind
from storage.calendar.reminders import leave_out_past

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from storage.appeals.model import Appeal
    from storage.database import Database
    from storage.transactions import Row, Transaction


async def keep_anchor_moments(db: Database, now: datetime) -> int:
    """Bring the calendar in step with the appeals that were sent; return how many moments changed.

    Each has one moment for its anchor event, for everybody to read. It moves when a correction moves the event, and is
    cancelled when a correction leaves the event out. When the appeal is withdrawn, all its moments are cancelled. One
    that is over stays as it was.
    """
    kept = {row["appeal"]: row for row in await db.all("SELECT * FROM moment WHERE anchor = 1")}
    gone = await db.all(
        """
        SELECT moment.* FROM moment JOIN appeal ON appeal.code = moment.appeal
        WHERE appeal.state = 'withdrawn' AND moment.cancelled_at IS NULL
        """
    )
    changed = 0
    for stored in await appeals_in(db, SENT):
        row = kept.get(stored.appeal.code)
        if stored.appeal.anchor_event is not None:
            changed += await _put(db, stored.appeal, row, now)
        elif row is not None and row["cancelled_at"] is None:
            gone.append(row)
    return changed + await _cancel(db, gone, now)


async def _cancel(db: Database, rows: Sequence[Row], now: datetime) -> int:
    to_come = [row["id"] for row in rows if now < moment_of(row).when.over_at]
    for moment in to_come:
        async with db.transaction() as tx:
            await cancel_in(tx, moment, now)
    return len(to_come)


async def _put(db: Database, appeal: Appeal, row: Row | None, now: datetime) -> bool:
    """Put the event where the sheet has it; return False if it is there, or was over before it got there."""
    event = appeal.anchor_event
    assert event is not None
    when = When.of(event.date, event.hour, ZoneInfo(appeal.timezone))
    values: dict[str, str | int | None] = {
        "document": Described(name=event.name).model_dump_json(),
        **in_columns(when),
        "cancelled_at": None,
    }
    in_step = now >= when.over_at if row is None else all(row[name] == value for name, value in values.items())
    if in_step:
        return False
    async with db.transaction() as tx:
        moment = await (_insert(tx, appeal.code, values) if row is None else _update(tx, row, values))
        await leave_out_past(tx, moment, int(when.at.timestamp()), now)
    return True


async def _insert(tx: Transaction, code: str, values: dict[str, str | int | None]) -> int:
    row = await tx.only(
        """
        INSERT INTO moment (kind, appeal, anchor, document, at, zone, hour_known, public, coming)
        VALUES (:kind, :code, 1, :document, :at, :zone, :hour_known, 1, 0)
        RETURNING id
        """,
        {**values, "kind": MomentKind.OTHER, "code": code},
    )
    return int(row["id"])


async def _update(tx: Transaction, row: Row, values: dict[str, str | int | None]) -> int:
    await tx.execute(
        """
        UPDATE moment SET document = :document, at = :at, zone = :zone, hour_known = :hour_known, cancelled_at = NULL
        WHERE id = :id
        """,
        {**values, "id": row["id"]},
    )
    return int(row["id"])
