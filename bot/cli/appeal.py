"""`clarion appeal`: check the sheet of an appeal, and show it as supporters will see it.

A coordinator's own machine has no database: then the sheet is read without the registers.
"""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.server import server_database
from bot.settings import load_settings
from handlers.appeals.cards import card_parts, contact_card, letter_text, petition_text
from handlers.appeals.fitting import faults_of_length
from handlers.appeals.photos import photo_caption
from handlers.appeals.sheet_faults import fault_texts
from handlers.message_text import unmarked
from handlers.texts import LANGUAGES, Texts
from storage.appeals.sheets.faults import Problem, SheetFaults
from storage.appeals.sheets.sheet import read_sheet
from storage.petitions.counting.support import Support
from storage.registers.records import Registers, read_registers

if TYPE_CHECKING:
    from bot.settings import Settings
    from storage.appeals.model import Appeal

FAULTY = 1  # exit status of a sheet with faults
UNREADABLE = 2  # exit status of a file that is no text, like that of any wrong argument

app = typer.Typer(name="appeal", help="Check and show the sheet of an appeal.", no_args_is_help=True)

Sheet = Annotated[Path, typer.Argument(metavar="FILE", help="The sheet.", exists=True, dir_okay=False, readable=True)]


def _known(language: str) -> str:
    if language not in LANGUAGES:
        raise typer.BadParameter(f"one of: {', '.join(LANGUAGES)}")
    return language


Language = Annotated[str, typer.Option(callback=_known, help=f"What to print in: {', '.join(LANGUAGES)}.")]


@app.command()
def check(file: Sheet, language: Language = "en") -> None:
    """List everything that is wrong with a sheet, with its lines."""
    texts = Texts(language)
    appeal = _read(file, texts, datetime.now(UTC))
    languages = ", ".join(appeal.languages)
    approvals = appeal.approvals_needed
    typer.echo(texts.plain("sheet-good", language, code=appeal.code, languages=languages, approvals=approvals))


@app.command()
def show(file: Sheet, language: Language = "en") -> None:
    """Show the letter, the card, what is asked and the contact, as supporters will see them."""
    texts = Texts(language)
    now = datetime.now(UTC)
    appeal = _read(file, texts, now)
    letter = photo_caption if appeal.photo else letter_text
    messages = (
        letter(appeal, texts, language, now=now, support=Support()),
        *card_parts(appeal, texts, language, now=now, support=Support()),
        petition_text(appeal, texts, language),
        contact_card(appeal, texts, language),
    )
    typer.echo(f"\n{'─' * 40}\n".join(unmarked(message) for message in messages))


def _read(file: Path, texts: Texts, now: datetime) -> Appeal:
    """Return the appeal, or print what is wrong and leave."""
    registers = _registers()
    try:
        appeal = read_sheet(file.read_text(encoding="utf-8"), now=now, registers=registers or Registers())
        faults = faults_of_length(appeal, texts, now=now)
    except UnicodeDecodeError:
        typer.echo(texts.plain("sheet-unreadable", texts.default, file=file.name), err=True)
        raise typer.Exit(UNREADABLE) from None
    except SheetFaults as found:
        faults = list(found.faults)
    if not faults:
        return appeal
    typer.echo(texts.plain("sheet-faults-found", texts.default, count=len(faults)), err=True)
    for line in fault_texts(faults, texts, texts.default):
        typer.echo(line, err=True)
    if registers is None and any(fault.problem is Problem.NO_SUCH_ENTRY for fault in faults):
        typer.echo(texts.plain("sheet-no-registers", texts.default), err=True)
    raise typer.Exit(FAULTY)


def _registers() -> Registers | None:
    """Return those of the database that the settings name, None where it is not on this machine."""
    settings = load_settings()
    return asyncio.run(_read_registers(settings)) if settings.database_path.exists() else None


async def _read_registers(settings: Settings) -> Registers:
    async with server_database(settings) as db:
        return await read_registers(db)
