"""The whole audit as a table: every row of the chain, so that others can compute it anew."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, BinaryIO

from storage.audit import Deed, record
from storage.exports.formats.csv import write_csv
from storage.exports.formats.tables import Table

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from datetime import date

    from storage.database import Database
    from storage.exports.formats.tables import Row
    from storage.people.coordinators import Coordinator

COLUMNS = ("row", "time", "at", "coordinator", "alias", "deed", "subject", "detail", "hash")


def audit_name(made_on: date) -> str:
    """Return the name of the file, such as `audit-2026-11-22.csv`."""
    return f"audit-{made_on.isoformat()}.csv"


async def export_audit(db: Database, by: Coordinator, now: datetime, out: BinaryIO) -> int:
    """Write every row as CSV to *out*, the one about this export last, and return how many there were."""
    async with db.transaction() as tx:
        await record(tx, Deed(now, by.id, "export_audit", "audit"))
    return await write_csv(Table("audit", COLUMNS, _rows(db)), out)


async def _rows(db: Database) -> AsyncIterator[Row]:
    """Yield the rows; `at`, in seconds since 1970, is what the hash covers, and `time` says the same for people."""
    async with db.long_reading() as tx:
        async for row in tx.stream(
            """
            SELECT audit.*, coordinator.alias FROM audit LEFT JOIN coordinator ON coordinator.id = audit.coordinator
            ORDER BY audit.id
            """
        ):
            rest = (row[name] for name in COLUMNS[2:])
            yield row["id"], datetime.fromtimestamp(row["at"], UTC), *rest
