"""A program that can no longer do its work ends and says so; what it writes down holds no value."""

from __future__ import annotations

import asyncio
import logging
import sys
from typing import TYPE_CHECKING

import pytest

from bot.app import assembled
from bot.logs import SILENT, guard_loop
from bot.rehearsal import faults
from bot.rehearsal.faults import Rule
from bot.rehearsal.server import serving
from bot.rehearsal.telegram import RehearsedTelegram
from bot.rehearsal.wire import RehearsalRequest
from bot.running import run
from storage.errors import CannotStart
from storage.people.conversations import save_step
from tests.conftest import AMINA
from tests.people import House

if TYPE_CHECKING:
    from contextlib import AbstractAsyncContextManager
    from io import StringIO
    from pathlib import Path

    from bot.app import Clarion
    from bot.settings import Settings
    from tests.people import Clock

SECRET = "a text of somebody"


@pytest.mark.parametrize("seconds", [0, 1])
async def test_a_token_that_is_revoked_while_it_runs_ends_the_program_with_one_line(
    settings: Settings, tmp_path: Path, seconds: int
) -> None:
    telegram = RehearsedTelegram()
    async with serving(telegram) as url:
        (tmp_path / ".env").write_text(
            f"CLARION_BOT_TOKEN={telegram.token}\nCLARION_BOT_API_URL={url}\nCLARION_PRIVACY_CONTACT=us@example.org\n"
            f"CLARION_DATABASE_URL={settings.database_url}\nCLARION_SECRET_KEY_FILE={settings.secret_key_file}\n"
        )
        program = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "run"),
            cwd=tmp_path,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        assert program.stdout is not None
        await program.stdout.readline()
        await asyncio.sleep(seconds)  # while it begins to poll, and while it polls
        telegram.token = "1000000001:REHEARSAL-of-another-day"
        telegram.end_polls()
        _, told = await asyncio.wait_for(program.communicate(), 30)

    assert program.returncode == 1
    assert "does not accept CLARION_BOT_TOKEN any more" in told.decode()
    assert "Traceback" not in told.decode()
    assert (tmp_path / "clarion.db").stat().st_mode & 0o077 == 0


async def test_a_part_that_ends_by_itself_ends_the_program_and_is_named(
    settings: Settings, telegram: RehearsedTelegram, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(_self: object) -> None:
        raise RuntimeError(SECRET)

    monkeypatch.setattr("bot.sending.reporting.Reporter.run", broken)
    async with assembled(settings, request=lambda _: RehearsalRequest(telegram)) as clarion:
        with pytest.raises(CannotStart, match=r"ended by itself \(reporting\)"):
            await asyncio.wait_for(run(clarion, asyncio.Event()), 20)


async def test_another_bot_is_a_stranger_to_this_database_s_subscribers(
    settings: Settings, telegram: RehearsedTelegram
) -> None:
    async with assembled(settings, request=lambda _: RehearsalRequest(telegram)):
        pass
    other = RehearsedTelegram("2000000002:REHEARSAL-of-another-bot")
    token = settings.model_copy(update={"bot_token": type(settings.bot_token)(other.token)})  # type: ignore[misc]

    with pytest.raises(CannotStart, match="another bot"):
        async with assembled(token, request=lambda _: RehearsalRequest(other)):
            pass


async def test_a_telegram_that_refuses_at_the_start_is_one_line(
    settings: Settings, telegram: RehearsedTelegram
) -> None:
    telegram.faults.add(Rule(faults.forbidden("not today"), method="getMe"))

    with pytest.raises(CannotStart, match="refuses to talk"):
        async with assembled(settings, request=lambda _: RehearsalRequest(telegram)):
            pass


@pytest.mark.parametrize("library", SILENT)
def test_what_libraries_would_write_is_not_written(log: StringIO, library: str) -> None:
    logging.getLogger(f"{library}.somewhere").error("Can not load invalid JSON data: %s", SECRET)

    assert log.getvalue() == ""


def test_a_token_is_struck_out_wherever_it_would_stand(log: StringIO) -> None:
    logging.getLogger("bot").info("https://api/bot123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw/getMe")

    assert "AAHdq" not in log.getvalue()
    assert "[token]" in log.getvalue()


async def test_what_a_task_leaves_behind_is_logged_without_its_message(log: StringIO) -> None:
    guard_loop(asyncio.get_running_loop())

    async def fail() -> None:
        raise ValueError(SECRET)

    task = asyncio.create_task(fail())
    await asyncio.wait({task})
    del task
    await asyncio.sleep(0)

    assert "ValueError" in log.getvalue()
    assert SECRET not in log.getvalue()


async def test_who_was_in_the_middle_of_a_tip_is_told_at_the_start(
    settings: Settings, telegram: RehearsedTelegram, clock: Clock
) -> None:
    def begins() -> AbstractAsyncContextManager[Clarion]:
        return assembled(settings, now=clock.now, request=lambda _: RehearsalRequest(telegram))

    async with begins() as clarion:
        telegram.says(AMINA, "/start")
        await House(clarion, telegram, clock).answers_everything()
        await save_step(clarion.services.db, "tipping", AMINA, 3, clock.now().date())
    async with begins() as clarion:
        stopped = asyncio.Event()
        running = asyncio.create_task(run(clarion, stopped))
        async with asyncio.timeout(20):
            while not any("We were interrupted" in message.text for message in telegram.chat(AMINA)):
                await asyncio.sleep(0.01)
        stopped.set()
        await running
