"""`clarion handover`: hands signatures over, as /handover does in the chat, into a file however large."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from bot.cli.new_file import new_file
from bot.cli.on_behalf import coordinator_for, require
from bot.cli.server import server_database
from bot.settings import load_settings
from handlers.coordinators.roles import Duty
from handlers.letters.writing import write_handover
from handlers.texts import Texts
from storage.appeals.records import SENT, find_appeal
from storage.errors import CannotStart, NamesNotKept, NoSuchAppeal, NoSuchHandover, NothingNew
from storage.exports.paper.fonts import MissingFont
from storage.petitions.handing_over.handovers import find_handover, hand_over, outlook

if TYPE_CHECKING:
    from bot.settings import Settings
    from storage.database import Database
    from storage.people.coordinators import Coordinator
    from storage.petitions.handing_over.handovers import Handover
    from storage.petitions.log.manifest import Manifest

_Code = Annotated[str, typer.Argument(metavar="CODE", help="The petition, such as DEMO-002.")]
_Addressee = Annotated[str, typer.Argument(metavar="ADDRESSEE", help="Its id on the sheet, such as a1.")]
_Out = Annotated[Path, typer.Option("--out", metavar="FILE", help="The new ZIP file.")]
_By = Annotated[str, typer.Option("--by", metavar="ALIAS", help="For which coordinator; the audit notes it.")]
_Again = Annotated[
    int, typer.Option("--again", metavar="NUMBER", min=1, help="Make the package of that handover once more.")
]


def handover(code: _Code, addressee: _Addressee, out: _Out, by: _By, again: _Again = 0) -> None:
    """Hand over to an addressee what it was not given yet, as a package in a new file."""
    manifest = asyncio.run(_hand_over(load_settings(), code.upper(), addressee, out, by, again))
    told = f"Wrote handover {manifest.number} of {manifest.petition} to {manifest.addressee} into {out}: "
    Console(soft_wrap=True, highlight=False, markup=False, emoji=False).print(f"{told}{manifest.listed} names.")


async def _hand_over(settings: Settings, code: str, addressee: str, out: Path, by: str, again: int) -> Manifest:
    now, texts = datetime.now(UTC), Texts(settings.default_language)
    try:
        async with server_database(settings) as db:
            with new_file(out) as file:
                coordinator = await coordinator_for(db, by)
                require(coordinator, Duty.HAND_OVER, "hand over signatures")
                made = await _made(db, code, addressee, coordinator, again, now)
                return await write_handover(db, texts, settings.organisation, made, file, now)
    except NoSuchAppeal:
        raise CannotStart(f"There is no appeal {code} that was sent and asks {addressee} for something.") from None
    except NoSuchHandover:
        raise CannotStart(f"There was no handover {again} of {code} to {addressee}.") from None
    except NothingNew:
        raise CannotStart("There is nothing to hand over since the last time; --again makes its package.") from None
    except NamesNotKept:
        raise CannotStart("The names of this petition have been erased, because their time is over.") from None
    except MissingFont as missing:
        raise CannotStart(
            f"Some letters have no font here. Handover {made.number} is recorded: install Debian's {missing.package}, "
            f"then make its package with --again {made.number}."
        ) from None


async def _made(db: Database, code: str, addressee: str, by: Coordinator, again: int, now: datetime) -> Handover:
    """Return the handover that is made by this, or the earlier one that was asked for."""
    stored = await find_appeal(db, code)
    known = stored.state in SENT and stored.appeal.kind.asks
    if not known or addressee not in {one.id for one in stored.appeal.addressees}:
        raise NoSuchAppeal
    if again:
        return await find_handover(db, code, addressee, again)
    number = (await outlook(db, stored, addressee)).number
    return await hand_over(db, stored, addressee, by, now, number=number)
