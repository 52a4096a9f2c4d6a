"""The course of a broadcast: its pace, what came over time, and what became of its letters by language.

Everything here is a count. The curves have a few hundred points, however many letters there are.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from storage.database import Database
    from storage.transactions import Row, Transaction, Values

PACE_SECONDS = 60  # how far back the pace is measured
PACE_LETTERS = 5_000  # how many of the last letters are looked at; a quick broadcast is measured over less time
POINTS_MAX = 300  # of a curve
STEPS = (1, 10, 60, 600, 3_600, 6 * 3_600, 86_400)  # seconds between its points


@dataclass(frozen=True)
class Pace:
    """How fast a broadcast goes now.

    Attributes:
        per_second: Letters that arrived per second in the last minute; 0 if none did.
        waiting: How many letters may not go out yet, such as those that wait for the end of quiet hours.
        next_at: When the first of these may; None if none waits.
    """

    per_second: float = 0.0
    waiting: int = 0
    next_at: int | None = None


@dataclass(frozen=True)
class Point:
    """Until the moment *at*, there were *total* of them."""

    at: int
    total: int


Curve = tuple[Point, ...]


@dataclass(frozen=True)
class Course:
    """What came of a broadcast's letters over time: those that arrived, and those that Telegram could not deliver."""

    delivered: Curve
    undelivered: Curve


@dataclass(frozen=True)
class Count:
    """How many letters in a language ended alike.

    Attributes:
        state: `pending` for those that are being sent as well.
        reason: Why they were refused or skipped, else None.
        language: Of the recipients, as it is now; None for those who were forgotten since.
    """

    state: str
    reason: str | None
    language: str | None
    letters: int


async def pace(db: Database, broadcast: int, now: datetime) -> Pace:
    """Measure how fast the broadcast goes; quick, however many letters it has."""
    at = int(now.timestamp())
    values = {"id": broadcast, "now": at, "since": at - PACE_SECONDS, "most": PACE_LETTERS}
    async with db.reading() as tx:
        sent = await tx.only(  # those that were due last are the last sent, and found by `letter_queue`
            """
            SELECT COUNT(*) AS n, MIN(settled_at) AS first FROM (
                SELECT settled_at FROM letter WHERE broadcast = :id AND state = 'sent'
                ORDER BY due_at DESC, id DESC LIMIT :most) AS latest
            WHERE settled_at > :since
            """,
            values,
        )
        waiting = await tx.only(
            """
            SELECT COUNT(*) AS n, MIN(due_at) AS next_at FROM letter
            WHERE broadcast = :id AND state = 'pending' AND due_at > :now
            """,
            values,
        )
    seconds = max(1, at - sent["first"]) if sent["n"] else 1
    return Pace(sent["n"] / seconds, waiting["n"], waiting["next_at"])


async def course(db: Database, broadcast: int) -> Course:
    """Return how the letters arrived, or were found undeliverable, over time."""
    async with db.reading() as tx:
        span = await tx.only(
            """
            SELECT MIN(settled_at) AS first, MAX(settled_at) AS last FROM letter
            WHERE broadcast = :id AND state IN ('sent', 'blocked', 'gone', 'refused')
            """,
            {"id": broadcast},
        )
        rows = await tx.all(
            """
            SELECT settled_at / :step AS at, state = 'sent' AS arrived, COUNT(*) AS n FROM letter
            WHERE broadcast = :id AND state IN ('sent', 'blocked', 'gone', 'refused') AND settled_at IS NOT NULL
            GROUP BY 1, 2 ORDER BY 1
            """,
            {"id": broadcast, "step": (step := _step(span))},
        )
    return Course(
        *(_curve([row for row in rows if bool(row["arrived"]) is arrived], step, span) for arrived in (True, False))
    )


async def signatures_since(db: Database, code: str, since: int) -> Curve:
    """Return how the valid signatures given from *since* on came over time."""
    values: Values = {"code": code, "since": since}
    async with db.reading() as tx:
        span = await tx.only(
            """
            SELECT MIN(signed_at) AS first, MAX(signed_at) AS last FROM signature
            WHERE appeal = :code AND state = 'valid' AND signed_at >= :since
            """,
            values,
        )
        rows = await tx.all(
            """
            SELECT signed_at / :step AS at, COUNT(*) AS n FROM signature
            WHERE appeal = :code AND state = 'valid' AND signed_at >= :since
            GROUP BY 1 ORDER BY 1
            """,
            {**values, "step": (step := _step(span))},
        )
    return _curve(rows, step, span)


async def has_letters(db: Database, broadcast: int) -> bool:
    """Return whether there is such a broadcast with any letters."""
    async with db.reading() as tx:
        return await tx.one("SELECT 1 FROM broadcast WHERE id = :id AND letters > 0", {"id": broadcast}) is not None


async def count_letters(db: Database, broadcast: int) -> tuple[Count, ...]:
    """Count the broadcast's letters by their end and by language, the most frequent ones first."""
    async with db.reading() as tx:
        rows = await _counts(tx, broadcast)
    return tuple(Count(row["state"], row["reason"], row["language"], row["n"]) for row in rows)


async def _counts(tx: Transaction, broadcast: int) -> list[Row]:
    return await tx.all(
        """
        SELECT CASE letter.state WHEN 'sending' THEN 'pending' ELSE letter.state END AS state,
            CASE WHEN letter.state IN ('refused', 'skipped') THEN letter.reason END AS reason,
            COALESCE(subscriber.language, signature.language, follower.language) AS language,
            COUNT(*) AS n
        FROM letter
            LEFT JOIN subscriber ON subscriber.id = letter.subscriber
            LEFT JOIN signature ON signature.id = letter.signature
            LEFT JOIN follower ON follower.id = letter.follower
        WHERE letter.broadcast = :id
        GROUP BY 1, 2, 3 ORDER BY n DESC, 1, 2, 3
        """,
        {"id": broadcast},
    )


def _step(span: Row) -> int:
    seconds = (span["last"] or 0) - (span["first"] or 0)
    return next((step for step in STEPS if seconds <= step * POINTS_MAX), STEPS[-1])


def _curve(rows: list[Row], step: int, span: Row) -> Curve:
    totals = accumulate(row["n"] for row in rows)
    ends = (min((row["at"] + 1) * step, span["last"] + 1) for row in rows)  # never later than what has happened
    return tuple(map(Point, ends, totals))
