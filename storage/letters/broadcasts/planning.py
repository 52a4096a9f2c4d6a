"""Broadcasts: an appeal on its way to an audience, planned by a coordinator for now or for later."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from storage.audit import Deed, record
from storage.errors import WrongState
from storage.letters.broadcasts.audience import Wanted
from storage.letters.broadcasts.snapshot import write_slice

if TYPE_CHECKING:
    from datetime import datetime

    from storage.appeals.records import StoredAppeal
    from storage.database import Database
    from storage.people.coordinators import Coordinator
    from storage.transactions import Row, Transaction, Values

RANK = {"critical": 0, "high": 1, "normal": 2}
PAID_PER_SECOND = 1_000  # letters at most, Bot API: allow_paid_broadcast
LETTERS_FOR_A_STAR = 10  # Bot API, allow_paid_broadcast: 0.1 Telegram Stars per message


class BroadcastKind(StrEnum):
    """What the letters of a broadcast do."""

    APPEAL = "appeal"
    DIGEST = "digest"
    CORRECTION = "correction"
    RECALL = "recall"
    REMINDER = "reminder"
    ASKING_AGAIN = "asking_again"
    NEWS = "news"


class BroadcastState(StrEnum):
    """Where a broadcast is (architecture §5)."""

    SCHEDULED = "scheduled"
    RUNNING = "running"
    PAUSED = "paused"
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"


class Reason(StrEnum):
    """Why a broadcast is paused, was cancelled or has failed."""

    COORDINATOR = "coordinator"
    CANARY = "canary"
    REFUSED_ALIKE = "refused_alike"
    FATAL = "fatal"
    CLOSED = "closed"
    RECALLED = "recalled"
    CORRECTED = "corrected"
    RESTORED = "restored"


@dataclass(frozen=True)
class Plan:
    """How an appeal is sent.

    Attributes:
        canary: How many letters go out before the broadcast pauses by itself; None: it does not.
        starts_at: When it begins; None: at once.
        paid_cap: How many Telegram Stars it may cost at most; None: it keeps to the free ceiling.
    """

    wanted: Wanted = field(default_factory=Wanted)
    canary: int | None = None
    starts_at: datetime | None = None
    paid_cap: int | None = None


EVERYBODY_NOW = Plan()


def stars(letters: int) -> int:
    """Return the highest cost of *letters* in a paid broadcast, in whole Telegram Stars."""
    return -(-letters // LETTERS_FOR_A_STAR)


async def plan(db: Database, stored: StoredAppeal, by: Coordinator, now: datetime, how: Plan = EVERYBODY_NOW) -> int:
    """Plan a broadcast of the appeal's current version and return it; one for now publishes it and writes letters.

    Nobody gets a version twice, however often it is planned; who was skipped or not reached before is planned again.
    *by* follows the broadcast from here on, whatever becomes of their first message.

    Raises:
        WrongState: If the version is not approved, or its deadline has passed before it would start.
    """
    starts_at = max(now, how.starts_at or now)
    values: Values = {
        "code": stored.appeal.code,
        "version": stored.version,
        "rank": RANK[stored.appeal.urgency],
        "state": BroadcastState.SCHEDULED if starts_at > now else BroadcastState.RUNNING,
        "wanted": how.wanted.to_json(),
        "by": by.id,
        "now": int(now.timestamp()),
        "starts_at": int(starts_at.timestamp()),
        "canary": how.canary,
        "paid_cap": how.paid_cap,
        "chat": db.key.encrypt("broadcast.progress_chat", str(by.person)),
    }
    async with db.transaction() as tx:
        if not await _ready(tx, values):
            raise WrongState(stored.state)
        broadcast = await _insert(tx, values)
        if starts_at == now:
            await _publish(tx, values)
            await write_slice(tx, db, broadcast, now)
        await record(tx, Deed(now, by.id, "send", stored.appeal.code, {"version": stored.number}))
    return broadcast


async def start_scheduled(db: Database, now: datetime) -> tuple[int, ...]:
    """Begin the broadcasts whose time has come, or cancel those whose appeal cannot be sent any more; return them."""
    async with db.transaction() as tx:
        due = await tx.all(
            """
            SELECT broadcast.id, broadcast.version, appeal_version.appeal AS code
            FROM broadcast JOIN appeal_version ON appeal_version.id = broadcast.version
            WHERE broadcast.state = 'scheduled' AND broadcast.starts_at <= :now
            """,
            {"now": int(now.timestamp())},
        )
        for row in due:
            await _start(tx, db, row, now)
    return tuple(row["id"] for row in due)


async def latest_broadcasts(db: Database, code: str | None = None, limit: int = 5) -> tuple[int, ...]:
    """Return the newest broadcasts of one appeal or of all, those not ended first.

    Digests are not among them, nor reminders for which there was nobody.
    """
    async with db.reading() as tx:
        rows = await tx.all(
            """
            SELECT broadcast.id FROM broadcast LEFT JOIN appeal_version ON appeal_version.id = broadcast.version
            WHERE (:code IS NULL OR appeal_version.appeal = :code) AND broadcast.kind <> 'digest'
                AND NOT (broadcast.kind = 'reminder' AND broadcast.state = 'done' AND broadcast.letters = 0)
            ORDER BY CASE WHEN broadcast.state IN ('running', 'paused', 'failed', 'scheduled') THEN 0 ELSE 1 END,
                broadcast.id DESC LIMIT :limit
            """,
            {"code": code, "limit": limit},
        )
    return tuple(row["id"] for row in rows)


async def end_finished(db: Database, now: datetime) -> tuple[int, ...]:
    """Mark as done the broadcasts of which every letter is settled, also paused ones that nothing can add to."""
    async with db.transaction() as tx:
        rows = await tx.all(
            """
            UPDATE broadcast SET state = 'done', ended_at = :now
            WHERE written_to IS NULL AND NOT EXISTS (SELECT 1 FROM letter
                    WHERE letter.broadcast = broadcast.id AND letter.state IN ('pending', 'sending'))
                AND (state = 'running' OR (state = 'paused' AND kind NOT IN ('digest', 'recall')
                    AND NOT EXISTS (SELECT 1 FROM appeal_version JOIN appeal ON appeal.code = appeal_version.appeal
                        WHERE appeal_version.id = broadcast.version AND appeal.state = 'published')))
            RETURNING id
            """,
            {"now": int(now.timestamp())},
        )
    return tuple(row["id"] for row in rows)


async def pause_after_canary(db: Database) -> tuple[int, ...]:
    """Pause the broadcasts whose first few letters are settled, for a coordinator to look at; return them."""
    async with db.transaction() as tx:
        rows = await tx.all(
            """
            UPDATE broadcast SET state = 'paused', reason = 'canary', canary = NULL
            WHERE state = 'running' AND canary <= (SELECT COUNT(*) FROM letter WHERE letter.broadcast = broadcast.id
                    AND letter.state IN ('sent', 'blocked', 'gone', 'refused', 'uncertain', 'skipped'))
                AND NOT EXISTS (SELECT 1 FROM letter
                    WHERE letter.broadcast = broadcast.id AND letter.state = 'sending')
                AND EXISTS (SELECT 1 FROM letter
                    WHERE letter.broadcast = broadcast.id AND letter.state = 'pending')
            RETURNING id
            """
        )
    return tuple(row["id"] for row in rows)


async def _ready(tx: Transaction, values: Values) -> bool:
    """Say whether the version is approved and will still be open when the broadcast starts."""
    row = await tx.one(
        """
        SELECT 1 FROM appeal WHERE code = :code AND deadline > :starts_at AND state IN ('approved', 'published')
            AND version = (SELECT number FROM appeal_version WHERE id = :version)
        """,
        values,
    )
    return row is not None


async def _publish(tx: Transaction, values: Values) -> None:
    await tx.execute("UPDATE appeal SET state = 'published' WHERE code = :code AND state = 'approved'", values)


async def _insert(tx: Transaction, values: Values) -> int:
    row = await tx.only(
        """
        INSERT INTO broadcast (kind, version, rank, state, wanted, planned_by, planned_at, starts_at, written_to,
            letters, canary, paid_cap, paid_letters, floods, progress_chat)
        VALUES ('appeal', :version, :rank, :state, :wanted, :by, :now, :starts_at, 0,
            0, :canary, :paid_cap, 0, 0, :chat)
        RETURNING id
        """,
        values,
    )
    return int(row["id"])


async def _start(tx: Transaction, db: Database, row: Row, now: datetime) -> None:
    values = {
        "id": row["id"],
        "code": row["code"],
        "version": row["version"],
        "starts_at": int(now.timestamp()),
    }
    if not await _ready(tx, values):
        await tx.execute(
            "UPDATE broadcast SET state = 'cancelled', reason = 'closed', ended_at = :starts_at WHERE id = :id", values
        )
        return
    await tx.execute("UPDATE broadcast SET state = 'running' WHERE id = :id", values)
    await _publish(tx, values)
    await write_slice(tx, db, row["id"], now)
    await record(tx, Deed(now, None, "start_sending", row["code"]))
