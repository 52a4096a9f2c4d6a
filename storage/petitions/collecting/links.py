"""Links of a petition that belong to somebody: a collector, a school, a channel; each counts what came through it."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from storage.audit import Deed, record
from storage.petitions.collecting.suspects import WAITING

if TYPE_CHECKING:
    from storage.database import Database
    from storage.people.coordinators import Coordinator
    from storage.transactions import Row, Transaction, Values

_LETTERS = "23456789BCDFGHJKMNPQRSTVWXYZ"  # none that is read as another one, none that would make a word
_LETTERS_IN_SOURCE = 5


class LinkKind(StrEnum):
    """Whose a link is."""

    COLLECTOR = "collector"
    SCHOOL = "school"
    CHANNEL = "channel"


_PREFIXES = {LinkKind.COLLECTOR: "c", LinkKind.SCHOOL: "s", LinkKind.CHANNEL: "ch"}
# A collector or a class takes a moment for each signer; a post in a channel may bring thousands at once.
_PER_MINUTE = {LinkKind.COLLECTOR: 20, LinkKind.SCHOOL: 20, LinkKind.CHANNEL: None}


@dataclass(frozen=True)
class NewLink:
    """A link to be made.

    Attributes:
        label: Whose it is, for coordinators; None for a volunteer's, which shows their own name.
        volunteer: Row of the volunteer.
    """

    code: str
    kind: LinkKind
    label: str | None
    volunteer: int | None = None


@dataclass(frozen=True)
class Link:
    """A link as stored, with its count.

    Attributes:
        label: Whose it is; None once that was erased.
        valid: Signatures that came through it and count.
        suspect: Signatures that came through it and wait to be looked at.
    """

    code: str
    source: str
    kind: LinkKind
    label: str | None
    made_at: datetime
    ended_at: datetime | None
    valid: int
    suspect: int


async def make_link(db: Database, link: NewLink, by: Coordinator, now: datetime) -> str:
    """Make a link, and return the source that signatures through it carry.

    Raises:
        sqlite3.IntegrityError: If there is no such petition.
    """
    async with db.transaction() as tx:
        return await add_link(tx, db, link, by, now)


async def add_link(tx: Transaction, db: Database, link: NewLink, by: Coordinator, now: datetime) -> str:
    """Do what `make_link` does, within a transaction that does more."""
    values: Values = {
        "code": link.code,
        "kind": link.kind,
        "label": db.key.encrypt("link.label", link.label) if link.label else None,
        "per_minute": _PER_MINUTE[link.kind],
        "volunteer": link.volunteer,
        "by": by.id,
        "now": int(now.timestamp()),
    }
    made = None
    while made is None:
        made = await tx.one(
            """
            INSERT INTO link (appeal, source, kind, label, per_minute, volunteer, made_by, made_at)
            VALUES (:code, :source, :kind, :label, :per_minute, :volunteer, :by, :now)
            ON CONFLICT (appeal, source) DO NOTHING RETURNING source
            """,
            {**values, "source": _new_source(link.kind)},
        )
    source = str(made["source"])
    await record(tx, Deed(now, by.id, "make_link", link.code, {"kind": link.kind, "source": source}))
    return source


async def end_link(db: Database, code: str, source: str, by: Coordinator, now: datetime) -> bool:
    """End a link: whoever comes through it from now on counts for nobody's; False if it had ended, or never was."""
    async with db.transaction() as tx:
        ended = await tx.execute(
            "UPDATE link SET ended_at = :now WHERE appeal = :code AND source = :source AND ended_at IS NULL",
            {"code": code, "source": source, "now": int(now.timestamp())},
        )
        if ended:
            await record(tx, Deed(now, by.id, "end_link", code, {"source": source}))
    return bool(ended)


async def links_of(db: Database, code: str) -> tuple[Link, ...]:
    """Return the petition's links: those that stand first, and of these the one with most signatures in front."""
    async with db.reading() as tx:
        rows = await tx.all(
            f"""
            SELECT link.*, volunteer.name, volunteer.school, counted.valid, waiting.suspect
            FROM link LEFT JOIN volunteer ON volunteer.id = link.volunteer
            LEFT JOIN (
                SELECT value, SUM(valid) AS valid FROM tally
                WHERE appeal = :code AND dimension = 'source' GROUP BY value
            ) AS counted ON counted.value = link.source
            LEFT JOIN (
                SELECT source, COUNT(*) AS suspect FROM signature WHERE appeal = :code AND {WAITING} GROUP BY source
            ) AS waiting ON waiting.source = link.source
            WHERE link.appeal = :code
            """,
            {"code": code},
        )
    links = [_link(db, row) for row in rows]
    return tuple(sorted(links, key=lambda link: (link.ended_at is not None, -link.valid, link.made_at, link.source)))


async def find_link(db: Database, code: str, source: str) -> Link | None:
    """Return one link of the petition."""
    return next((link for link in await links_of(db, code) if link.source == source), None)


async def own_source(db: Database, code: str, coordinator: Coordinator, now: datetime) -> str:
    """Return the source of the coordinator's own link to the petition, made if there is none that stands."""
    async with db.transaction() as tx:
        rows = await tx.all(
            """
            SELECT source, label FROM link
            WHERE appeal = :code AND kind = 'collector' AND made_by = :by AND volunteer IS NULL AND ended_at IS NULL
                AND label IS NOT NULL
            ORDER BY made_at, source
            """,
            {"code": code, "by": coordinator.id},
        )
        own = [row["source"] for row in rows if db.key.decrypt("link.label", row["label"]) == coordinator.alias]
        if own:
            return str(own[0])
        return await add_link(tx, db, NewLink(code, LinkKind.COLLECTOR, coordinator.alias), coordinator, now)


def _new_source(kind: LinkKind) -> str:
    return f"{_PREFIXES[kind]}-{''.join(secrets.choice(_LETTERS) for _ in range(_LETTERS_IN_SOURCE))}"


def _link(db: Database, row: Row) -> Link:
    fields = (("link.label", row["label"]), ("volunteer.name", row["name"]), ("volunteer.school", row["school"]))
    known = [db.key.decrypt(column, field) for column, field in fields if field is not None]
    return Link(
        code=row["appeal"],
        source=row["source"],
        kind=LinkKind(row["kind"]),
        label=", ".join(known) or None,
        made_at=datetime.fromtimestamp(row["made_at"], UTC),
        ended_at=None if row["ended_at"] is None else datetime.fromtimestamp(row["ended_at"], UTC),
        valid=row["valid"] or 0,
        suspect=row["suspect"] or 0,
    )
