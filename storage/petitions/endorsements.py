"""Endorsements: an organisation of the coalition stands behind the version of an appeal that its representative read.

They are counted apart: no signature more or less comes of one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage.appeals.model import appeal_in
from storage.audit import Deed, record
from storage.errors import EndorsingOver, LaterVersion, NoSuchAppeal, NoSuchOrganisation, NotRepresentative, WrongState
from storage.people.digests import person_digest
from storage.people.organisations import organisation_of, subject_of

if TYPE_CHECKING:
    from datetime import datetime

    from storage.database import Database
    from storage.people.organisations import Organisation
    from storage.transactions import Row, Transaction


@dataclass(frozen=True)
class Endorsement:
    """What an organisation endorses.

    Attributes:
        number: Of the version that its representative read.
        current: Number of the appeal's version now.
    """

    code: str
    number: int
    current: int


async def endorse(db: Database, code: str, number: int, person: int, now: datetime) -> Organisation | None:
    """Let the organisation that the person represents endorse version *number*, which they read.

    Return which one; None if it endorses that version already. A later one takes the place of one endorsed before.

    Raises:
        NotRepresentative: If they represent none.
        NoSuchOrganisation: If it has left the coalition.
        NoSuchAppeal: If there is no such appeal.
        WrongState: If the appeal is not open.
        LaterVersion: If readers see another version now.
        EndorsingOver: If its endorsements had a deadline of their own, which has passed.
    """
    async with db.transaction() as tx:
        mandate = await _require_mandate(tx, db, person)
        organisation = organisation_of(mandate)
        if organisation.left_on is not None:
            raise NoSuchOrganisation
        version = await _require_open(tx, code, number, now)
        changed = await tx.execute(
            """
            INSERT INTO endorsement (appeal, organisation, version, representative, endorsed_at)
            VALUES (:code, :organisation, :version, :representative, :at)
            ON CONFLICT (appeal, organisation) DO UPDATE
                SET version = excluded.version, representative = excluded.representative,
                    endorsed_at = excluded.endorsed_at
                WHERE endorsement.version != excluded.version
            """,
            {
                "code": code,
                "organisation": organisation.id,
                "version": version,
                "representative": mandate["representative"],
                "at": int(now.timestamp()),
            },
        )
        if changed:
            detail: dict[str, str | int] = {"by": subject_of(organisation.id), "version": number}
            await record(tx, Deed(now, None, "endorse", code, detail))
    return organisation if changed else None


async def take_back(db: Database, code: str, person: int, now: datetime) -> Organisation | None:
    """Take back what the organisation that the person represents endorses of the appeal; None if it endorses nothing.

    Raises:
        NotRepresentative: If they represent none.
    """
    async with db.transaction() as tx:
        organisation = organisation_of(await _require_mandate(tx, db, person))
        taken = await tx.execute(
            "DELETE FROM endorsement WHERE appeal = :code AND organisation = :organisation",
            {"code": code, "organisation": organisation.id},
        )
        if taken:
            await record(tx, Deed(now, None, "take_back", code, {"by": subject_of(organisation.id)}))
    return organisation if taken else None


async def endorsed_by(db: Database, organisation: int) -> tuple[Endorsement, ...]:
    """Return what an organisation endorses."""
    async with db.reading() as tx:
        rows = await tx.all(
            """
            SELECT appeal.code, appeal.version AS current, appeal_version.number FROM endorsement
                JOIN appeal ON appeal.code = endorsement.appeal
                JOIN appeal_version ON appeal_version.id = endorsement.version
            WHERE endorsement.organisation = :id ORDER BY appeal.code
            """,
            {"id": organisation},
        )
    return tuple(Endorsement(row["code"], row["number"], row["current"]) for row in rows)


async def _require_mandate(tx: Transaction, db: Database, person: int) -> Row:
    """Return the row of the organisation that the person represents, with that of the representative."""
    row = await tx.one(
        """
        SELECT organisation.*, representative.id AS representative
        FROM representative JOIN organisation ON organisation.id = representative.organisation
        WHERE representative.person = :person
        """,
        {"person": person_digest(db, person)},
    )
    if row is None:
        raise NotRepresentative
    return row


async def _require_open(tx: Transaction, code: str, number: int, now: datetime) -> int:
    """Return the row of the version that readers see, which must be *number*."""
    row = await tx.one(
        """
        SELECT appeal.state, appeal.deadline, appeal.version AS current, appeal_version.id, appeal_version.document
        FROM appeal
            JOIN appeal_version ON appeal_version.appeal = appeal.code AND appeal_version.number = appeal.version
        WHERE appeal.code = :code
        """,
        {"code": code},
    )
    if row is None:
        raise NoSuchAppeal
    if row["state"] != "published" or row["deadline"] <= now.timestamp():
        raise WrongState("closed" if row["state"] == "published" else row["state"])
    if row["current"] != number:
        raise LaterVersion
    until = appeal_in(row["document"]).endorsers.until
    if until is not None and until <= now:
        raise EndorsingOver
    return int(row["id"])
