"""Broadcasts that follow up on others, to correct or recall what those brought: what the two have in common.

Their letters are written in slices of the letters that were there when they were planned, from the newest to the
oldest: each slice in one transaction with the place that it reached, so that nobody waits for the database, and a
program that is killed between two slices goes on with the next one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from storage.database import Database
    from storage.letters.broadcasts.planning import BroadcastKind
    from storage.people.coordinators import Coordinator
    from storage.transactions import Transaction, Values

SLICE = 5_000  # letters looked at in one transaction

IN_SLICE = "letter.id >= :first AND letter.id <= :last"
"""The letters of a slice. Beside this, a column that has an index is written with a plus sign, so that its index is not
used: it would lead through every letter of a version, once for each slice."""

UNDER_WAY = "state IN ('scheduled', 'running', 'paused', 'failed')"
"""Of a broadcast that may still send something."""

FLIGHT_SECONDS = 60  # after which what was being sent is settled, and its message known

RECIPIENTS = ("subscriber", "signature", "follower")


@dataclass(frozen=True)
class FollowUp:
    """A broadcast that corrects or recalls what others brought.

    Attributes:
        version: Row of the version that readers see now, or saw last.
    """

    kind: BroadcastKind
    version: int
    rank: int


async def begin(tx: Transaction, db: Database, follow_up: FollowUp, by: Coordinator, now: datetime) -> int:
    """Add a broadcast that runs from now on, and return it; *by* follows its progress."""
    row = await tx.only(
        """
        INSERT INTO broadcast (kind, version, rank, state, wanted, planned_by, planned_at, starts_at, written_to,
            letters, paid_letters, floods, progress_chat)
        VALUES (:kind, :version, :rank, 'running', '{}', :by, :now, :now, (SELECT COALESCE(MAX(id), 0) FROM letter),
            0, 0, 0, :chat)
        RETURNING id
        """,
        {
            "kind": follow_up.kind,
            "version": follow_up.version,
            "rank": follow_up.rank,
            "by": by.id,
            "now": int(now.timestamp()),
            "chat": db.key.encrypt("broadcast.progress_chat", str(by.person)),
        },
    )
    return int(row["id"])


async def next_slice(tx: Transaction, broadcast: int, now: datetime) -> Values | None:
    """Return the next letters to follow up on, `:first` to `:last`, with what queries say of the broadcast.

    None if all were looked at, or the broadcast has ended.
    """
    row = await tx.one(
        """
        SELECT broadcast.written_to AS last, version.id AS version, version.appeal AS code, version.number AS number,
            (SELECT MIN(id) FROM (SELECT id FROM letter WHERE id <= broadcast.written_to
                ORDER BY id DESC LIMIT :slice) AS looked_at) AS first
        FROM broadcast JOIN appeal_version AS version ON version.id = broadcast.version
        WHERE broadcast.id = :broadcast AND broadcast.written_to IS NOT NULL
            AND broadcast.state IN ('running', 'paused')
        """,
        {"broadcast": broadcast, "slice": SLICE},
    )
    if row is None:
        return None
    first = row["first"] if row["first"] is not None else 0  # there is no letter at all
    return {**dict(row), "first": first, "broadcast": broadcast, "now": int(now.timestamp())}


async def end_slice(tx: Transaction, values: Values, letters: int) -> None:
    """Keep the place that was reached, and how many letters the slice brought."""
    await tx.execute(
        """
        UPDATE broadcast SET letters = letters + :letters,
            written_to = (SELECT MAX(id) FROM letter WHERE id < :first)
        WHERE id = :broadcast
        """,
        {**values, "letters": letters},
    )


def told_in(kinds: str, versions: str, plus: str = "") -> str:
    """Select the letters of *kinds*, an SQL list, that told a subscriber of one of *versions*, a query."""
    return f"""
        FROM letter
        WHERE {plus}letter.broadcast IN (SELECT id FROM broadcast WHERE kind IN ({kinds})
                AND planned_at >= (SELECT MIN(drafted_at) FROM appeal_version WHERE appeal = :code))
            AND letter.state IN ('sending', 'sent', 'uncertain') AND {plus}letter.subscriber IS NOT NULL
            AND EXISTS (SELECT 1 FROM digest_item
                WHERE digest_item.letter = letter.id AND digest_item.version IN ({versions}))
    """
