"""Writes a table as an Excel workbook in which every text stays a text and nothing else is made of it.

The library spares memory by writing rows to temporary files. It may do so only in a folder that the caller names, one
that will hold the workbook itself: elsewhere names of signers would lie readable where nobody cleans. Without such a
folder the whole sheet stays in memory: 100,000 rows of eight columns take about 200 MB.
"""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING, BinaryIO

from xlsxwriter import Workbook

from storage.exports.formats.cells import spreadsheet_text

if TYPE_CHECKING:
    from pathlib import Path

    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from storage.exports.formats.tables import Cell, Row, Table

_OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_EXACT_MAX = 10**15  # Excel keeps fifteen digits
_NAME_MAX = 31  # characters of a sheet's name
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")


class TableTooLarge(ValueError):
    """A table has more rows, or a cell more characters, than a sheet can hold."""


async def write_xlsx(table: Table, out: BinaryIO, scratch: Path | None = None) -> int:
    """Write the table and return how many rows there were; the file stays open.

    With the folder *scratch*, in flat memory: its temporary files there are gone at the end.

    Raises:
        TableTooLarge: If it does not fit a sheet: 1,048,576 rows, 32,767 characters in a cell.
    """
    memory = {"constant_memory": True, "tmpdir": str(scratch)} if scratch else {"in_memory": True}
    workbook = Workbook(out, {**_OPTIONS, **memory})
    sheet = workbook.add_worksheet(_NOT_IN_NAMES.sub("-", table.name)[:_NAME_MAX])
    sheet.freeze_panes(1, 0)
    _write_row(sheet, 0, table.columns, workbook.add_format({"bold": True}))
    count = 0
    async for row in table.each():
        count += 1
        _write_row(sheet, count, row)
    await asyncio.to_thread(workbook.close)  # packs the whole sheet
    return count


def _write_row(sheet: Worksheet, number: int, row: Row, style: Format | None = None) -> None:
    for column, cell in enumerate(row):
        if _write(sheet, number, column, cell, style) != 0:
            raise TableTooLarge(f"row {number}, column {column + 1} does not fit a sheet")


def _write(sheet: Worksheet, row: int, column: int, cell: Cell, style: Format | None) -> int:
    """Write one cell, a number as such as long as Excel can hold it exactly, and return the library's code."""
    if type(cell) is int and abs(cell) <= _EXACT_MAX:
        return int(sheet.write_number(row, column, cell, style))
    return int(sheet.write_string(row, column, spreadsheet_text(cell), style))
