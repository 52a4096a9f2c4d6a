"""A transaction: literal SQL with named parameters, and rows that never leave storage (decision 2)."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from typing import TypeVar

import aiosqlite

Row = aiosqlite.Row
Value = TypeVar("Value")
Values = Mapping[str, str | int | bytes | None]
"""What a statement's named parameters are filled with."""


def numbered(word: str, values: Sequence[Value]) -> dict[str, Value]:
    """Return each of *values* under a parameter's name of its own, for a statement that has them in a list."""
    return {f"{word}{number}": value for number, value in enumerate(values)}


def in_list(parameters: Iterable[str]) -> str:
    """Return the inside of `IN (…)` for parameters that `numbered` named."""
    return ", ".join(f":{name}" for name in parameters)


class Transaction:
    """Runs literal SQL with named parameters; a row is a mapping and never leaves storage."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def execute(self, sql: str, values: Values | None = None) -> int:
        """Run one statement and return how many rows it changed."""
        async with self._connection.execute(sql, values or {}) as cursor:
            return cursor.rowcount

    async def execute_many(self, sql: str, values: Sequence[Values]) -> None:
        """Run one statement once for each of *values*."""
        if values:
            await self._connection.executemany(sql, values)

    async def one(self, sql: str, values: Values | None = None) -> Row | None:
        """Return the row that there is at most, or None."""
        rows = await self.all(sql, values)
        return rows[0] if rows else None

    async def only(self, sql: str, values: Values | None = None) -> Row:
        """Return the row that the statement gives whatever is stored: a count, or what RETURNING just wrote."""
        row = await self.one(sql, values)
        assert row is not None, sql
        return row

    async def all(self, sql: str, values: Values | None = None) -> list[Row]:
        """Return every row; for a bounded number of them."""
        return list(await self._connection.execute_fetchall(sql, values or {}))

    async def stream(self, sql: str, values: Values | None = None) -> AsyncIterator[Row]:
        """Give row after row, in flat memory."""
        async with self._connection.execute(sql, values or {}) as cursor:
            async for row in cursor:
                yield row
