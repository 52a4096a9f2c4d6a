"""What is erased when its time is over; counts stay (standards §3.1)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from storage.database import Database

NAMES_KEPT_AFTER_CLOSING = timedelta(days=180)
UNFINISHED_KEPT = timedelta(days=2)


async def erase_signers(db: Database, now: datetime) -> int:
    """Erase who signed the petitions that closed long ago; return how many signatures became nobody's.

    Number, day, channel and version stay with the count. Nothing is left that an account could be tested against,
    so that neither we nor the signers themselves can tell any more whose a signature was.
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
            UPDATE signature SET signer = NULL, name = NULL, country = NULL, city = NULL, email = NULL, comment = NULL,
                likeness = NULL, chat = NULL, source = NULL, language = NULL, signed_in = NULL, salt = NULL,
                signed_at = signed_at - signed_at % :day
            WHERE signer IS NOT NULL AND appeal IN (SELECT code FROM appeal WHERE deadline <= :before)
            """,
            values | {"day": int(timedelta(days=1).total_seconds())},
        )


async def erase_unfinished(db: Database, today: date) -> frozenset[int]:
    """Delete the signings that nobody went on with for two days; return whose they were, by Telegram id."""
    values = {"before": (today - UNFINISHED_KEPT).isoformat()}
    async with db.transaction() as tx:
        drafts = await tx.all("DELETE FROM draft WHERE changed_on <= :before RETURNING chat", values)
        await tx.execute(
            "DELETE FROM conversation WHERE changed_on <= :before AND person NOT IN (SELECT person FROM draft)", values
        )
    return frozenset(int(db.key.decrypt("draft.chat", draft["chat"])) for draft in drafts)


async def erase_expired_tips(db: Database, today: date) -> int:
    """Delete the tips whose time is over, and return how many."""
    async with db.transaction() as tx:
        return await tx.execute("DELETE FROM tip WHERE expires_on <= :today", {"today": today.isoformat()})
