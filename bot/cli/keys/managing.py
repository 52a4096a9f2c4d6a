"""`clarion keys add|retire|list|rotate|confirm`: whom tips are sealed to, on the server, beside the running program.

The list changes at once. Who is new can open tips once everybody on it has opened a canary; who is retired, no more.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.keys.list_file import change_list, read_list
from bot.cli.keys.telling import told_answer, told_change, told_keys
from bot.cli.server import server_database
from bot.settings import load_settings
from storage.audit import Deed, record
from storage.errors import CannotStart, NoSuchCanary, NothingNew
from storage.people.coordinators import Role, coordinators_with
from storage.tips.keys.epochs import answer_canary, propose_epoch, tip_recipients
from storage.tips.keys.recipient_list import add_recipient, retire_recipient
from storage.tips.keys.states import canaries, epoch_states

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from bot.settings import Settings
    from storage.database import Database
    from storage.sealing import Recipient, Recipients
    from storage.tips.keys.states import Unopened

LINE_MAX = 4_096  # bytes of a .pub file

app = typer.Typer()

_Line = Annotated[list[str], typer.Argument(metavar="LINE|FILE", help="What `clarion keys new` printed, or its file.")]
_Alias = Annotated[str, typer.Option(metavar="ALIAS", help="What the bot calls the coordinator, such as owner-1.")]
_Who = Annotated[str, typer.Argument(metavar="ALIAS|age1…", help="Whose key.")]
_Word = Annotated[list[str], typer.Argument(metavar="WORD", help="What `clarion keys open` printed.")]
_Folder = Annotated[Path, typer.Option("--canaries", metavar="DIR", help="Where the canaries go.")]
_CANARIES = Path("canaries")


@app.command()
def add(line: _Line, alias: _Alias = "", folder: _Folder = _CANARIES) -> None:
    """Add a key to the list, and write the canaries that everybody on it has to open."""
    public = _line_in(line)
    asyncio.run(_change("add_key", lambda text: add_recipient(text, public, alias), folder))


@app.command()
def retire(who: _Who, folder: _Folder = _CANARIES) -> None:
    """Take a key off the list: from now on no tip is sealed to it."""
    asyncio.run(_change("retire_key", lambda text: retire_recipient(text, who), folder))


@app.command("list")
def list_() -> None:
    """Show the list, to whom tips are sealed, and who has not opened a canary."""
    asyncio.run(_list())


@app.command()
def rotate(folder: _Folder = _CANARIES) -> None:
    """Let everybody on the list open a new canary, as one does from time to time, and after an alarm."""
    asyncio.run(_rotate(folder))


@app.command()
def confirm(word: _Word) -> None:
    """Take the word of a canary back, as /keys does in the chat."""
    asyncio.run(_confirm("".join(word)))


async def _change(deed: str, change: Callable[[str], tuple[str, Recipient]], folder: Path) -> None:
    settings, now = load_settings(), datetime.now(UTC)
    async with server_database(settings) as db:
        named, whose = change_list(_list_of(settings), change)
        async with db.transaction() as tx:
            await record(tx, Deed(now, None, deed, whose.name, {"recipients": len(named.members)}))
        with suppress(NothingNew):  # the running program was quicker
            await propose_epoch(db, named, now)
        typer.echo(told_change(deed, whose, named))
        _write(await canaries(db), folder)
        await _tell(db, named)


async def _rotate(folder: Path) -> None:
    settings = load_settings()
    named = read_list(_list_of(settings))
    if not named.members:
        raise CannotStart("The list is empty: add keys with `clarion keys add`.")
    async with server_database(settings) as db:
        await propose_epoch(db, named, datetime.now(UTC), again=True)
        _write(await canaries(db), folder)
        await _tell(db, named)


async def _list() -> None:
    settings = load_settings()
    named = read_list(_list_of(settings))
    async with server_database(settings) as db:
        await _tell(db, named)


async def _confirm(word: str) -> None:
    async with server_database(load_settings()) as db:
        try:
            typer.echo(told_answer(await answer_canary(db, word, datetime.now(UTC))))
        except NoSuchCanary:
            raise CannotStart(
                "No canary waits for this word: it is mistyped, was given back before, or there is a newer canary."
            ) from None


async def _tell(db: Database, named: Recipients) -> None:
    aliases = {coordinator.alias for coordinator in await coordinators_with(db, frozenset(Role))}
    typer.echo(told_keys(named, await epoch_states(db), await tip_recipients(db), aliases))


def _write(waiting: Collection[Unopened], folder: Path) -> None:
    """Write the canary of everybody who has not opened one; those of earlier times are written over."""
    if len({canary.file_name for canary in waiting}) < len(waiting):
        raise CannotStart("Two keys on the list have the same alias: give each its own, then `clarion keys rotate`.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for canary in waiting:
            (folder / canary.file_name).write_bytes(canary.sealed)
            typer.echo(f"Wrote {folder / canary.file_name}: send it to {canary.recipient.name}.")
    except OSError as fault:
        raise CannotStart(
            f"{folder} cannot be written ({fault.strerror}): /keys sends the canaries as well."
        ) from fault


def _list_of(settings: Settings) -> Path:
    if settings.tip_recipients_file is None:
        raise CannotStart("CLARION_TIP_RECIPIENTS_FILE is not set: name a file in .env, such as tip-recipients.txt.")
    return settings.tip_recipients_file


def _line_in(words: list[str]) -> str:
    """Return the line itself, or that of the file which is named."""
    path = Path(words[0])
    try:
        if len(words) > 1 or not path.is_file():
            return " ".join(words)
        if path.stat().st_size > LINE_MAX:
            raise CannotStart(f"{path} is no file of `clarion keys new`.")
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise CannotStart("The file with the key cannot be read: it should be that of `clarion keys new`.") from None
