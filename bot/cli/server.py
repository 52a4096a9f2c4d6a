"""What commands on the server share: its database, beside the program that may be running."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from storage.database import Database
from storage.secret_key import load_secret_key

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.settings import Settings


@asynccontextmanager
async def server_database(settings: Settings) -> AsyncIterator[Database]:
    """Open the database that the settings name.

    Raises:
        CannotStart: If it cannot be opened.
    """
    db = await Database.open(settings.database_path, load_secret_key(settings.secret_key_file))
    try:
        yield db
    finally:
        await db.close()
