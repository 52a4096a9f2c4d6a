"""Coordinators: who they are to each other (an alias and a role), how they are invited, and how a role ends.

Of one whose role has ended the alias alone stays, for what they did; nothing leads to their account any more.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from storage.audit import Deed, record
from storage.errors import InvitationSpent, LastOwner, NoSuchCoordinator
from storage.people.digests import person_digest

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from storage.database import Database
    from storage.transactions import Row, Transaction

INVITATION_LIFE = timedelta(days=2)
TOKEN_BYTES = 18


class Role(StrEnum):
    """What a coordinator may do; `handlers.coordinators.roles` says which deeds each may."""

    OWNER = "owner"
    CAMPAIGNER = "campaigner"
    REVIEWER = "reviewer"
    EXPORTER = "exporter"
    VIEWER = "viewer"
    COLLECTOR = "collector"


@dataclass(frozen=True)
class Coordinator:
    """A coordinator as stored; `person` is their Telegram id."""

    id: int
    alias: str
    role: Role
    person: int


async def ensure_owners(db: Database, persons: Collection[int], now: datetime) -> tuple[Coordinator, ...]:
    """Make each of *persons* an owner, as the operator's configuration says, and end the role of every other owner.

    Return the owners whose role ended. A configuration that names nobody changes nothing.
    """
    digests = {person_digest(db, person): person for person in persons}
    async with db.transaction() as tx:
        owners = await tx.all("SELECT * FROM coordinator WHERE role = 'owner' AND person IS NOT NULL")
        dismissed = [_coordinator(db, row) for row in owners if digests and row["person"] not in digests]
        for coordinator in dismissed:
            await _end_role(tx, coordinator, Deed(now, None, "dismiss", coordinator.alias))
        for digest, person in digests.items():
            row = await tx.one("SELECT id, alias, role FROM coordinator WHERE person = :person", {"person": digest})
            if row is None:
                await _join(tx, db, person, Role.OWNER, now)
            elif row["role"] != Role.OWNER:
                await tx.execute("UPDATE coordinator SET role = 'owner' WHERE id = :id", {"id": row["id"]})
                await record(tx, Deed(now, None, "make_owner", row["alias"]))
    return tuple(dismissed)


async def find_coordinator(db: Database, person: int) -> Coordinator | None:
    """Return the coordinator with this Telegram id."""
    row = await db.one("SELECT * FROM coordinator WHERE person = :person", {"person": person_digest(db, person)})
    return _coordinator(db, row) if row else None


async def coordinator_called(db: Database, alias: str) -> Coordinator:
    """Return the coordinator whom colleagues call *alias*.

    Raises:
        NoSuchCoordinator: If nobody with a role is called so.
    """
    async with db.reading() as tx:
        row = await tx.one("SELECT * FROM coordinator WHERE alias = :alias AND person IS NOT NULL", {"alias": alias})
    if row is None:
        raise NoSuchCoordinator
    return _coordinator(db, row)


async def coordinators_with(db: Database, roles: Collection[Role]) -> tuple[Coordinator, ...]:
    """Return every coordinator who has one of *roles* now, in order of joining."""
    async with db.reading() as tx:
        rows = await tx.all("SELECT * FROM coordinator WHERE person IS NOT NULL ORDER BY id")
    return tuple(_coordinator(db, row) for row in rows if row["role"] in roles)


async def who_left(db: Database, aliases: Collection[str]) -> tuple[str, ...]:
    """Return those of *aliases* that are of coordinators whose role has ended, in order of joining."""
    async with db.reading() as tx:
        rows = await tx.all("SELECT alias FROM coordinator WHERE person IS NULL ORDER BY id")
    return tuple(row["alias"] for row in rows if row["alias"] in aliases)


async def invite(db: Database, role: Role, by: Coordinator, now: datetime) -> str:
    """Make an invitation that works once, for two days, and return its token for a deep link."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    async with db.transaction() as tx:
        await tx.execute(
            """
            INSERT INTO invitation (token, role, invited_by, expires_at) VALUES (:token, :role, :by, :expires)
            """,
            {
                "token": db.key.digest("invitation", token),
                "role": role,
                "by": by.id,
                "expires": int((now + INVITATION_LIFE).timestamp()),
            },
        )
        await record(tx, Deed(now, by.id, "invite", role))
    return token


async def accept_invitation(db: Database, token: str, person: int, now: datetime) -> Coordinator:
    """Make the person a coordinator, or give the one they are the invited role, and spend the invitation.

    Raises:
        InvitationSpent: If it was used, has expired or was never made.
    """
    digest = db.key.digest("invitation", token)
    async with db.transaction() as tx:
        row = await tx.one(
            """
            SELECT role FROM invitation WHERE token = :token AND accepted_by IS NULL AND expires_at > :now
            """,
            {"token": digest, "now": int(now.timestamp())},
        )
        if row is None:
            raise InvitationSpent
        coordinator = await _join(tx, db, person, Role(row["role"]), now)
        await tx.execute(
            "UPDATE invitation SET accepted_by = :id WHERE token = :token",
            {"id": coordinator.id, "token": digest},
        )
    return coordinator


async def dismiss(db: Database, alias: str, by: Coordinator, now: datetime) -> Coordinator:
    """End the role of the coordinator called *alias* and return who that was; nobody ends their own.

    Raises:
        NoSuchCoordinator: If there is none of this alias, it is *by*, or *by* was dismissed a moment ago.
        LastOwner: If no owner would be left.
    """
    async with db.transaction() as tx:
        row = await tx.one(
            """
            SELECT * FROM coordinator WHERE alias = :alias AND person IS NOT NULL AND id != :by
                AND EXISTS (SELECT 1 FROM coordinator WHERE id = :by AND person IS NOT NULL)
            """,
            {"alias": alias, "by": by.id},
        )
        if row is None:
            raise NoSuchCoordinator
        dismissed = _coordinator(db, row)
        await _require_another_owner(tx, dismissed)
        await _end_role(tx, dismissed, Deed(now, by.id, "dismiss", alias))
    return dismissed


async def note_refusal(db: Database, coordinator: Coordinator, duties: str, now: datetime) -> None:
    """Put on record that a coordinator tried what their role does not include; *duties* are fixed words."""
    async with db.transaction() as tx:
        await record(tx, Deed(now, coordinator.id, "refused", duties))


async def _require_another_owner(tx: Transaction, leaving: Coordinator) -> None:
    if leaving.role is not Role.OWNER:
        return
    another = await tx.one(
        "SELECT 1 FROM coordinator WHERE role = 'owner' AND person IS NOT NULL AND id != :id", {"id": leaving.id}
    )
    if another is None:
        raise LastOwner


async def _end_role(tx: Transaction, coordinator: Coordinator, deed: Deed) -> None:
    """Let go of the person, of the tips that they hold and of what they invited others with."""
    values = {"id": coordinator.id}
    await tx.execute("UPDATE coordinator SET person = NULL, chat = NULL WHERE id = :id", values)
    await tx.execute("DELETE FROM invitation WHERE invited_by = :id AND accepted_by IS NULL", values)
    await tx.execute("UPDATE representative SET token = NULL WHERE invited_by = :id", values)
    await _free_tips(tx, coordinator.id)
    await tx.execute(
        "UPDATE broadcast SET progress_chat = NULL, progress_message = NULL WHERE planned_by = :id", values
    )
    await record(tx, deed)


async def _free_tips(tx: Transaction, coordinator: int) -> None:
    """Let go of every tip that they hold."""
    await tx.execute(
        """
        UPDATE tip SET state = CASE state WHEN 'claimed' THEN 'new' ELSE state END,
            claimed_by = NULL, claimed_until = NULL
        WHERE claimed_by = :id
        """,
        {"id": coordinator},
    )


async def _join(tx: Transaction, db: Database, person: int, role: Role, now: datetime) -> Coordinator:
    digest = person_digest(db, person)
    count = await tx.only("SELECT COUNT(*) AS n FROM coordinator")
    before = await tx.one("SELECT id, role FROM coordinator WHERE person = :person", {"person": digest})
    row = await tx.only(
        """
        INSERT INTO coordinator (alias, role, person, chat, joined_on)
        VALUES (:alias, :role, :person, :chat, :day)
        ON CONFLICT (person) DO UPDATE
            SET role = CASE coordinator.role WHEN 'owner' THEN 'owner' ELSE excluded.role END
        RETURNING *
        """,
        {
            "alias": f"{role}-{count['n'] + 1}",
            "role": role,
            "person": digest,
            "chat": db.key.encrypt("coordinator.chat", str(person)),
            "day": now.date().isoformat(),
        },
    )
    coordinator = _coordinator(db, row)
    if before and before["role"] != coordinator.role:  # no other role may do what the one did that held them
        await _free_tips(tx, coordinator.id)
    await record(tx, Deed(now, coordinator.id, "join", coordinator.alias, {"role": coordinator.role}))
    return coordinator


def _coordinator(db: Database, row: Row) -> Coordinator:
    person = int(db.key.decrypt("coordinator.chat", row["chat"]))
    return Coordinator(row["id"], row["alias"], Role(row["role"]), person)
