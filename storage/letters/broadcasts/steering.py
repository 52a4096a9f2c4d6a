"""Steering a broadcast under way: pausing it, letting it go on, cancelling the rest of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.audit import Deed, record
from storage.errors import WrongState
from storage.letters.broadcasts.skipping import skip_slice

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from storage.database import Database
    from storage.people.coordinators import Coordinator
    from storage.transactions import Transaction


async def pause(db: Database, broadcast: int, by: Coordinator, now: datetime) -> None:
    """Send no more letters of a running broadcast until it is resumed; those in flight are settled.

    Raises:
        WrongState: If it does not run.
    """
    async with db.transaction() as tx:
        code = await _require(tx, broadcast, {"running"})
        await tx.execute(
            "UPDATE broadcast SET state = 'paused', reason = 'coordinator' WHERE id = :id", {"id": broadcast}
        )
        await record(tx, Deed(now, by.id, "pause_sending", code))


async def resume(db: Database, broadcast: int, by: Coordinator, now: datetime) -> None:
    """Let a broadcast go on that was paused, or that a fault stopped.

    Raises:
        WrongState: If it is neither paused nor failed.
    """
    async with db.transaction() as tx:
        code = await _require(tx, broadcast, {"paused", "failed"})
        await tx.execute(
            "UPDATE broadcast SET state = 'running', reason = NULL, ended_at = NULL WHERE id = :id", {"id": broadcast}
        )
        await record(tx, Deed(now, by.id, "resume_sending", code))


async def cancel(db: Database, broadcast: int, by: Coordinator, now: datetime) -> int:
    """Send nothing more of a broadcast, for good; return how many letters do not go out (see `skipping`).

    Raises:
        WrongState: If it has ended.
    """
    values = {"id": broadcast, "now": int(now.timestamp())}
    async with db.transaction() as tx:
        code = await _require(tx, broadcast, {"scheduled", "running", "paused", "failed"})
        await tx.execute(
            """
            UPDATE broadcast SET state = 'cancelled', reason = 'coordinator', ended_at = :now, written_to = NULL
            WHERE id = :id
            """,
            values,
        )
        waiting = await tx.only("SELECT COUNT(*) AS n FROM letter WHERE broadcast = :id AND state = 'pending'", values)
        await skip_slice(tx, now)
        await record(tx, Deed(now, by.id, "cancel_sending", code, {"letters": waiting["n"]}))
    return int(waiting["n"])


async def _require(tx: Transaction, broadcast: int, states: Collection[str]) -> str:
    """Return what the audit calls the broadcast: the code of its appeal, or its row; nobody steers a digest."""
    row = await tx.one(
        """
        SELECT broadcast.state, COALESCE(appeal_version.appeal, 'broadcast-' || broadcast.id) AS code
        FROM broadcast LEFT JOIN appeal_version ON appeal_version.id = broadcast.version
        WHERE broadcast.id = :id AND broadcast.kind <> 'digest'
        """,
        {"id": broadcast},
    )
    if row is None or row["state"] not in states:
        raise WrongState(row["state"] if row else "none")
    return str(row["code"])
