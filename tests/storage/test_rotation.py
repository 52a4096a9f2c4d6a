"""The secret key is changed: nobody is lost, what was given out stays good, and the old key opens nothing any more."""

from __future__ import annotations

import re
import shutil
import sqlite3
from contextlib import asynccontextmanager, closing
from typing import TYPE_CHECKING

import pytest

from storage.audit import latest, verify
from storage.database import Database
from storage.errors import BadSecretKey
from storage.notes import signer_of
from storage.people.digests import person_digest
from storage.people.own_data import forget
from storage.petitions.counting.recounting import recount
from storage.petitions.log.proofs import proof_text, verify_proof
from storage.petitions.openings import openings_of, reader_digest
from storage.petitions.proving import Proofs, make_proof
from storage.petitions.signatures.records import find_signature
from storage.petitions.signatures.signing import sign
from storage.petitions.signatures.standing import withdraw
from storage.rotation import openings as openings_module
from storage.rotation import rows as rows_module
from storage.rotation.carrying import carry_over
from storage.rotation.changing import mark_in, rotate
from storage.rotation.columns import KEYED, NESTED, NOT_KEYED
from storage.schema import tables
from storage.secret_key import SecretKey, create_secret_key, generations_in, load_secret_key
from storage.site import generation_of
from tests.storage.conftest import NOW
from tests.storage.full_house import AMINA, CODE, PEOPLE, READER, SUJIN, Given, furnish, seen, use
from tests.storage.petitions.agreeing import assert_agrees
from tests.storage.test_signatures import signing

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

KEYED_COLUMNS = {f"{one.table}.{column}" for one in KEYED for column in (*one.encrypted, *one.digests)}
DIGESTS = [(one.table, column) for one in KEYED for column in one.digests] + [("opening", "reader")]


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory, blank_database: Path) -> Path:
    """A folder into which a house is furnished once; each test has its own copy of it."""
    folder = tmp_path_factory.mktemp("house")
    shutil.copy(blank_database, folder / "clarion.db")
    create_secret_key(folder / "clarion.key")
    return folder


@pytest.fixture
async def given(furnished: Path, tmp_path: Path) -> Given:
    """What people carry out of the house at tmp_path, which nobody has open."""
    if furnished not in _GIVEN:
        async with opened_in(furnished) as db:
            _GIVEN[furnished] = await furnish(db)
    for name in ("clarion.db", "clarion.key"):
        shutil.copy(furnished / name, tmp_path / name)
    return _GIVEN[furnished]


_GIVEN: dict[Path, Given] = {}


@asynccontextmanager
async def opened_in(folder: Path, name: str = "clarion.db") -> AsyncIterator[Database]:
    db = await Database.open(folder / name, load_secret_key(folder / "clarion.key"))
    try:
        yield db
    finally:
        await db.close()


async def changed(folder: Path) -> None:
    await rotate(folder / "clarion.key", folder / "clarion.db", NOW)


@pytest.fixture
async def twice(given: Given, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Database]:
    """The house, after its key was changed twice, a row at a time."""
    for module in (rows_module, openings_module):
        monkeypatch.setattr(module, "SLICE", 1)
    await changed(tmp_path)
    await changed(tmp_path)
    async with opened_in(tmp_path) as db:
        yield db


async def test_the_house_has_everything(given: Given, tmp_path: Path) -> None:
    async with opened_in(tmp_path) as db:
        for column in sorted(KEYED_COLUMNS | NESTED.keys()):
            table, name = column.split(".")
            rows = await db.all(f"SELECT 1 FROM {table} WHERE {name} IS NOT NULL")
            assert rows, f"nothing is in {column}"


async def test_whatever_looks_like_a_digest_is_classified(given: Given, tmp_path: Path) -> None:
    async with opened_in(tmp_path) as db:
        found = set()
        for table in tables.sorted_tables:
            for row in await db.all(f"SELECT * FROM {table.name}"):
                named = {f"{table.name}.{name}": value for name, value in dict(row).items()}
                found |= {name for name, value in named.items() if re.fullmatch("[0-9a-f]{64}", str(value))}
    assert found <= KEYED_COLUMNS | NESTED.keys() | NOT_KEYED.keys()


async def test_after_two_changes_everybody_finds_and_reads_the_same(
    given: Given, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened_in(tmp_path) as before_db:
        before, count = await seen(before_db, given), await assert_agrees(before_db, CODE)
    for module in (rows_module, openings_module):
        monkeypatch.setattr(module, "SLICE", 1)

    await changed(tmp_path)
    await changed(tmp_path)

    async with opened_in(tmp_path) as db:
        assert await seen(db, given) == before
        assert await assert_agrees(db, CODE) == count
        assert not (await recount(db, CODE)).differences
        assert await db.all("PRAGMA foreign_key_check") == await db.all("PRAGMA foreign_key_list(site)") == []
        await use(db, given)


async def test_the_audit_says_so_and_its_chain_holds(twice: Database) -> None:
    assert [deed.name for deed in await latest(twice, 3)] == ["change_secret_key"] * 2 + ["propose_keys"]
    assert (await verify(twice)).broken_at is None


async def test_what_was_proved_before_stays_proved_under_the_same_public_key(given: Given, tmp_path: Path) -> None:
    async with opened_in(tmp_path) as db:
        public, proofs = signer_of(db.key).public, await make_proof(db, CODE, AMINA, NOW)
    assert isinstance(proofs, Proofs)

    await changed(tmp_path)

    async with opened_in(tmp_path) as db:
        assert signer_of(db.key).public == public
        again = await make_proof(db, CODE, AMINA, NOW)
    assert again == proofs
    assert verify_proof(proof_text(proofs.now), public)


async def test_an_opening_leads_to_its_subscriber_and_one_that_leads_nowhere_is_dropped(
    given: Given, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(tmp_path / "clarion.db")) as connection, connection:
        connection.execute("INSERT INTO opening VALUES (?, ?)", (CODE, "ab" * 32))

    await changed(tmp_path)

    async with opened_in(tmp_path) as db, db.reading() as tx:
        assert await openings_of(tx, db, READER) == (CODE,)
        assert [row["reader"] for row in await tx.all("SELECT reader FROM opening")] == [
            reader_digest(db.key, CODE, person_digest(db, READER))
        ]


async def test_with_the_old_key_alone_nobody_is_found_and_nothing_opens(given: Given, tmp_path: Path) -> None:
    async with opened_in(tmp_path) as old_db:
        old = old_db.key
        digests = {
            row[column] for table, column in DIGESTS for row in await old_db.all(f"SELECT {column} FROM {table}")
        }
        blobs = [
            row[column]
            for one in KEYED
            for column in one.encrypted
            for row in await old_db.all(f"SELECT {column} FROM {one.table} WHERE {column} IS NOT NULL")
        ]

    await changed(tmp_path)

    written = b"".join(path.read_bytes() for path in tmp_path.glob("clarion.db*"))
    assert not [digest for digest in digests - {None} if digest.encode() in written]
    assert not [blob for blob in blobs if blob in written]
    assert not [person for person in PEOPLE if old.digest("person", person).encode() in written]
    with pytest.raises(BadSecretKey, match="restore the right key file"):
        await Database.open(tmp_path / "clarion.db", old)


async def test_the_new_generation_alone_is_not_the_key(given: Given, tmp_path: Path) -> None:
    await changed(tmp_path)
    first, second = generations_in(tmp_path / "clarion.key")

    for key in (SecretKey(second), SecretKey(second, first)):
        assert generation_of(mark_in(tmp_path / "clarion.db"), key) is None


async def test_a_database_from_before_is_carried_over_all_changes_at_once(given: Given, tmp_path: Path) -> None:
    shutil.copy(tmp_path / "clarion.db", tmp_path / "backup.db")
    await changed(tmp_path)
    await changed(tmp_path)
    key = load_secret_key(tmp_path / "clarion.key")
    assert generation_of(mark_in(tmp_path / "backup.db"), key) == 1
    with pytest.raises(BadSecretKey, match="clarion secret finish"):
        await Database.open(tmp_path / "backup.db", key)

    carried = await carry_over(tmp_path / "backup.db", key, NOW)
    again = await carry_over(tmp_path / "backup.db", key, NOW)

    assert (carried.generation, carried.unreadable, again.rows) == (3, 0, 0)
    async with opened_in(tmp_path, "backup.db") as backup, opened_in(tmp_path) as db:
        assert await seen(backup, given) == await seen(db, given)
        for table, column in DIGESTS:
            sql = f"SELECT {column} FROM {table} ORDER BY {column}"
            assert await backup.all(sql) == await db.all(sql)


async def test_what_was_damaged_before_is_left_as_it_is_and_counted(given: Given, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "clarion.db")) as connection, connection:
        connection.execute("UPDATE signature SET name = x'00', likeness = 'rubbish' WHERE serial = 1")

    carried = await rotate(tmp_path / "clarion.key", tmp_path / "clarion.db", NOW)

    assert carried.unreadable == 2
    with closing(sqlite3.connect(tmp_path / "clarion.db")) as connection:
        assert connection.execute("SELECT name, likeness FROM signature WHERE serial = 1").fetchone() == (
            b"\0",
            "rubbish",
        )


async def test_people_sign_withdraw_and_are_forgotten_after_a_change_as_before(twice: Database) -> None:
    await sign(twice, signing(READER))
    await withdraw(twice, CODE, AMINA)
    await forget(twice, SUJIN)

    assert (await assert_agrees(twice, CODE))["telegram"] == 1
    assert await find_signature(twice, CODE, READER)
