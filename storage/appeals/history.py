"""The versions of an appeal as they came one after the other, each of which stays as it was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from storage.database import Database


@dataclass(frozen=True)
class Version:
    """One version.

    Attributes:
        id: Its row.
        author: Alias of the coordinator who wrote it.
        digest: SHA-256 of what it says, in hexadecimal.
    """

    id: int
    number: int
    author: str
    drafted_at: datetime
    digest: str
    approvals: int


async def versions_of(db: Database, code: str) -> tuple[Version, ...]:
    """Return every version of the appeal, the newest in front."""
    rows = await db.all(
        """
        SELECT version.id, version.number, version.drafted_at, version.digest, coordinator.alias,
            (SELECT COUNT(*) FROM approval WHERE approval.version = version.id) AS approvals
        FROM appeal_version AS version JOIN coordinator ON coordinator.id = version.author
        WHERE version.appeal = :code ORDER BY version.number DESC
        """,
        {"code": code},
    )
    return tuple(
        Version(
            row["id"],
            row["number"],
            row["alias"],
            datetime.fromtimestamp(row["drafted_at"], UTC),
            row["digest"],
            row["approvals"],
        )
        for row in rows
    )
