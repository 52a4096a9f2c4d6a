"""Epochs of keys with canaries; ratings, labels, additions and replies of tips.

A tip of before belongs to a past epoch that has no recipients on record: it is opened as it was, but takes no reply,
for whom to seal one to is in the tip itself from now on. Tips are taken in again once canaries were opened.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("recipients_told", "recipients_seen", "left_keys_told"):
        op.add_column("site", sa.Column(name, sa.Text))
    op.create_index("audit_subject", "audit", ["subject"])
    _add_epochs()
    _rebuild_tips()
    _add_what_belongs_to_a_tip()


def _column(name: str, kind: Any, *more: sa.ForeignKey, null: bool = False) -> sa.Column[Any]:
    return sa.Column(name, kind(), *more, nullable=null)


def _to(target: str, *, owned: bool = False) -> sa.ForeignKey:
    return sa.ForeignKey(target, ondelete="CASCADE" if owned else None)


def _add_epochs() -> None:
    number, words, content = sa.Integer, sa.Text, sa.LargeBinary
    op.create_table(
        "key_epoch",
        sa.Column("number", number(), primary_key=True),
        _column("digest", words),
        _column("state", words),
        _column("proposed_at", number),
        _column("begun_at", number, null=True),
        _column("mark", words, null=True),
    )
    op.create_table(
        "epoch_recipient",
        _column("epoch", number, _to("key_epoch.number", owned=True)),
        _column("public", words),
        _column("alias", words),
        _column("signer", words, null=True),
        _column("canary", content, null=True),
        _column("word", words, null=True),
        _column("opened_at", number, null=True),
        sa.PrimaryKeyConstraint("epoch", "public"),
    )
    op.execute(
        "INSERT INTO key_epoch (digest, state, proposed_at, begun_at) SELECT DISTINCT recipients, 'past', 0, 0 FROM tip"
    )


def _rebuild_tips() -> None:
    """Make the table anew, because columns go; a tip that is claimed stays so for another day."""
    number, words, content = sa.Integer, sa.Text, sa.LargeBinary
    op.rename_table("tip", "tip_before")
    op.create_table(
        "tip",
        sa.Column("lookup", words(), primary_key=True),
        _column("tag", words),
        _column("category", words),
        _column("urgency", words),
        _column("day", words),
        _column("state", words),
        _column("claimed_by", number, _to("coordinator.id"), null=True),
        _column("claimed_until", number, null=True),
        _column("source", words, null=True),
        _column("content", number, null=True),
        _column("rated_by", number, _to("coordinator.id"), null=True),
        _column("agreed_by", number, _to("coordinator.id"), null=True),
        _column("reminded_on", words, null=True),
        _column("epoch", number, _to("key_epoch.number")),
        _column("expires_on", words),
        _column("sealed", content),
        sa.UniqueConstraint("tag"),
        sqlite_with_rowid=False,
    )
    op.execute(
        """
        INSERT INTO tip (lookup, tag, category, urgency, day, state, claimed_by, claimed_until, epoch, expires_on,
            sealed)
        SELECT lookup, tag, category, urgency, day, tip_before.state, claimed_by,
            CASE WHEN tip_before.state = 'claimed' THEN CAST(strftime('%s', 'now', '+1 day') AS INTEGER) END,
            key_epoch.number, expires_on, sealed
        FROM tip_before JOIN key_epoch ON key_epoch.digest = tip_before.recipients
        """
    )
    op.drop_table("tip_before")


def _add_what_belongs_to_a_tip() -> None:
    number, words, content = sa.Integer, sa.Text, sa.LargeBinary
    op.create_table(
        "tip_label",
        _column("tag", words, _to("tip.tag", owned=True)),
        _column("label", words),
        sa.PrimaryKeyConstraint("tag", "label"),
    )
    op.create_table(
        "tip_addition",
        _column("tag", words, _to("tip.tag", owned=True)),
        _column("number", number),
        _column("day", words),
        _column("epoch", number, _to("key_epoch.number")),
        _column("sealed", content),
        sa.PrimaryKeyConstraint("tag", "number"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "tip_reply",
        _column("tag", words, _to("tip.tag", owned=True)),
        _column("number", number),
        _column("day", words),
        _column("seen", number),
        _column("sealed", content),
        sa.PrimaryKeyConstraint("tag", "number"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "loaded_bundle",
        sa.Column("id", words(), primary_key=True),
        _column("author", number, _to("coordinator.id")),
        _column("made_on", words),
        _column("loaded_by", number, _to("coordinator.id")),
        _column("loaded_at", number),
    )
    op.create_table("trend", sa.Column("category", words(), primary_key=True), _column("told_on", words))
