"""The outbox: one row per broadcast and recipient, leased in lots, sent and settled, across any restart (decision 7).

A letter goes pending → sending → sent | blocked | gone | refused | uncertain | skipped. A lot is committed as *sending*
before its calls and settled after them, so that a crash leaves at most those in flight in doubt. The moment of the
lease is also the last look at the person's consent, at their quiet hours and at the appeal.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage.errors import BadSecretKey
from storage.letters.broadcasts.follow_ups import FLIGHT_SECONDS
from storage.letters.broadcasts.planning import BroadcastKind
from storage.letters.broadcasts.renewing import renew_letters
from storage.letters.outbox.choosing import IN_FLIGHT, PHOTO_NOT_UPLOADED
from storage.letters.outbox.telling import OF_ONE_PETITION, WITHOUT_VERSION, keep_told, told_by
from storage.people.quiet_hours import quiet_hours_in, quiet_until
from storage.people.subscribers import Cadence

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from storage.database import Database
    from storage.letters.outbox.choosing import Running
    from storage.letters.outbox.telling import Told
    from storage.transactions import Row, Transaction, Values

SENT_AGAIN = """
    EXISTS (SELECT 1 FROM broadcast WHERE broadcast.id = letter.broadcast AND broadcast.state <> 'cancelled'
        AND (broadcast.kind = 'recall'
            OR (broadcast.rank <= 1 AND letter.in_doubt = 0 AND broadcast.kind <> 'news')))
"""
"""Whether a letter that comes in doubt is tried again: a critical or high one once, a digest or normal one not at all.

News comes once to each whom it concerns, whatever the urgency of its appeal: what is in doubt is counted and left.
What only removes a message does no harm twice, and is tried until it is known to be done.
"""


@dataclass(frozen=True)
class Letter:
    """One letter that is to be sent now, to the Telegram id *chat*.

    Attributes:
        version: The appeal's version; of a recall, and of what tells of it in `items`, None.
        items: The versions that a digest tells of; of a reminder the current one, and so of a letter that asks again,
            behind it the one by which the text changed; of news its row in place of a version.
        earlier: The message that a correction edits or a recall removes, if it is known.
    """

    id: int
    broadcast: int
    kind: BroadcastKind
    version: int | None
    chat: int
    language: str
    items: tuple[int, ...] = ()
    earlier: int | None = None
    paid: bool = False


async def lease(db: Database, running: Running, limit: int, now: datetime) -> tuple[Letter, ...]:
    """Mark up to *limit* due letters as being sent, in one transaction, and return them.

    A letter to somebody who stopped, blocked us, withdrew or was forgotten since the planning is skipped, and so is
    one whose appeal takes no signatures any more, or whose reader gave what it asks for; news goes out after the close
    as well. One that would come in quiet hours waits for their end. Until the picture of an appeal was uploaded, its
    letters go one by one.
    """
    limit = min([limit, *(bound for bound in (running.room, running.paid or None) if bound is not None)])
    async with db.transaction() as tx:
        rows = await _renewed(tx, running, await _bound(tx, running, limit), now)
        if not rows:
            return ()
        told = await told_by(tx, db, running, rows, now)
        fates = [_fate(db, row, running, told, now) for row in rows]
        await tx.execute_many(
            """
            UPDATE letter SET state = :state, reason = :reason, due_at = :due_at, settled_at = :settled WHERE id = :id
            """,
            [_values(row, fate, now) for row, fate in zip(rows, fates, strict=True)],
        )
        letters = [
            _letter(row, fate, running, told.items.get(row["id"], ()))
            for row, fate in zip(rows, fates, strict=True)
            if isinstance(fate, _Send)
        ]
        if running.kind in OF_ONE_PETITION:
            await keep_told(tx, {letter.id: letter.items for letter in letters})
        if running.paid and letters:
            await tx.execute(
                "UPDATE broadcast SET paid_letters = paid_letters + :letters WHERE id = :id",
                {"id": running.id, "letters": len(letters)},
            )
    return tuple(letters)


async def recover(db: Database) -> int:
    """After a crash, put letters that were being sent in doubt: sent again or left, by policy; return how many."""
    async with db.transaction() as tx:
        return await tx.execute(
            f"""
            UPDATE letter SET in_doubt = in_doubt + 1,
                state = CASE WHEN {SENT_AGAIN} THEN 'pending' ELSE 'uncertain' END
            WHERE state = 'sending'
            """
        )


async def resume_failed(db: Database) -> None:
    """Let broadcasts go on that a fatal fault stopped: the operator has started the program again."""
    async with db.transaction() as tx:
        await tx.execute(
            "UPDATE broadcast SET state = 'running', reason = NULL, ended_at = NULL WHERE state = 'failed'"
        )


@dataclass(frozen=True)
class _Send:
    """It goes out now, to this Telegram id."""

    chat: int
    language: str


@dataclass(frozen=True)
class _Skip:
    """It never goes out, for this reason."""

    why: str


@dataclass(frozen=True)
class _Wait:
    """It goes out after this moment."""

    until: int


_Fate = _Send | _Skip | _Wait


async def _renewed(tx: Transaction, running: Running, limit: int, now: datetime) -> list[Row]:
    """Return the letters that are due, all that can be in the version that is current."""
    rows = await _due(tx, running, limit, now)
    if await renew_letters(tx, [row["id"] for row in rows if not row["current"]]):
        rows = await _due(tx, running, limit, now)
    return rows


async def _bound(tx: Transaction, running: Running, limit: int) -> int:
    """Return how many letters may be leased of *limit*: only one takes a picture up that Telegram does not know."""
    row = await tx.one(
        f"SELECT {IN_FLIGHT} AS in_flight FROM broadcast WHERE id = :id AND {PHOTO_NOT_UPLOADED}", {"id": running.id}
    )
    return limit if row is None else min(limit, 0 if row["in_flight"] else 1)


async def _due(tx: Transaction, running: Running, limit: int, now: datetime) -> list[Row]:
    return await tx.all(
        """
        SELECT letter.id, letter.due_at, letter.version, letter.subscriber, letter.signature, letter.follower,
            subscriber.state AS standing, subscriber.chat AS subscriber_chat,
            subscriber.language AS subscriber_language, subscriber.quiet_from, subscriber.quiet_to, subscriber.zone,
            subscriber.wake, subscriber.cadence, signature.state AS signed, signature.chat AS signature_chat,
            signature.language AS signature_language, follower.chat AS follower_chat,
            follower.language AS follower_language, earlier.message AS earlier_message, earlier.state AS earlier_state,
            appeal.state = 'published' AND appeal.deadline > :now AS open,
            appeal_version.number = appeal.version AS current
        FROM letter
            LEFT JOIN subscriber ON subscriber.id = letter.subscriber
            LEFT JOIN signature ON signature.id = letter.signature
            LEFT JOIN follower ON follower.id = letter.follower
            LEFT JOIN letter AS earlier ON earlier.id = letter.earlier
            LEFT JOIN appeal_version ON appeal_version.id = letter.version
            LEFT JOIN appeal ON appeal.code = appeal_version.appeal
        WHERE letter.broadcast = :broadcast AND letter.state = 'pending' AND letter.due_at <= :now
            AND EXISTS (SELECT 1 FROM broadcast WHERE broadcast.id = :broadcast AND broadcast.state = 'running')
        ORDER BY letter.due_at, letter.id LIMIT :limit
        """,
        {"broadcast": running.id, "limit": limit, "now": int(now.timestamp())},
    )


def _fate(db: Database, row: Row, running: Running, told: Told, now: datetime) -> _Fate:
    if running.kind is BroadcastKind.RECALL:
        return _fate_of_recall(db, row, now)
    if hindrance := _consent_gone(row):
        return _Skip(hindrance)
    if running.not_for_critical_only and row["cadence"] == Cadence.CRITICAL_ONLY:
        return _Skip("not_wanted")
    if not (told.items.get(row["id"]) if running.kind in WITHOUT_VERSION else row["open"]):
        return _Skip("closed")
    if needless := told.needless.get(row["id"]):
        return _Skip(needless)
    if row["version"] is not None and not row["current"]:
        return _Skip("corrected")  # the person has the current one, or will get it by another letter
    quiet = told.quiet.get(row["id"]) or quiet_hours_in(row)
    until = quiet_until(quiet, now, critical=running.critical) if quiet else None
    return _Wait(int(until.timestamp())) if until else _addressed(db, row)


def _fate_of_recall(db: Database, row: Row, now: datetime) -> _Fate:
    """Say what becomes of a letter that takes a message back; from the chats of those, too, who stopped since."""
    if row["subscriber"] is None and (hindrance := _consent_gone(row)):
        return _Skip(hindrance)
    if row["earlier_message"] is not None:
        return _addressed(db, row)
    if row["earlier_state"] == "sending":
        return _Wait(int(now.timestamp()) + FLIGHT_SECONDS)
    return _Skip("recalled")  # it was being sent when the appeal was recalled, and no message of it is known


def _addressed(db: Database, row: Row) -> _Fate:
    """Say to whom it goes; one damaged field must not hold up everybody else."""
    whose = next(one for one in ("subscriber", "signature", "follower") if row[one] is not None)
    try:
        return _Send(int(db.key.decrypt(f"{whose}.chat", row[f"{whose}_chat"])), row[f"{whose}_language"])
    except BadSecretKey:
        return _Skip("unreadable")


def _consent_gone(row: Row) -> str | None:
    """Say why the person may not be written to any more, if that is so."""
    if row["subscriber"] is not None:
        return None if row["standing"] == "active" else str(row["standing"])
    if row["signature"] is not None:
        return None if row["signed"] == "valid" and row["signature_chat"] is not None else "not_wanted"
    return None if row["follower"] is not None else "forgotten"


def _values(row: Row, fate: _Fate, now: datetime) -> Values:
    values = {"id": row["id"], "state": "sending", "reason": None, "due_at": row["due_at"], "settled": None}
    match fate:
        case _Skip(why):
            return values | {"state": "skipped", "reason": why, "settled": int(now.timestamp())}
        case _Wait(until):
            return values | {"state": "pending", "due_at": until}
        case _Send():
            return values


def _letter(row: Row, fate: _Send, running: Running, items: Sequence[int]) -> Letter:
    return Letter(
        row["id"],
        running.id,
        running.kind,
        row["version"],
        fate.chat,
        fate.language,
        tuple(items),
        row["earlier_message"],
        running.paid > 0,
    )
