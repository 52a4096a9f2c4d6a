"""The audit chain of this server, for the commands that look at it without running it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.audit import verify
from storage.database import Database
from storage.secret_key import load_secret_key

if TYPE_CHECKING:
    from bot.settings import Settings
    from storage.audit import Chain


async def read_chain(settings: Settings) -> Chain:
    """Recompute the chain of the database that the settings name."""
    db = await Database.open(settings.database_path, load_secret_key(settings.secret_key_file))
    try:
        return await verify(db)
    finally:
        await db.close()
