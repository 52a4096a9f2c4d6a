"""Writes a table as CSV: RFC 4180, UTF-8 with the mark that Excel needs to show Korean, every cell as text."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, BinaryIO

from storage.exports.formats.cells import spreadsheet_text

if TYPE_CHECKING:
    from storage.exports.formats.tables import Table


async def write_csv(table: Table, out: BinaryIO) -> int:
    """Write the table row by row and return how many rows there were; the file stays open."""
    text = io.TextIOWrapper(out, encoding="utf-8-sig", newline="", write_through=True)
    try:
        writer = csv.writer(text, quoting=csv.QUOTE_ALL)  # its line ends are CRLF, as the RFC asks
        writer.writerow(map(spreadsheet_text, table.columns))
        count = 0
        async for row in table.each():
            writer.writerow(map(spreadsheet_text, row))
            count += 1
        return count
    finally:
        text.detach()
