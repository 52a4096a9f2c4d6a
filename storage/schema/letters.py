"""Broadcasts and their letters."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, PrimaryKeyConstraint, Table, Text, text

from storage.letters.states import LIVE
from storage.schema.shared import owned_by, tables, where_given

broadcast = Table(
    "broadcast",
    tables,
    Column("id", Integer, primary_key=True),
    Column("kind", Text, nullable=False, comment="appeal, digest, correction, recall, reminder, asking_again, news"),
    Column("version", Integer, ForeignKey("appeal_version.id"), comment="null for a digest and for news of a bill"),
    Column("rank", Integer, nullable=False, comment="0 critical, 1 high, 2 normal: the order of sending"),
    Column("state", Text, nullable=False, comment="scheduled, running, paused, done, cancelled, failed"),
    Column("reason", Text, comment="why it is paused, cancelled or failed; a fixed word"),
    Column("wanted", Text, nullable=False, comment="JSON: whom it is for, see storage.letters.broadcasts.audience"),
    Column("period", Text, unique=True, comment="such as weekly:2026-W47 of a digest: each is planned once"),
    Column("planned_by", Integer, ForeignKey("coordinator.id"), comment="null: the program itself"),
    Column("planned_at", Integer, nullable=False),
    Column("starts_at", Integer, nullable=False, comment="when it was or will be begun"),
    Column("ended_at", Integer),
    Column(
        "written_to",
        Integer,
        comment="the row that writing has come to, of people or of letters, see each kind; null: all are written",
    ),
    Column("letters", Integer, nullable=False, comment="how many are written"),
    Column("canary", Integer, comment="pauses after so many letters; null: does not, or has"),
    Column("paid_cap", Integer, comment="Stars that it may cost at most; null: it is not paid for"),
    Column("paid_letters", Integer, nullable=False, comment="how many may have cost a tenth of a Star"),
    Column("floods", Integer, nullable=False, comment="how often Telegram asked to slow down"),
    Column(
        "progress_chat", LargeBinary, comment="encrypted Telegram id of the one who sent it; null once its end was told"
    ),
    Column("progress_message", Integer, comment="the message that is edited as it goes; null until there is one"),
)


def _once_each(recipient: str) -> Index:
    live = text(f"{LIVE} AND version IS NOT NULL AND {recipient} IS NOT NULL")
    name = f"letter_once_each_{recipient}"
    return Index(name, "version", recipient, unique=True, sqlite_where=live, postgresql_where=live)


def _found_by(column: str) -> Index:
    return where_given(f"letter_by_{column}", column, column)


def _of_digests() -> Index:
    there = text("version IS NULL AND subscriber IS NOT NULL")
    return Index("letter_of_digest", "subscriber", "version", sqlite_where=there, postgresql_where=there)


letter = Table(
    "letter",
    tables,
    Column("id", Integer, primary_key=True),
    Column("broadcast", Integer, ForeignKey("broadcast.id"), nullable=False),
    Column(
        "version",
        Integer,
        ForeignKey("appeal_version.id"),
        comment="null for a digest, see digest_item, and for a recall, a reminder, an asking again and news",
    ),
    Column(
        "subscriber",
        Integer,
        ForeignKey("subscriber.id", ondelete="SET NULL"),
        comment="whom it is for: one of these three; all null once the person is forgotten, the count stays",
    ),
    Column(
        "signature", Integer, ForeignKey("signature.id", ondelete="SET NULL"), comment="of a signer who wants updates"
    ),
    Column("follower", Integer, ForeignKey("follower.id", ondelete="SET NULL")),
    Column("state", Text, nullable=False),
    Column("due_at", Integer, nullable=False, comment="not before; moved on by quiet hours and temporary refusals"),
    Column("in_doubt", Integer, nullable=False, comment="how often a try ended with nobody knowing"),
    Column("message", Integer, comment="Telegram's id of the message, to correct or recall it later"),
    Column("settled_at", Integer, comment="when its fate was known"),
    Column("earlier", Integer, ForeignKey("letter.id"), comment="the letter that this one corrects or recalls"),
    Column("reason", Text, comment="why it was refused or skipped, a fixed word or Telegram's description"),
    Index("letter_queue", "broadcast", "state", "due_at"),
    Index("letter_in_doubt", "broadcast", sqlite_where=text("in_doubt > 0"), postgresql_where=text("in_doubt > 0")),
    _of_digests(),
    *map(_once_each, ("subscriber", "signature", "follower")),
    *map(_found_by, ("subscriber", "signature", "follower", "earlier")),
)


digest_item = Table(
    "digest_item",
    tables,
    Column("letter", Integer, owned_by("letter.id"), nullable=False),
    Column("version", Integer, ForeignKey("appeal_version.id"), nullable=False),
    PrimaryKeyConstraint("letter", "version"),
)
