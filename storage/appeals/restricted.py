"""What only coordinators may know of an appeal: kept encrypted beside the version, in no document and no digest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.appeals.parts import Restricted
from storage.audit import Deed, record
from storage.errors import NoSuchAppeal

if TYPE_CHECKING:
    from datetime import datetime

    from storage.appeals.model import Appeal
    from storage.database import Database
    from storage.people.coordinators import Coordinator
    from storage.secret_key import SecretKey
    from storage.transactions import Transaction


async def restricted_of(db: Database, version: int) -> Restricted:
    """Return it for the version with this row; whoever asks shows it to coordinators who draft or approve alone.

    Raises:
        NoSuchAppeal: If there is no such version.
    """
    row = await db.one("SELECT restricted FROM appeal_version WHERE id = :version", {"version": version})
    if row is None:
        raise NoSuchAppeal
    if row["restricted"] is None:
        return Restricted()
    return Restricted.model_validate_json(db.key.decrypt("appeal_version.restricted", row["restricted"]))


async def take_restricted(db: Database, version: int, by: Coordinator, now: datetime) -> Restricted:
    """Return the same for a file that leaves the chat, and put on record who took it.

    Raises:
        NoSuchAppeal: If there is no such version.
    """
    restricted = await restricted_of(db, version)
    async with db.transaction() as tx:
        row = await tx.only("SELECT appeal, number FROM appeal_version WHERE id = :version", {"version": version})
        await record(tx, Deed(now, by.id, "take_restricted", row["appeal"], {"version": row["number"]}))
    return restricted


def sealed_away(appeal: Appeal, key: SecretKey) -> bytes | None:
    """Return what the appeal's row keeps of it, encrypted; None if there is nothing."""
    if appeal.restricted == Restricted():
        return None
    return key.encrypt("appeal_version.restricted", appeal.restricted.model_dump_json())


async def forget_unsent(tx: Transaction, code: str, number: int) -> None:
    """Erase it from the versions before *number*, just drafted, that nobody was sent."""
    await tx.execute(
        """
        UPDATE appeal_version SET restricted = NULL
        WHERE appeal = :code AND number < :number
            AND id NOT IN (SELECT version FROM broadcast WHERE version IS NOT NULL)
        """,
        {"code": code, "number": number},
    )
