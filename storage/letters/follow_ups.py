"""Broadcasts that follow up on others, to correct or recall what those brought: what the two have in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from storage.database import Database
    from storage.letters.broadcasts import BroadcastKind
    from storage.people.coordinators import Coordinator
    from storage.transactions import Transaction

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
        INSERT INTO broadcast (kind, version, rank, state, wanted, planned_by, planned_at, starts_at, letters,
            paid_letters, floods, progress_chat)
        VALUES (:kind, :version, :rank, 'running', '{}', :by, :now, :now, 0, 0, 0, :chat)
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


async def count_letters(tx: Transaction, broadcast: int, letters: int) -> None:
    """Keep how many letters of a broadcast were written."""
    await tx.execute("UPDATE broadcast SET letters = :letters WHERE id = :id", {"id": broadcast, "letters": letters})


def in_digests(versions: str) -> str:
    """Select the letters of digests that told of one of *versions*, a query, among others."""
    return f"""
        FROM letter
        WHERE letter.broadcast IN (SELECT id FROM broadcast WHERE kind = 'digest'
                AND planned_at >= (SELECT MIN(drafted_at) FROM appeal_version WHERE appeal = :code))
            AND letter.state IN ('sending', 'sent', 'uncertain') AND letter.subscriber IS NOT NULL
            AND EXISTS (SELECT 1 FROM digest_item
                WHERE digest_item.letter = letter.id AND digest_item.version IN ({versions}))
    """
