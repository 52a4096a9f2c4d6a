"""Signatures with their consents, the count, and the log that proves it."""

from __future__ import annotations

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from storage.schema.shared import owned_by, tables, where_given

signature = Table(
    "signature",
    tables,
    Column("id", Integer, primary_key=True),
    Column("appeal", Text, ForeignKey("appeal.code"), nullable=False),
    Column(
        "signer", Text, comment="keyed digest of petition and Telegram id; null on paper, and once its time is over"
    ),
    Column("serial", Integer, nullable=False),
    Column("state", Text, nullable=False, comment="valid, suspect, withdrawn, invalidated; only valid ones count"),
    Column("name", LargeBinary, comment="encrypted; null when withdrawn or forgotten, and once its time is over"),
    Column("country", LargeBinary, comment="encrypted ISO 3166-1 alpha-2, or ZZ; null as the name"),
    Column("city", LargeBinary, comment="encrypted; only of a batch, where the sheet has it"),
    Column("email", LargeBinary, comment="encrypted; only of a batch, of who wants to be written to"),
    Column("comment", LargeBinary, comment="encrypted; what the signer wants to say with it, if anything"),
    Column("likeness", Text, comment="keyed digest of petition, name, country and city: finds a name given twice"),
    Column("chat", LargeBinary, comment="encrypted Telegram id, only where updates were asked for"),
    Column("channel", Text, nullable=False, comment="telegram, paper, fax, email, post, event"),
    Column("batch", Integer, ForeignKey("batch.id"), comment="that brought it; null: signed in the chat"),
    Column("source", Text, comment="code of the link that brought the signer"),
    Column("version", Integer, ForeignKey("appeal_version.id"), nullable=False, comment="the version signed"),
    Column("language", Text, comment="of the letters; null where nobody is written to"),
    Column("signed_in", Text, comment="language in which it was signed; null once its time is over"),
    Column("signed_at", Integer, nullable=False, comment="the day alone, once its time is over"),
    Column("day", Text, nullable=False, comment="of signing, on the calendar of the petition's zone"),
    Column("leaf", Integer, nullable=False, comment="position in the petition's log of the entry that commits to it"),
    Column("salt", LargeBinary, comment="encrypted salt of that commitment; null once its time is over"),
    Column("invalidation", Integer, ForeignKey("invalidation.id"), comment="the last one that took it out"),
    Column("state_before", Text, comment="of an invalidated one: what an undo makes of it"),
    UniqueConstraint("appeal", "signer"),
    UniqueConstraint("appeal", "serial"),
    Index("signature_by_appeal", "appeal"),
    where_given("signature_by_source", "source", "appeal", "source", "signed_at"),
    where_given("signature_by_likeness", "likeness", "appeal", "likeness"),
    where_given("signature_by_batch", "batch", "batch"),
    where_given("signature_by_invalidation", "invalidation", "invalidation"),
    Index(
        "signature_suspect",
        "appeal",
        sqlite_where=text("state = 'suspect'"),
        postgresql_where=text("state = 'suspect'"),
    ),
    Index(
        "signature_erased",
        "appeal",
        sqlite_where=text("name IS NULL AND state IN ('valid', 'suspect')"),
        postgresql_where=text("name IS NULL AND state IN ('valid', 'suspect')"),
    ),
)


consent = Table(
    "consent",
    tables,
    Column("signature", Integer, owned_by("signature.id"), nullable=False),
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
    Column("dimension", Text, nullable=False, comment="country, language, source, day: each adds up to the total"),
    Column("value", Text, nullable=False, comment="empty: not known"),
    Column("valid", Integer, nullable=False, comment="changed in the transaction of the signature itself"),
    PrimaryKeyConstraint("appeal", "channel", "dimension", "value"),
)


log_leaf = Table(
    "log_leaf",
    tables,
    Column("appeal", Text, ForeignKey("appeal.code"), nullable=False),
    Column("position", Integer, nullable=False, comment="from 0; the log is append-only"),
    Column("entry", Text, nullable=False, comment="see storage.petitions.log.entries; names nobody"),
    PrimaryKeyConstraint("appeal", "position"),
    sqlite_with_rowid=False,
)


log_node = Table(
    "log_node",
    tables,
    Column("appeal", Text, ForeignKey("appeal.code"), nullable=False),
    Column("level", Integer, nullable=False, comment="from 1; leaves are hashed when they are needed"),
    Column(
        "position", Integer, nullable=False, comment="the subtree over the 2^level leaves from position * 2^level on"
    ),
    Column("hash", LargeBinary, nullable=False, comment="RFC 9162, section 2.1.1"),
    PrimaryKeyConstraint("appeal", "level", "position"),
    sqlite_with_rowid=False,
)


log_head = Table(
    "log_head",
    tables,
    Column("appeal", Text, ForeignKey("appeal.code"), nullable=False),
    Column("size", Integer, nullable=False, comment="entries that the head is over"),
    Column("note", Text, nullable=False, comment="the signed head, as it was given out"),
    Column("issued_at", Integer, nullable=False),
    PrimaryKeyConstraint("appeal", "size"),
)
