"""Appeals, their versions and approvals, photos, and the organisations that endorse them."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, PrimaryKeyConstraint, Table, Text, UniqueConstraint

from storage.schema.shared import tables

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
    Column("leaves", Integer, nullable=False, comment="entries in the petition's log"),
)


appeal_version = Table(
    "appeal_version",
    tables,
    Column("id", Integer, primary_key=True),
    Column("appeal", Text, ForeignKey("appeal.code"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("document", Text, nullable=False, comment="JSON of storage.appeals.model.Appeal; never changed once sent"),
    Column("restricted", LargeBinary, comment="encrypted JSON of what only coordinators may know; null: nothing"),
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


organisation = Table(
    "organisation",
    tables,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("country", Text, nullable=False, comment="ISO 3166-1 alpha-2"),
    Column("since", Text, nullable=False, comment="day from which it is a member of the coalition"),
    Column("left_on", Text, comment="null: a member"),
)


representative = Table(
    "representative",
    tables,
    Column("id", Integer, primary_key=True),
    Column("organisation", Integer, ForeignKey("organisation.id"), nullable=False),
    Column("token", Text, unique=True, comment="keyed digest of the token in the link; null once it was used"),
    Column("expires_at", Integer, nullable=False, comment="of the token"),
    Column("person", Text, unique=True, comment="keyed digest of the Telegram id; null before, and once it has ended"),
    Column("chat", LargeBinary, comment="encrypted Telegram id; null as the person"),
    Column("invited_by", Integer, ForeignKey("coordinator.id"), nullable=False),
)


endorsement = Table(
    "endorsement",
    tables,
    Column("appeal", Text, ForeignKey("appeal.code"), nullable=False),
    Column("organisation", Integer, ForeignKey("organisation.id"), nullable=False),
    Column("version", Integer, ForeignKey("appeal_version.id"), nullable=False, comment="the version endorsed"),
    Column("representative", Integer, ForeignKey("representative.id"), nullable=False),
    Column("endorsed_at", Integer, nullable=False),
    PrimaryKeyConstraint("appeal", "organisation"),
)
