"""The database: one writer whose transactions are whole and durable, and readers beside it (decision 3)."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Self

import aiosqlite

from storage.lots import Lots
from storage.migrations import upgrade
from storage.site import fit_key
from storage.transactions import Row, Transaction

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from storage.secret_key import SecretKey

READERS = 3
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
        self.lots = Lots(self)
        self._all_readers = readers
        self._free_readers: asyncio.Queue[aiosqlite.Connection] = asyncio.Queue()
        for reader in readers:
            self._free_readers.put_nowait(reader)

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
        database = cls(writer, [await _connect(path, read_only=True) for _ in range(READERS)], key)
        try:
            async with database.transaction() as tx:
                await fit_key(tx, key)
        except BaseException:
            await database.close()
            raise
        return database

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

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Transaction]:
        """Give a read-only view that does not change while the block runs."""
        reader = await self._free_readers.get()
        try:
            await reader.execute("BEGIN")
            yield Transaction(reader)
        finally:
            await reader.rollback()
            self._free_readers.put_nowait(reader)


async def _connect(path: Path, *, read_only: bool = False) -> aiosqlite.Connection:
    connection = await aiosqlite.connect(path, isolation_level=None)
    connection.row_factory = Row
    for pragma in (
        f"busy_timeout = {BUSY_MS}",
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        "secure_delete = ON",
        "temp_store = MEMORY",
        f"query_only = {'ON' if read_only else 'OFF'}",
    ):
        await connection.execute(f"PRAGMA {pragma}")
    return connection
