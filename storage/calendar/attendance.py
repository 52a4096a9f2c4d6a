"""Who comes to an action: a number, and until it is over a digest of each person, so that nobody counts twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.calendar.coming import moment_in, moment_of
from storage.calendar.kinds import MomentKind
from storage.errors import NoSuchMoment
from storage.people.digests import attendance_digest

if TYPE_CHECKING:
    from datetime import datetime

    from storage.database import Database
    from storage.transactions import Row, Transaction


async def say_coming(db: Database, moment: int, person: int, now: datetime) -> bool:
    """Count the person among those who come; False if they were counted before.

    Raises:
        NoSuchMoment: If there is no public action of that row to come.
    """
    values = _values(db, moment, person)
    async with db.transaction() as tx:
        await _require_action(tx, moment, now)
        added = await tx.execute(
            "INSERT INTO attendance (moment, person) VALUES (:moment, :person) ON CONFLICT DO NOTHING", values
        )
        await tx.execute("UPDATE moment SET coming = coming + :n WHERE id = :moment", {"moment": moment, "n": added})
    return added > 0


async def take_back_coming(db: Database, moment: int, person: int, now: datetime) -> bool:
    """Count the person no more; False if they were not counted.

    Raises:
        NoSuchMoment: If there is no public action of that row to come.
    """
    async with db.transaction() as tx:
        await _require_action(tx, moment, now)
        return await _take_back(tx, db, moment, person)


async def is_coming(db: Database, moment: int, person: int) -> bool:
    """Say whether the person is counted."""
    return await db.one(_COUNTED, _values(db, moment, person)) is not None


async def erase_attendance_of_past(db: Database, now: datetime) -> int:
    """Erase who came to what is over; return how many digests went. The numbers stay."""
    rows = await db.all("SELECT * FROM moment WHERE id IN (SELECT moment FROM attendance)")
    over = [row["id"] for row in rows if moment_of(row).when.over_at <= now]
    erased = 0
    for moment in over:
        async with db.transaction() as tx:
            erased += await tx.execute("DELETE FROM attendance WHERE moment = :moment", {"moment": moment})
    return erased


async def own_attendance(tx: Transaction, db: Database, person: int) -> list[dict[str, str]]:
    """Return what the person said to come to, as they may see it."""
    moments = [moment_of(row) for row in await _attended(tx, db, person)]
    return [
        {"moment": next(iter(moment.name.values())), "day": moment.when.at.date().isoformat()} for moment in moments
    ]


async def forget_attendance(tx: Transaction, db: Database, person: int) -> None:
    """Erase the person among those who come to anything; the numbers go down with them."""
    for row in await _attended(tx, db, person):
        await _take_back(tx, db, row["id"], person)


_COUNTED = "SELECT 1 FROM attendance WHERE moment = :moment AND person = :person"


def _values(db: Database, moment: int, person: int) -> dict[str, str | int]:
    return {"moment": moment, "person": attendance_digest(db, moment, person)}


async def _attended(tx: Transaction, db: Database, person: int) -> list[Row]:
    rows = await tx.all("SELECT * FROM moment WHERE id IN (SELECT moment FROM attendance) ORDER BY at, id")
    return [row for row in rows if await tx.one(_COUNTED, _values(db, row["id"], person))]


async def _take_back(tx: Transaction, db: Database, moment: int, person: int) -> bool:
    values = _values(db, moment, person)
    gone = await tx.execute("DELETE FROM attendance WHERE moment = :moment AND person = :person", values)
    await tx.execute("UPDATE moment SET coming = coming - :n WHERE id = :moment", {"moment": moment, "n": gone})
    return gone > 0


async def _require_action(tx: Transaction, moment: int, now: datetime) -> None:
    found = await moment_in(tx, moment, now)
    if found.kind is not MomentKind.ACTION or not found.public:
        raise NoSuchMoment
