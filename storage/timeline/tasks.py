"""Tasks: what is to be done, once by name, until somebody has done it or its cause is gone.

What somebody has done never comes back. What closed because its cause was gone does, should the cause be there again,
as when the clock or its zone was wrong for a while.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from storage.audit import Deed, record
from storage.errors import NoSuchTask
from storage.timeline.causes import TaskKind, at_begin, causes_at

if TYPE_CHECKING:
    from collections.abc import Mapping
    from zoneinfo import ZoneInfo

    from storage.database import Database
    from storage.people.coordinators import Coordinator
    from storage.timeline.causes import Cause
    from storage.transactions import Row, Transaction


@dataclass(frozen=True)
class Task:
    """A task that is open.

    Attributes:
        about: What it is about, see `storage.timeline.causes.Cause`.
        appeal: Code of the appeal.
        entry: Row of the entry of the timeline that it is about.
        number: Of days, or of months after a review.
        due_at: When it is due, or due again.
    """

    id: int
    name: str
    kind: TaskKind
    about: tuple[str, ...]
    appeal: str | None
    entry: int | None
    number: int | None
    due_at: datetime


async def raise_tasks(db: Database, now: datetime, zone: ZoneInfo) -> int:
    """Bring up what is due and open no more, and close what has no cause any more; return how many came up.

    Days are those of *zone*. What takes the place of a task that was put off, as the next month does, is put off as
    long, and what comes up again is told again only if that is later than it was due before.
    """
    causes = {cause.name: cause for cause in await causes_at(db, now, zone)}
    rows = await db.all("SELECT name FROM task WHERE done_at IS NULL OR done_by IS NOT NULL")
    known = {row["name"] for row in rows}
    gone = [task for task in await open_tasks(db) if task.name not in causes]
    put_off = {(task.kind, task.about): task.due_at for task in gone}
    new = [cause for name, cause in causes.items() if name not in known]
    if not new and not gone:
        return 0
    async with db.transaction() as tx:
        await tx.execute_many(_RAISE, [_values(cause, zone, put_off) for cause in new])
        ended: list[dict[str, str | int]] = [{"name": task.name, "now": int(now.timestamp())} for task in gone]
        await tx.execute_many("UPDATE task SET done_at = :now WHERE name = :name AND done_at IS NULL", ended)
    return len(new)


async def open_tasks(db: Database) -> tuple[Task, ...]:
    """Return the tasks that are not done, what is due first in front."""
    rows = await db.all("SELECT * FROM task WHERE done_at IS NULL ORDER BY due_at, id")
    return tuple(map(_task, rows))


async def due_tasks(db: Database, now: datetime) -> tuple[Task, ...]:
    """Return the tasks that are due and of which nobody was told since they are."""
    rows = await db.all(
        "SELECT * FROM task WHERE done_at IS NULL AND told_at IS NULL AND due_at <= :now ORDER BY due_at, id",
        {"now": int(now.timestamp())},
    )
    return tuple(map(_task, rows))


async def find_task(db: Database, task: int) -> Task:
    """Return a task that is open.

    Raises:
        NoSuchTask: If there is none, or it is done.
    """
    async with db.reading() as tx:
        return await _open_task(tx, task)


async def told(db: Database, task: Task, now: datetime) -> None:
    """Remember that coordinators were told of the task as it was due; one that was put off meanwhile they hear of."""
    values = {"now": int(now.timestamp()), "id": task.id, "due_at": int(task.due_at.timestamp())}
    async with db.transaction() as tx:
        await tx.execute("UPDATE task SET told_at = :now WHERE id = :id AND due_at = :due_at", values)


async def snooze(db: Database, task: int, days: int, by: Coordinator, now: datetime) -> None:
    """Put the task off for so many days; then coordinators are told again.

    Raises:
        NoSuchTask: If there is none, or it is done.
    """
    async with db.transaction() as tx:
        found = await _open_task(tx, task)
        until = int((now + timedelta(days)).timestamp())
        await tx.execute("UPDATE task SET due_at = :at, told_at = NULL WHERE id = :id", {"at": until, "id": task})
        await record(tx, Deed(now, by.id, "snooze_task", found.name, {"days": days}))


async def done(db: Database, task: int, by: Coordinator, now: datetime) -> None:
    """Close the task: somebody has done it.

    Raises:
        NoSuchTask: If there is none, or it is done.
    """
    async with db.transaction() as tx:
        found = await _open_task(tx, task)
        values = {"now": int(now.timestamp()), "by": by.id, "id": task}
        await tx.execute("UPDATE task SET done_at = :now, done_by = :by WHERE id = :id", values)
        await record(tx, Deed(now, by.id, "do_task", found.name))


_RAISE = """
    INSERT INTO task (name, kind, appeal, entry, number, due_at)
    VALUES (:name, :kind, :appeal, :entry, :number, :due_at)
    ON CONFLICT (name) DO UPDATE SET done_at = NULL,
        told_at = CASE WHEN excluded.due_at > task.due_at THEN NULL ELSE task.told_at END,
        due_at = CASE WHEN excluded.due_at > task.due_at THEN excluded.due_at ELSE task.due_at END
"""


def _values(
    cause: Cause, zone: ZoneInfo, put_off: Mapping[tuple[TaskKind, tuple[str, ...]], datetime]
) -> dict[str, str | int | None]:
    begins = at_begin(cause.day, zone)
    due_at = max(begins, put_off.get((cause.kind, cause.about), begins))
    return {
        "name": cause.name,
        "kind": cause.kind,
        "appeal": cause.appeal,
        "entry": cause.entry,
        "number": cause.number,
        "due_at": int(due_at.timestamp()),
    }


async def _open_task(tx: Transaction, task: int) -> Task:
    row = await tx.one("SELECT * FROM task WHERE id = :id AND done_at IS NULL", {"id": task})
    if row is None:
        raise NoSuchTask
    return _task(row)


def _task(row: Row) -> Task:
    about = row["name"].split(":")[1:]
    return Task(
        id=row["id"],
        name=row["name"],
        kind=TaskKind(row["kind"]),
        about=tuple(about if row["number"] is None else about[:-1]),
        appeal=row["appeal"],
        entry=row["entry"],
        number=row["number"],
        due_at=datetime.fromtimestamp(row["due_at"], UTC),
    )
