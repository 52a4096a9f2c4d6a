"""`clarion init|doctor|migrate`: what an operator does before and beside running."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from rich.console import Console
from rich.text import Text

from bot.app import recipients_in
from bot.cli.backup import recovery_recipient
from bot.cli.chain import read_chain
from bot.cli.server import server_database
from bot.settings import load_settings
from storage.backups.making import newest_backup
from storage.errors import CannotStart
from storage.migrations import upgrade
from storage.secret_key import create_secret_key, load_secret_key
from storage.tips.keys.epochs import tip_recipients
from storage.tips.keys.states import canaries

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.settings import Settings
    from storage.tips.keys.epochs import Epoch

console = Console(soft_wrap=True, highlight=False, markup=False, emoji=False)


class _Missing(CannotStart):
    """Something without which Clarion runs, but should not for long."""


def init() -> None:
    """Make the secret key and, where there is none, the `.env` to fill in."""
    env, example = Path(".env"), Path(".env.example")
    if not env.exists():
        if not example.exists():
            raise CannotStart("There is no .env.example here: run this in the folder of Clarion.")
        env.write_text(example.read_text(encoding="utf-8"), encoding="utf-8")
        env.chmod(0o600)
        console.print("Wrote .env from .env.example: fill in the token and the owners.")
    settings = load_settings()
    if settings.secret_key_file.exists():
        console.print(f"The secret key {settings.secret_key_file} is there already.")
        return
    create_secret_key(settings.secret_key_file)
    console.print(f"Wrote the secret key {settings.secret_key_file}: keep a copy apart from the database's backups.")


def doctor() -> None:
    """Check the installation without starting it, line by line."""
    settings = load_settings()
    checks: tuple[tuple[str, Callable[[Settings], str]], ...] = (
        ("Bot token", _token),
        ("Secret key", _key),
        ("Database", _database),
        ("Tip recipients", _recipients),
        ("Backups", _backups),
        ("Owners", _owners),
        ("Privacy contact", _privacy_contact),
    )
    faults = [name for name, check in checks if not _told(name, check, settings)]
    raise typer.Exit(1 if faults else 0)


def migrate() -> None:
    """Bring the database up to date; starting does the same."""
    settings = load_settings()
    upgrade(settings.database_path)
    console.print(f"{settings.database_path} is up to date.")


def _told(name: str, check: Callable[[Settings], str], settings: Settings) -> bool:
    try:
        console.print(Text.assemble(("good", "green"), f"  {name}: {check(settings)}"))
    except _Missing as want:
        console.print(Text.assemble(("note", "yellow"), f"  {name}: {want}"))
    except CannotStart as fault:
        console.print(Text.assemble(("fault", "red"), f" {name}: {fault}"))
        return False
    return True


def _token(settings: Settings) -> str:
    if settings.bot_token is None:
        raise CannotStart("not set; without one only the rehearsal runs.")
    return "set"


def _key(settings: Settings) -> str:
    load_secret_key(settings.secret_key_file)
    return f"{settings.secret_key_file} can be read"


def _database(settings: Settings) -> str:
    chain = asyncio.run(read_chain(settings))
    if chain.broken_at is not None:
        raise CannotStart(f"the audit chain breaks at row {chain.broken_at}.")
    return f"{settings.database_path} opens, {chain.rows} audit rows hold"


def _recipients(settings: Settings) -> str:
    recipients = recipients_in(settings.tip_recipients_file)
    if not recipients.enough:
        raise CannotStart("fewer than two, so that no tips are taken; see CLARION_TIP_RECIPIENTS_FILE.")
    epoch, missing = asyncio.run(_epoch(settings))
    if epoch is None or epoch.recipients.digest != recipients.digest:
        sealed_to = (
            f"list {epoch.recipients.digest} (epoch {epoch.number})" if epoch else "nobody, so that none are taken"
        )
        to_do = f"{', '.join(missing)} must open a canary (/keys)" if missing else "run `clarion keys rotate`"
        raise CannotStart(f"the file names list {recipients.digest}, but tips are sealed to {sealed_to}: {to_do}.")
    waiting = f"; not opened their new canary: {', '.join(missing)}" if missing else ""
    return f"{len(recipients.members)} in epoch {epoch.number}, list {recipients.digest}{waiting}"


async def _epoch(settings: Settings) -> tuple[Epoch | None, tuple[str, ...]]:
    """Return the current epoch, and who has not opened a canary of the proposed one."""
    async with server_database(settings) as db:
        return await tip_recipients(db), tuple([canary.recipient.name for canary in await canaries(db)])


def _backups(settings: Settings) -> str:
    if not settings.recovery_recipient:
        raise _Missing("none; name a key in CLARION_RECOVERY_RECIPIENT, or a broken disk takes everything with it.")
    recipient, folder = recovery_recipient(settings), settings.backups_path
    newest = newest_backup(folder)
    last = f"the newest in {folder} is of {newest:%Y-%m-%d %H:%M} UTC" if newest else f"none in {folder} yet"
    return f"sealed to {recipient.members[0].public}; {last}"


def _owners(settings: Settings) -> str:
    if not settings.owners:
        raise CannotStart("none; name the first one's Telegram id in CLARION_OWNERS.")
    return str(len(settings.owners))


def _privacy_contact(settings: Settings) -> str:
    if not settings.privacy_contact:
        raise CannotStart("none; name an address in CLARION_PRIVACY_CONTACT.")
    return settings.privacy_contact
