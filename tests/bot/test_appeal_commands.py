"""`clarion appeal`: sheets are checked and shown from the shell, without a database."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from bot.cli.appeal import app
from bot.demo import demo_sheets
from storage.appeals.sheet import empty_sheet

if TYPE_CHECKING:
    from pathlib import Path

    from typer.testing import Result


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


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
    long = demo_sheets()[1].replace("A 2010 decree", f"{'x ' * 1_700}A 2010 decree")
    sheet.write_text(long, encoding="utf-8")

    result = run("check", str(sheet))

    assert result.exit_code == 1
    assert "shorten the background" in result.stderr


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
