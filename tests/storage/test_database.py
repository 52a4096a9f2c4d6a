"""What is committed stays, what is not leaves no trace, and neighbours never share a transaction."""

from __future__ import annotations

import asyncio
import signal
import sqlite3
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from storage.database import READERS, Database
from storage.errors import BadSecretKey, CannotStart, DatabaseTooNew
from storage.exports.signatures.rows import ExportedSignature, exported_signatures
from storage.petitions.counting.recounting import recount
from storage.secret_key import SecretKey, create_secret_key, load_secret_key

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

    from storage.appeals.records import StoredAppeal
    from storage.transactions import Transaction

INSERT = "INSERT INTO chosen_language (person, language) VALUES (:person, 'en')"


async def people(db: Database) -> list[str]:
    async with db.reading() as tx:
        return [row["person"] for row in await tx.all("SELECT person FROM chosen_language ORDER BY person")]


async def test_a_transaction_that_fails_leaves_nothing_of_it(db: Database) -> None:
    async def insert_twice() -> None:
        async with db.transaction() as tx:
            await tx.execute(INSERT, {"person": "a"})
            await tx.execute(INSERT, {"person": "a"})

    with pytest.raises(sqlite3.IntegrityError):
        await insert_twice()

    assert await people(db) == []


async def test_a_neighbour_s_commit_does_not_commit_half_done_work(db: Database) -> None:
    async def half_done() -> None:
        async with db.transaction() as tx:
            await tx.execute(INSERT, {"person": "half"})
            await asyncio.sleep(0.05)
            raise RuntimeError

    async def whole() -> None:
        async with db.transaction() as tx:
            await tx.execute(INSERT, {"person": "whole"})

    await asyncio.gather(half_done(), whole(), return_exceptions=True)

    assert await people(db) == ["whole"]


async def test_a_task_cancelled_at_any_moment_of_a_transaction_leaves_the_writer_usable(db: Database) -> None:
    async def write(person: str) -> None:
        async with db.transaction() as tx:
            await tx.execute(INSERT, {"person": person})

    for steps in range(12):
        task = asyncio.create_task(write(f"cancelled-{steps}"))
        for _ in range(steps):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await write(f"after-{steps:02}")

    assert [person for person in await people(db) if person.startswith("after")] == [
        f"after-{steps:02}" for steps in range(12)
    ]


async def test_a_reader_sees_what_was_there_when_it_began(db: Database) -> None:
    async with db.reading() as before:
        assert await before.all("SELECT * FROM chosen_language") == []
        async with db.transaction() as tx:
            await tx.execute(INSERT, {"person": "new"})
        assert await before.all("SELECT * FROM chosen_language") == []
    assert await people(db) == ["new"]


async def test_a_task_cancelled_at_any_moment_of_a_reading_gives_its_reader_back(db: Database) -> None:
    async def read(way: Callable[[], AbstractAsyncContextManager[Transaction]], read_it: asyncio.Event) -> None:
        async with way() as tx:
            await tx.one("SELECT 1")
            read_it.set()

    async with asyncio.timeout(5):
        for way in (db.reading, db.long_reading):
            for _ in range(READERS + 1):
                read_it = asyncio.Event()
                task = asyncio.create_task(read(way, read_it))
                await read_it.wait()
                task.cancel()
                await asyncio.gather(task, return_exceptions=True)
            async with way() as tx:
                assert await tx.all("SELECT * FROM chosen_language") == []


async def test_who_goes_through_a_whole_petition_waits_for_others_who_do_and_nobody_else_waits_for_them(
    db: Database, urgent: StoredAppeal
) -> None:
    code = urgent.appeal.code

    async def export() -> list[ExportedSignature]:
        return [row async for row in exported_signatures(db, code)]

    async with asyncio.timeout(5):
        async with db.long_reading():
            long = [asyncio.create_task(deed) for deed in (recount(db, code), export(), export(), recount(db, code))]
            await asyncio.sleep(0.01)
            assert await people(db) == []
            assert not any(task.done() for task in long)
        await asyncio.gather(*long)


async def test_readers_cannot_write(db: Database) -> None:
    with pytest.raises(sqlite3.OperationalError):
        async with db.reading() as tx:
            await tx.execute(INSERT, {"person": "a"})


async def test_what_was_committed_survives_a_killed_process(tmp_path: Path) -> None:
    create_secret_key(tmp_path / "key")
    script = f"""
import asyncio, os, signal
from pathlib import Path
from storage.database import Database
from storage.secret_key import load_secret_key
async def main():
    db = await Database.open(Path({str(tmp_path / "clarion.db")!r}), load_secret_key(Path({str(tmp_path / "key")!r})))
    async with db.transaction() as tx:
        await tx.execute({INSERT!r}, {{"person": "kept"}})
    async with db.transaction() as tx:
        await tx.execute({INSERT!r}, {{"person": "unfinished"}})
        os.kill(os.getpid(), signal.SIGKILL)
asyncio.run(main())
"""
    done = await asyncio.to_thread(subprocess.run, [sys.executable, "-c", script], check=False)
    assert done.returncode == -signal.SIGKILL

    db = await Database.open(tmp_path / "clarion.db", load_secret_key(tmp_path / "key"))
    assert await people(db) == ["kept"]
    await db.close()


async def test_another_key_is_refused_and_changes_nothing(tmp_path: Path, db: Database) -> None:
    with pytest.raises(BadSecretKey, match="restore the right key file"):
        await Database.open(tmp_path / "clarion.db", SecretKey(b"another key".ljust(32)))


async def test_a_database_of_a_newer_clarion_is_refused_in_one_line(
    tmp_path: Path, db: Database, key: SecretKey
) -> None:
    async with db.transaction() as tx:
        await tx.execute("UPDATE alembic_version SET version_num = '9999'")

    with pytest.raises(DatabaseTooNew, match="newer Clarion") as refused:
        await Database.open(tmp_path / "clarion.db", key)
    assert "\n" not in str(refused.value)


async def test_a_file_that_is_no_database_is_refused_in_one_line(tmp_path: Path, key: SecretKey) -> None:
    (tmp_path / "clarion.db").write_text("this is not a database, it is a letter to my aunt" * 100)

    with pytest.raises(CannotStart, match="cannot be opened") as refused:
        await Database.open(tmp_path / "clarion.db", key)
    assert "\n" not in str(refused.value)


def test_a_secret_key_is_never_overwritten_and_is_readable_by_its_owner_alone(tmp_path: Path) -> None:
    create_secret_key(tmp_path / "key")
    before = (tmp_path / "key").read_bytes()

    with pytest.raises(BadSecretKey):
        create_secret_key(tmp_path / "key")
    assert (tmp_path / "key").read_bytes() == before
    assert (tmp_path / "key").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("content", [b"", b"clarion-secret-key-1:???", b"clarion-secret-key-1:AAAA", b"\xff\xfe"])
def test_a_damaged_key_file_is_refused_without_showing_it(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "key").write_bytes(content)

    with pytest.raises(BadSecretKey) as refused:
        load_secret_key(tmp_path / "key")
    assert "AAAA" not in str(refused.value)


def test_a_field_opens_only_in_its_own_column_and_unaltered(key: SecretKey) -> None:
    field = key.encrypt("signature.name", "김민지")
    assert key.decrypt("signature.name", field) == "김민지"

    for column, altered in [("subscriber.chat", field), ("signature.name", field[:-1] + bytes([field[-1] ^ 1]))]:
        with pytest.raises(BadSecretKey):
            key.decrypt(column, altered)
