"""`clarion start|run|rehearse`: Clarion against Telegram, or against a stand-in of it on this machine."""

from __future__ import annotations

import asyncio
import signal
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Annotated

import typer
from pydantic import HttpUrl, SecretStr
from rich.console import Console
from rich.text import Text

from bot.alone import alone_with
from bot.app import assembled, utc_now
from bot.demo.stage import Stage, set_up
from bot.hardening import keep_off_disk
from bot.logs import guard_loop, set_up_logs
from bot.rehearsal.cast import Cast
from bot.rehearsal.server import serving
from bot.rehearsal.telegram import REHEARSAL_TOKEN, Limits, Person, RehearsedTelegram
from bot.running import run as run_until
from bot.settings import Settings, load_settings
from storage.backups.workroom import wipe_left
from storage.errors import CannotStart
from storage.rotation.changing import settle

REHEARSAL_FOLDER = Path("data/rehearsal")
REHEARSAL_PORT, DESK_PORT = 8090, 8091

HANA = Person(9001, "Hana", language_code="en")
JOON = Person(9002, "준", language_code="ko")
SUPPORTERS = (
    Person(1001, "Amina", "K.", language_code="en"),
    Person(1002, "수진", language_code="ko"),
    Person(1003, "Tomás", language_code="es"),
)

LOOPBACK = "127.0.0.1"

console = Console(soft_wrap=True, highlight=False, markup=False, emoji=False)


def start() -> None:
    """Run against Telegram where a bot token is configured, and rehearse where there is none."""
    if load_settings().bot_token is None:
        console.print("No CLARION_BOT_TOKEN is configured: this is the rehearsal, on this machine alone.")
        rehearse()
    else:
        run()


def run() -> None:
    """Run against Telegram."""
    settings = load_settings()
    set_up_logs(settings.log_level)
    keep_off_disk()
    asyncio.run(_live(settings))


def rehearse(
    port: Annotated[int, typer.Option(help="Port of the page, on 127.0.0.1.", min=1, max=65535)] = REHEARSAL_PORT,
    desk_port: Annotated[int, typer.Option(help="Port of the desk, there; 0 is off.", min=0, max=65535)] = DESK_PORT,
    folder: Annotated[Path, typer.Option(help="Where the rehearsal keeps its things.")] = REHEARSAL_FOLDER,
) -> None:
    """Run against a stand-in of Telegram on this machine, with demo people, appeals and keys."""
    settings = load_settings()
    if settings.bot_token is not None:
        raise CannotStart("A real bot token is configured: a rehearsal would mix with life. Run `clarion run`.")
    set_up_logs(settings.log_level)
    keep_off_disk()
    rehearsed = settings.model_copy(update={"desk_port": desk_port, "desk_host": LOOPBACK, "desk_url": None})
    asyncio.run(_rehearsal(rehearsed, Stage(folder), port))


async def _live(settings: Settings) -> None:
    guard_loop(asyncio.get_running_loop())
    with alone_with(settings.database_path):
        wipe_left(settings.database_path)
        settle(settings.secret_key_file, settings.database_path)
        async with assembled(settings) as clarion:
            console.print(f"Clarion answers as @{clarion.application.bot.username}. Stop it with Ctrl-C.")
            await run_until(clarion, _told_to_stop())


async def _rehearsal(settings: Settings, stage: Stage, port: int) -> None:
    guard_loop(asyncio.get_running_loop())
    async with AsyncExitStack() as stack:
        stack.enter_context(alone_with(stage.database))
        await set_up(stage, HANA.id, JOON.id, utc_now())
        telegram = RehearsedTelegram(limits=Limits(), journal=stage.telegram)
        stack.callback(telegram.close)
        try:
            url = await stack.enter_async_context(serving(telegram, port=port, cast=Cast((HANA, JOON), SUPPORTERS)))
        except OSError as error:
            raise CannotStart(f"Port {port} is taken: stop the other program, or choose one with --port.") from error
        clarion = await stack.enter_async_context(assembled(_on_stage(settings, stage, url)))
        console.print(_programme(url, stage))
        await run_until(clarion, _told_to_stop())


def _on_stage(settings: Settings, stage: Stage, url: str) -> Settings:
    return settings.model_copy(
        update={
            "bot_token": SecretStr(REHEARSAL_TOKEN),
            "bot_api_url": HttpUrl(url),
            "database_url": f"sqlite:///{stage.database}",
            "secret_key_file": stage.secret_key,
            "backups_folder": None,
            "tip_recipients_file": stage.recipients,
            "owners": (HANA.id,),
            "organisation": "Demo Rights Network",
            "privacy_contact": "privacy@example.org",
            "safer_address": "https://tips.example.org",
        }
    )


def _programme(url: str, stage: Stage) -> Text:
    return Text.assemble(
        (f"\nClarion rehearses: open {url}\n\n", "bold"),
        f"{HANA.first_name} and {JOON.first_name} are coordinators, the others supporters. "
        "Nothing leaves this machine.\n"
        f"An exported tips file opens with: .venv/bin/clarion tips open FILE --key {stage.tip_keys[0]}\n"
        f"Begin as {HANA.first_name}: press Start, let a crowd in, and send /send DEMO-002. "
        "/desk gives her the desk.\n"
        "Stop with Ctrl-C; all is there again at the next start, until `make clean`.\n",
    )


def _told_to_stop() -> asyncio.Event:
    stopped = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stopped.set)
    return stopped
