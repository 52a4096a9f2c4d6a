"""Offering to collect signatures, the coordinators' answer to it, and stopping."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.audit import Deed, record
from storage.petitions.collecting.links import LinkKind, NewLink, add_link
from storage.petitions.collecting.volunteers import SELECT, volunteer_digest, volunteer_of

if TYPE_CHECKING:
    from datetime import datetime

    from storage.database import Database
    from storage.people.coordinators import Coordinator
    from storage.petitions.collecting.volunteers import Offer, Volunteer
    from storage.transactions import Values


async def offer(db: Database, offered: Offer) -> bool:
    """Keep the offer; False if the person offered to collect for this petition before."""
    school = offered.school
    async with db.transaction() as tx:
        kept = await tx.execute(
            """
            INSERT INTO volunteer
                (appeal, person, chat, name, school, guardian, language, state, consent_version, consent_day)
            VALUES (:code, :person, :chat, :name, :school, :guardian, :language, 'asked', :version, :day)
            ON CONFLICT (appeal, person) DO NOTHING
            """,
            {
                "code": offered.code,
                "person": volunteer_digest(db, offered.code, offered.person),
                "chat": db.key.encrypt("volunteer.chat", str(offered.person)),
                "name": db.key.encrypt("volunteer.name", offered.name),
                "school": db.key.encrypt("volunteer.school", school.name) if school else None,
                "guardian": db.key.encrypt("volunteer.guardian", school.guardian) if school else None,
                "language": offered.language,
                "version": offered.consent_version,
                "day": offered.day.isoformat(),
            },
        )
    return bool(kept)


async def accept_volunteer(db: Database, code: str, row_id: int, by: Coordinator, now: datetime) -> Volunteer | None:
    """Accept who waits, and make their link; None if nobody waits under that row."""
    values: Values = {"code": code, "id": row_id}
    async with db.transaction() as tx:
        row = await tx.one(
            "UPDATE volunteer SET state = 'accepted' WHERE id = :id AND appeal = :code AND state = 'asked' RETURNING *",
            values,
        )
        if row is None:
            return None
        kind = LinkKind.COLLECTOR if row["school"] is None else LinkKind.SCHOOL
        await record(tx, Deed(now, by.id, "accept_volunteer", code, {"kind": kind}))
        await add_link(tx, db, NewLink(code, kind, "", row_id), by, now)
        return volunteer_of(db, await tx.only(f"{SELECT} WHERE volunteer.id = :id", values))


async def decline_volunteer(db: Database, code: str, row_id: int, by: Coordinator, now: datetime) -> Volunteer | None:
    """Erase who waits, and return who that was; None if nobody waits under that row."""
    values: Values = {"code": code, "id": row_id}
    async with db.transaction() as tx:
        row = await tx.one(
            f"{SELECT} WHERE volunteer.id = :id AND volunteer.appeal = :code AND state = 'asked'", values
        )
        if row is None:
            return None
        await tx.execute("DELETE FROM volunteer WHERE id = :id", values)
        await record(tx, Deed(now, by.id, "decline_volunteer", code))
    return volunteer_of(db, row)


async def stop_volunteering(db: Database, code: str, person: int, now: datetime) -> bool:
    """End the person's link, and erase what they gave; False if they did not offer to collect."""
    async with db.transaction() as tx:
        row = await tx.one(
            "SELECT id FROM volunteer WHERE person = :person", {"person": volunteer_digest(db, code, person)}
        )
        if row is not None:
            values = {"id": row["id"], "now": int(now.timestamp())}
            await tx.execute("UPDATE link SET ended_at = :now WHERE volunteer = :id AND ended_at IS NULL", values)
            await tx.execute("DELETE FROM volunteer WHERE id = :id", values)
    return row is not None
