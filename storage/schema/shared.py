"""What all tables share: the set that they belong to, references and indexes of one kind."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, MetaData, text

tables = MetaData()


def owned_by(target: str) -> ForeignKey:
    """Return a reference whose row goes with the row that it points to."""
    return ForeignKey(target, ondelete="CASCADE")


def where_given(name: str, given: str, *columns: str) -> Index:
    """Return an index over the rows in which the column *given* is not null."""
    there = text(f"{given} IS NOT NULL")
    return Index(name, *columns, sqlite_where=there, postgresql_where=there)
