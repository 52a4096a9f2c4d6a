"""What commands on the server share: its database, beside the program that may be running."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from storage.database import Database
from storage.errors import CannotStart
from storage.sealing import BadRecipients, Recipients, read_recipients
from storage.secret_key import load_secret_key

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

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


def recovery_recipient(settings: Settings) -> Recipients:
    """Return the one to whom backups are sealed.

    Raises:
        CannotStart: If there is none, or several, or it is no native age recipient.
    """
    try:
        named = read_recipients(settings.recovery_recipient)
    except BadRecipients as error:
        raise CannotStart(f"CLARION_RECOVERY_RECIPIENT: {error}") from error
    if len(named.members) != 1:
        raise CannotStart("CLARION_RECOVERY_RECIPIENT names nobody, or several: name one key of `clarion keys new`.")
    return named


def backups_folder(settings: Settings) -> Path:
    """Return where backups go if the operator names no other folder."""
    return settings.database_path.with_name("backups")
