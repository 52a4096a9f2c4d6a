"""Changing the calendar: adding the moments that matter, moving them, cancelling them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage.audit import Deed, record
from storage.calendar.coming import moment_in
from storage.calendar.reminders import leave_out_past
from storage.errors import NoSuchMoment

if TYPE_CHECKING:
    from datetime import datetime

    from storage.calendar.coming import When
    from storage.calendar.kinds import Described, MomentKind
    from storage.database import Database
    from storage.people.coordinators import Coordinator
    from storage.transactions import Transaction, Values


@dataclass(frozen=True)
class NewMoment:
    """A moment as a coordinator adds it.

    Attributes:
        public: Whether supporters may read of it.
        appeal: Code of the appeal that it is about.
    """

    kind: MomentKind
    described: Described
    when: When
    public: bool
    appeal: str | None = None


async def add_moment(db: Database, new: NewMoment, by: Coordinator, now: datetime) -> int:
    """Put a moment into the calendar and return its row; one that stands there already is not added twice."""
    values: Values = {
        "kind": new.kind,
        "appeal": new.appeal,
        "document": new.described.model_dump_json(),
        **in_columns(new.when),
        "public": int(new.public),
        "by": by.id,
    }
    async with db.transaction() as tx:
        if same := await tx.one(_SAME, values):
            return int(same["id"])
        row = await tx.only(
            """
            INSERT INTO moment (kind, appeal, anchor, document, at, zone, hour_known, public, coming, added_by)
            VALUES (:kind, :appeal, 0, :document, :at, :zone, :hour_known, :public, 0, :by)
            RETURNING id
            """,
            values,
        )
        await leave_out_past(tx, row["id"], int(new.when.at.timestamp()), now)
        await record(tx, Deed(now, by.id, "add_moment", f"moment-{row['id']}"))
    return int(row["id"])


async def move_moment(db: Database, moment: int, when: When, by: Coordinator, now: datetime) -> None:
    """Put a moment at another time; who said that they come are still counted.

    Raises:
        NoSuchMoment: If there is none to come that coordinators may change.
    """
    async with db.transaction() as tx:
        await _require_changeable(tx, moment, now)
        await tx.execute(
            "UPDATE moment SET at = :at, zone = :zone, hour_known = :hour_known WHERE id = :id",
            {**in_columns(when), "id": moment},
        )
        await leave_out_past(tx, moment, int(when.at.timestamp()), now)
        await record(tx, Deed(now, by.id, "move_moment", f"moment-{moment}"))


async def cancel_moment(db: Database, moment: int, by: Coordinator, now: datetime) -> None:
    """Take a moment out of the calendar; of who said that they come, the number alone stays.

    Raises:
        NoSuchMoment: If there is none to come that coordinators may change.
    """
    async with db.transaction() as tx:
        await _require_changeable(tx, moment, now)
        await cancel_in(tx, moment, now)
        await record(tx, Deed(now, by.id, "cancel_moment", f"moment-{moment}"))


async def cancel_in(tx: Transaction, moment: int, now: datetime) -> None:
    """Cancel a moment within the transaction that has a reason to."""
    values = {"id": moment, "now": int(now.timestamp())}
    await tx.execute("UPDATE moment SET cancelled_at = :now WHERE id = :id", values)
    await tx.execute("DELETE FROM attendance WHERE moment = :id", values)


def in_columns(when: When) -> dict[str, str | int]:
    """Return what is kept of the time of a moment."""
    return {"at": int(when.at.timestamp()), "zone": when.zone.key, "hour_known": int(when.hour_known)}


_SAME = """
    SELECT id FROM moment WHERE anchor = 0 AND cancelled_at IS NULL AND kind = :kind AND document = :document
        AND COALESCE(appeal, '') = COALESCE(:appeal, '') AND at = :at AND zone = :zone AND hour_known = :hour_known
        AND public = :public
"""
"""A moment that says all of this, as one does whose answer never reached the coordinator."""


async def _require_changeable(tx: Transaction, moment: int, now: datetime) -> None:
    if (await moment_in(tx, moment, now)).anchor:
        raise NoSuchMoment
