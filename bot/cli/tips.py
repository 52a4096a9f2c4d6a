"""`clarion tips`: opens a file of sealed tips with a coordinator's key, on the coordinator's own machine."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.text import Text

from bot.cli.own_machine import asked_passphrase, refusals_in_one_line
from bot.own_machine.files import Refused, refuse_existing
from bot.own_machine.keys import read_identities
from bot.own_machine.opening import open_bundle
from bot.own_machine.tips import Format, write_tips
from handlers.texts import LANGUAGES, Texts

if TYPE_CHECKING:
    from bot.own_machine.opening import OpenedBundle

app = typer.Typer(name="tips", help="Open sealed tips, on your own machine.", no_args_is_help=True)


def _language(tag: str) -> str:
    if tag not in LANGUAGES:
        raise typer.BadParameter(f"there are {' and '.join(LANGUAGES)}")
    return tag


DAMAGED = 3  # exit status when some of the tips could not be read

_Bundle = Annotated[Path, typer.Argument(metavar="FILE", help="The sealed file, such as tips-2026-11-22.age.")]
_Key = Annotated[Path, typer.Option("--key", metavar="KEYFILE", help="Your key file.")]
_Out = Annotated[Path | None, typer.Option("--out", metavar="FILE", help="The table; beside FILE if left out.")]
_Format = Annotated[Format | None, typer.Option("--format", help="Told by the ending of --out if left out.")]
_Language = Annotated[
    str, typer.Option("--language", metavar="TAG", parser=_language, help="Language of the headings: en or ko.")
]


@app.callback()
def tips() -> None:
    """Open sealed tips, on your own machine."""


@app.command("open")
def open_(file: _Bundle, key: _Key, out: _Out = None, form: _Format = None, language: _Language = "en") -> None:
    """Open a file of tips with your key and write a table that only you can read.

    The passphrase of the key is asked, or read from CLARION_KEY_PASSPHRASE for scripts.
    """
    with refusals_in_one_line():
        form = form or _format_of(out)
        out = out or file.with_suffix(f".{form}")
        refuse_existing(out)
        sealed = file.read_bytes()
        bundle = open_bundle(sealed, read_identities(key.read_bytes(), asked_passphrase))
        texts = Texts(language)
        write_tips(bundle, out, form, lambda name: texts.plain(_text_key(name), language))
    _tell(bundle, out)
    if bundle.damaged:
        raise typer.Exit(DAMAGED)


def _format_of(out: Path | None) -> Format:
    if out is None:
        return Format.CSV
    try:
        return Format(out.suffix.lower().removeprefix("."))
    except ValueError:
        raise Refused(f"{out.name} does not end in .csv, .xlsx or .jsonl; say which with --format.") from None


def _text_key(name: str) -> str:
    return f"opened-tips-{name.replace('_', '-')}"


def _tell(bundle: OpenedBundle, out: Path) -> None:
    told = Console(stderr=True, soft_wrap=True)
    told.print(Text(f"Opened {len(bundle.tips)} tips into {out}.", style="green"))
    if tags := bundle.for_other_keys:
        told.print(Text(f"{len(tags)} not sealed to this key: {', '.join(tags)}.", style="yellow"))
    if tags := bundle.damaged:
        told.print(Text(f"{len(tags)} damaged: {', '.join(tags)}.", style="red"))
    told.print(Text("The table is not sealed any more: keep it on this machine, and delete it when you are done."))
