"""`clarion backup|purge`: what keeps the database safe, and what is over out of it. Nothing here can open a backup."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

import typer
from rich.console import Console

from bot.alone import alone_with
from bot.cli.server import server_database
from bot.hardening import keep_off_disk
from bot.settings import load_settings
from storage.backups.clearing import KeptBackups, clear_backups
from storage.backups.making import make_backup, remove_old
from storage.errors import CannotStart
from storage.retention import erase_over
from storage.sealing import BadRecipients, Recipients, read_recipients

if TYPE_CHECKING:
    from bot.settings import Settings
    from storage.retention import Erased

console = Console(soft_wrap=True, highlight=False, markup=False, emoji=False)

_Out = Annotated[
    Path | None, typer.Option("--out", metavar="FOLDER", help="A copy elsewhere, where nobody removes it by itself.")
]


def backup(out: _Out = None) -> None:
    """Seal the database as it is now to the recovery key, beside the running program, and remove old backups."""
    keep_off_disk()
    settings, now = load_settings(), datetime.now(UTC)
    folder = out or settings.backups_path
    try:
        recipient = recovery_recipient(settings)
        made = make_backup(settings.database_path, folder, recipient, now)
    finally:  # what was promised to be gone goes, even where no new backup can be made
        folders = {settings.backups_path.resolve(), folder.resolve()}
        removed = sum(remove_old(one, now, settings.backups_kept_days) for one in folders)
    console.print(f"Wrote {made.path}: {made.size} bytes, sealed to {recipient.members[0].public}.")
    if removed:
        console.print(f"Removed {removed} of {settings.backups_kept_days} days ago or earlier.")
    if folder.resolve() != settings.backups_path.resolve():
        console.print(
            f"Nobody removes it from {folder} by itself: delete it within {settings.backups_kept_days} days, "
            "for people were promised that nothing they erase is in a backup for longer."
        )
    console.print(f"{settings.secret_key_file} is not in it: keep a copy of that file apart, or nobody is found again.")


def purge() -> None:
    """Erase now what is over, as the running program does every hour; for when it does not run."""
    keep_off_disk()
    settings, now = load_settings(), datetime.now(UTC)
    if not settings.database_path.exists():
        raise CannotStart(f"There is no database at {settings.database_path}: nothing to erase.")
    with alone_with(settings.database_path):  # unfinished signings are in the running program's memory too
        kept = KeptBackups(settings.database_path, settings.backups_path, settings.backups_kept_days)
        removed = clear_backups(kept, now)
        over = asyncio.run(_erased(settings, now))
    console.print(
        f"Erased {over.tips} tips, {over.signers} signers' names and {len(over.unfinished)} unfinished signings; "
        f"removed {removed} backups."
    )


async def _erased(settings: Settings, now: datetime) -> Erased:
    async with server_database(settings) as db:
        kept = timedelta(days=settings.names_kept_days)
        over = await erase_over(db, now.astimezone(ZoneInfo(settings.timezone)), kept)
        if not await db.fold_log():
            raise CannotStart("Somebody reads the database, so that its log still has what was erased: try once more.")
    return over


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
