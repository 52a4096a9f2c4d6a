"""Asking again: whoever signed an earlier text is told when a correction asks for something else, and may sign anew.

One letter to each signer who wants updates, once for a correction, in slices of the petition's numbers. Like reminders,
the letters have no version of their own: they say what is asked at the moment when they go out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.appeals.model import Appeal, appeal_in
from storage.letters.broadcasts.planning import RANK
from storage.petitions.signatures.asking_again import asks_again
from storage.transactions import in_list, numbered

if TYPE_CHECKING:
    from datetime import datetime

    from storage.database import Database
    from storage.people.coordinators import Coordinator
    from storage.transactions import Row, Transaction

SLICE = 5_000  # signatures looked at in one transaction


async def begin_asking(  # one argument for each fact of the correction
    tx: Transaction, db: Database, before: int, after: int, by: Coordinator, now: datetime
) -> int | None:
    """Begin to ask signers again if version *after*, which takes the place of *before*, asks for something else.

    Return the broadcast; None if there is nothing to ask, or nobody has signed. One for an earlier correction that is
    under way is cancelled: whom it did not reach is asked by this one.
    """
    shown, corrected = [await _version(tx, one) for one in (before, after)]
    if not corrected["signed"] or not asks_again(_appeal(shown), _appeal(corrected)):
        return None
    values = {
        "code": corrected["code"],
        "version": after,
        "rank": RANK[_appeal(corrected).urgency],
        "period": f"asking_again:{corrected['code']}:{corrected['number']}",
        "by": by.id,
        "now": int(now.timestamp()),
        "chat": db.key.encrypt("broadcast.progress_chat", str(by.person)),
    }
    await tx.execute(
        """
        UPDATE broadcast SET state = 'cancelled', reason = 'corrected', ended_at = :now, written_to = NULL
        WHERE kind = 'asking_again' AND state IN ('running', 'paused', 'failed')
            AND version IN (SELECT id FROM appeal_version WHERE appeal = :code)
        """,
        values,
    )
    planned = await tx.only(
        """
        INSERT INTO broadcast (kind, version, rank, state, wanted, period, planned_by, planned_at, starts_at,
            written_to, letters, paid_letters, floods, progress_chat)
        VALUES ('asking_again', :version, :rank, 'running', '{}', :period, :by, :now, :now, 0, 0, 0, 0, :chat)
        RETURNING id
        """,
        values,
    )
    return int(planned["id"])


async def write_slice(tx: Transaction, broadcast: int, now: datetime) -> None:
    """Write to those of the next signers who signed a text that asked for something else, and who want updates."""
    head = await tx.one(
        """
        SELECT broadcast.id AS broadcast, broadcast.version, broadcast.written_to AS after, appeal.code, appeal.signed
        FROM broadcast JOIN appeal_version AS version ON version.id = broadcast.version
            JOIN appeal ON appeal.code = version.appeal
        WHERE broadcast.id = :id AND broadcast.written_to IS NOT NULL AND broadcast.state IN ('running', 'paused')
        """,
        {"id": broadcast},
    )
    if head is None:
        return
    last = head["after"] + SLICE
    values = {**dict(head), "last": last, "now": int(now.timestamp())}
    texts = numbered("text", await texts_to_ask_about(tx, head["version"]))
    letters = await tx.execute(
        f"""
        INSERT INTO letter (broadcast, signature, state, due_at, in_doubt)
        SELECT :broadcast, id, 'pending', :now, 0 FROM signature
        WHERE appeal = :code AND serial > :after AND serial <= :last AND version IN ({in_list(texts)})
            AND state = 'valid' AND chat IS NOT NULL
        """,
        {**values, **texts},
    )
    await tx.execute(
        "UPDATE broadcast SET letters = letters + :letters, written_to = :to WHERE id = :broadcast",
        {**values, "letters": letters, "to": last if last < head["signed"] else None},
    )


async def texts_to_ask_about(tx: Transaction, version: int) -> tuple[int, ...]:
    """Return the versions of the same appeal that asked for something else than *version* does."""
    now = await _version(tx, version)
    rows = await tx.all(
        "SELECT id, document FROM appeal_version WHERE appeal = :code AND id <> :version",
        {"code": now["code"], "version": version},
    )
    return tuple(row["id"] for row in rows if asks_again(_appeal(row), _appeal(now)))


async def _version(tx: Transaction, version: int) -> Row:
    return await tx.only(
        """
        SELECT version.number, version.document, appeal.code, appeal.signed
        FROM appeal_version AS version JOIN appeal ON appeal.code = version.appeal WHERE version.id = :version
        """,
        {"version": version},
    )


def _appeal(row: Row) -> Appeal:
    return appeal_in(row["document"])
