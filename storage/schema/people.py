"""People who read and follow, and what they left unfinished."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, PrimaryKeyConstraint, Table, Text, UniqueConstraint

from storage.schema.shared import owned_by, tables

chosen_language = Table(
    "chosen_language",
    tables,
    Column("person", Text, primary_key=True, comment="keyed digest of the Telegram id"),
    Column("language", Text, nullable=False),
)


subscriber = Table(
    "subscriber",
    tables,
    Column("id", Integer, primary_key=True),
    Column("person", Text, nullable=False, unique=True, comment="keyed digest of the Telegram id"),
    Column("chat", LargeBinary, nullable=False, comment="encrypted Telegram id"),
    Column("language", Text, nullable=False, comment="of the letters; follows chosen_language"),
    Column("state", Text, nullable=False, comment="active, stopped, blocked, gone"),
    Column("cadence", Text, nullable=False, comment="at_once, daily, weekly, monthly, critical_only"),
    Column("quiet_from", Integer, comment="first quiet hour of the day in `zone`, 0 to 23; null: no quiet hours"),
    Column("quiet_to", Integer, comment="first hour that is not quiet any more"),
    Column("zone", Text, comment="IANA name of the person's time zone, asked for with the quiet hours alone"),
    Column("wake", Integer, comment="1: critical appeals may come in quiet hours, 0: nothing may"),
    Column("consent_version", Text, nullable=False),
    Column("consent_day", Text, nullable=False),
    Column("source", Text, comment="code of the link that brought the person"),
)


subscriber_topic = Table(
    "subscriber_topic",
    tables,
    Column("subscriber", Integer, owned_by("subscriber.id"), nullable=False),
    Column("topic", Text, nullable=False, comment="no row at all means every topic"),
    PrimaryKeyConstraint("subscriber", "topic"),
)


follower = Table(
    "follower",
    tables,
    Column("id", Integer, primary_key=True),
    Column("appeal", Text, ForeignKey("appeal.code"), nullable=False),
    Column(
        "person", Text, nullable=False, comment="keyed digest of appeal and Telegram id: another one for each appeal"
    ),
    Column("chat", LargeBinary, nullable=False, comment="encrypted Telegram id"),
    Column("language", Text, nullable=False),
    Column("consent_version", Text, nullable=False),
    Column("consent_day", Text, nullable=False),
    UniqueConstraint("appeal", "person"),
)


conversation = Table(
    "conversation",
    tables,
    Column("name", Text, nullable=False),
    Column("person", Text, nullable=False, comment="keyed digest of the Telegram id"),
    Column("chat", LargeBinary, nullable=False, comment="encrypted Telegram id"),
    Column("step", Integer, nullable=False),
    Column("changed_on", Text, nullable=False),
    PrimaryKeyConstraint("name", "person"),
)


draft = Table(
    "draft",
    tables,
    Column("person", Text, primary_key=True, comment="keyed digest of the Telegram id"),
    Column("chat", LargeBinary, nullable=False, comment="encrypted Telegram id"),
    Column("content", LargeBinary, nullable=False, comment="encrypted JSON of an unfinished signing"),
    Column("changed_on", Text, nullable=False),
)
