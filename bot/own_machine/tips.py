"""Writes opened tips as a table that a coordinator can work with: CSV, an Excel workbook, or JSON lines."""

from __future__ import annotations

import asyncio
import io
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.own_machine.files import write_new
from storage.exports.formats.csv import write_csv
from storage.exports.formats.jsonl import write_jsonl
from storage.exports.formats.tables import Row, Table
from storage.exports.formats.xlsx import write_xlsx

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bot.own_machine.opening import OpenedBundle, OpenedTip

COLUMNS = (
    "tag",
    "day",
    "state",
    "urgency",
    "category",
    "text",
    "area",
    "place_note",
    "people",
    "when",
    "precision",
    "how_known",
    "source_connection",
    "language",
    "written_at",
    "may_share_with_partners",
    "wishes_contact",
)
"""Names of the columns: as they are in JSON lines, through a catalogue's headings in a spreadsheet."""


class Format(StrEnum):
    CSV = "csv"
    XLSX = "xlsx"
    JSONL = "jsonl"


_WRITERS = {Format.CSV: write_csv, Format.XLSX: write_xlsx, Format.JSONL: write_jsonl}


def write_tips(bundle: OpenedBundle, path: Path, form: Format, heading: Callable[[str], str]) -> None:
    """Write the tips to a new file that only its owner can read.

    Raises:
        Refused: If there is a file of this name already, or it cannot be written.
    """
    columns = COLUMNS if form is Format.JSONL else tuple(map(heading, COLUMNS))
    table = Table(f"tips {bundle.made_on.isoformat()}", columns, map(_row, bundle.tips))
    content = io.BytesIO()
    asyncio.run(_WRITERS[form](table, content))
    write_new(path, content.getvalue())


def _row(tip: OpenedTip) -> Row:
    content = tip.content
    return (
        tip.tag,
        tip.day,
        tip.state,
        content.urgency,
        content.category,
        content.text,
        content.area,
        content.place_note,
        content.people,
        content.when,
        content.precision,
        content.how_known,
        content.how_known.huridocs,
        content.language,
        content.written_at,
        content.may_share_with_partners,
        content.wishes_contact,
    )
