"""The outbox: one row per broadcast and subscriber, taken, sent and settled, across any restart (decision 7).

A letter goes pending → sending → sent | blocked | gone | refused | uncertain | skipped. It is committed as *sending*
before the call and settled after it, so that a crash leaves at most those in flight in doubt.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from storage.letters.outcomes import (
    Blocked,
    Fatal,
    Gone,
    Later,
    Migrated,
    Outcome,
    Refused,
    Sent,
    Uncertain,
)
from storage.people.digests import person_digest

if TYPE_CHECKING:
    from datetime import datetime

    from storage.database import Database
    from storage.transactions import Transaction

TOO_LATE = "closed"
"""Why a letter was skipped whose appeal closed before its turn."""
RANKS_SENT_AGAIN = 1  # critical and high are sent again when in doubt, digests and normal ones are not


@dataclass(frozen=True)
class Letter:
    """One letter that is to be sent now, to the Telegram id *chat*."""

    id: int
    broadcast: int
    version: int
    chat: int
    language: str


async def due_letters(db: Database, limit: int, now: datetime) -> tuple[Letter, ...]:
    """Return up to *limit* letters that are due, of the most urgent running broadcast that has any."""
    values = {"limit": limit, "now": int(now.timestamp())}
    async with db.reading() as tx:
        rows = await tx.all(
            """
            SELECT letter.id, letter.broadcast, letter.version, subscriber.chat, subscriber.language
            FROM letter
                JOIN broadcast ON broadcast.id = letter.broadcast AND broadcast.state = 'running'
                JOIN subscriber ON subscriber.id = letter.subscriber
            WHERE letter.state = 'pending' AND letter.due_at <= :now
            ORDER BY broadcast.rank, broadcast.id, letter.id LIMIT :limit
            """,
            values,
        )
    return tuple(
        Letter(
            row["id"],
            row["broadcast"],
            row["version"],
            int(db.key.decrypt("subscriber.chat", row["chat"])),
            row["language"],
        )
        for row in rows
    )


async def begin(db: Database, letter: Letter, now: datetime) -> bool:
    """Mark *letter* as being sent; False if it must not be.

    This is the last look at the person's consent and at the appeal: a letter to somebody who stopped, blocked us or
    was forgotten since the planning is skipped, and so is one whose appeal takes no signatures any more.
    """
    async with db.transaction() as tx:
        row = await tx.one(
            """
            SELECT subscriber.state, appeal.state = 'published' AND appeal.deadline > :now AS open
            FROM letter JOIN subscriber ON subscriber.id = letter.subscriber
                JOIN appeal_version ON appeal_version.id = letter.version
                JOIN appeal ON appeal.code = appeal_version.appeal
            WHERE letter.id = :id AND letter.state = 'pending'
            """,
            {"id": letter.id, "now": int(now.timestamp())},
        )
        if row is None:
            return False
        if row["state"] != "active":
            await _mark(tx, letter, "skipped", reason=row["state"])
            return False
        if not row["open"]:
            await _mark(tx, letter, "skipped", reason=TOO_LATE)
            return False
        await _mark(tx, letter, "sending")
    return True


async def skip_letters_of(tx: Transaction, code: str) -> None:
    """Skip what is left to send of an appeal, in the transaction that closes it."""
    await tx.execute(
        """
        UPDATE letter SET state = 'skipped', reason = :reason
        WHERE state = 'pending' AND version IN (SELECT id FROM appeal_version WHERE appeal = :code)
        """,
        {"code": code, "reason": TOO_LATE},
    )


async def settle(db: Database, letter: Letter, outcome: Outcome, now: datetime) -> None:
    """Keep what became of the letter, and what it says of the subscriber, in one transaction."""
    async with db.transaction() as tx:
        await _settle(tx, db, letter, outcome, int(now.timestamp()))


async def recover(db: Database) -> int:
    """After a crash, put letters that were being sent in doubt: sent again or left, by policy; return how many."""
    async with db.transaction() as tx:
        return await tx.execute(
            """
            UPDATE letter SET in_doubt = in_doubt + 1, state = CASE WHEN
                (SELECT rank FROM broadcast WHERE broadcast.id = letter.broadcast) <= :again
                THEN 'pending' ELSE 'uncertain' END
            WHERE state = 'sending'
            """,
            {"again": RANKS_SENT_AGAIN},
        )


async def resume_failed(db: Database) -> None:
    """Let broadcasts go on that a fatal fault stopped: the operator has started the program again."""
    async with db.transaction() as tx:
        await tx.execute("UPDATE broadcast SET state = 'running', ended_at = NULL WHERE state = 'failed'")


async def _settle(tx: Transaction, db: Database, letter: Letter, outcome: Outcome, now: int) -> None:
    match outcome:
        case Sent(message):
            await _mark(tx, letter, "sent", message=message)
        case Later(seconds):
            await _postpone(tx, letter, now + max(1, round(seconds)))
        case Blocked():
            await _mark(tx, letter, "blocked")
            await _mark_subscriber(tx, letter, "blocked")
        case Gone():
            await _mark(tx, letter, "gone")
            await _mark_subscriber(tx, letter, "gone")
        case Migrated(to):
            await _move_subscriber(tx, db, letter, to, now)
        case Refused(why):
            await _mark(tx, letter, "refused", reason=why)
        case Fatal(why):
            await _postpone(tx, letter, now)
            await tx.execute(
                "UPDATE broadcast SET state = 'failed', ended_at = :now WHERE id = :id AND state = 'running'",
                {"id": letter.broadcast, "now": now},
            )
            await tx.execute("UPDATE letter SET reason = :why WHERE id = :id", {"id": letter.id, "why": why})
        case Uncertain():
            await _doubt(tx, letter)
        case _:
            assert_never(outcome)


async def _mark(
    tx: Transaction, letter: Letter, state: str, *, message: int | None = None, reason: str | None = None
) -> None:
    await tx.execute(
        "UPDATE letter SET state = :state, message = :message, reason = :reason WHERE id = :id",
        {"id": letter.id, "state": state, "message": message, "reason": reason},
    )


async def _postpone(tx: Transaction, letter: Letter, due_at: int) -> None:
    await tx.execute(
        "UPDATE letter SET state = 'pending', due_at = :due_at WHERE id = :id AND subscriber IS NOT NULL",
        {"id": letter.id, "due_at": due_at},
    )


async def _doubt(tx: Transaction, letter: Letter) -> None:
    await tx.execute(
        """
        UPDATE letter SET in_doubt = in_doubt + 1, state = CASE WHEN in_doubt = 0 AND subscriber IS NOT NULL AND
            (SELECT rank FROM broadcast WHERE broadcast.id = letter.broadcast) <= :again
            THEN 'pending' ELSE 'uncertain' END
        WHERE id = :id
        """,
        {"id": letter.id, "again": RANKS_SENT_AGAIN},
    )


async def _mark_subscriber(tx: Transaction, letter: Letter, state: str) -> None:
    await tx.execute(
        """
        UPDATE subscriber SET state = :state
        WHERE id = (SELECT subscriber FROM letter WHERE id = :id) AND state = 'active'
        """,
        {"id": letter.id, "state": state},
    )


async def _move_subscriber(tx: Transaction, db: Database, letter: Letter, to: int, now: int) -> None:
    moved = await tx.execute(
        """
        UPDATE subscriber SET person = :person, chat = :chat
        WHERE id = (SELECT subscriber FROM letter WHERE id = :id)
            AND NOT EXISTS (SELECT 1 FROM subscriber AS other WHERE other.person = :person)
        """,
        {
            "id": letter.id,
            "person": person_digest(db, to),
            "chat": db.key.encrypt("subscriber.chat", str(to)),
        },
    )
    if moved:
        await _postpone(tx, letter, now)
    else:  # the new chat subscribed by itself and has its own letter
        await _mark(tx, letter, "gone")
        await _mark_subscriber(tx, letter, "gone")
