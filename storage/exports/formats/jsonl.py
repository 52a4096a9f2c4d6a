"""Writes a table as JSON lines: one object a row, for programs, so nothing is defused."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, BinaryIO

from storage.exports.formats.cells import text_of

if TYPE_CHECKING:
    from storage.exports.formats.tables import Cell, Table


async def write_jsonl(table: Table, out: BinaryIO) -> int:
    """Write the table row by row and return how many rows there were; the file stays open."""
    count = 0
    async for row in table.each():
        fields = dict(zip(table.columns, map(_json_value, row), strict=True))
        out.write(json.dumps(fields, ensure_ascii=False).encode() + b"\n")
        count += 1
    return count


def _json_value(cell: Cell) -> str | int | None:
    return text_of(cell) if isinstance(cell, str | date) else cell
