"""What is erased when its time is over; counts stay (standards §3.1)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from storage.database import Database

NAMES_KEPT_AFTER_CLOSING = timedelta(days=180)


async def erase_names(db: Database, now: datetime) -> int:
    """Erase names, countries, chats and consents of petitions that closed long ago; return how many signatures.

    The signatures and the counts stay: nobody can tell any more whose they are but the signer with their account.
    """
    values = {"before": int((now - NAMES_KEPT_AFTER_CLOSING).timestamp())}
    async with db.transaction() as tx:
        await tx.execute(
            """
            DELETE FROM consent WHERE signature IN (SELECT signature.id FROM signature
                JOIN appeal ON appeal.code = signature.appeal WHERE appeal.deadline <= :before)
            """,
            values,
        )
        return await tx.execute(
            """
            UPDATE signature SET name = NULL, country = NULL, chat = NULL, source = NULL
            WHERE name IS NOT NULL AND appeal IN (SELECT code FROM appeal WHERE deadline <= :before)
            """,
            values,
        )


async def erase_expired_tips(db: Database, today: date) -> int:
    """Delete the tips whose time is over, and return how many."""
    async with db.transaction() as tx:
        return await tx.execute("DELETE FROM tip WHERE expires_on <= :today", {"today": today.isoformat()})
