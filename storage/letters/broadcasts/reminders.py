"""Reminders: one letter before a petition's deadline, to the subscribers who opened it and have not signed.

Each deadline is planned once. Readers are found among the subscribers by digests alone, in slices; only the chats of
those who opened the petition are decrypted, to look whether they signed.
"""

from __future__ import annotations

import logging
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from storage.appeals.model import appeal_in
from storage.appeals.vocabulary import Urgency
from storage.errors import BadSecretKey
from storage.letters.broadcasts.planning import RANK
from storage.people.digests import signer_digest
from storage.petitions.openings import reader_digest
from storage.transactions import Value, in_list, numbered

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from storage.database import Database
    from storage.transactions import Row, Transaction

log = logging.getLogger(__name__)

BEFORE_DEADLINE = timedelta(hours=24)
SLICE = 1_000  # subscribers looked at in one transaction
TOGETHER = 500  # digests looked up by one statement


async def plan_due_reminders(db: Database, now: datetime) -> tuple[int, ...]:
    """Plan the reminders that are due, each once for a deadline; return the broadcasts.

    They are due a day before the deadline, or, of a petition that was sent within the last two days before it, when
    half of its time is over: earlier, few have opened it.
    """
    planned = [await _plan(db, row, now) for row in await _closing(db, now) if _is_due(row, now)]
    return tuple(broadcast for broadcast in planned if broadcast is not None)


async def write_slice(tx: Transaction, db: Database, broadcast: int, now: datetime) -> None:
    """Write to those of the next subscribers who opened the petition and have not signed it."""
    head = await tx.one(
        """
        SELECT broadcast.written_to, broadcast.rank, version.appeal AS code
        FROM broadcast JOIN appeal_version AS version ON version.id = broadcast.version
        WHERE broadcast.id = :id AND broadcast.written_to IS NOT NULL AND broadcast.state IN ('running', 'paused')
        """,
        {"id": broadcast},
    )
    if head is None:
        return
    subscribers = await _subscribers_after(tx, head["written_to"], critical=head["rank"] == RANK[Urgency.CRITICAL])
    ids = {reader_digest(db.key, head["code"], row["person"]): row["id"] for row in subscribers if row["wants_it"]}
    readers = await _readers(tx, db, head["code"], ids)
    await tx.execute_many(
        """
        INSERT INTO letter (broadcast, subscriber, state, due_at, in_doubt)
        VALUES (:broadcast, :subscriber, 'pending', :now, 0)
        """,
        [{"broadcast": broadcast, "subscriber": one, "now": int(now.timestamp())} for one in readers],
    )
    await tx.execute(
        "UPDATE broadcast SET letters = letters + :letters, written_to = :last WHERE id = :id",
        {"id": broadcast, "letters": len(readers), "last": subscribers[-1]["id"] if subscribers else None},
    )


async def cancel_moved(tx: Transaction, code: str, now: datetime) -> None:
    """Cancel the reminders that are under way of a deadline that a correction has moved."""
    await tx.execute(
        """
        UPDATE broadcast SET state = 'cancelled', reason = 'corrected', ended_at = :now, written_to = NULL
        WHERE kind = 'reminder' AND state IN ('running', 'paused', 'failed')
            AND version IN (SELECT id FROM appeal_version WHERE appeal = :code)
            AND period <> (SELECT 'reminder:' || code || ':' || deadline FROM appeal WHERE code = :code)
        """,
        {"code": code, "now": int(now.timestamp())},
    )


async def _closing(db: Database, now: datetime) -> list[Row]:
    """Return the open appeals whose last day has begun, with when they were first sent, that have no reminder yet."""
    async with db.reading() as tx:
        return await tx.all(
            """
            SELECT appeal.code, appeal.deadline, version.id AS version, version.document,
                (SELECT MIN(broadcast.starts_at)
                    FROM broadcast JOIN appeal_version AS sent ON sent.id = broadcast.version
                    WHERE sent.appeal = appeal.code AND broadcast.kind = 'appeal') AS sent_at
            FROM appeal JOIN appeal_version AS version
                ON version.appeal = appeal.code AND version.number = appeal.version
            WHERE appeal.state = 'published' AND appeal.deadline > :now AND appeal.deadline <= :last_day
                AND NOT EXISTS (SELECT 1 FROM broadcast
                    WHERE broadcast.period = 'reminder:' || appeal.code || ':' || appeal.deadline)
            ORDER BY appeal.deadline
            """,
            {"now": int(now.timestamp()), "last_day": int((now + BEFORE_DEADLINE).timestamp())},
        )


def _is_due(row: Row, now: datetime) -> bool:
    if not appeal_in(row["document"]).kind.asks:
        return False
    half = ((row["sent_at"] or 0) + row["deadline"]) // 2
    return now >= datetime.fromtimestamp(half, UTC)


async def _plan(db: Database, row: Row, now: datetime) -> int | None:
    """Begin the reminder, or end it at once where nobody opened the petition; None if it is not open any more."""
    async with db.transaction() as tx:
        planned = await tx.one(
            """
            INSERT INTO broadcast (kind, version, rank, state, wanted, period, planned_at, starts_at, ended_at,
                written_to, letters, paid_letters, floods)
            SELECT 'reminder', :version, :rank, CASE WHEN opened.n > 0 THEN 'running' ELSE 'done' END, '{}',
                'reminder:' || code || ':' || deadline, :now, :now, CASE WHEN opened.n > 0 THEN NULL ELSE :now END,
                CASE WHEN opened.n > 0 THEN 0 END, 0, 0, 0
            FROM appeal CROSS JOIN (SELECT EXISTS (SELECT 1 FROM opening WHERE appeal = :code) AS n) AS opened
            WHERE code = :code AND state = 'published' AND deadline = :deadline
            ON CONFLICT (period) DO NOTHING
            RETURNING id
            """,
            {
                **{name: row[name] for name in ("code", "version", "deadline")},
                "rank": RANK[appeal_in(row["document"]).urgency],
                "now": int(now.timestamp()),
            },
        )
    return planned["id"] if planned else None


async def _subscribers_after(tx: Transaction, after: int, *, critical: bool) -> list[Row]:
    """Return the next subscribers by their digests, and whether they want to be reminded of such an appeal.

    Who gets digests is reminded too: it is one letter about what they opened themselves, and their next digest may
    come after the deadline.
    """
    return await tx.all(
        """
        SELECT id, person, state = 'active' AND (:critical = 1 OR cadence <> 'critical_only') AS wants_it
        FROM subscriber WHERE id > :after ORDER BY id LIMIT :slice
        """,
        {"after": after, "critical": int(critical), "slice": SLICE},
    )


async def _readers(tx: Transaction, db: Database, code: str, ids: Mapping[str, int]) -> list[int]:
    """Return the subscribers of *ids*, by their digests in the petition, who opened it and have never signed it."""
    opened: list[int] = []
    for named in _lots("reader", tuple(ids)):
        found = await tx.all(
            f"SELECT reader FROM opening WHERE appeal = :code AND reader IN ({in_list(named)})", {**named, "code": code}
        )
        opened += [ids[row["reader"]] for row in found]
    signers = await _signers(tx, db, code, opened)
    signed: set[str] = set()
    for named in _lots("signer", tuple(signers.values())):
        found = await tx.all(
            f"SELECT signer FROM signature WHERE appeal = :code AND signer IN ({in_list(named)})",
            {**named, "code": code},
        )
        signed.update(row["signer"] for row in found)
    return sorted(subscriber for subscriber, signer in signers.items() if signer not in signed)


async def _signers(tx: Transaction, db: Database, code: str, subscribers: Sequence[int]) -> dict[int, str]:
    """Return under which digest each of *subscribers* would have signed the petition."""
    signers: dict[int, str] = {}
    for named in _lots("subscriber", subscribers):
        for row in await tx.all(f"SELECT id, chat FROM subscriber WHERE id IN ({in_list(named)})", named):
            try:
                person = int(db.key.decrypt("subscriber.chat", row["chat"]))
            except BadSecretKey:
                log.warning("subscriber %d does not open with this secret key and is left out.", row["id"])
                continue
            signers[row["id"]] = signer_digest(db, code, person)
    return signers


def _lots(word: str, values: Sequence[Value]) -> Iterator[dict[str, Value]]:
    """Give the values by names for a statement, as many together as one looks up."""
    for start in range(0, len(values), TOGETHER):
        yield numbered(word, values[start : start + TOGETHER])
