"""When all petitions were last counted anew, and what came of it: kept in the audit, where nobody can change it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from storage.audit import Deed, record
from storage.petitions.counting.recounting import Check, Difference

if TYPE_CHECKING:
    from collections.abc import Collection

    from storage.database import Database
    from storage.petitions.counting.recounting import Recount


@dataclass(frozen=True)
class LastRecount:
    """The last time that every petition was counted anew.

    Attributes:
        differing: In how many of the *petitions* something did not add up.
    """

    at: datetime
    petitions: int
    differing: int


@dataclass(frozen=True)
class Alarm:
    """What the last recount found, under the *reference* that the log of the program has.

    Attributes:
        differing: What does not add up, by the code of the petition.
    """

    reference: str
    differing: dict[str, tuple[Difference, ...]]


async def note_recount(db: Database, recounts: Collection[Recount], reference: str, now: datetime) -> None:
    """Note in the audit that petitions were counted anew, and each in which something differs, under *reference*."""
    differing = [one for one in recounts if one.differences]
    async with db.transaction() as tx:
        for one in differing:
            found = json.dumps([[each.check, each.of, each.expected, each.found] for each in one.differences])
            detail: dict[str, str | int] = {"differences": found, "reference": reference}
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


async def untold_alarm(db: Database) -> Alarm | None:
    """Return the alarm of the last recount, if something differed and nobody was told; see `note_told`."""
    async with db.reading() as tx:
        lasts = await tx.all("SELECT id, detail FROM audit WHERE deed = 'recount' ORDER BY id DESC LIMIT 2")
        if not lasts or not json.loads(lasts[0]["detail"])["differing"]:
            return None
        last, before = lasts[0]["id"], lasts[1]["id"] if len(lasts) > 1 else 0
        if await tx.one("SELECT id FROM audit WHERE deed = 'tell_miscount' AND id > :last", {"last": last}):
            return None
        rows = await tx.all(
            "SELECT subject, detail FROM audit WHERE deed = 'miscount' AND id > :before AND id < :last ORDER BY id",
            {"before": before, "last": last},
        )
    details = {row["subject"]: json.loads(row["detail"]) for row in rows}
    differing = {code: _differences(detail["differences"]) for code, detail in details.items()}
    return Alarm(next(iter(details.values()))["reference"], differing)


async def note_told(db: Database, alarm: Alarm, now: datetime) -> None:
    """Note in the audit that colleagues know of the alarm."""
    async with db.transaction() as tx:
        await record(tx, Deed(now, None, "tell_miscount", "petitions", {"reference": alarm.reference}))


def _differences(text: str) -> tuple[Difference, ...]:
    return tuple(
        Difference(Check(check), tuple(of), expected, found) for check, of, expected, found in json.loads(text)
    )
