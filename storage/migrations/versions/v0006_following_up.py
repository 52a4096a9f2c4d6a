"""What follows an appeal, the registers that sheets draw upon, and what only coordinators may know of a version."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

number, words, content = sa.Integer, sa.Text, sa.LargeBinary


def upgrade() -> None:
    op.add_column("appeal_version", sa.Column("restricted", sa.LargeBinary))
    for name in ("holder", "post"):
        op.add_column("handover", sa.Column(name, sa.Text))
    _add_registers()
    _add_timeline()
    _add_news_and_tasks()
    _add_moments()


def _column(name: str, kind: Any, *more: sa.ForeignKey, null: bool = False) -> sa.Column[Any]:
    return sa.Column(name, kind(), *more, nullable=null)


def _to(target: str, *, owned: bool = False) -> sa.ForeignKey:
    return sa.ForeignKey(target, ondelete="CASCADE" if owned else None)


def _id() -> sa.Column[Any]:
    return sa.Column("id", number(), primary_key=True)


def _add_registers() -> None:
    op.create_table(
        "register_entry",
        _column("register", words),
        _column("key", words),
        _column("document", words),
        _column("changed_by", number, _to("coordinator.id")),
        _column("changed_at", number),
        sa.PrimaryKeyConstraint("register", "key"),
    )


def _add_timeline() -> None:
    op.create_table(
        "timeline_entry",
        _id(),
        _column("thread", number, _to("timeline_entry.id"), null=True),
        _column("kind", words),
        _column("appeal", words, _to("appeal.code"), null=True),
        *(_column(name, words, null=True) for name in ("campaign", "addressee", "office")),
        _column("day", words),
        _column("due_on", words, null=True),
        _column("stage", words, null=True),
        _column("confidential", number),
        _column("embargo_until", number, null=True),
        _column("content", content),
        _column("file", content, null=True),
        _column("recorded_by", number, _to("coordinator.id")),
        _column("recorded_at", number),
    )
    op.create_index("timeline_entry_by_appeal", "timeline_entry", ["appeal", "day"])
    there = sa.text("thread IS NOT NULL")
    op.create_index(
        "timeline_entry_by_thread", "timeline_entry", ["thread"], sqlite_where=there, postgresql_where=there
    )


def _add_news_and_tasks() -> None:
    op.create_table(
        "news",
        _id(),
        _column("appeal", words, _to("appeal.code"), null=True),
        _column("entry", number, _to("timeline_entry.id"), null=True),
        *(_column(name, words) for name in ("kind", "texts", "wanted", "state")),
        _column("author", number, _to("coordinator.id")),
        _column("written_at", number),
        _column("approved_by", number, _to("coordinator.id"), null=True),
        _column("broadcast", number, _to("broadcast.id"), null=True),
        sa.UniqueConstraint("broadcast"),
    )
    op.create_table(
        "task",
        _id(),
        _column("name", words),
        _column("kind", words),
        _column("appeal", words, _to("appeal.code"), null=True),
        _column("entry", number, _to("timeline_entry.id"), null=True),
        _column("number", number, null=True),
        _column("due_at", number),
        _column("told_at", number, null=True),
        _column("done_at", number, null=True),
        _column("done_by", number, _to("coordinator.id"), null=True),
        sa.UniqueConstraint("name"),
    )


def _add_moments() -> None:
    op.create_table(
        "moment",
        _id(),
        _column("kind", words),
        _column("appeal", words, _to("appeal.code"), null=True),
        _column("anchor", number),
        _column("document", words),
        _column("at", number),
        _column("zone", words),
        *(_column(name, number) for name in ("hour_known", "public", "coming")),
        _column("added_by", number, _to("coordinator.id"), null=True),
        _column("cancelled_at", number, null=True),
    )
    op.create_table(
        "moment_reminder",
        _column("moment", number, _to("moment.id", owned=True)),
        _column("hours", number),
        _column("at", number),
        sa.PrimaryKeyConstraint("moment", "hours", "at"),
    )
    op.create_table(
        "attendance",
        _column("moment", number, _to("moment.id", owned=True)),
        _column("person", words),
        sa.PrimaryKeyConstraint("moment", "person"),
    )
