"""Which versions of an appeal can be printed on sheets: those that were ever sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from storage.database import Database


@dataclass(frozen=True)
class PrintedVersion:
    """A version of an appeal that people may have signed on paper; `id` is its row."""

    id: int
    number: int
    drafted_at: datetime


async def printed_versions(db: Database, code: str) -> tuple[PrintedVersion, ...]:
    """Return the current version and the earlier ones that were sent, the newest first."""
    async with db.reading() as tx:
        rows = await tx.all(
            """
            SELECT version.id, version.number, version.drafted_at
            FROM appeal_version AS version JOIN appeal ON appeal.code = version.appeal
            WHERE appeal.code = :code AND (version.number = appeal.version
                OR EXISTS (SELECT 1 FROM broadcast WHERE broadcast.version = version.id))
            ORDER BY version.number DESC
            """,
            {"code": code},
        )
    return tuple(
        PrintedVersion(row["id"], row["number"], datetime.fromtimestamp(row["drafted_at"], UTC)) for row in rows
    )
