"""When all petitions were last counted anew, and what came of it: kept in the audit, where nobody can change it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from storage.audit import Deed, record

if TYPE_CHECKING:
    from collections.abc import Collection

    from storage.database import Database
    from storage.petitions.recounting import Recount


@dataclass(frozen=True)
class LastRecount:
    """The last time that every petition was counted anew.

    Attributes:
        differing: In how many of the *petitions* something did not add up.
    """

    at: datetime
    petitions: int
    differing: int


async def note_recount(db: Database, recounts: Collection[Recount], reference: str, now: datetime) -> None:
    """Note in the audit that petitions were counted anew, and each in which something differs, under *reference*."""
    differing = [one for one in recounts if one.differences]
    async with db.transaction() as tx:
        for one in differing:
            detail: dict[str, str | int] = {"differences": len(one.differences), "reference": reference}
            await record(tx, Deed(now, None, "miscount", one.code, detail))
        detail = {"petitions": len(recounts), "differing": len(differing)}
        await record(tx, Deed(now, None, "recount", "petitions", detail))


async def last_recount(db: Database) -> LastRecount | None:
    """Return what the last recount noted; None before the first one."""
    async with db.reading() as tx:
        row = await tx.one("SELECT at, detail FROM audit WHERE deed = 'recount' ORDER BY id DESC LIMIT 1")
    if row is None:
        return None
    detail = json.loads(row["detail"])
    return LastRecount(datetime.fromtimestamp(row["at"], UTC), detail["petitions"], detail["differing"])
