"""`clarion export`: writes the signatures of a petition, or all tips, into a file on the server, of any size."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

import typer
from rich.console import Console

from bot.cli.new_file import new_file
from bot.cli.on_behalf import coordinator_for, require
from bot.cli.server import server_database
from bot.settings import load_settings
from handlers.coordinators.roles import Duty
from handlers.texts import Texts
from storage.appeals.records import find_appeal
from storage.errors import CannotStart, NoSuchAppeal
from storage.exports.age import NotSealed, seal_stream
from storage.exports.formats.xlsx import TableTooLarge
from storage.exports.signatures import writing
from storage.exports.signatures.writing import Form, Order
from storage.exports.tip_rows import note_written, write_all_tips
from storage.tips.keys.epochs import tip_recipients

if TYPE_CHECKING:
    from bot.settings import Settings
    from storage.exports.signatures.manifest import Manifest

TIPS = "tips"

_Code = Annotated[str, typer.Argument(metavar="CODE", help=f"The petition, such as DEMO-002; or {TIPS}.")]
_Form = Annotated[
    Form | None, typer.Argument(metavar="FORMAT", help=f"Of a petition one of: {', '.join(Form)}.", show_default=False)
]
_Out = Annotated[Path, typer.Option("--out", metavar="FILE", help="The new file.")]
_By = Annotated[str, typer.Option("--by", metavar="ALIAS", help="For which coordinator; the audit notes it.")]


def export(code: _Code, out: _Out, by: _By, form: _Form = None) -> None:
    """Write the signatures of a petition, or its totals, into a new file, with a manifest beside it.

    Or write all tips into one file, sealed as they are in the chat: clarion export tips --out FILE --by ALIAS.
    """
    if code == TIPS:
        told = f"Wrote {out}, sealed; tips in it: {asyncio.run(_export_tips(load_settings(), out, by))}."
    elif form is None:
        raise CannotStart(f"Say as which of these: {', '.join(Form)}.")
    else:
        told = _export_petition(code, form, out, by)
    Console(soft_wrap=True, highlight=False, markup=False, emoji=False).print(told)


def _export_petition(code: str, form: Form, out: Path, by: str) -> str:
    manifest = asyncio.run(_export(load_settings(), code.upper(), form, out, by))
    beside = out.with_name(f"{out.name}.manifest.json")
    with new_file(beside) as file:
        file.write(manifest.text().encode())
    return f"Wrote {manifest.rows} rows into {out}; {beside.name} says what it is."


async def _export(settings: Settings, code: str, form: Form, out: Path, by: str) -> Manifest:
    texts = Texts(settings.default_language)

    def told(key: str) -> str:
        return texts.plain(f"exporting-{key}", texts.default)

    try:
        async with server_database(settings) as db:
            appeal, coordinator = (await find_appeal(db, code)).appeal, await coordinator_for(db, by)
            if form.names_people:
                require(coordinator, Duty.EXPORT_SIGNATURES, "export signatures")
            with new_file(out) as file, TemporaryDirectory(dir=out.parent, prefix=".clarion-") as scratch:
                order = Order(appeal, form, coordinator, datetime.now(UTC), told, scratch=Path(scratch))
                return await writing.export(db, order, file)
    except NoSuchAppeal:
        raise CannotStart(f"There is no appeal {code}.") from None
    except TableTooLarge:
        raise CannotStart("That is more than an Excel sheet holds: choose csv.") from None


async def _export_tips(settings: Settings, out: Path, by: str) -> int:
    """Write the file in flat memory: until it is sealed, in one without a name that holds what the database does."""
    now = datetime.now(UTC)
    async with server_database(settings) as db:
        coordinator, epoch = await coordinator_for(db, by), await tip_recipients(db)
        require(coordinator, Duty.EXPORT_TIPS, "export tips")
        if epoch is None:
            raise CannotStart("There are no keys that tips could be sealed to.")
        with new_file(out) as file, TemporaryFile(dir=out.parent) as bundle:
            today = now.astimezone(ZoneInfo(settings.timezone)).date()
            count = await write_all_tips(db, epoch, today, now, bundle)
            bundle.seek(0)
            try:
                await asyncio.to_thread(seal_stream, bundle, file, epoch.recipients)
            except NotSealed:
                raise CannotStart(f"{out} cannot be written: is the disk full?") from None
            await note_written(db, count, coordinator, now)
            return count
