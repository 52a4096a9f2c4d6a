"""The letters of an appeal's broadcast: a snapshot of its audience, in slices so that nobody waits for the database.

A slice is one statement (decision 7), and one transaction with the place that it reached: a program that is killed
between two slices goes on with the next one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.appeals.model import Appeal, appeal_in
from storage.letters.broadcasts.audience import SUBSCRIBERS, Group, Wanted, narrowed, others_after

if TYPE_CHECKING:
    from datetime import datetime

    from storage.database import Database
    from storage.transactions import Transaction

SLICE = 10_000  # people looked at in one transaction
OTHERS_SLICE = 1_000  # signers or followers, whose chats have to be decrypted


UNHINDERED = """
    NOT EXISTS (SELECT 1 FROM broadcast AS correction WHERE correction.version = broadcast.version
        AND correction.kind = 'correction' AND correction.written_to IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM broadcast AS ended WHERE ended.version = broadcast.version
        AND ended.state = 'cancelled' AND EXISTS (SELECT 1 FROM letter
            WHERE letter.broadcast = ended.id AND letter.state = 'pending'))
"""
"""Of a broadcast whose version is not just being written to the readers of an earlier one: those come first, so that
none of them is taken for somebody who has nothing. Nor while letters of a cancelled one are still to be skipped: whom
they were for is not taken for somebody who will get it."""


async def write_slice(tx: Transaction, db: Database, broadcast: int, now: datetime) -> None:
    """Write the next slice; nothing if all are written, the broadcast has ended, or a correction is written first."""
    head = await tx.one(
        f"""
        SELECT broadcast.version, broadcast.wanted, broadcast.written_to, appeal_version.document
        FROM broadcast JOIN appeal_version ON appeal_version.id = broadcast.version
        WHERE broadcast.id = :id AND broadcast.written_to IS NOT NULL AND broadcast.state IN ('running', 'paused')
            AND {UNHINDERED}
        """,
        {"id": broadcast},
    )
    if head is None:
        return
    appeal, wanted = appeal_in(head["document"]), Wanted.from_json(head["wanted"])
    after = head["written_to"]
    values = {"broadcast": broadcast, "version": head["version"], "now": int(now.timestamp())}
    if wanted.group is Group.SUBSCRIBERS:
        letters, last = await _to_subscribers(tx, values | narrowed(appeal, head["version"], wanted), after)
    else:
        letters, last = await _to_others(tx, db, appeal, wanted, values, after)
    await tx.execute(
        "UPDATE broadcast SET letters = letters + :letters, written_to = :last WHERE id = :broadcast",
        values | {"letters": letters, "last": last},
    )


async def _to_subscribers(tx: Transaction, values: dict[str, str | int], after: int) -> tuple[int, int | None]:
    """Write to those of the next subscribers who are wanted; return how many, and the last row that was looked at."""
    row = await tx.only(
        """
        SELECT MAX(id) AS last FROM
            (SELECT id FROM subscriber WHERE id > :after ORDER BY id LIMIT :slice) AS looked_at
        """,
        {"after": after, "slice": SLICE},
    )
    if row["last"] is None:
        return 0, None
    letters = await tx.execute(
        f"""
        INSERT INTO letter (broadcast, version, subscriber, state, due_at, in_doubt)
        SELECT :broadcast, :version, subscriber.id, 'pending', :now, 0 FROM subscriber
        WHERE subscriber.id > :after AND subscriber.id <= :last AND {SUBSCRIBERS}
        """,
        values | {"after": after, "last": row["last"]},
    )
    return letters, await _unless_last(tx, row["last"])


async def _unless_last(tx: Transaction, last: int) -> int | None:
    """Return *last*, or None if nobody subscribed after that row: then all letters are written."""
    more = await tx.one("SELECT id FROM subscriber WHERE id > :last LIMIT 1", {"last": last})
    return last if more else None


async def _to_others(  # one argument for each fact of the slice
    tx: Transaction, db: Database, appeal: Appeal, wanted: Wanted, values: dict[str, str | int], after: int
) -> tuple[int, int | None]:
    others = await others_after(tx, db, appeal, int(values["version"]), wanted, after, OTHERS_SLICE)
    await tx.execute_many(
        """
        INSERT INTO letter (broadcast, version, subscriber, signature, follower, state, due_at, in_doubt)
        VALUES (:broadcast, :version, :subscriber, :signature, :follower, 'pending', :now, 0)
        """,
        [
            values | {"subscriber": one.subscriber, "signature": one.signature, "follower": one.follower}
            for one in others.recipients
        ],
    )
    return len(others.recipients), others.last
