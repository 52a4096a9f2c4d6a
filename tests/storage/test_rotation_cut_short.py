"""A change of the secret key that is refused, fails or is killed: one of the two key files fits, and all is there."""

from __future__ import annotations

import asyncio
import json
import shutil
import sqlite3
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from storage import database as database_module
from storage.errors import BadSecretKey, CannotStart
from storage.petitions.openings import openings_of
from storage.rotation.changing import finish, rotate, settle
from storage.rotation.columns import KEYED
from storage.secret_key import create_secret_key, generations_in, load_secret_key
from storage.transactions import Transaction
from tests.storage.conftest import NOW
from tests.storage.full_house import CODE, READER, Given, seen, use
from tests.storage.test_rotation import changed, furnished, given, opened_in

if TYPE_CHECKING:
    from pathlib import Path


__all__ = ["furnished", "given"]


async def test_somebody_who_has_the_database_open_keeps_the_key_from_being_changed(
    given: Given, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database_module, "BUSY_MS", 50)
    async with opened_in(tmp_path) as db:
        key_file = (tmp_path / "clarion.key").read_bytes()

        with pytest.raises(CannotStart, match="Another program has"):
            await changed(tmp_path)

        assert (tmp_path / "clarion.key").read_bytes() == key_file
        assert sorted(path.name for path in tmp_path.glob("*.key*")) == ["clarion.key"]
        assert await openings_of(Transaction(db._writer), db, READER) == (CODE,)


async def test_the_key_of_another_database_is_not_changed(given: Given, tmp_path: Path) -> None:
    (tmp_path / "clarion.key").unlink()
    create_secret_key(tmp_path / "clarion.key")

    for change in (rotate, finish):
        with pytest.raises(BadSecretKey, match="restore the right key file"):
            await change(tmp_path / "clarion.key", tmp_path / "clarion.db", NOW)
    assert len(generations_in(tmp_path / "clarion.key")) == 1


async def test_without_a_database_no_key_is_changed_and_none_is_made(tmp_path: Path) -> None:
    create_secret_key(tmp_path / "clarion.key")

    with pytest.raises(CannotStart, match="There is no database"):
        await changed(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["clarion.key"]


async def test_a_failure_on_the_way_leaves_the_old_key_and_every_row(
    given: Given, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (tmp_path / "clarion.key").read_bytes()

    async def failing(self: Transaction, sql: str, values: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as patched:
        patched.setattr(Transaction, "execute_many", failing)
        with pytest.raises(CannotStart, match="cannot be written"):
            await changed(tmp_path)

    assert (tmp_path / "clarion.key").read_bytes() == before
    async with opened_in(tmp_path) as db:
        await seen(db, given)
        await use(db, given)


async def test_killed_at_any_step_the_next_start_finds_everything_under_one_of_the_two_keys(
    given: Given, tmp_path: Path
) -> None:
    async with opened_in(tmp_path) as db:
        before = await seen(db, given)

    done = await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-m", "tests.storage.killed_rotation", str(tmp_path)],
        capture_output=True,
        check=False,
        text=True,
    )

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["old"] > 2 * len(KEYED)
    assert json.loads(done.stdout)["new"] > 2
    for left in (tmp_path / "old", tmp_path / "new"):
        settle(left / "clarion.key", left / "clarion.db")
        async with opened_in(left) as db:
            assert await seen(db, given) == before
            await use(db, given)


async def test_a_change_that_was_cut_short_stops_everything_else_until_it_is_settled(
    given: Given, tmp_path: Path
) -> None:
    shutil.copy(tmp_path / "clarion.key", tmp_path / "clarion.key.next")

    with pytest.raises(BadSecretKey, match="clarion secret finish"):
        load_secret_key(tmp_path / "clarion.key")
    await finish(tmp_path / "clarion.key", tmp_path / "clarion.db", NOW)

    assert load_secret_key(tmp_path / "clarion.key").generations == 1


async def test_a_new_key_file_is_never_deleted_where_the_database_might_need_it(given: Given, tmp_path: Path) -> None:
    create_secret_key(tmp_path / "clarion.key.next")
    (tmp_path / "clarion.key").unlink()
    create_secret_key(tmp_path / "clarion.key")

    with pytest.raises(BadSecretKey, match="restore the right key file"):
        settle(tmp_path / "clarion.key", tmp_path / "clarion.db")
    with pytest.raises(CannotStart, match="There is no database"):
        settle(tmp_path / "clarion.key", tmp_path / "other.db")
    assert (tmp_path / "clarion.key.next").exists()


@pytest.mark.parametrize("rights", [0o600, 0o640])
async def test_a_key_file_behind_a_link_keeps_its_place_its_comments_and_its_rights(
    given: Given, tmp_path: Path, rights: int
) -> None:
    (tmp_path / "apart").mkdir()
    (tmp_path / "clarion.key").rename(tmp_path / "apart" / "real.key")
    (tmp_path / "clarion.key").symlink_to(tmp_path / "apart" / "real.key")
    (tmp_path / "apart" / "real.key").chmod(rights)

    await changed(tmp_path)

    real = tmp_path / "apart" / "real.key"
    assert (tmp_path / "clarion.key").is_symlink()
    assert real.read_text().startswith("# Clarion's secret key.")
    assert (real.stat().st_mode & 0o777, len(generations_in(real))) == (rights, 2)
    assert [path.name for path in real.parent.iterdir()] == ["real.key"]
