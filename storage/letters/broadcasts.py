"""Broadcasts: who an appeal goes to, the snapshot of them, and how far the sending is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from storage.audit import Deed, record
from storage.errors import WrongState
from storage.letters.outbox import TOO_LATE

if TYPE_CHECKING:
    from datetime import datetime

    from storage.appeals.records import StoredAppeal
    from storage.database import Database
    from storage.people.coordinators import Coordinator
    from storage.transactions import Row, Transaction

RANK = {"critical": 0, "high": 1, "normal": 2}


class BroadcastState(StrEnum):
    """Where a broadcast is; `failed` ones say why in the log."""

    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True)
class Audience:
    """Who would get an appeal now: how many, by language, whom no letter of this version reached or may yet reach."""

    by_language: dict[str, int]

    @property
    def total(self) -> int:
        """How many people in all."""
        return sum(self.by_language.values())


@dataclass(frozen=True)
class Progress:
    """How far a broadcast is.

    Attributes:
        letters: How many letters were planned.
        by_state: How many letters are in each state; a missing state counts none.
        in_doubt: How many tries ended with nobody knowing, sent again or not.
        too_late: How many letters were skipped because the appeal closed before their turn.
        reasons: Why letters were refused, with how many.
    """

    broadcast: int
    code: str
    state: BroadcastState
    letters: int
    by_state: dict[str, int]
    in_doubt: int
    too_late: int
    reasons: dict[str, int]
    planned_at: int
    ended_at: int | None

    @property
    def open(self) -> int:
        """How many letters are not settled yet."""
        return self.by_state.get("pending", 0) + self.by_state.get("sending", 0)


_WANTED = """
    subscriber.state = 'active'
    AND (:urgency = 'critical' OR subscriber.cadence = 'at_once')
    AND (NOT EXISTS (SELECT 1 FROM subscriber_topic WHERE subscriber_topic.subscriber = subscriber.id)
        OR EXISTS (SELECT 1 FROM subscriber_topic WHERE subscriber_topic.subscriber = subscriber.id
            AND (:topics LIKE '%|' || subscriber_topic.topic || '|%')))
    AND NOT EXISTS (SELECT 1 FROM letter
        WHERE letter.version = :version AND letter.subscriber = subscriber.id
            AND letter.state IN ('pending', 'sending', 'sent', 'uncertain'))
"""


async def audience(db: Database, stored: StoredAppeal) -> Audience:
    """Count who would get the appeal's current version if it were sent now."""
    async with db.reading() as tx:
        rows = await tx.all(
            f"SELECT language, COUNT(*) AS n FROM subscriber WHERE {_WANTED} GROUP BY language ORDER BY n DESC",
            _wanted(stored),
        )
    return Audience({row["language"]: row["n"] for row in rows})


async def plan(db: Database, stored: StoredAppeal, by: Coordinator, now: datetime) -> int:
    """Publish the appeal and write one letter for each person of its audience; return the broadcast.

    The snapshot is one statement. Nobody gets a version twice, however often it is planned; who was skipped or not
    reached before is planned again. *by* follows the broadcast from here on, whatever becomes of their first message.

    Raises:
        WrongState: If the version is not approved, or its deadline has passed.
    """
    code = stored.appeal.code
    values = _wanted(stored) | {"code": code, "by": by.id, "now": int(now.timestamp())}
    async with db.transaction() as tx:
        published = await tx.execute(
            """
            UPDATE appeal SET state = 'published'
            WHERE code = :code AND version = (SELECT number FROM appeal_version WHERE id = :version)
                AND state IN ('approved', 'published') AND deadline > :now
            """,
            values,
        )
        if not published:
            raise WrongState(stored.state)
        chat = db.key.encrypt("broadcast.progress_chat", str(by.person))
        broadcast = await _insert_broadcast(tx, values | {"rank": RANK[stored.appeal.urgency], "chat": chat})
        letters = await tx.execute(
            f"""
            INSERT INTO letter (broadcast, version, subscriber, state, due_at, in_doubt)
            SELECT :broadcast, :version, subscriber.id, 'pending', :now, 0 FROM subscriber WHERE {_WANTED}
            """,
            values | {"broadcast": broadcast},
        )
        await tx.execute(
            "UPDATE broadcast SET letters = :letters WHERE id = :id", {"letters": letters, "id": broadcast}
        )
        await record(tx, Deed(now, by.id, "send", code, {"version": stored.number, "letters": letters}))
    return broadcast


async def latest_broadcasts(db: Database, code: str | None = None, limit: int = 5) -> tuple[int, ...]:
    """Return the newest broadcasts, of one appeal or of all: those under way first."""
    async with db.reading() as tx:
        rows = await tx.all(
            """
            SELECT broadcast.id FROM broadcast JOIN appeal_version ON appeal_version.id = broadcast.version
            WHERE :code IS NULL OR appeal_version.appeal = :code
            ORDER BY CASE broadcast.state WHEN 'running' THEN 0 ELSE 1 END, broadcast.id DESC LIMIT :limit
            """,
            {"code": code, "limit": limit},
        )
    return tuple(row["id"] for row in rows)


async def progress(db: Database, broadcast: int) -> Progress:
    """Count the broadcast's letters by state."""
    async with db.reading() as tx:
        head = await tx.one(
            """
            SELECT broadcast.*, appeal_version.appeal AS code
            FROM broadcast JOIN appeal_version ON appeal_version.id = broadcast.version
            WHERE broadcast.id = :id
            """,
            {"id": broadcast},
        )
        assert head is not None  # broadcasts are never deleted
        rows = await tx.all(
            """
            SELECT state, reason, COUNT(*) AS n, SUM(in_doubt) AS in_doubt
            FROM letter WHERE broadcast = :id GROUP BY state, reason
            """,
            {"id": broadcast},
        )
    return _progress(head, rows)


async def end_finished(db: Database, now: datetime) -> tuple[int, ...]:
    """Mark as done the running broadcasts of which every letter is settled; return them."""
    async with db.transaction() as tx:
        rows = await tx.all(
            """
            UPDATE broadcast SET state = 'done', ended_at = :now
            WHERE state = 'running' AND NOT EXISTS (SELECT 1 FROM letter
                WHERE letter.broadcast = broadcast.id AND letter.state IN ('pending', 'sending'))
            RETURNING id
            """,
            {"now": int(now.timestamp())},
        )
    return tuple(row["id"] for row in rows)


def _wanted(stored: StoredAppeal) -> dict[str, str | int | bytes | None]:
    return {
        "version": stored.version,
        "urgency": stored.appeal.urgency,
        "topics": f"|{'|'.join(stored.appeal.topics)}|",
    }


async def _insert_broadcast(tx: Transaction, values: dict[str, str | int | bytes | None]) -> int:
    row = await tx.only(
        """
        INSERT INTO broadcast (version, rank, state, planned_by, planned_at, letters, progress_chat)
        VALUES (:version, :rank, 'running', :by, :now, 0, :chat) RETURNING id
        """,
        values,
    )
    return int(row["id"])


def _progress(head: Row, rows: list[Row]) -> Progress:
    by_state: dict[str, int] = {}
    for row in rows:
        by_state[row["state"]] = by_state.get(row["state"], 0) + row["n"]
    return Progress(
        head["id"],
        head["code"],
        BroadcastState(head["state"]),
        head["letters"],
        by_state,
        sum(row["in_doubt"] for row in rows),
        sum(row["n"] for row in rows if row["state"] == "skipped" and row["reason"] == TOO_LATE),
        {row["reason"]: row["n"] for row in rows if row["state"] == "refused"},
        head["planned_at"],
        head["ended_at"],
    )
