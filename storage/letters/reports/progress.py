"""How far a broadcast is, and what became of its letters."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage.letters.broadcasts.planning import BroadcastKind, BroadcastState
from storage.transactions import in_list, numbered

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

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
    (found,) = await progress_of_each(db, (broadcast,))
    return found


async def progress_of_each(db: Database, broadcasts: Sequence[int]) -> tuple[Progress, ...]:
    """Count the letters of several broadcasts by state, in their order: a few statements, however many there are."""
    ids = numbered("id", broadcasts)
    async with db.reading() as tx:
        heads = await tx.all(
            f"""
            SELECT broadcast.*, appeal_version.appeal AS code
            FROM broadcast LEFT JOIN appeal_version ON appeal_version.id = broadcast.version
            WHERE broadcast.id IN ({in_list(ids)})
            """,
            ids,
        )
        states = await tx.all(
            f"""
            SELECT broadcast, state, COUNT(*) AS n FROM letter WHERE broadcast IN ({in_list(ids)})
            GROUP BY broadcast, state
            """,
            ids,
        )
        reasons = await tx.all(
            f"""
            SELECT broadcast, state, reason, COUNT(*) AS n FROM letter
            WHERE broadcast IN ({in_list(ids)}) AND state IN ('refused', 'skipped') GROUP BY broadcast, state, reason
            """,
            ids,
        )
        in_doubt = await tx.all(
            f"""
            SELECT broadcast, SUM(in_doubt) AS n FROM letter
            WHERE broadcast IN ({in_list(ids)}) AND in_doubt > 0 GROUP BY broadcast
            """,
            ids,
        )
    counted = [_by_broadcast(rows) for rows in (states, reasons, in_doubt)]
    found = {head["id"]: _progress(head, *(rows[head["id"]] for rows in counted)) for head in heads}
    return tuple(found[one] for one in broadcasts)


def _by_broadcast(rows: Iterable[Row]) -> defaultdict[int, list[Row]]:
    found: defaultdict[int, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["broadcast"]].append(row)
    return found


def _progress(head: Row, states: list[Row], reasons: list[Row], in_doubt: list[Row]) -> Progress:
    return Progress(
        broadcast=head["id"],
        kind=BroadcastKind(head["kind"]),
        code=head["code"],
        state=BroadcastState(head["state"]),
        reason=head["reason"],
        letters=head["letters"],
        written=head["written_to"] is None,
        by_state={row["state"]: row["n"] for row in states},
        in_doubt=sum(row["n"] for row in in_doubt),
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
