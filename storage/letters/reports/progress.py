"""How far a broadcast is, and what became of its letters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage.letters.broadcasts.planning import BroadcastKind, BroadcastState

if TYPE_CHECKING:
    from collections.abc import Mapping

    from storage.database import Database
    from storage.transactions import Row


@dataclass(frozen=True)
class Progress:
    """How far a broadcast is.

    Attributes:
        code: The appeal that it sends, corrects, recalls or tells of; None: a digest, or news of a bill.
        reason: Why it is paused, was cancelled or has failed; a word of `Reason`.
        letters: How many letters are written.
        written: Whether that is all of them.
        by_state: How many letters are in each state; a missing state counts none.
        in_doubt: How many tries ended with nobody knowing, sent again or not.
        skipped: Why letters were skipped, with how many.
        refused: Why letters were refused, with how many.
        floods: How often Telegram asked to slow down.
    """

    broadcast: int
    kind: BroadcastKind
    code: str | None
    state: BroadcastState
    reason: str | None
    letters: int
    written: bool
    by_state: Mapping[str, int]
    in_doubt: int
    skipped: Mapping[str, int]
    refused: Mapping[str, int]
    planned_at: int
    starts_at: int
    ended_at: int | None
    canary: int | None
    paid_cap: int | None
    paid_letters: int
    floods: int

    @property
    def open(self) -> int:
        """How many letters are not settled yet."""
        return self.by_state.get("pending", 0) + self.by_state.get("sending", 0)


async def progress(db: Database, broadcast: int) -> Progress:
    """Count the broadcast's letters by state."""
    async with db.reading() as tx:
        head = await tx.only(
            """
            SELECT broadcast.*, appeal_version.appeal AS code
            FROM broadcast LEFT JOIN appeal_version ON appeal_version.id = broadcast.version
            WHERE broadcast.id = :id
            """,
            {"id": broadcast},
        )
        counts = await tx.all(
            "SELECT state, COUNT(*) AS n FROM letter WHERE broadcast = :id GROUP BY state", {"id": broadcast}
        )
        reasons = await tx.all(
            """
            SELECT state, reason, COUNT(*) AS n FROM letter
            WHERE broadcast = :id AND state IN ('refused', 'skipped') GROUP BY state, reason
            """,
            {"id": broadcast},
        )
        in_doubt = await tx.only(
            "SELECT COALESCE(SUM(in_doubt), 0) AS n FROM letter WHERE broadcast = :id AND in_doubt > 0",
            {"id": broadcast},
        )
    return _progress(head, {row["state"]: row["n"] for row in counts}, reasons, in_doubt["n"])


def _progress(head: Row, by_state: dict[str, int], reasons: list[Row], in_doubt: int) -> Progress:
    return Progress(
        broadcast=head["id"],
        kind=BroadcastKind(head["kind"]),
        code=head["code"],
        state=BroadcastState(head["state"]),
        reason=head["reason"],
        letters=head["letters"],
        written=head["written_to"] is None,
        by_state=by_state,
        in_doubt=in_doubt,
        skipped={row["reason"]: row["n"] for row in reasons if row["state"] == "skipped"},
        refused={row["reason"]: row["n"] for row in reasons if row["state"] == "refused"},
        planned_at=head["planned_at"],
        starts_at=head["starts_at"],
        ended_at=head["ended_at"],
        canary=head["canary"],
        paid_cap=head["paid_cap"],
        paid_letters=head["paid_letters"],
        floods=head["floods"],
    )
