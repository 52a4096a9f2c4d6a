"""What an export is before it has a format: named columns, and rows that come one by one."""

from __future__ import annotations

from collections.abc import AsyncIterable, AsyncIterator, Iterable
from dataclasses import dataclass
from datetime import date, datetime

Cell = str | int | bool | date | datetime | None
"""A value of a row; times carry their zone."""
Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """A table to be written once; its rows may come straight from the database."""

    name: str
    columns: tuple[str, ...]
    """The headings, in the language of the reader."""
    rows: Iterable[Row] | AsyncIterable[Row]

    def __post_init__(self) -> None:
        if len(set(self.columns)) != len(self.columns):
            raise ValueError("two columns of a table have the same heading")

    async def each(self) -> AsyncIterator[Row]:
        """Yield the rows, each checked to have one cell per column."""
        if isinstance(self.rows, AsyncIterable):
            async for row in self.rows:
                yield self._checked(row)
        else:
            for row in self.rows:
                yield self._checked(row)

    def _checked(self, row: Row) -> Row:
        if len(row) != len(self.columns):
            raise ValueError(f"a row has {len(row)} cells for {len(self.columns)} columns")
        return row
