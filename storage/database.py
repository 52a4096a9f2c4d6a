"""The database: one writer whose transactions are whole and durable, and readers beside it (decision 3)."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Self

import aiosqlite

from storage.errors import CannotStart
from storage.lots import Lots
from storage.migrations import upgrade
from storage.site import fit_key
from storage.transactions import Row, Transaction

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

    from storage.secret_key import SecretKey
    from storage.transactions import Values

READERS = 3
LONG_READERS = 1
BUSY_MS = 5_000
FOLDING_MS = 200  # nobody can write while the log waits for readers


class Database:
    """An open database with the secret key of its personal fields.

    Attributes:
        key: Encrypts and finds personal fields.
        lots: Where many write at once, lets them share transactions.
    """

    def __init__(self, writer: aiosqlite.Connection, readers: list[aiosqlite.Connection], key: SecretKey) -> None:
        self.key = key
        self._writer = writer
        self._writing = asyncio.Lock()
        self.lots: Lots[Database] = Lots(self)
        self._all_readers = readers
        self._free_readers = _queue(readers[LONG_READERS:])
        self._free_long_readers = _queue(readers[:LONG_READERS])

    @classmethod
    async def open(cls, path: Path, key: SecretKey) -> Self:
        """Bring the database at *path* up to date, making it if there is none, and open it.

        Raises:
            DatabaseTooNew: If a later version of Clarion wrote it.
            BadSecretKey: If its personal fields belong to another key.
            CannotStart: If the file cannot be opened or is no database.
        """
        await asyncio.to_thread(upgrade, path)
        writer = await _connect(path)
        readers = [await _connect(path, read_only=True) for _ in range(LONG_READERS + READERS)]
        database = cls(writer, readers, key)
        try:
            async with database.transaction() as tx:
                await fit_key(tx, key)
        except BaseException:
            await database.close()
            raise
        return database

    @classmethod
    async def open_alone(cls, path: Path, key: SecretKey) -> Self:
        """Open a database that nobody else has open, nor can, in whatever generation of *key* it is; without readers.

        Raises:
            DatabaseTooNew: If a later version of Clarion wrote it.
            CannotStart: If somebody has it open, or the file cannot be opened or is no database.
        """
        await asyncio.to_thread(upgrade, path)
        try:
            return cls(await _connect(path, alone=True), [], key)
        except sqlite3.OperationalError as error:
            raise CannotStart(f"Another program has {path} open: stop it first.") from error

    async def close(self) -> None:
        """Close every connection; the last one folds the write-ahead log into the file."""
        await self.lots.finish()
        for connection in (*self._all_readers, self._writer):
            await connection.close()

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        """Give the writer alone: all that is done in the block is kept, or nothing of it.

        Never wait for the network in here: everybody's writing waits for it (decision 3).
        """
        async with self._writing:
            try:  # BEGIN and COMMIT within: a task cancelled while it waits for either leaves nothing open
                await self._writer.execute("BEGIN IMMEDIATE")
                yield Transaction(self._writer)
                await self._writer.commit()
            except BaseException:
                await self._writer.rollback()
                raise

    async def fold_log(self) -> bool:
        """Write the log into the file and empty it, so that what was erased can be read in neither (security §2).

        Return False if a reader still needs the log: then it has to be tried again.
        """
        async with self._writing:
            await self._writer.execute(f"PRAGMA busy_timeout = {FOLDING_MS}")
            try:
                async with self._writer.execute("PRAGMA wal_checkpoint(TRUNCATE)") as cursor:
                    row = await cursor.fetchone()
            finally:
                await self._writer.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
        return row is not None and not row["busy"]

    async def one(self, sql: str, values: Values | None = None) -> Row | None:
        """Return the row that there is at most: a single statement needs no `reading` around it."""
        rows = await self.all(sql, values)
        return rows[0] if rows else None

    async def all(self, sql: str, values: Values | None = None) -> list[Row]:
        """Return every row of a single statement, which takes a third of the work that `reading` is."""
        reader = await self._free_readers.get()
        try:
            return await Transaction(reader).all(sql, values)
        finally:
            self._free_readers.put_nowait(reader)

    def reading(self) -> AbstractAsyncContextManager[Transaction]:
        """Give a read-only view that does not change while the block runs."""
        return _lent(self._free_readers)

    def long_reading(self) -> AbstractAsyncContextManager[Transaction]:
        """Give the same for what goes through a whole petition: one at a time, and no other reader waits for it."""
        return _lent(self._free_long_readers)


@asynccontextmanager
async def _lent(free: asyncio.Queue[aiosqlite.Connection]) -> AsyncIterator[Transaction]:
    reader = await free.get()
    try:
        await reader.execute("BEGIN")
        yield Transaction(reader)
    finally:
        try:
            await reader.rollback()
        finally:  # a task cancelled meanwhile gives it back too: what it began is ended before anything else
            free.put_nowait(reader)


def _queue(readers: list[aiosqlite.Connection]) -> asyncio.Queue[aiosqlite.Connection]:
    queue: asyncio.Queue[aiosqlite.Connection] = asyncio.Queue()
    for reader in readers:
        queue.put_nowait(reader)
    return queue


async def _connect(path: Path, *, read_only: bool = False, alone: bool = False) -> aiosqlite.Connection:
    connection = await aiosqlite.connect(path, isolation_level=None)
    connection.row_factory = Row
    try:
        await _set_up(connection, read_only=read_only, alone=alone)
    except BaseException:
        await connection.close()
        raise
    return connection


async def _set_up(connection: aiosqlite.Connection, *, read_only: bool, alone: bool) -> None:
    for pragma in (
        f"busy_timeout = {BUSY_MS}",
        f"locking_mode = {'EXCLUSIVE' if alone else 'NORMAL'}",  # before the log is first used: then it is heeded
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        "secure_delete = ON",
        "temp_store = MEMORY",
        f"query_only = {'ON' if read_only else 'OFF'}",
    ):
        await connection.execute(f"PRAGMA {pragma}")
