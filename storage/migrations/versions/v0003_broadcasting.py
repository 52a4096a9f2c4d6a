"""Broadcasts of every kind, quiet hours, followers, photos, corrections."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

LIVE = "state IN ('pending', 'sending', 'sent', 'uncertain')"


def upgrade() -> None:
    _follow_and_picture()
    _ask_more_of_subscribers()
    _widen_broadcasts()
    _widen_letters()
    op.create_table(
        "digest_item",
        sa.Column("letter", sa.Integer(), sa.ForeignKey("letter.id", ondelete="CASCADE"), nullable=False),
        sa.Column("version", sa.Integer(), sa.ForeignKey("appeal_version.id"), nullable=False),
        sa.PrimaryKeyConstraint("letter", "version"),
    )


def _follow_and_picture() -> None:
    op.create_table(
        "follower",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("appeal", sa.Text(), sa.ForeignKey("appeal.code"), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("chat", sa.LargeBinary(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("consent_version", sa.Text(), nullable=False),
        sa.Column("consent_day", sa.Text(), nullable=False),
        sa.UniqueConstraint("appeal", "person"),
    )
    op.create_table(
        "photo",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("appeal", sa.Text(), sa.ForeignKey("appeal.code"), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("file_id", sa.Text()),
        sa.UniqueConstraint("appeal", "digest"),
    )
    with op.batch_alter_table("appeal_version") as version:
        version.add_column(sa.Column("photo", sa.Integer()))
        version.create_foreign_key("version_has_photo", "photo", ["photo"], ["id"])


def _ask_more_of_subscribers() -> None:
    op.add_column("appeal", sa.Column("correction", sa.Integer()))
    op.add_column("appeal", sa.Column("correction_state", sa.Text()))
    for name, kind in (("quiet_from", sa.Integer), ("quiet_to", sa.Integer), ("zone", sa.Text), ("wake", sa.Integer)):
        op.add_column("subscriber", sa.Column(name, kind()))


def _widen_broadcasts() -> None:
    with op.batch_alter_table("broadcast") as broadcast:
        broadcast.alter_column("version", existing_type=sa.Integer(), nullable=True)
        broadcast.alter_column("planned_by", existing_type=sa.Integer(), nullable=True)
        for column in (
            sa.Column("kind", sa.Text(), nullable=False, server_default="appeal"),
            sa.Column("wanted", sa.Text(), nullable=False, server_default="{}"),
            sa.Column("starts_at", sa.Integer(), nullable=False, server_default="0"),
            sa.Column("paid_letters", sa.Integer(), nullable=False, server_default="0"),
            sa.Column("floods", sa.Integer(), nullable=False, server_default="0"),
            sa.Column("reason", sa.Text()),
            sa.Column("period", sa.Text()),
            sa.Column("written_to", sa.Integer()),
            sa.Column("canary", sa.Integer()),
            sa.Column("paid_cap", sa.Integer()),
        ):
            broadcast.add_column(column)
        broadcast.create_unique_constraint("broadcast_of_period", ["period"])
    op.execute("UPDATE broadcast SET starts_at = planned_at")
    with op.batch_alter_table("broadcast") as broadcast:  # the program always says what it means
        for name in ("kind", "wanted", "starts_at", "paid_letters", "floods"):
            broadcast.alter_column(name, server_default=None)


def _widen_letters() -> None:
    op.drop_index("letter_by_state", "letter")
    op.drop_index("letter_once_each", "letter")
    with op.batch_alter_table("letter") as letter:
        letter.alter_column("version", existing_type=sa.Integer(), nullable=True)
        for column in ("signature", "follower"):
            letter.add_column(sa.Column(column, sa.Integer()))
            letter.create_foreign_key(f"letter_to_{column}", column, [column], ["id"], ondelete="SET NULL")
        letter.add_column(sa.Column("settled_at", sa.Integer()))
        letter.add_column(sa.Column("earlier", sa.Integer()))
        letter.create_foreign_key("letter_about_earlier", "letter", ["earlier"], ["id"])
    op.create_index("letter_queue", "letter", ["broadcast", "state", "due_at"])
    doubt = sa.text("in_doubt > 0")
    op.create_index("letter_in_doubt", "letter", ["broadcast"], sqlite_where=doubt, postgresql_where=doubt)
    digests = sa.text("version IS NULL AND subscriber IS NOT NULL")
    op.create_index(
        "letter_of_digest", "letter", ["subscriber", "version"], sqlite_where=digests, postgresql_where=digests
    )
    for column in ("subscriber", "signature", "follower", "earlier"):
        there = sa.text(f"{column} IS NOT NULL")
        op.create_index(f"letter_by_{column}", "letter", [column], sqlite_where=there, postgresql_where=there)
    for recipient in ("subscriber", "signature", "follower"):
        live = sa.text(f"{LIVE} AND version IS NOT NULL AND {recipient} IS NOT NULL")
        op.create_index(
            f"letter_once_each_{recipient}",
            "letter",
            ["version", recipient],
            unique=True,
            sqlite_where=live,
            postgresql_where=live,
        )
