"""`clarion tips open`: writes a table or a page of tips that are opened with a coordinator's key."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.text import Text

from bot.cli.own_machine import refusals_in_one_line
from bot.cli.tips.file import DAMAGED, Accept, Bundle, Key, Out, language_tag, opened_file
from bot.own_machine.files import Refused, refuse_existing, write_new
from bot.own_machine.page import tips_page
from bot.own_machine.tips import tips_as_csv, tips_as_jsonl, tips_as_xlsx
from handlers.texts import Texts

if TYPE_CHECKING:
    from pathlib import Path

    from bot.own_machine.opening import OpenedBundle


class Format(StrEnum):
    CSV = "csv"
    XLSX = "xlsx"
    JSONL = "jsonl"
    HTML = "html"


_Format = Annotated[Format | None, typer.Option("--format", help="Told by the ending of --out if left out.")]
_Language = Annotated[
    str, typer.Option("--language", metavar="TAG", parser=language_tag, help="Language of headings and page: en or ko.")
]


def open_(
    file: Bundle,
    key: Key,
    out: Out = None,
    form: _Format = None,
    language: _Language = "en",
    accept: Accept = False,
) -> None:
    """Open a file of tips with your key and write a table, or a page to read (html), for you alone.

    The passphrase of the key is asked, or read from CLARION_KEY_PASSPHRASE for scripts.
    """
    with refusals_in_one_line():
        form = form or _format_of(out)
        out = out or file.with_suffix(f".{form}")
        refuse_existing(out)
        bundle, _ = opened_file(file, key, accept=accept)
        write_new(out, _written(bundle, form, language))
    _tell(bundle, out)
    if bundle.damaged or any(tip.damaged_additions for tip in bundle.tips):
        raise typer.Exit(DAMAGED)


def _format_of(out: Path | None) -> Format:
    if out is None:
        return Format.CSV
    try:
        return Format(out.suffix.lower().removeprefix("."))
    except ValueError:
        raise Refused(f"{out.name} does not end in .csv, .xlsx, .jsonl or .html; say which with --format.") from None


def _written(bundle: OpenedBundle, form: Format, language: str) -> bytes:
    texts = Texts(language)

    def heading(column: str) -> str:
        return texts.plain(f"opened-tips-{column.replace('_', '-')}", language)

    match form:
        case Format.CSV:
            return tips_as_csv(bundle, heading)
        case Format.XLSX:
            return tips_as_xlsx(bundle, heading)
        case Format.JSONL:
            return tips_as_jsonl(bundle)
        case Format.HTML:
            return tips_page(bundle, texts, language)


def _tell(bundle: OpenedBundle, out: Path) -> None:
    told = Console(stderr=True, soft_wrap=True)
    told.print(Text(f"Opened {len(bundle.tips)} tips into {out}.", style="green"))
    if tags := bundle.for_other_keys:
        told.print(Text(f"{len(tags)} not sealed to this key: {', '.join(tags)}.", style="yellow"))
    if tags := bundle.damaged:
        told.print(Text(f"{len(tags)} damaged: {', '.join(tags)}.", style="red"))
    for tip in bundle.tips:
        if numbers := tip.damaged_additions:
            told.print(Text(f"{tip.tag}: could not open addition {', '.join(map(str, numbers))}.", style="red"))
    told.print(Text(f"{out.name} is not sealed any more: keep it on this machine, and delete it when you are done."))
