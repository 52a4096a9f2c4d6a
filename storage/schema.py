"""The current tables. Migrations bring older databases here; a test holds the two against each other.

Personal fields are encrypted and found by keyed digests: see `storage.secret_key`. Times are whole seconds since
1970 in UTC, days are ISO 8601 text.
"""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    text,
)

tables = MetaData()


def _owned_by(target: str) -> ForeignKey:
    return ForeignKey(target, ondelete="CASCADE")


site = Table(
    "site",
    tables,
    Column("one", Integer, CheckConstraint("one = 1", name="site_is_one_row"), primary_key=True),
    Column("key_mark", Text, nullable=False, comment="digest made by the secret key that this database needs"),
    Column("bot", Integer, comment="Telegram id of the bot whose subscribers these are; null before its first start"),
    Column("receipt_salt", Text, nullable=False, comment="hexadecimal; salt of every receipt of a tip"),
)

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
    Column("subscriber", Integer, _owned_by("subscriber.id"), nullable=False),
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
)

appeal = Table(
    "appeal",
    tables,
    Column("code", Text, primary_key=True),
    Column("state", Text, nullable=False),
    Column("version", Integer, nullable=False, comment="number of the current version"),
    Column("deadline", Integer, nullable=False),
    Column("correction", Integer, comment="number of the version that shall replace the one sent; null: none waits"),
    Column("correction_state", Text, comment="draft, in_review, approved"),
    Column("signed", Integer, nullable=False, comment="serial numbers given so far; never goes down"),
)

appeal_version = Table(
    "appeal_version",
    tables,
    Column("id", Integer, primary_key=True),
    Column("appeal", Text, ForeignKey("appeal.code"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("document", Text, nullable=False, comment="JSON of storage.appeals.model.Appeal; never changed"),
    Column("digest", Text, nullable=False, comment="SHA-256 of the document"),
    Column("author", Integer, ForeignKey("coordinator.id"), nullable=False),
    Column("drafted_at", Integer, nullable=False),
    Column("photo", Integer, ForeignKey("photo.id"), comment="null: the version has none"),
    UniqueConstraint("appeal", "number"),
)

photo = Table(
    "photo",
    tables,
    Column("id", Integer, primary_key=True),
    Column("appeal", Text, ForeignKey("appeal.code"), nullable=False),
    Column("content", LargeBinary, nullable=False, comment="JPEG without metadata"),
    Column("digest", Text, nullable=False, comment="SHA-256 of the content"),
    Column("file_id", Text, comment="Telegram's name of the uploaded photo; null before its first upload"),
    UniqueConstraint("appeal", "digest"),
)

approval = Table(
    "approval",
    tables,
    Column("version", Integer, ForeignKey("appeal_version.id"), nullable=False),
    Column("coordinator", Integer, ForeignKey("coordinator.id"), nullable=False),
    Column("approved_at", Integer, nullable=False),
    PrimaryKeyConstraint("version", "coordinator"),
)

signature = Table(
    "signature",
    tables,
    Column("id", Integer, primary_key=True),
    Column("appeal", Text, ForeignKey("appeal.code"), nullable=False),
    Column("signer", Text, comment="keyed digest of petition and Telegram id; null once its time is over"),
    Column("serial", Integer, nullable=False),
    Column("state", Text, nullable=False, comment="valid, withdrawn"),
    Column("name", LargeBinary, comment="encrypted; null when withdrawn"),
    Column("country", LargeBinary, comment="encrypted ISO 3166-1 alpha-2, or ZZ; null when withdrawn"),
    Column("chat", LargeBinary, comment="encrypted Telegram id, only where updates were asked for"),
    Column("channel", Text, nullable=False),
    Column("source", Text, comment="code of the link that brought the signer"),
    Column("version", Integer, ForeignKey("appeal_version.id"), nullable=False, comment="the version signed"),
    Column("language", Text, comment="null once its time is over"),
    Column("signed_at", Integer, nullable=False, comment="the day alone, once its time is over"),
    UniqueConstraint("appeal", "signer"),
    UniqueConstraint("appeal", "serial"),
)

consent = Table(
    "consent",
    tables,
    Column("signature", Integer, _owned_by("signature.id"), nullable=False),
    Column("purpose", Text, nullable=False, comment="keep, hand_over, updates, show_name; no row: not given"),
    Column("text_version", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("day", Text, nullable=False),
    PrimaryKeyConstraint("signature", "purpose"),
)

tally = Table(
    "tally",
    tables,
    Column("appeal", Text, ForeignKey("appeal.code"), nullable=False),
    Column("channel", Text, nullable=False),
    Column("country", Text, nullable=False),
    Column("valid", Integer, nullable=False, comment="changed in the transaction of the signature itself"),
    PrimaryKeyConstraint("appeal", "channel", "country"),
)

broadcast = Table(
    "broadcast",
    tables,
    Column("id", Integer, primary_key=True),
    Column("kind", Text, nullable=False, comment="appeal, digest, correction, recall"),
    Column("version", Integer, ForeignKey("appeal_version.id"), comment="null for a digest, which has several"),
    Column("rank", Integer, nullable=False, comment="0 critical, 1 high, 2 normal: the order of sending"),
    Column("state", Text, nullable=False, comment="scheduled, running, paused, done, cancelled, failed"),
    Column("reason", Text, comment="why it is paused, cancelled or failed; a fixed word"),
    Column("wanted", Text, nullable=False, comment="JSON: whom it is for, see storage.letters.broadcasts.audience"),
    Column("period", Text, unique=True, comment="of a digest, such as weekly:2026-W47: each is planned once"),
    Column("planned_by", Integer, ForeignKey("coordinator.id"), comment="null: the program itself"),
    Column("planned_at", Integer, nullable=False),
    Column("starts_at", Integer, nullable=False, comment="when it was or will be begun"),
    Column("ended_at", Integer),
    Column(
        "written_to",
        Integer,
        comment="the row that writing has come to, of people or of letters; null: all are written",
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

LIVE = "state IN ('pending', 'sending', 'sent', 'uncertain')"
"""A letter that reached somebody or may still; one that did not stays in its count and can be planned again."""


def _once_each(recipient: str) -> Index:
    live = text(f"{LIVE} AND version IS NOT NULL AND {recipient} IS NOT NULL")
    name = f"letter_once_each_{recipient}"
    return Index(name, "version", recipient, unique=True, sqlite_where=live, postgresql_where=live)


def _found_by(column: str) -> Index:
    there = text(f"{column} IS NOT NULL")
    return Index(f"letter_by_{column}", column, sqlite_where=there, postgresql_where=there)


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
        comment="null for a digest, see digest_item, and for a recall",
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
    Column("letter", Integer, _owned_by("letter.id"), nullable=False),
    Column("version", Integer, ForeignKey("appeal_version.id"), nullable=False),
    PrimaryKeyConstraint("letter", "version"),
)

tip = Table(
    "tip",
    tables,
    Column("lookup", Text, primary_key=True, comment="digest that only the receipt leads to"),
    Column("tag", Text, nullable=False, unique=True),
    Column("category", Text, nullable=False),
    Column("urgency", Text, nullable=False),
    Column("day", Text, nullable=False, comment="of arrival; nothing finer is kept in clear"),
    Column("state", Text, nullable=False),
    Column("claimed_by", Integer, ForeignKey("coordinator.id")),
    Column("recipients", Text, nullable=False, comment="digest of the list of recipients it was sealed to"),
    Column("reply_recipient", Text, nullable=False, comment="age recipient that only the receipt opens"),
    Column("expires_on", Text, nullable=False),
    Column("sealed", LargeBinary, nullable=False, comment="age; the server cannot open it"),
    sqlite_with_rowid=False,  # row numbers would tell in which order the tips of a day came
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
