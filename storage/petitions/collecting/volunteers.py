"""Volunteers: who offered to collect signatures for a petition, alone or with a school group.

What they gave is erased when they are declined, stop or ask for it, and when the time of the petition's names is over.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date

    from storage.database import Database
    from storage.transactions import Row, Transaction

SELECT = """
    SELECT volunteer.*, link.source FROM volunteer
    LEFT JOIN link ON link.volunteer = volunteer.id AND link.ended_at IS NULL
"""
"""Of volunteers with the link that they collect by; a `WHERE` follows."""


class VolunteerState(StrEnum):
    """How far an offer is; one that was declined leaves nothing."""

    ASKED = "asked"
    ACCEPTED = "accepted"


@dataclass(frozen=True)
class SchoolGroup:
    """A group of pupils; *guardian* says how to reach the teacher or guardian who answers for it."""

    name: str
    guardian: str


@dataclass(frozen=True)
class Offer:
    """What a person offers for the petition *code*, under which consent.

    Attributes:
        school: None: they collect alone.
    """

    code: str
    person: int
    name: str
    school: SchoolGroup | None
    language: str
    consent_version: str
    day: date


@dataclass(frozen=True)
class Volunteer:
    """An offer as stored.

    Attributes:
        person: Telegram id.
        source: What signatures through their link carry; None: they have no link, or it has ended.
    """

    id: int
    code: str
    person: int
    name: str
    school: SchoolGroup | None
    language: str
    state: VolunteerState
    source: str | None


async def find_volunteer(db: Database, code: str, person: int) -> Volunteer | None:
    """Return what the person offered for the petition, if they did."""
    async with db.reading() as tx:
        row = await tx.one(
            f"{SELECT} WHERE volunteer.appeal = :code AND volunteer.person = :person",
            {"code": code, "person": volunteer_digest(db, code, person)},
        )
    return volunteer_of(db, row) if row else None


async def volunteers_of(db: Database, code: str) -> tuple[Volunteer, ...]:
    """Return the petition's volunteers: those who wait for an answer first, in the order in which they came."""
    async with db.reading() as tx:
        rows = await tx.all(
            f"{SELECT} WHERE volunteer.appeal = :code ORDER BY volunteer.state DESC, volunteer.id", {"code": code}
        )
    return tuple(volunteer_of(db, row) for row in rows)


async def own_volunteering(tx: Transaction, db: Database, person: int) -> list[dict[str, Any]]:
    """Return what is stored of the person as a volunteer, petition by petition, as they may see it."""
    return [
        {
            "petition": row["appeal"],
            "state": row["state"],
            "source": row["source"],
            **{
                name: db.key.decrypt(f"volunteer.{name}", row[name]) if row[name] else None
                for name in ("name", "school", "guardian")
            },
            **{name: row[name] for name in ("language", "consent_version", "consent_day")},
        }
        for row in await _rows_of(tx, db, person)
    ]


async def forget_volunteer(tx: Transaction, db: Database, person: int) -> None:
    """Erase the person among the volunteers of every petition; their links stay, and are nobody's."""
    rows = await _rows_of(tx, db, person)
    await tx.execute_many("DELETE FROM volunteer WHERE id = :id", [{"id": row["id"]} for row in rows])


async def erase_volunteers(tx: Transaction, code: str) -> int:
    """Erase the petition's volunteers and whose its links were, but for channels; return how many volunteers."""
    values = {"code": code}
    await tx.execute("UPDATE link SET label = NULL WHERE appeal = :code AND kind != 'channel'", values)
    return await tx.execute("DELETE FROM volunteer WHERE appeal = :code", values)


def volunteer_digest(db: Database, code: str, person: int) -> str:
    """Return the digest that stands for a Telegram id among the volunteers of one petition."""
    return db.key.digest("volunteer", code, person)


def volunteer_of(db: Database, row: Row) -> Volunteer:
    """Return who stands in a row of `SELECT`."""
    name, school, guardian = (
        db.key.decrypt(f"volunteer.{column}", row[column]) if row[column] else ""
        for column in ("name", "school", "guardian")
    )
    return Volunteer(
        id=row["id"],
        code=row["appeal"],
        person=int(db.key.decrypt("volunteer.chat", row["chat"])),
        name=name,
        school=SchoolGroup(school, guardian) if school else None,
        language=row["language"],
        state=VolunteerState(row["state"]),
        source=row["source"],
    )


async def _rows_of(tx: Transaction, db: Database, person: int) -> list[Row]:
    codes = [row["code"] for row in await tx.all("SELECT code FROM appeal ORDER BY code")]
    found = [
        await tx.one(f"{SELECT} WHERE volunteer.person = :person", {"person": volunteer_digest(db, code, person)})
        for code in codes
    ]
    return [row for row in found if row is not None]
