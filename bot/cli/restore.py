"""`clarion restore`: a backup takes the place of a database that is lost. Here alone a server sees the recovery key."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

import typer
from rich.console import Console

from bot.alone import alone_with
from bot.cli.own_machine import asked_passphrase, refusals_in_one_line
from bot.hardening import keep_off_disk
from bot.own_machine.backups import open_backup
from bot.own_machine.keys import read_identities
from bot.settings import load_settings
from storage.backups.erased import erased_file
from storage.backups.restoring import Rules, refuse_existing
from storage.backups.restoring import restore as put_back
from storage.secret_key import load_secret_key

if TYPE_CHECKING:
    from bot.settings import Settings
    from storage.backups.restoring import Restored

console = Console(soft_wrap=True, highlight=False, markup=False, emoji=False)

SINCE_THEN = """\
What happened after the backup was made is not in it. Before you start Clarion, read “Restore” in docs/operators.md:
- People who stopped, withdrew, or erased their data since then are back. Nobody knows who they are.
- Coordinators whose role ended, and appeals that were recalled since then, are back too.
- Proofs and packages of petitions that were given out since then do not fit its logs."""

_File = Annotated[Path, typer.Argument(metavar="FILE", help="The backup, such as clarion-….db.age.")]
_Key = Annotated[Path, typer.Option("--key", metavar="KEYFILE", help="The recovery key; it may have a passphrase.")]


def restore(file: _File, key: _Key) -> None:
    """Put a backup where the database was, checked and set right; only where there is none."""
    keep_off_disk()
    settings = load_settings()
    refuse_existing(settings.database_path)
    with refusals_in_one_line(), alone_with(settings.database_path):
        restored = _restored(settings, file, key)
    _tell(settings, restored)


def _restored(settings: Settings, file: Path, key: Path) -> Restored:
    secret = load_secret_key(settings.secret_key_file)
    rules = Rules(ZoneInfo(settings.timezone), settings.digest_hour, timedelta(days=settings.names_kept_days))
    with file.open("rb") as sealed:
        identities = read_identities(key.read_bytes(), asked_passphrase)
        restoring = put_back(
            settings.database_path,
            secret,
            lambda opened: open_backup(sealed, opened, identities),
            datetime.now(UTC),
            rules,
        )
        return asyncio.run(restoring)


def _tell(settings: Settings, restored: Restored) -> None:
    halted, erased = restored.halted, restored.erased
    console.print(f"Restored {settings.database_path}; it is whole, and its audit holds.")
    console.print(
        f"Paused {halted.paused} broadcasts and cancelled {halted.cancelled}; "
        f"{halted.in_doubt} letters are in doubt. A coordinator has to let go on what should: /progress."
    )
    console.print(f"News that waited for approval, and was given up, as it may have been sent since: {halted.news}.")
    console.print(
        f"Erased, as their time is over: {erased.tips} tips, {erased.signers} signers' names, "
        f"{len(erased.unfinished)} unfinished signings."
    )
    console.print(SINCE_THEN, style="yellow")
    console.print(_about_tips(settings, restored), style="yellow")


def _about_tips(settings: Settings, restored: Restored) -> str:
    noted = erased_file(settings.database_path)
    if restored.erased_again is None:
        return (
            f"- Tips that their senders erased since then are back for as long as they live, for there is no {noted}: "
            "say in public that they have to be erased again (/inbox)."
        )
    return (
        f"- Tips that their senders erased since then are erased again, as {noted} names them: {restored.erased_again}."
    )
