"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "appeal",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False, comment="number of the current version"),
        sa.Column("deadline", sa.Integer(), nullable=False),
        sa.Column("signed", sa.Integer(), nullable=False, comment="serial numbers given so far; never goes down"),
        sa.PrimaryKeyConstraint("code"),
    )
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("coordinator", sa.Integer(), nullable=True, comment="null: the program itself or its operator"),
        sa.Column("deed", sa.Text(), nullable=False),
        sa.Column(
            "subject", sa.Text(), nullable=False, comment="code of an appeal, tag of a tip, alias of a coordinator"
        ),
        sa.Column("detail", sa.Text(), nullable=False, comment="JSON; counts and fixed words, never a text or a name"),
        sa.Column("hash", sa.Text(), nullable=False, comment="SHA-256 over the row before and this one"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "chosen_language",
        sa.Column("person", sa.Text(), nullable=False, comment="keyed digest of the Telegram id"),
        sa.Column("language", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("person"),
    )
    op.create_table(
        "conversation",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False, comment="keyed digest of the Telegram id"),
        sa.Column("chat", sa.LargeBinary(), nullable=False, comment="encrypted Telegram id"),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("changed_on", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", "person"),
    )
    op.create_table(
        "coordinator",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("alias", sa.Text(), nullable=False, comment="what colleagues and the audit call them"),
        sa.Column("role", sa.Text(), nullable=False, comment="the last one, where the role has ended"),
        sa.Column(
            "person", sa.Text(), nullable=True, comment="keyed digest of the Telegram id; null once the role has ended"
        ),
        sa.Column(
            "chat", sa.LargeBinary(), nullable=True, comment="encrypted Telegram id; null once the role has ended"
        ),
        sa.Column("joined_on", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("alias"),
        sa.UniqueConstraint("person"),
    )
    op.create_table(
        "draft",
        sa.Column("person", sa.Text(), nullable=False, comment="keyed digest of the Telegram id"),
        sa.Column("chat", sa.LargeBinary(), nullable=False, comment="encrypted Telegram id"),
        sa.Column("content", sa.LargeBinary(), nullable=False, comment="encrypted JSON of an unfinished signing"),
        sa.Column("changed_on", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("person"),
    )
    op.create_table(
        "site",
        sa.Column("one", sa.Integer(), nullable=False),
        sa.Column(
            "key_mark", sa.Text(), nullable=False, comment="digest made by the secret key that this database needs"
        ),
        sa.Column(
            "bot",
            sa.Integer(),
            nullable=True,
            comment="Telegram id of the bot whose subscribers these are; null before its first start",
        ),
        sa.Column("receipt_salt", sa.Text(), nullable=False, comment="hexadecimal; salt of every receipt of a tip"),
        sa.PrimaryKeyConstraint("one"),
    )
    op.create_table(
        "subscriber",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False, comment="keyed digest of the Telegram id"),
        sa.Column("chat", sa.LargeBinary(), nullable=False, comment="encrypted Telegram id"),
        sa.Column("language", sa.Text(), nullable=False, comment="of the letters; follows chosen_language"),
        sa.Column("state", sa.Text(), nullable=False, comment="active, stopped, blocked, gone"),
        sa.Column("cadence", sa.Text(), nullable=False, comment="at_once, critical_only"),
        sa.Column("consent_version", sa.Text(), nullable=False),
        sa.Column("consent_day", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=True, comment="code of the link that brought the person"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("person"),
    )
    op.create_table(
        "appeal_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("appeal", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False, comment="JSON of storage.appeals.model.Appeal; never changed"),
        sa.Column("digest", sa.Text(), nullable=False, comment="SHA-256 of the document"),
        sa.Column("author", sa.Integer(), nullable=False),
        sa.Column("drafted_at", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["appeal"],
            ["appeal.code"],
        ),
        sa.ForeignKeyConstraint(
            ["author"],
            ["coordinator.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("appeal", "number"),
    )
    op.create_table(
        "invitation",
        sa.Column("token", sa.Text(), nullable=False, comment="keyed digest of the token in the link"),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("invited_by", sa.Integer(), nullable=False),
        sa.Column("expires_at", sa.Integer(), nullable=False),
        sa.Column("accepted_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["accepted_by"],
            ["coordinator.id"],
        ),
        sa.ForeignKeyConstraint(
            ["invited_by"],
            ["coordinator.id"],
        ),
        sa.PrimaryKeyConstraint("token"),
    )
    op.create_table(
        "subscriber_topic",
        sa.Column("subscriber", sa.Integer(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False, comment="no row at all means every topic"),
        sa.ForeignKeyConstraint(["subscriber"], ["subscriber.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("subscriber", "topic"),
    )
    op.create_table(
        "tally",
        sa.Column("appeal", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("valid", sa.Integer(), nullable=False, comment="changed in the transaction of the signature itself"),
        sa.ForeignKeyConstraint(
            ["appeal"],
            ["appeal.code"],
        ),
        sa.PrimaryKeyConstraint("appeal", "channel", "country"),
    )
    op.create_table(
        "tip",
        sa.Column("lookup", sa.Text(), nullable=False, comment="digest that only the receipt leads to"),
        sa.Column("tag", sa.Text(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("urgency", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False, comment="of arrival; nothing finer is kept in clear"),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("claimed_by", sa.Integer(), nullable=True),
        sa.Column("recipients", sa.Text(), nullable=False, comment="digest of the list of recipients it was sealed to"),
        sa.Column("reply_recipient", sa.Text(), nullable=False, comment="age recipient that only the receipt opens"),
        sa.Column("expires_on", sa.Text(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False, comment="age; the server cannot open it"),
        sa.ForeignKeyConstraint(
            ["claimed_by"],
            ["coordinator.id"],
        ),
        sa.PrimaryKeyConstraint("lookup"),
        sa.UniqueConstraint("tag"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "approval",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("coordinator", sa.Integer(), nullable=False),
        sa.Column("approved_at", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["coordinator"],
            ["coordinator.id"],
        ),
        sa.ForeignKeyConstraint(
            ["version"],
            ["appeal_version.id"],
        ),
        sa.PrimaryKeyConstraint("version", "coordinator"),
    )
    op.create_table(
        "broadcast",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False, comment="0 critical, 1 high, 2 normal: the order of sending"),
        sa.Column("state", sa.Text(), nullable=False, comment="running, done, failed"),
        sa.Column("planned_by", sa.Integer(), nullable=False),
        sa.Column("planned_at", sa.Integer(), nullable=False),
        sa.Column("ended_at", sa.Integer(), nullable=True),
        sa.Column("letters", sa.Integer(), nullable=False, comment="how many were planned"),
        sa.Column(
            "progress_chat",
            sa.LargeBinary(),
            nullable=True,
            comment="encrypted Telegram id of the one who sent it; null once its end was told",
        ),
        sa.Column(
            "progress_message",
            sa.Integer(),
            nullable=True,
            comment="the message that is edited as it goes; null until there is one",
        ),
        sa.ForeignKeyConstraint(
            ["planned_by"],
            ["coordinator.id"],
        ),
        sa.ForeignKeyConstraint(
            ["version"],
            ["appeal_version.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "signature",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("appeal", sa.Text(), nullable=False),
        sa.Column(
            "signer",
            sa.Text(),
            nullable=True,
            comment="keyed digest of petition and Telegram id; null once its time is over",
        ),
        sa.Column("serial", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False, comment="valid, withdrawn"),
        sa.Column("name", sa.LargeBinary(), nullable=True, comment="encrypted; null when withdrawn"),
        sa.Column(
            "country",
            sa.LargeBinary(),
            nullable=True,
            comment="encrypted ISO 3166-1 alpha-2, or ZZ; null when withdrawn",
        ),
        sa.Column(
            "chat", sa.LargeBinary(), nullable=True, comment="encrypted Telegram id, only where updates were asked for"
        ),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=True, comment="code of the link that brought the signer"),
        sa.Column("version", sa.Integer(), nullable=False, comment="the version signed"),
        sa.Column("language", sa.Text(), nullable=True, comment="null once its time is over"),
        sa.Column("signed_at", sa.Integer(), nullable=False, comment="the day alone, once its time is over"),
        sa.ForeignKeyConstraint(
            ["appeal"],
            ["appeal.code"],
        ),
        sa.ForeignKeyConstraint(
            ["version"],
            ["appeal_version.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("appeal", "serial"),
        sa.UniqueConstraint("appeal", "signer"),
    )
    op.create_table(
        "consent",
        sa.Column("signature", sa.Integer(), nullable=False),
        sa.Column(
            "purpose", sa.Text(), nullable=False, comment="keep, hand_over, updates, show_name; no row: not given"
        ),
        sa.Column("text_version", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["signature"], ["signature.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("signature", "purpose"),
    )
    op.create_table(
        "letter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("broadcast", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column(
            "subscriber", sa.Integer(), nullable=True, comment="null once the person is forgotten; the count stays"
        ),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("due_at", sa.Integer(), nullable=False, comment="not before; moved on by a temporary refusal"),
        sa.Column("in_doubt", sa.Integer(), nullable=False, comment="how often a try ended with nobody knowing"),
        sa.Column("message", sa.Integer(), nullable=True, comment="Telegram's id of the message, to correct it later"),
        sa.Column(
            "reason",
            sa.Text(),
            nullable=True,
            comment="why it was refused, from a fixed list or Telegram's description",
        ),
        sa.ForeignKeyConstraint(
            ["broadcast"],
            ["broadcast.id"],
        ),
        sa.ForeignKeyConstraint(["subscriber"], ["subscriber.id"], ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["version"],
            ["appeal_version.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("letter_by_state", "letter", ["broadcast", "state"], unique=False)
    op.create_index(
        "letter_once_each",
        "letter",
        ["version", "subscriber"],
        unique=True,
        sqlite_where=sa.text("state IN ('pending', 'sending', 'sent', 'uncertain')"),
        postgresql_where=sa.text("state IN ('pending', 'sending', 'sent', 'uncertain')"),
    )
