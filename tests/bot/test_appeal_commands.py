"""`clarion appeal`: sheets are checked and shown from the shell, with the registers of a database or without one."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from bot.app import utc_now
from bot.cli.appeal import app
from bot.cli.server import server_database
from bot.demo import demo_sheets
from storage.appeals.parts import Obligation
from storage.appeals.sheets.sheet import empty_sheet
from storage.people.coordinators import Role, coordinators_with, ensure_owners
from storage.registers.changing import save_entries
from storage.registers.models import Register

if TYPE_CHECKING:
    from pathlib import Path

    from typer.testing import Result

    from bot.settings import Settings


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Away from the settings and the database that this checkout may have."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "appeal.md"
    path.write_text(demo_sheets()[1], encoding="utf-8")
    return path


def test_a_good_sheet_can_be_drafted(sheet: Path) -> None:
    result = run("check", str(sheet))

    assert result.exit_code == 0
    assert result.stdout == "DEMO-002 can be drafted: en, ko; 1 approval needed.\n"


def test_a_good_sheet_is_good_in_korean_too(sheet: Path) -> None:
    assert "필요한 승인: 1명" in run("check", str(sheet), "--language", "ko").stdout


def test_all_faults_are_listed_and_the_exit_status_is_1(sheet: Path) -> None:
    sheet.write_text(
        demo_sheets()[1].replace("goal: 3000", "goal: none").replace("# ko", "# kk-XX-y"), encoding="utf-8"
    )

    result = run("check", str(sheet))

    assert result.exit_code == 1
    assert "Line 9, goal: must be a whole number above 0" in result.stderr
    assert "kk-XX-y: is no language tag" in result.stderr


def test_an_empty_sheet_is_explained_in_the_asked_language(sheet: Path) -> None:
    sheet.write_text(empty_sheet("ko"), encoding="utf-8")

    result = run("check", str(sheet), "--language", "ko")

    assert result.exit_code == 1
    assert "5번째 줄, code: 빠져 있거나 비어 있습니다." in result.stderr


def test_an_appeal_that_no_message_holds_is_a_fault(sheet: Path) -> None:
    more = "".join(f"{number}. {'x' * 390}\n" for number in range(4, 15))
    long = demo_sheets()[1]
    for last in ("it has joined.\n", "고문방지협약을 지키도록 촉구해 주십시오.\n"):
        assert last in long
        long = long.replace(last, last + more, 1)
    sheet.write_text(long, encoding="utf-8")

    result = run("check", str(sheet))

    assert result.exit_code == 1
    assert "shorten the background or the demands" in result.stderr


NAMED = demo_sheets()[1].replace("kind: urgent_action", "obligations: [cn-cat-3]\nkind: urgent_action")


def test_without_a_database_keys_of_registers_cannot_be_looked_up(sheet: Path) -> None:
    sheet.write_text(NAMED, encoding="utf-8")

    result = run("check", str(sheet))

    assert result.exit_code == 1
    assert "Line 3, obligations.1: the register of obligations has no such key" in result.stderr
    assert "There is no database here" in result.stderr


def test_where_there_is_a_database_its_registers_are_used(
    sheet: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLARION_DATABASE_URL", settings.database_url)
    monkeypatch.setenv("CLARION_SECRET_KEY_FILE", str(settings.secret_key_file))
    asyncio.run(_keep_obligation(settings))
    sheet.write_text(NAMED, encoding="utf-8")

    assert run("check", str(sheet)).exit_code == 0
    assert "Nobody is sent back to torture." in run("show", str(sheet)).stdout
    sheet.write_text(NAMED.replace("cn-cat-3", "cn-cat-4"), encoding="utf-8")
    assert "There is no database here" not in run("check", str(sheet)).stderr


async def _keep_obligation(settings: Settings) -> None:
    obligation = Obligation(
        key="cn-cat-3",
        treaty={"en": "Convention against Torture", "ko": "고문방지협약"},
        state="CN",
        words={"en": "Nobody is sent back to torture.", "ko": "누구도 고문받을 곳으로 보내지 않습니다."},
    )
    async with server_database(settings) as db:
        await ensure_owners(db, [1], utc_now())
        (owner,) = await coordinators_with(db, {Role.OWNER})
        await save_entries(db, Register.OBLIGATIONS, [obligation], owner, utc_now())


def test_the_appeal_is_shown_as_supporters_will_see_it(sheet: Path) -> None:
    result = run("show", str(sheet), "--language", "ko")

    assert result.exit_code == 0
    assert "투먼에 붙잡힌 아홉 명, 송환을 멈춰 주세요" in result.stdout
    assert "<" not in result.stdout


def test_a_faulty_sheet_is_not_shown(sheet: Path) -> None:
    sheet.write_text("nothing", encoding="utf-8")

    assert run("show", str(sheet)).exit_code == 1


@pytest.mark.parametrize("command", ["check", "show"])
def test_an_unreadable_file_ends_with_2(command: str, tmp_path: Path) -> None:
    binary = tmp_path / "photo.md"
    binary.write_bytes(b"\xff\xd8\xff\xe0")

    for path in (binary, tmp_path / "missing.md", tmp_path):
        assert run(command, str(path)).exit_code == 2
    assert "photo.md cannot be read as text in UTF-8" in run(command, str(binary)).stderr


def test_a_language_without_texts_is_a_wrong_argument(sheet: Path) -> None:
    assert run("check", str(sheet), "--language", "xx").exit_code == 2
