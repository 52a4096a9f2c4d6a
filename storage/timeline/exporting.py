"""Recommendations, commitments and bills as files: where each of them stands, for a report or a spreadsheet."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage.audit import Deed, record
from storage.exports.formats.csv import write_csv
from storage.exports.formats.tables import Row, Table
from storage.timeline.kinds import Bill, Commitment, Kind, Recommendation
from storage.timeline.tracked import tracked

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from storage.database import Database
    from storage.people.coordinators import Coordinator
    from storage.timeline.tracked import Tracked


@dataclass(frozen=True)
class Order:
    """An export that is asked for.

    Attributes:
        staff: Whether also what is confidential or under an embargo is in it.
        told: Says in the reader's language what a column is, by its name.
    """

    by: Coordinator
    at: datetime
    staff: bool
    told: Callable[[str], str]


_COLUMNS = {
    Kind.RECOMMENDATION: (
        "day",
        "state",
        "recommended_by",
        "cycle",
        "session",
        "text",
        "stage",
        "next",
        "note",
        "appeal",
    ),
    Kind.COMMITMENT: ("day", "who", "what", "stage", "next", "note", "appeal"),
    Kind.BILL: ("day", "title", "chamber", "stage", "next", "note", "appeal"),
}


async def recommendations_csv(db: Database, order: Order) -> bytes:
    """Return where each recommendation stands as CSV, with the next review; the export is put on record."""
    return await _csv(db, Kind.RECOMMENDATION, order)


async def commitments_csv(db: Database, order: Order) -> bytes:
    """Return where each commitment stands as CSV, with the day by which it is due; the export is put on record."""
    return await _csv(db, Kind.COMMITMENT, order)


async def bills_csv(db: Database, order: Order) -> bytes:
    """Return where each bill stands as CSV, with its next date; the export is put on record."""
    return await _csv(db, Kind.BILL, order)


async def _csv(db: Database, kind: Kind, order: Order) -> bytes:
    found = await tracked(db, kind, order.at, staff=order.staff)
    headings = tuple(map(order.told, _COLUMNS[kind]))
    async with db.transaction() as tx:  # before the first byte: nothing leaves that is not on record
        await record(tx, Deed(order.at, order.by.id, "export_trackers", kind, {"rows": len(found)}))
    out = io.BytesIO()
    await write_csv(Table(kind, headings, map(_row, found)), out)
    return out.getvalue()


def _row(one: Tracked) -> Row:
    """Return the cells of one in the order of its kind's columns."""
    match content := one.entry.content:
        case Recommendation():
            told: Row = (content.state, content.recommended_by, content.cycle, content.session, content.text)
        case Commitment():
            told = (content.who, content.what)
        case Bill():
            told = (content.title, content.chamber)
        case _:
            raise AssertionError(one.entry.kind)
    return (one.since, *told, one.entry.stage, one.next, content.note, one.entry.about.appeal)
