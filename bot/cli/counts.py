"""`clarion verify counts`: every petition is counted anew from its rows, its sheets and its log."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import typer
from rich.console import Console

from bot.cli.server import server_database
from bot.settings import load_settings
from storage.petitions.counting.recounting import recount_all

if TYPE_CHECKING:
    from bot.settings import Settings
    from storage.petitions.counting.recounting import Recount

console = Console(soft_wrap=True, highlight=False, markup=False, emoji=False)


def verify_counts() -> None:
    """Count every petition anew, and say where rows, tally and log do not agree."""
    recounts = asyncio.run(_recounts(load_settings()))
    lines = [f"{one.code}: {difference}" for one in recounts for difference in one.differences]
    for line in lines:
        console.print(line)
    if lines:
        raise typer.Exit(1)
    signatures, entries = sum(one.total for one in recounts), sum(one.entries for one in recounts)
    console.print(f"The counts hold: {len(recounts)} petitions, {signatures} signatures, {entries} entries of the log.")


async def _recounts(settings: Settings) -> list[Recount]:
    async with server_database(settings) as db:
        return [one async for one in recount_all(db)]
