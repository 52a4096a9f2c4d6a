"""Writes a table as JSON lines: one object a row, for programs, so nothing is defused.

What would steer a terminal on which somebody looks at the file stands there escaped, and is read back as it was.
"""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING, BinaryIO

from storage.exports.formats.cells import text_of

if TYPE_CHECKING:
    from storage.exports.formats.tables import Cell, Table

_STEERING = re.compile(r"[\x7f-\x9f\u2028-\u202e\u2066-\u2069]")  # JSON itself escapes those below the blank


async def write_jsonl(table: Table, out: BinaryIO) -> int:
    """Write the table row by row and return how many rows there were; the file stays open."""
    count = 0
    async for row in table.each():
        fields = dict(zip(table.columns, map(_json_value, row), strict=True))
        line = json.dumps(fields, ensure_ascii=False)
        out.write(_STEERING.sub(_escaped, line).encode() + b"\n")
        count += 1
    return count


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def _json_value(cell: Cell) -> str | int | None:
    return text_of(cell) if isinstance(cell, str | date) else cell
