"""Sealed tips."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, Table, Text

from storage.schema.shared import tables

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
