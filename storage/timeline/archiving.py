"""Closing the book on an appeal: what followed it is recorded, and nothing more is expected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.appeals.records import OVER, AppealState
from storage.audit import Deed, record
from storage.errors import NoSuchAppeal, WrongState
from storage.transactions import in_list, numbered

if TYPE_CHECKING:
    from datetime import datetime

    from storage.database import Database
    from storage.people.coordinators import Coordinator

ARCHIVABLE = OVER - {AppealState.ARCHIVED}


async def archive(db: Database, code: str, by: Coordinator, now: datetime) -> None:
    """Put an appeal that is over in the archive: readers still find it, and its timeline can still be added to.

    Raises:
        NoSuchAppeal: If there is none.
        WrongState: If it is not over, or in the archive already.
    """
    states = numbered("state", sorted(ARCHIVABLE))
    async with db.transaction() as tx:
        row = await tx.one("SELECT state FROM appeal WHERE code = :code", {"code": code})
        if row is None:
            raise NoSuchAppeal
        archived = await tx.execute(
            f"UPDATE appeal SET state = 'archived' WHERE code = :code AND state IN ({in_list(states)})",
            {"code": code, **states},
        )
        if not archived:
            raise WrongState(row["state"])
        await record(tx, Deed(now, by.id, "archive", code))
