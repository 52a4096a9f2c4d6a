"""Sealed tips, what coordinators do with them unread, replies to them, and to whose keys they are sealed."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, PrimaryKeyConstraint, Table, Text

from storage.schema.shared import owned_by, tables

key_epoch = Table(
    "key_epoch",
    tables,
    Column("number", Integer, primary_key=True),
    Column("digest", Text, nullable=False, comment="of the list of recipients: what people compare"),
    Column("state", Text, nullable=False, comment="proposed, current, past, dropped"),
    Column("proposed_at", Integer, nullable=False),
    Column("begun_at", Integer, comment="null: not every recipient has opened their canary yet"),
    Column("mark", Text, comment="keyed digest of state and recipients; null: neither current nor proposed"),
)


epoch_recipient = Table(
    "epoch_recipient",
    tables,
    Column("epoch", Integer, owned_by("key_epoch.number"), nullable=False),
    Column("public", Text, nullable=False, comment="age recipient"),
    Column("alias", Text, nullable=False),
    Column("signer", Text, comment="public key of their signature; null: they sign nothing"),
    Column("canary", LargeBinary, comment="age; a word sealed to this recipient alone; null: opened an earlier one"),
    Column("word", Text, comment="keyed digest of that word; null as the canary"),
    Column("opened_at", Integer, comment="when the word was given back"),
    PrimaryKeyConstraint("epoch", "public"),
)


tip = Table(
    "tip",
    tables,
    Column("lookup", Text, primary_key=True, comment="keyed digest of what only the receipt leads to"),
    Column("tag", Text, nullable=False, unique=True),
    Column("category", Text, nullable=False),
    Column("urgency", Text, nullable=False),
    Column("day", Text, nullable=False, comment="of arrival; nothing finer is kept in clear"),
    Column("state", Text, nullable=False, comment="new, claimed, corroborating, confirmed, unconfirmed, closed"),
    Column("claimed_by", Integer, ForeignKey("coordinator.id")),
    Column("claimed_until", Integer, comment="from then on anybody may claim it; null: nobody holds it"),
    Column("source", Text, comment="A to F of the rating; null: nobody has rated it"),
    Column("content", Integer, comment="1 to 6 of the rating"),
    Column("rated_by", Integer, ForeignKey("coordinator.id")),
    Column("agreed_by", Integer, ForeignKey("coordinator.id"), comment="another than who rated it; null: nobody yet"),
    Column("reminded_on", Text, comment="day on which reviewers were reminded that nobody had claimed it"),
    Column("epoch", Integer, ForeignKey("key_epoch.number"), nullable=False, comment="whose recipients can open it"),
    Column("expires_on", Text, nullable=False),
    Column("sealed", LargeBinary, nullable=False, comment="age; the server cannot open it"),
    sqlite_with_rowid=False,  # row numbers would tell in which order the tips of a day came
)


tip_label = Table(
    "tip_label",
    tables,
    Column("tag", Text, owned_by("tip.tag"), nullable=False),
    Column("label", Text, nullable=False),
    PrimaryKeyConstraint("tag", "label"),
)


tip_addition = Table(
    "tip_addition",
    tables,
    Column("tag", Text, owned_by("tip.tag"), nullable=False),
    Column("number", Integer, nullable=False, comment="1, 2, … of this tip"),
    Column("day", Text, nullable=False),
    Column("epoch", Integer, ForeignKey("key_epoch.number"), nullable=False),
    Column("sealed", LargeBinary, nullable=False, comment="age; the server cannot open it"),
    PrimaryKeyConstraint("tag", "number"),
    sqlite_with_rowid=False,
)


tip_reply = Table(
    "tip_reply",
    tables,
    Column("tag", Text, owned_by("tip.tag"), nullable=False),
    Column("number", Integer, nullable=False, comment="1, 2, … of this tip"),
    Column("day", Text, nullable=False, comment="on which it was loaded"),
    Column("seen", Integer, nullable=False, comment="1: it was shown to whoever has the receipt"),
    Column("sealed", LargeBinary, nullable=False, comment="age; only the receipt's own key opens it"),
    PrimaryKeyConstraint("tag", "number"),
    sqlite_with_rowid=False,
)


loaded_bundle = Table(
    "loaded_bundle",
    tables,
    Column("id", Text, primary_key=True, comment="the bundle's own; it is used once"),
    Column("author", Integer, ForeignKey("coordinator.id"), nullable=False),
    Column("made_on", Text, nullable=False, comment="day that the bundle names; the author's next is not older"),
    Column("loaded_by", Integer, ForeignKey("coordinator.id"), nullable=False),
    Column("loaded_at", Integer, nullable=False),
)


trend = Table(
    "trend",
    tables,
    Column("category", Text, primary_key=True),
    Column("told_on", Text, nullable=False, comment="day of the last notice that there are several tips of it"),
)
