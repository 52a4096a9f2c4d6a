"""Settling: what became of letters is kept, with what it says of the people, many at once in one transaction."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, assert_never

from storage.letters.broadcasts.planning import BroadcastKind
from storage.letters.outbox.leasing import SENT_AGAIN
from storage.letters.outbox.outcomes import (
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
from storage.people.digests import follower_digest, person_digest, signer_digest

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from storage.database import Database
    from storage.letters.outbox.leasing import Letter
    from storage.transactions import Row, Transaction, Values


FOLLOWED_BY_NOBODY = frozenset({BroadcastKind.DIGEST, BroadcastKind.REMINDER})
"""Planned by the clock: no coordinator is told that one has paused, to look at it and let it go on."""


@dataclass(frozen=True)
class Settled:
    """A letter, and what became of it."""

    letter: Letter
    outcome: Outcome


async def settle(db: Database, lot: Iterable[Settled], now: datetime) -> None:
    """Keep what became of each letter, all in one transaction."""
    changes = _Changes(int(now.timestamp()))
    for settled in lot:
        changes.add(settled.letter, settled.outcome)
    async with db.transaction() as tx:
        await _end(tx, changes)
        await _put_back(tx, changes)
        for letter, to in changes.moved:
            await _move(tx, db, letter, to, changes.now)
        await _skip_cancelled(tx, changes)


@dataclass
class _Changes:
    """What a lot of outcomes changes, sorted by statement."""

    now: int
    ended: list[Values] = field(default_factory=list)
    standings: list[Values] = field(default_factory=list)
    later: list[Values] = field(default_factory=list)
    floods: list[Values] = field(default_factory=list)
    doubtful: list[Values] = field(default_factory=list)
    stopped: list[Values] = field(default_factory=list)
    moved: list[tuple[Letter, int]] = field(default_factory=list)

    def add(self, letter: Letter, outcome: Outcome) -> None:
        match outcome:
            case Sent(message):
                self._end(letter, "sent", message=message)
            case Later(seconds, everybody):
                self._postpone(letter, self.now + max(1, round(seconds)))
                if everybody:
                    self.floods.append({"broadcast": letter.broadcast})
            case Blocked():
                self._end(letter, "blocked", standing="blocked")
            case Gone():
                self._end(letter, "gone", standing="gone")
            case Migrated(to):
                self.moved.append((letter, to))
            case Refused(why):
                self._end(letter, "refused", reason=why)
            case Fatal(alike=alike):
                self._postpone(letter, self.now)
                values = {"id": letter.broadcast, "now": self.now}
                steered = alike and letter.kind not in FOLLOWED_BY_NOBODY
                how = ("paused", "refused_alike") if steered else ("failed", "fatal")
                self.stopped.append(values | dict(zip(("state", "reason"), how, strict=True)))
            case Uncertain():
                self.doubtful.append({"id": letter.id, "now": self.now})
            case _:
                assert_never(outcome)

    def _end(
        self,
        letter: Letter,
        state: str,
        *,
        message: int | None = None,
        reason: str | None = None,
        standing: str | None = None,
    ) -> None:
        self.ended.append({"id": letter.id, "state": state, "message": message, "reason": reason, "now": self.now})
        if standing:
            self.standings.append({"id": letter.id, "state": standing})

    def _postpone(self, letter: Letter, due_at: int) -> None:
        self.later.append({"id": letter.id, "due_at": due_at, "now": self.now})


async def _end(tx: Transaction, changes: _Changes) -> None:
    await tx.execute_many(
        """
        UPDATE letter SET state = :state, message = :message, reason = :reason, settled_at = :now WHERE id = :id
        """,
        changes.ended,
    )
    await tx.execute_many(
        """
        UPDATE subscriber SET state = :state
        WHERE id = (SELECT subscriber FROM letter WHERE id = :id) AND state = 'active'
        """,
        changes.standings,
    )


async def _put_back(tx: Transaction, changes: _Changes) -> None:
    """Put letters back that were not sent, or may not have been."""
    await tx.execute_many(
        "UPDATE broadcast SET state = :state, reason = :reason, ended_at = :now WHERE id = :id AND state = 'running'",
        changes.stopped,
    )
    await tx.execute_many("UPDATE broadcast SET floods = floods + 1 WHERE id = :broadcast", changes.floods)
    await tx.execute_many(
        """
        UPDATE letter SET due_at = :due_at, state = 'pending' WHERE id = :id AND state = 'sending'
        """,
        changes.later,
    )
    await tx.execute_many(
        f"""
        UPDATE letter SET in_doubt = in_doubt + 1, settled_at = :now,
            state = CASE WHEN {SENT_AGAIN} THEN 'pending' ELSE 'uncertain' END
        WHERE id = :id AND state = 'sending'
        """,
        changes.doubtful,
    )


async def _skip_cancelled(tx: Transaction, changes: _Changes) -> None:
    """Try nothing again whose broadcast was cancelled while it was in flight."""
    moved = [{"id": letter.id} for letter, _ in changes.moved]
    await tx.execute_many(
        """
        UPDATE letter SET state = 'skipped', reason = 'cancelled', settled_at = :now WHERE id = :id
            AND state = 'pending' AND broadcast IN (SELECT id FROM broadcast WHERE state = 'cancelled')
        """,
        [{"id": one["id"], "now": changes.now} for one in (*changes.later, *moved)],
    )


async def _move(tx: Transaction, db: Database, letter: Letter, to: int, now: int) -> None:
    """Rewrite whose chat it is, and send the letter there; a chat that we know already has a letter of its own."""
    row = await tx.only(
        """
        SELECT letter.subscriber, letter.signature, letter.follower,
            signature.appeal AS petition, follower.appeal AS followed
        FROM letter LEFT JOIN signature ON signature.id = letter.signature
            LEFT JOIN follower ON follower.id = letter.follower
        WHERE letter.id = :id
        """,
        {"id": letter.id},
    )
    if await _rewrite(tx, db, row, to):
        values = {"id": letter.id, "now": now}
        await tx.execute("UPDATE letter SET state = 'pending', due_at = :now WHERE id = :id", values)
        return
    changes = _Changes(now)
    changes.add(letter, Gone())
    await _end(tx, changes)


async def _rewrite(tx: Transaction, db: Database, row: Row, to: int) -> int:
    values: dict[str, str | int | bytes | None] = {"subscriber": row["subscriber"], "signature": row["signature"]}
    if row["subscriber"] is not None:
        return await tx.execute(
            """
            UPDATE subscriber SET person = :person, chat = :chat WHERE id = :subscriber
                AND NOT EXISTS (SELECT 1 FROM subscriber AS other WHERE other.person = :person)
            """,
            values | {"person": person_digest(db, to), "chat": db.key.encrypt("subscriber.chat", str(to))},
        )
    if row["signature"] is not None:
        return await tx.execute(
            """
            UPDATE signature SET signer = :signer, chat = :chat WHERE id = :signature
                AND NOT EXISTS (SELECT 1 FROM signature AS other
                    WHERE other.appeal = signature.appeal AND other.signer = :signer)
            """,
            values
            | {
                "signer": signer_digest(db, row["petition"], to),
                "chat": db.key.encrypt("signature.chat", str(to)),
            },
        )
    if row["follower"] is None:
        return 0
    return await tx.execute(
        """
        UPDATE follower SET person = :person, chat = :chat WHERE id = :follower
            AND NOT EXISTS (SELECT 1 FROM follower AS other
                WHERE other.appeal = follower.appeal AND other.person = :person)
        """,
        {
            "follower": row["follower"],
            "person": follower_digest(db, row["followed"], to),
            "chat": db.key.encrypt("follower.chat", str(to)),
        },
    )
