"""Halting every broadcast of a database that comes from a backup: what was sent since then, it does not know.

What coordinators steer is paused, until one of them has looked. What has not begun is cancelled: it can be planned
anew. A digest, which nobody steers, is cancelled, and its letters count as in doubt, so that they are not told again.
News that waits to be approved may have been approved and sent since: it is given up, and can be written anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage.letters.broadcasts.digests import due_periods
from storage.letters.broadcasts.reminders import plan_due_reminders

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from storage.database import Database
    from storage.letters.broadcasts.digests import Period
    from storage.transactions import Transaction


@dataclass(frozen=True)
class Halted:
    """How many broadcasts were paused and cancelled, how many letters are in doubt now, how much news was given up."""

    paused: int
    cancelled: int
    in_doubt: int
    news: int


async def plan_what_is_due(db: Database, now: datetime, timezone: ZoneInfo, hour: int) -> tuple[Period, ...]:
    """Plan the reminders that the clock would plan now, for `halt` to pause; return the digests that would be due."""
    await plan_due_reminders(db, now)
    return due_periods(now, timezone, hour)


async def halt(tx: Transaction, digests: Iterable[Period], now: datetime) -> Halted:
    """Let nothing go out by itself any more that was planned, or that the clock would plan by now."""
    values = {"now": int(now.timestamp())}
    in_doubt = await tx.execute(
        """
        UPDATE letter SET state = 'uncertain', in_doubt = in_doubt + 1, settled_at = :now
        WHERE state = 'sending' OR (state = 'pending' AND broadcast IN (SELECT id FROM broadcast
            WHERE kind = 'digest' AND state IN ('scheduled', 'running', 'paused', 'failed')))
        """,
        values,
    )
    cancelled = await tx.execute(
        """
        UPDATE broadcast SET state = 'cancelled', reason = 'restored', ended_at = :now, written_to = NULL
        WHERE state = 'scheduled' OR (kind = 'digest' AND state IN ('running', 'paused', 'failed'))
        """,
        values,
    )
    paused = await tx.execute(
        """
        UPDATE broadcast SET state = 'paused', reason = 'restored', ended_at = NULL
        WHERE state IN ('running', 'paused', 'failed')
        """
    )
    news = await tx.execute("UPDATE news SET state = 'given_up' WHERE state = 'waiting'")
    await _take_as_sent(tx, digests, now)
    return Halted(paused, cancelled, in_doubt, news)


async def _take_as_sent(tx: Transaction, digests: Iterable[Period], now: datetime) -> None:
    await tx.execute_many(
        """
        INSERT INTO broadcast (kind, rank, state, reason, wanted, period, planned_at, starts_at, ended_at,
            letters, paid_letters, floods)
        VALUES ('digest', 2, 'cancelled', 'restored', '{}', :period, :now, :now, :now, 0, 0, 0)
        ON CONFLICT (period) DO NOTHING
        """,
        [{"period": period.name, "now": int(now.timestamp())} for period in digests],
    )
