"""A person's own data: all of it as they may see it, and its erasure (GDPR art. 15 and 17, PIPA art. 35 and 36)."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from storage.calendar.attendance import forget_attendance, own_attendance
from storage.people.digests import person_digest, signer_digest
from storage.people.followers import follows_of, unfollow_all
from storage.people.representatives import forget_representative, own_representation
from storage.people.subscribers import erase_subscriber, find_subscriber
from storage.petitions.collecting.volunteers import forget_volunteer, own_volunteering
from storage.petitions.log.entries import Deed
from storage.petitions.openings import erase_openings, openings_of
from storage.petitions.signatures.erasing import SAID_AND_TRACED
from storage.petitions.signatures.records import SignatureState, stands
from storage.petitions.signatures.standing import holders_of, take_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from storage.database import Database
    from storage.people.subscribers import Subscriber
    from storage.transactions import Row, Transaction


async def own_data(db: Database, person: int) -> dict[str, Any]:
    """Return everything that is stored about the person, ready for JSON.

    Tips are not among it: nobody, Clarion included, can tell whose they are.
    """
    subscriber = await find_subscriber(db, person)
    digest = {"person": person_digest(db, person)}
    async with db.reading() as tx:
        language = await tx.one("SELECT language FROM chosen_language WHERE person = :person", digest)
        signatures = await _signatures(tx, db, person)
        following = await follows_of(tx, db, person)
        content = {
            "language": language["language"] if language else None,
            "subscription": _subscription(subscriber) if subscriber else None,
            "following": [
                {name: row[name] for name in ("appeal", "language", "consent_version", "consent_day")}
                for row in following
            ],
            "letters": await _letters(tx, digest["person"], signatures, following),
            "signatures": [await _signature(tx, db, row) for row in signatures],
            "volunteering": await own_volunteering(tx, db, person),
            "representing": await own_representation(tx, db, person),
            "opened": list(await openings_of(tx, db, person)),
            "coming_to": await own_attendance(tx, db, person),
        }
        draft = await tx.one("SELECT content FROM draft WHERE person = :person", digest)
        coordinator = await tx.one("SELECT alias, role, joined_on FROM coordinator WHERE person = :person", digest)
    return {
        **content,
        "unfinished": json.loads(db.key.decrypt("draft.content", draft["content"])) if draft else None,
        "coordinator": dict(coordinator) if coordinator else None,
    }


async def forget(db: Database, person: int) -> None:
    """Erase the person: subscription, language, what they follow and come to, unfinished drafts, signatures.

    The counts go down with them. Of a signature that was taken out of the count nothing stays but number, day and
    keyed digest, so that it stays refused, until the time of the petition's names is over. A coordinator's role stays
    until it is ended, and what they did stays in the audit.
    """
    digest = {"person": person_digest(db, person)}
    async with db.transaction() as tx:
        await erase_subscriber(tx, digest["person"])
        await tx.execute("DELETE FROM chosen_language WHERE person = :person", digest)
        await tx.execute("DELETE FROM conversation WHERE person = :person", digest)
        await tx.execute("DELETE FROM draft WHERE person = :person", digest)
        await erase_openings(tx, db, person)
        await unfollow_all(tx, db, person)
        await forget_volunteer(tx, db, person)
        await forget_representative(tx, db, person)
        await forget_attendance(tx, db, person)
        for row in await _signatures(tx, db, person):
            await tx.execute(
                "UPDATE letter SET state = 'skipped', reason = 'forgotten' WHERE state = 'pending' AND signature = :id",
                {"id": row["id"]},
            )
            await _forget_signature(tx, db, row)
    await db.fold_log()


async def forget_unfinished(db: Database, person: int, conversation: str) -> None:
    """Erase what the person began in *conversation*, and that they opened any petition: not a byte of it stays."""
    values = {"person": person_digest(db, person), "name": conversation}
    async with db.transaction() as tx:
        await tx.execute("DELETE FROM conversation WHERE person = :person AND name = :name", values)
        await tx.execute("DELETE FROM draft WHERE person = :person", values)
        await erase_openings(tx, db, person)
    await db.fold_log()


async def _forget_signature(tx: Transaction, db: Database, row: Row) -> None:
    """Erase the signature; one whose name went before, at its time, stays in the count and is nobody's from now on."""
    if row["state"] == SignatureState.INVALIDATED:
        await _forget_refused(tx, row)
        return
    if stands(row) and row["name"] is None:
        await tx.execute("DELETE FROM consent WHERE signature = :id", {"id": row["id"]})
        await tx.execute("UPDATE signature SET signer = NULL, chat = NULL, language = NULL WHERE id = :id", dict(row))
        return
    if stands(row):
        await take_out(tx, db, [row], Deed.WITHDRAWN)
    await tx.execute("DELETE FROM signature WHERE id = :id", {"id": row["id"]})


async def _forget_refused(tx: Transaction, row: Row) -> None:
    """Erase what was said with a signature that coordinators took out; that it is refused stays."""
    await tx.execute("DELETE FROM consent WHERE signature = :id", {"id": row["id"]})
    await tx.execute(
        f"UPDATE signature SET state_before = NULL, chat = NULL, language = NULL, {SAID_AND_TRACED} WHERE id = :id",
        {"id": row["id"]},
    )


def _subscription(subscriber: Subscriber) -> dict[str, Any]:
    quiet = subscriber.quiet
    return {
        "state": subscriber.state,
        "language": subscriber.language,
        "cadence": subscriber.cadence,
        "topics": sorted(subscriber.topics),
        "quiet_hours": {"from": quiet.start, "to": quiet.end, "zone": quiet.zone, "woken_by_critical": quiet.wake}
        if quiet
        else None,
        "consent_day": subscriber.since,
        "consent_version": subscriber.consent_version,
        "source": subscriber.source,
    }


async def _letters(
    tx: Transaction, person: str, signatures: Sequence[Row], following: Sequence[Row]
) -> list[dict[str, Any]]:
    """Return which versions were sent, or told of, or are under way, to the person: as subscriber, signer, follower.

    News of a bill that belongs to no appeal has its kind in place of the version.
    """
    subscriber = await tx.one("SELECT id FROM subscriber WHERE person = :person", {"person": person})
    recipients = (
        *(("subscriber", row["id"]) for row in (subscriber,) if row),
        *(("signature", row["id"]) for row in signatures),
        *(("follower", row["id"]) for row in following),
    )
    found = []
    for column, row_id in recipients:
        found += await tx.all(
            f"""
            SELECT letter.id, appeal_version.appeal, COALESCE(appeal_version.number, news.kind) AS version, letter.state
            FROM letter JOIN broadcast ON broadcast.id = letter.broadcast
                LEFT JOIN digest_item ON digest_item.letter = letter.id
                LEFT JOIN news ON news.broadcast = broadcast.id
                LEFT JOIN appeal_version ON appeal_version.id = COALESCE(
                    letter.version, digest_item.version, CASE WHEN broadcast.kind = 'news' THEN broadcast.version END)
            WHERE letter.{column} = :id AND (appeal_version.id IS NOT NULL OR news.id IS NOT NULL)
            """,
            {"id": row_id},
        )
    return [
        {name: row[name] for name in ("appeal", "version", "state")}
        for row in sorted(found, key=lambda row: (row["id"], row["appeal"] or ""))
    ]


async def _signatures(tx: Transaction, db: Database, person: int) -> list[Row]:
    found = []
    for appeal in await tx.all("SELECT code FROM appeal ORDER BY code"):
        code = appeal["code"]
        row = await tx.one(
            "SELECT * FROM signature WHERE appeal = :code AND signer = :signer",
            {"code": code, "signer": signer_digest(db, code, person)},
        )
        if row is not None:
            found.append(row)
    return found


async def _signature(tx: Transaction, db: Database, row: Row) -> dict[str, Any]:
    consents = await tx.all(
        "SELECT purpose, text_version, language, day FROM consent WHERE signature = :id ORDER BY purpose",
        {"id": row["id"]},
    )
    return {
        "petition": row["appeal"],
        "number": row["serial"],
        "state": row["state"],
        "name": db.key.decrypt("signature.name", row["name"]) if row["name"] else None,
        "country": db.key.decrypt("signature.country", row["country"]) if row["country"] else None,
        "signed_at": datetime.fromtimestamp(row["signed_at"], UTC).isoformat(),
        "comment": db.key.decrypt("signature.comment", row["comment"]) if row["comment"] else None,
        "language": row["language"],
        "channel": row["channel"],
        "source": row["source"],
        "consents": [dict(consent) for consent in consents],
        "handed_over": [
            {"addressee": holder.addressee, "at": holder.handed_at.isoformat()} for holder in await holders_of(tx, row)
        ],
    }
