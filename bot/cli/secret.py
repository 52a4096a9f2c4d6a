"""`clarion secret`: changes the server's secret key, while the program is stopped."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import typer
from rich.console import Console

from bot.alone import alone_with
from bot.hardening import keep_off_disk
from bot.settings import load_settings
from storage.rotation import changing

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from bot.settings import Settings
    from storage.rotation.carrying import Carried

app = typer.Typer(name="secret", help="Change the server's secret key, while Clarion is stopped.", no_args_is_help=True)
console = Console(soft_wrap=True, highlight=False, markup=False, emoji=False)


@app.callback()
def secret() -> None:
    """Change the server's secret key, while Clarion is stopped."""


@app.command()
def rotate() -> None:
    """Make a new secret key and bring every row under it; nobody is lost."""
    settings = load_settings()
    carried = _alone(settings, changing.rotate)
    _tell(carried)
    console.print(f"Keep a new copy of {settings.secret_key_file} now: the old one does not open this database.")


@app.command()
def finish() -> None:
    """Finish a change that was cut short, or bring a database from before one under the key of today."""
    _tell(_alone(load_settings(), changing.finish))


def _alone(settings: Settings, change: Callable[[Path, Path, datetime], Awaitable[Carried]]) -> Carried:
    keep_off_disk()

    async def changed() -> Carried:
        return await change(settings.secret_key_file, settings.database_path, datetime.now(UTC))

    with alone_with(settings.database_path):
        return asyncio.run(changed())


def _tell(carried: Carried) -> None:
    console.print(f"{carried.rows} rows are under generation {carried.generation} of the secret key now.")
    if carried.unreadable:
        console.print(f"Fields that opened with no key before, and are as they were: {carried.unreadable}.")
