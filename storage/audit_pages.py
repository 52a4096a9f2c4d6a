"""The audit as it is read page by page, the newest entry first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from storage.audit import Entry

if TYPE_CHECKING:
    from storage.database import Database

PAGE = 50  # entries


@dataclass(frozen=True)
class AuditPage:
    """Some entries of the audit.

    Attributes:
        older: Where the next page begins, see `audit_page`; None: there is none.
    """

    entries: tuple[Entry, ...]
    older: int | None


async def audit_page(db: Database, *, subject: str = "", before: int | None = None) -> AuditPage:
    """Return the newest entries before that row, of all subjects or of one."""
    rows = await db.all(
        """
        SELECT audit.id, audit.at, audit.deed, audit.subject, coordinator.alias
        FROM audit LEFT JOIN coordinator ON coordinator.id = audit.coordinator
        WHERE (:subject = '' OR audit.subject = :subject) AND (:before IS NULL OR audit.id < :before)
        ORDER BY audit.id DESC LIMIT :limit
        """,
        {"subject": subject, "before": before, "limit": PAGE + 1},
    )
    shown = rows[:PAGE]
    entries = (
        Entry(datetime.fromtimestamp(row["at"], UTC), row["alias"], row["deed"], row["subject"]) for row in shown
    )
    return AuditPage(tuple(entries), shown[-1]["id"] if len(rows) > PAGE else None)
