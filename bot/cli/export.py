"""`clarion export`: writes the signatures of a petition into a file on the server, however many there are."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

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
from storage.exports.formats.xlsx import TableTooLarge
from storage.exports.signatures import writing
from storage.exports.signatures.writing import Form, Order

if TYPE_CHECKING:
    from bot.settings import Settings
    from storage.exports.signatures.manifest import Manifest

_Code = Annotated[str, typer.Argument(metavar="CODE", help="The petition, such as DEMO-002.")]
_Form = Annotated[Form, typer.Argument(metavar="FORMAT", help=f"One of: {', '.join(Form)}.")]
_Out = Annotated[Path, typer.Option("--out", metavar="FILE", help="The new file.")]
_By = Annotated[str, typer.Option("--by", metavar="ALIAS", help="For which coordinator; the audit notes it.")]


def export(code: _Code, form: _Form, out: _Out, by: _By) -> None:
    """Write the signatures of a petition, or its totals, into a new file, with a manifest beside it."""
    manifest = asyncio.run(_export(load_settings(), code.upper(), form, out, by))
    beside = out.with_name(f"{out.name}.manifest.json")
    with new_file(beside) as file:
        file.write(manifest.text().encode())
    told = f"Wrote {manifest.rows} rows into {out}; {beside.name} says what it is."
    Console(soft_wrap=True, highlight=False).print(told)


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
