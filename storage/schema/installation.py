"""What belongs to the installation and its staff: its marks, coordinators, invitations, the audit."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, LargeBinary, Table, Text

from storage.schema.shared import tables

site = Table(
    "site",
    tables,
    Column("one", Integer, CheckConstraint("one = 1", name="site_is_one_row"), primary_key=True),
    Column("key_mark", Text, nullable=False, comment="digest made by the secret key that this database needs"),
    Column("bot", Integer, comment="Telegram id of the bot whose subscribers these are; null before its first start"),
    Column("receipt_salt", Text, nullable=False, comment="hexadecimal; salt of every receipt of a tip"),
    Column("recipients_told", Text, comment="digest of the list of tip recipients that owners were told of last"),
    Column("recipients_seen", Text, comment="the list as the last look found it, as recipients_told"),
    Column("left_keys_told", Text, comment="day on which owners were last told of keys of coordinators who left"),
)


coordinator = Table(
    "coordinator",
    tables,
    Column("id", Integer, primary_key=True),
    Column("alias", Text, nullable=False, unique=True, comment="what colleagues and the audit call them"),
    Column("role", Text, nullable=False, comment="the last one, where the role has ended"),
    Column("person", Text, unique=True, comment="keyed digest of the Telegram id; null once the role has ended"),
    Column("chat", LargeBinary, comment="encrypted Telegram id; null once the role has ended"),
    Column("joined_on", Text, nullable=False),
)


invitation = Table(
    "invitation",
    tables,
    Column("token", Text, primary_key=True, comment="keyed digest of the token in the link"),
    Column("role", Text, nullable=False),
    Column("invited_by", Integer, ForeignKey("coordinator.id"), nullable=False),
    Column("expires_at", Integer, nullable=False),
    Column("accepted_by", Integer, ForeignKey("coordinator.id")),
)


audit = Table(
    "audit",
    tables,
    Column("id", Integer, primary_key=True),
    Column("at", Integer, nullable=False),
    Column("coordinator", Integer, comment="null: the program itself or its operator"),
    Column("deed", Text, nullable=False),
    Column("subject", Text, nullable=False, comment="code of an appeal, tag of a tip, alias of a coordinator"),
    Column("detail", Text, nullable=False, comment="JSON; counts and fixed words, never a text or a name"),
    Column("hash", Text, nullable=False, comment="SHA-256 over the row before and this one"),
    Index("audit_subject", "subject"),
)
