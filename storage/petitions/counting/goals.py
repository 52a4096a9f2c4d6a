"""The goal of a petition, whose history is kept when it is raised, and the milestones on the way to it, each said once.

A milestone lies before the count when its goal begins, or it is none of that goal: who raises a goal is not told again
of what was passed before.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from storage.appeals.records import SENT, AppealState, appeals_in
from storage.audit import Deed, record
from storage.errors import NoSuchAppeal, WrongState

if TYPE_CHECKING:
    from storage.appeals.model import Appeal
    from storage.database import Database
    from storage.people.coordinators import Coordinator
    from storage.transactions import Row, Transaction, Values

MILESTONES = (10, 25, 50, 75, 100)  # percent of the goal

_BEGUN = 0  # percent of the row that says how many signatures there were when a goal began


@dataclass(frozen=True)
class GoalSet:
    """A goal that a coordinator set in the place of the one before."""

    signatures: int
    by: str
    at: datetime


@dataclass(frozen=True)
class Milestone:
    """So many percent of a goal were reached, with *signatures* in all when it was noted."""

    code: str
    goal: int
    percent: int
    signatures: int
    reached_at: datetime


async def set_goal(db: Database, code: str, signatures: int, by: Coordinator, now: datetime) -> bool:
    """Set the goal of an open petition; False if it has that many signatures already, so that it would be no goal.

    Raises:
        NoSuchAppeal: If there is no such petition.
        WrongState: If it was not sent yet, or is over.
    """
    values: Values = {"code": code, "goal": signatures, "by": by.id, "at": int(now.timestamp())}
    async with db.transaction() as tx:
        appeal = await tx.one("SELECT state FROM appeal WHERE code = :code", values)
        if appeal is None:
            raise NoSuchAppeal
        if appeal["state"] != AppealState.PUBLISHED:
            raise WrongState(appeal["state"])
        total = await _total(tx, code)
        if signatures <= total:
            return False
        await tx.execute(
            "INSERT INTO goal (appeal, signatures, set_by, set_at) VALUES (:code, :goal, :by, :at)", values
        )
        await _begin(tx, code, signatures, total, now)
        await record(tx, Deed(now, by.id, "set_goal", code, {"signatures": signatures}))
    return True


async def goals_set(db: Database, code: str) -> tuple[GoalSet, ...]:
    """Return the goals that coordinators set, the first one in front; before it the sheet's held."""
    async with db.reading() as tx:
        rows = await tx.all(
            """
            SELECT goal.signatures, goal.set_at, coordinator.alias
            FROM goal JOIN coordinator ON coordinator.id = goal.set_by
            WHERE goal.appeal = :code ORDER BY goal.id
            """,
            {"code": code},
        )
    return tuple(GoalSet(row["signatures"], row["alias"], datetime.fromtimestamp(row["set_at"], UTC)) for row in rows)


async def milestones(db: Database, code: str) -> tuple[Milestone, ...]:
    """Return the milestones that the petition has reached, of every goal that it had, the first one in front."""
    async with db.reading() as tx:
        rows = await tx.all(
            """
            SELECT * FROM milestone WHERE appeal = :code AND percent > :begun ORDER BY reached_at, goal, percent
            """,
            {"code": code, "begun": _BEGUN},
        )
    return tuple(map(_milestone, rows))


async def pass_milestones(db: Database, now: datetime) -> tuple[Milestone, ...]:
    """Note the milestones that petitions have passed, and return the last one of each that nobody heard of yet.

    It is returned until it is marked as told, and is no news again if the count goes down and passes it once more.
    """
    for stored in await appeals_in(db, SENT):
        if stored.appeal.kind.asks:
            await _pass(db, stored.appeal, now)
    async with db.reading() as tx:
        rows = await tx.all(
            """
            SELECT * FROM milestone WHERE told_at IS NULL AND percent > :begun
            ORDER BY appeal, reached_at, goal, percent
            """,
            {"begun": _BEGUN},
        )
    return tuple({row["appeal"]: _milestone(row) for row in rows}.values())


async def mark_told(db: Database, milestone: Milestone, now: datetime) -> None:
    """Remember that coordinators heard of the milestone, and with it of those before."""
    async with db.transaction() as tx:
        await tx.execute(
            """
            UPDATE milestone SET told_at = :now
            WHERE appeal = :code AND told_at IS NULL AND percent > :begun AND reached_at <= :reached
            """,
            {
                "code": milestone.code,
                "begun": _BEGUN,
                "reached": int(milestone.reached_at.timestamp()),
                "now": int(now.timestamp()),
            },
        )


async def _pass(db: Database, appeal: Appeal, now: datetime) -> None:
    async with db.reading() as tx:
        goal, total = await _goal(tx, appeal), await _total(tx, appeal.code)
        noted = await _noted(tx, appeal.code, goal)
        known = _BEGUN in noted or await tx.one("SELECT 1 FROM milestone WHERE appeal = :code", {"code": appeal.code})
    # The first goal begins with the petition. Of a later one, that a corrected sheet brought, the count was under way.
    begun = noted.get(_BEGUN, total if known else 0)
    due = [percent for percent in MILESTONES if percent not in noted and begun * 100 < goal * percent <= total * 100]
    if _BEGUN in noted and not due:
        return
    async with db.transaction() as tx:
        if _BEGUN not in noted:
            await _begin(tx, appeal.code, goal, begun, now)
        for percent in due:
            await _reach(tx, appeal.code, goal, percent, total, now)


async def _begin(tx: Transaction, code: str, goal: int, total: int, now: datetime) -> None:
    """Note how many signatures there are when *goal* begins, or begins again."""
    await _reach(tx, code, goal, _BEGUN, total, now)


async def _reach(tx: Transaction, code: str, goal: int, percent: int, total: int, now: datetime) -> None:
    await tx.execute(
        """
        INSERT INTO milestone (appeal, goal, percent, signatures, reached_at)
        VALUES (:code, :goal, :percent, :total, :at)
        ON CONFLICT (appeal, goal, percent) DO UPDATE
            SET signatures = excluded.signatures, reached_at = excluded.reached_at
        """,
        {"code": code, "goal": goal, "percent": percent, "total": total, "at": int(now.timestamp())},
    )


async def _noted(tx: Transaction, code: str, goal: int) -> dict[int, int]:
    rows = await tx.all(
        "SELECT percent, signatures FROM milestone WHERE appeal = :code AND goal = :goal", {"code": code, "goal": goal}
    )
    return {row["percent"]: row["signatures"] for row in rows}


async def _goal(tx: Transaction, appeal: Appeal) -> int:
    row = await tx.one(
        "SELECT signatures FROM goal WHERE appeal = :code ORDER BY id DESC LIMIT 1", {"code": appeal.code}
    )
    assert appeal.goal is not None  # every kind that asks has one
    return row["signatures"] if row else appeal.goal


async def _total(tx: Transaction, code: str) -> int:
    row = await tx.only(
        "SELECT COALESCE(SUM(valid), 0) AS n FROM tally WHERE appeal = :code AND dimension = 'day'", {"code": code}
    )
    return int(row["n"])


def _milestone(row: Row) -> Milestone:
    reached_at = datetime.fromtimestamp(row["reached_at"], UTC)
    return Milestone(row["appeal"], row["goal"], row["percent"], row["signatures"], reached_at)
