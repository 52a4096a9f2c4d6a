"""The register of the coalition: its member organisations, from which day on, and until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from storage.audit import Deed, record
from storage.errors import NoSuchOrganisation, OrganisationKnown

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from storage.database import Database
    from storage.people.coordinators import Coordinator
    from storage.transactions import Row, Values


@dataclass(frozen=True)
class Member:
    """What is entered in the register.

    Attributes:
        country: Code of ISO 3166-1 alpha-2.
        since: The day from which on it belongs to the coalition.
    """

    name: str
    country: str
    since: date


@dataclass(frozen=True)
class Organisation:
    """A member as stored.

    Attributes:
        left_on: The day on which it left the coalition; None: it belongs to it.
    """

    id: int
    name: str
    country: str
    since: date
    left_on: date | None


async def add_organisations(db: Database, members: Iterable[Member], by: Coordinator, now: datetime) -> None:
    """Enter *members* in the register, all or none.

    Raises:
        OrganisationKnown: If one is there by that name, in large or small letters.
    """
    async with db.transaction() as tx:
        known = {row["name"].casefold() for row in await tx.all("SELECT name FROM organisation")}
        for member in members:
            if member.name.casefold() in known:
                raise OrganisationKnown(member.name)
            known.add(member.name.casefold())
            row = await tx.only(
                "INSERT INTO organisation (name, country, since) VALUES (:name, :country, :since) RETURNING id",
                {"name": member.name, "country": member.country, "since": member.since.isoformat()},
            )
            await record(tx, Deed(now, by.id, "add_organisation", subject_of(row["id"])))


async def organisations(db: Database) -> tuple[Organisation, ...]:
    """Return all that were ever in the register by name, those that left behind the members."""
    async with db.reading() as tx:
        rows = await tx.all("SELECT * FROM organisation")
    return tuple(sorted(map(organisation_of, rows), key=lambda one: (one.left_on is not None, one.name.casefold())))


async def find_organisation(db: Database, organisation: int) -> Organisation:
    """Return one of the register.

    Raises:
        NoSuchOrganisation: If it has no such row.
    """
    async with db.reading() as tx:
        row = await tx.one("SELECT * FROM organisation WHERE id = :id", {"id": organisation})
    if row is None:
        raise NoSuchOrganisation
    return organisation_of(row)


async def leave(db: Database, organisation: int, day: date, by: Coordinator, now: datetime) -> bool:
    """Note that the organisation left on that day; False if it is no member.

    Nobody endorses anything new for it, and the invitations of its representatives work no more. What it endorsed
    before stays, and its representatives can still take it back.
    """
    values: Values = {"id": organisation, "day": day.isoformat()}
    async with db.transaction() as tx:
        left = await tx.execute("UPDATE organisation SET left_on = :day WHERE id = :id AND left_on IS NULL", values)
        if left:
            await tx.execute("UPDATE representative SET token = NULL WHERE organisation = :id", {"id": organisation})
            await record(tx, Deed(now, by.id, "leave_organisation", subject_of(organisation)))
    return bool(left)


async def come_back(db: Database, organisation: int, day: date, by: Coordinator, now: datetime) -> bool:
    """Make an organisation that left a member again from that day on; False if it is one, or not in the register."""
    values: Values = {"id": organisation, "day": day.isoformat()}
    async with db.transaction() as tx:
        back = await tx.execute(
            "UPDATE organisation SET since = :day, left_on = NULL WHERE id = :id AND left_on IS NOT NULL", values
        )
        if back:
            await record(tx, Deed(now, by.id, "return_organisation", subject_of(organisation)))
    return bool(back)


def organisation_of(row: Row) -> Organisation:
    """Return the organisation in a row of its table."""
    left_on = date.fromisoformat(row["left_on"]) if row["left_on"] else None
    return Organisation(row["id"], row["name"], row["country"], date.fromisoformat(row["since"]), left_on)


def subject_of(organisation: int) -> str:
    """Return what the audit calls an organisation: a number, never its name."""
    return f"organisation-{organisation}"
