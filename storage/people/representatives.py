"""Representatives: who may endorse appeals for an organisation, how they are invited, and how that ends.

Of one whose authority has ended a number alone stays, for what they endorsed; nothing leads to their account any more.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from storage.audit import Deed, record
from storage.errors import AlreadyRepresents, InvitationSpent, NoSuchOrganisation
from storage.people.coordinators import INVITATION_LIFE, TOKEN_BYTES
from storage.people.digests import person_digest
from storage.people.organisations import organisation_of, subject_of

if TYPE_CHECKING:
    from storage.database import Database
    from storage.people.coordinators import Coordinator
    from storage.people.organisations import Organisation
    from storage.transactions import Row, Transaction


@dataclass(frozen=True)
class Representative:
    """Who may endorse for an organisation, or was invited to.

    Attributes:
        organisation: Row of the organisation.
        person: Telegram id; None: the invitation was not used yet.
        expires_at: When the invitation ends.
    """

    id: int
    organisation: int
    person: int | None
    expires_at: datetime


async def invite_representative(db: Database, organisation: int, by: Coordinator, now: datetime) -> str:
    """Make an invitation that works once, for two days, and return its token for a deep link.

    Raises:
        NoSuchOrganisation: If it is not in the register, or has left.
    """
    token, values = secrets.token_urlsafe(TOKEN_BYTES), {"id": organisation}
    async with db.transaction() as tx:
        if await tx.one("SELECT id FROM organisation WHERE id = :id AND left_on IS NULL", values) is None:
            raise NoSuchOrganisation
        await tx.execute(
            """
            INSERT INTO representative (organisation, token, expires_at, invited_by)
            VALUES (:id, :token, :expires, :by)
            """,
            {
                **values,
                "token": _token_digest(db, token),
                "expires": int((now + INVITATION_LIFE).timestamp()),
                "by": by.id,
            },
        )
        await record(tx, Deed(now, by.id, "invite_representative", subject_of(organisation)))
    return token


async def accept_representation(db: Database, token: str, person: int, now: datetime) -> Organisation:
    """Let the person endorse for the organisation that the invitation is of, and spend it.

    Raises:
        InvitationSpent: If it was used, ended, has expired or was never made.
        AlreadyRepresents: If they represent one; the invitation is not spent.
    """
    async with db.transaction() as tx:
        row = await tx.one(
            "SELECT * FROM representative WHERE token = :token AND expires_at > :now",
            {"token": _token_digest(db, token), "now": int(now.timestamp())},
        )
        if row is None:
            raise InvitationSpent
        values = {"id": row["id"], "person": person_digest(db, person)}
        if await tx.one("SELECT id FROM representative WHERE person = :person", values):
            raise AlreadyRepresents
        await tx.execute(
            "UPDATE representative SET token = NULL, person = :person, chat = :chat WHERE id = :id",
            {**values, "chat": db.key.encrypt("representative.chat", str(person))},
        )
        await record(tx, Deed(now, None, "join_representative", subject_of(row["organisation"])))
        organisation = await tx.only("SELECT * FROM organisation WHERE id = :organisation", dict(row))
    return organisation_of(organisation)


async def represented_by(db: Database, person: int) -> Organisation | None:
    """Return the organisation that the person represents, also one that has left the coalition."""
    async with db.reading() as tx:
        row = await tx.one(
            """
            SELECT organisation.* FROM organisation
                JOIN representative ON representative.organisation = organisation.id
            WHERE representative.person = :person
            """,
            {"person": person_digest(db, person)},
        )
    return organisation_of(row) if row else None


async def representatives_of(db: Database, organisation: int, now: datetime) -> tuple[Representative, ...]:
    """Return who may endorse for the organisation, and who can still use an invitation to."""
    async with db.reading() as tx:
        rows = await tx.all(
            """
            SELECT * FROM representative
            WHERE organisation = :id AND (person IS NOT NULL OR (token IS NOT NULL AND expires_at > :now)) ORDER BY id
            """,
            {"id": organisation, "now": int(now.timestamp())},
        )
    return tuple(_representative(db, row) for row in rows)


async def end_representation(
    db: Database, organisation: int, row_id: int, by: Coordinator, now: datetime
) -> Representative | None:
    """End what a representative may, or an invitation, and return whose it was; None if that row has neither."""
    values = {"id": row_id, "organisation": organisation}
    async with db.transaction() as tx:
        row = await tx.one(
            """
            SELECT * FROM representative
            WHERE id = :id AND organisation = :organisation AND (person IS NOT NULL OR token IS NOT NULL)
            """,
            values,
        )
        if row is None:
            return None
        await tx.execute("UPDATE representative SET token = NULL, person = NULL, chat = NULL WHERE id = :id", values)
        await record(tx, Deed(now, by.id, "end_representative", subject_of(organisation)))
    return _representative(db, row)


async def own_representation(tx: Transaction, db: Database, person: int) -> dict[str, Any] | None:
    """Return for which organisation the person may endorse, and what they endorsed, as they may see it."""
    values = {"person": person_digest(db, person)}
    row = await tx.one(
        """
        SELECT representative.id, organisation.name FROM representative
            JOIN organisation ON organisation.id = representative.organisation
        WHERE representative.person = :person
        """,
        values,
    )
    if row is None:
        return None
    endorsed = await tx.all(
        """
        SELECT endorsement.appeal, appeal_version.number, endorsement.endorsed_at FROM endorsement
            JOIN appeal_version ON appeal_version.id = endorsement.version
        WHERE endorsement.representative = :id ORDER BY endorsement.appeal
        """,
        {"id": row["id"]},
    )
    return {
        "organisation": row["name"],
        "endorsed": [
            {"appeal": one["appeal"], "version": one["number"], "at": _moment(one["endorsed_at"]).isoformat()}
            for one in endorsed
        ],
    }


async def forget_representative(tx: Transaction, db: Database, person: int) -> None:
    """Erase the person among the representatives; what they endorsed is the organisation's, and stays."""
    await tx.execute(
        "UPDATE representative SET person = NULL, chat = NULL WHERE person = :person",
        {"person": person_digest(db, person)},
    )


def _token_digest(db: Database, token: str) -> str:
    return db.key.digest("representative", token)


def _representative(db: Database, row: Row) -> Representative:
    person = int(db.key.decrypt("representative.chat", row["chat"])) if row["chat"] else None
    return Representative(row["id"], row["organisation"], person, _moment(row["expires_at"]))


def _moment(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
