"""Whatever keeps Clarion from starting is one line that says what to do, and nothing was changed."""

from __future__ import annotations

import asyncio
import socket
import sqlite3
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.alone import alone_with
from bot.demo.stage import Stage, set_up
from bot.rehearsal.server import serving
from bot.rehearsal.telegram import RehearsedTelegram
from storage.appeals.records import find_appeal
from storage.database import Database
from storage.migrations import upgrade
from storage.secret_key import create_secret_key, load_secret_key
from tests.forked import clarion

if TYPE_CHECKING:
    from pathlib import Path

TOKEN = "1000000001:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with a complete configuration, of which each test spoils one thing."""
    configure(tmp_path)
    create_secret_key(tmp_path / "secrets" / "clarion.key")
    return tmp_path


def configure(place: Path, **changed: str) -> None:
    settings = {
        "BOT_TOKEN": TOKEN,
        "BOT_API_URL": "http://127.0.0.1:9",
        "OWNERS": "9001",
        "PRIVACY_CONTACT": "us@example.org",
    } | changed
    (place / ".env").write_text("".join(f"CLARION_{name}={value}\n" for name, value in settings.items()))


def refused_in_one_line(place: Path, *arguments: str) -> str:
    tried = clarion(place, *arguments)
    assert tried.returncode == 1, tried.stdout + tried.stderr
    lines = [line for line in tried.stderr.splitlines() if line]
    assert len(lines) == 1, tried.stderr
    assert lines[0].startswith("Clarion cannot start." if arguments[0] in {"start", "run", "rehearse"} else "Not done.")
    assert TOKEN not in tried.stderr
    return lines[0]


def test_without_a_token_there_is_nothing_to_run(place: Path) -> None:
    configure(place, BOT_TOKEN="")
    assert "CLARION_BOT_TOKEN is not set" in refused_in_one_line(place, "run")


def test_without_somebody_to_ask_about_data_nothing_runs(place: Path) -> None:
    configure(place, PRIVACY_CONTACT="")
    assert "CLARION_PRIVACY_CONTACT is not set" in refused_in_one_line(place, "run")


def test_two_programs_never_share_a_database(place: Path) -> None:
    (place / "data").mkdir()
    with alone_with(place / "data" / "clarion.db"):
        assert "Another Clarion uses" in refused_in_one_line(place, "run")


def test_a_token_that_is_none_is_not_shown(place: Path) -> None:
    configure(place, BOT_TOKEN="hunter2")
    line = refused_in_one_line(place, "run")
    assert "is not a bot token" in line
    assert "hunter2" not in line


def test_an_unknown_setting_is_named(place: Path) -> None:
    configure(place, OWNER="9001")
    assert "CLARION_OWNER is not a setting" in refused_in_one_line(place, "start")


def test_a_missing_key_file_says_how_to_make_one(place: Path) -> None:
    (place / "secrets" / "clarion.key").unlink()
    assert "clarion init" in refused_in_one_line(place, "run")


def test_a_damaged_key_file_is_named(place: Path) -> None:
    (place / "secrets" / "clarion.key").write_text("rubbish")
    assert "restore the right file" in refused_in_one_line(place, "run")


def test_a_database_of_a_newer_clarion_is_left_alone(place: Path) -> None:
    (place / "data").mkdir()
    upgrade(place / "data" / "clarion.db")
    with sqlite3.connect(place / "data" / "clarion.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '2099'")
    connection.close()
    assert "newer Clarion" in refused_in_one_line(place, "run")


def test_recipients_that_are_none_are_named_by_their_line(place: Path) -> None:
    (place / "recipients.txt").write_text("# desk\nage1notakey\n")
    configure(place, TIP_RECIPIENTS_FILE="recipients.txt")
    assert "CLARION_TIP_RECIPIENTS_FILE" in refused_in_one_line(place, "run")


def test_an_unreachable_telegram_is_named(place: Path) -> None:
    assert "cannot be reached" in refused_in_one_line(place, "run")


async def test_a_token_that_telegram_refuses_is_said(place: Path) -> None:
    async with serving(RehearsedTelegram()) as url:
        configure(place, BOT_API_URL=url)
        line = await asyncio.to_thread(refused_in_one_line, place, "run")
    assert "does not accept CLARION_BOT_TOKEN" in line


def test_what_other_commands_refuse_keeps_nothing_from_starting_and_is_told_as_it_is(place: Path) -> None:
    configure(place, DATABASE_URL="sqlite:///a[/b]:smile:.db")
    assert refused_in_one_line(place, "purge") == "Not done. There is no database at a[/b]:smile:.db: nothing to erase."


def test_a_rehearsal_never_runs_beside_a_real_token(place: Path) -> None:
    assert "A real bot token is configured" in refused_in_one_line(place, "rehearse")
    assert not (place / "data").exists()


def test_a_port_that_is_taken_is_named(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert f"Port {port} is taken" in refused_in_one_line(tmp_path, "rehearse", "--port", port)


def test_a_port_that_is_none_is_a_wrong_argument(tmp_path: Path) -> None:
    tried = clarion(tmp_path, "rehearse", "--port", "99999")

    assert tried.returncode == 2
    assert "Traceback" not in tried.stderr


async def test_a_rehearsal_days_later_has_appeals_that_can_still_be_sent(tmp_path: Path) -> None:
    stage, begun = Stage(tmp_path / "stage"), datetime(2026, 11, 22, tzinfo=UTC)
    for days in (0, 5):
        await set_up(stage, 9001, 9002, begun + timedelta(days=days))

    db = await Database.open(stage.database, load_secret_key(stage.secret_key))
    urgent = await find_appeal(db, "DEMO-002")
    petition = await find_appeal(db, "DEMO-003")
    await db.close()
    assert urgent.appeal.deadline > begun + timedelta(days=5)
    assert (urgent.state, urgent.number) == ("approved", 2)
    assert (petition.state, petition.number) == ("approved", 1)


def test_the_doctor_names_every_fault_and_ends_with_1(place: Path) -> None:
    configure(place, OWNERS="")
    told = clarion(place, "doctor")

    assert told.returncode == 1
    assert [line.split()[0] for line in told.stdout.splitlines() if line] == [
        "good",
        "good",
        "good",
        "fault",
        "note",
        "fault",
        "good",
    ]


def test_init_makes_what_is_missing_from_the_example(tmp_path: Path) -> None:
    assert "There is no .env.example here" in refused_in_one_line(tmp_path, "init")
    (tmp_path / ".env.example").write_text("CLARION_ORGANISATION=Us\n")

    assert clarion(tmp_path, "init").returncode == 0

    assert (tmp_path / ".env").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "secrets" / "clarion.key").stat().st_mode & 0o777 == 0o600


def test_init_never_overwrites(place: Path) -> None:
    before = (place / ".env").read_text(), (place / "secrets" / "clarion.key").read_bytes()
    assert clarion(place, "init").returncode == 0
    assert ((place / ".env").read_text(), (place / "secrets" / "clarion.key").read_bytes()) == before
