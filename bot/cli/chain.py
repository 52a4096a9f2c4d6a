"""The audit chain of this server, for the commands that look at it without running it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cli.server import server_database
from storage.audit import verify

if TYPE_CHECKING:
    from bot.settings import Settings
    from storage.audit import Chain


async def read_chain(settings: Settings) -> Chain:
    """Recompute the chain of the database that the settings name."""
    async with server_database(settings) as db:
        return await verify(db)
