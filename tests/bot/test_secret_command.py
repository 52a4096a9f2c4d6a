"""`clarion secret`: what an operator types, sees and can rely on."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from bot.alone import alone_with
from storage.database import Database
from storage.people.digests import choose_language, chosen_language
from storage.secret_key import create_secret_key, generations_in, load_secret_key
from tests.forked import clarion

if TYPE_CHECKING:
    from pathlib import Path

PERSON = 1001


@pytest.fixture
async def place(tmp_path: Path, blank_database: Path) -> Path:
    """An installation in which one person has chosen a language."""
    settings = {"BOT_TOKEN": "1000000001:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw", "PRIVACY_CONTACT": "us@example.org"}
    settings |= {"BOT_API_URL": "http://127.0.0.1:9"}
    (tmp_path / ".env").write_text("".join(f"CLARION_{name}={value}\n" for name, value in settings.items()))
    create_secret_key(tmp_path / "secrets" / "clarion.key")
    (tmp_path / "data").mkdir()
    shutil.copy(blank_database, tmp_path / "data" / "clarion.db")
    db = await Database.open(tmp_path / "data" / "clarion.db", load_secret_key(tmp_path / "secrets" / "clarion.key"))
    await choose_language(db, PERSON, "ko")
    await db.close()
    return tmp_path


async def language_in(place: Path) -> str | None:
    db = await Database.open(place / "data" / "clarion.db", load_secret_key(place / "secrets" / "clarion.key"))
    try:
        return await chosen_language(db, PERSON)
    finally:
        await db.close()


async def test_a_change_says_what_it_did_and_that_the_copy_is_old_now(place: Path) -> None:
    told = await asyncio.to_thread(clarion, place, "secret", "rotate")

    assert told.returncode == 0, told.stderr
    assert "2 rows are under generation 2 of the secret key now." in told.stdout
    assert "Keep a new copy of secrets/clarion.key" in told.stdout
    assert await language_in(place) == "ko"
    secrets = generations_in(place / "secrets" / "clarion.key")
    assert not [secret for secret in secrets if secret.hex() in told.stdout]


async def test_while_clarion_runs_the_key_is_not_changed(place: Path) -> None:
    with alone_with(place / "data" / "clarion.db"):
        told = await asyncio.to_thread(clarion, place, "secret", "rotate")

    assert told.returncode == 1
    assert "Another Clarion uses" in told.stderr
    assert len(generations_in(place / "secrets" / "clarion.key")) == 1


@pytest.mark.parametrize("command", [("secret", "finish"), ("run",)])
async def test_what_was_cut_short_is_finished_by_the_command_and_by_a_start(
    place: Path, command: tuple[str, ...]
) -> None:
    """Carried over, and killed before the new key file took its place."""
    key_file = place / "secrets" / "clarion.key"
    before = key_file.read_bytes()
    assert (await asyncio.to_thread(clarion, place, "secret", "rotate")).returncode == 0
    key_file.rename(place / "secrets" / "clarion.key.next")
    key_file.write_bytes(before)
    assert "clarion secret finish" in (await asyncio.to_thread(clarion, place, "doctor")).stdout

    told = await asyncio.to_thread(clarion, place, *command)

    if command == ("run",):
        assert "cannot be reached" in told.stderr  # Telegram: the key was seen to before
    assert [path.name for path in (place / "secrets").iterdir()] == ["clarion.key"]
    assert (len(generations_in(key_file)), await language_in(place)) == (2, "ko")


async def test_a_database_from_before_is_named_and_can_be_carried_over(place: Path) -> None:
    database = place / "data" / "clarion.db"
    shutil.copy(database, place / "old.db")
    assert (await asyncio.to_thread(clarion, place, "secret", "rotate")).returncode == 0
    shutil.copy(place / "old.db", database)
    assert "clarion secret finish" in (await asyncio.to_thread(clarion, place, "run")).stderr

    told = await asyncio.to_thread(clarion, place, "secret", "finish")

    assert "under generation 2" in told.stdout
    assert await language_in(place) == "ko"


async def test_fields_that_were_damaged_before_are_counted(place: Path) -> None:
    with closing(sqlite3.connect(place / "data" / "clarion.db")) as connection, connection:
        connection.execute("INSERT INTO chosen_language VALUES ('rubbish', 'en')")

    told = await asyncio.to_thread(clarion, place, "secret", "rotate")

    assert "opened with no key before, and are as they were: 1." in told.stdout
