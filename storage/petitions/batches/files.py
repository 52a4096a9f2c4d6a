"""The lines of a table in a stranger's file, CSV or Excel workbook: bounded, and nothing in it is ever run."""

from __future__ import annotations

import csv
import warnings
from datetime import date, datetime
from enum import StrEnum
from io import BytesIO, StringIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

from storage.exports.formats.cells import defused
from storage.petitions.batches.columns import BadList, Column, ListFault, column_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openpyxl.cell.cell import Cell as WorkbookCell
    from openpyxl.cell.cell import MergedCell
    from openpyxl.cell.read_only import EmptyCell, ReadOnlyCell

FILE_MAX = 4 * 1024 * 1024  # bytes
UNPACKED_MAX = 32 * 1024 * 1024  # bytes of all parts of a workbook together
PARTS_MAX = 500  # files inside a workbook
COLUMNS_MAX = 30
CELL_MAX = 200  # characters

_WORKBOOK = b"PK\x03\x04"
_LINES_MAX = 100_000  # of a sheet, empty ones too; a file may claim any number
_DELIMITERS = (",", ";", "\t")


class CellFault(StrEnum):
    """Why a cell is not read; the words are the ends of the texts that say so."""

    FORMULA = "formula"
    TOO_LONG = "too-long"


Cell = str | CellFault
Line = tuple[int, list[Cell]]
"""The number of a line in its file, from 1, and its cells."""


def lines_of(content: bytes) -> Iterator[Line]:
    """Give the lines of the file, by what it holds, whatever it is called.

    Raises:
        BadList: If it is too large, or neither CSV nor a workbook.
    """
    if len(content) > FILE_MAX:
        raise BadList(ListFault.TOO_LARGE)
    return _workbook_lines(content) if content.startswith(_WORKBOOK) else _csv_lines(_text_of(content))


def _text_of(content: bytes) -> str:
    """Return the text of the file: UTF-8, UTF-16 with its mark, or what Korean Excel writes."""
    encoding = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        text = content.decode("cp949", errors="replace")
        headings = text.lstrip().partition("\n")[0]
        korean = any(column_of(word) is Column.NAME and not word.isascii() for word in _split(headings))
        if not korean or "\ufffd" in text:  # a guess at the encoding would change names unseen
            raise BadList(ListFault.NOT_UTF8) from error
    if "\0" in text:
        raise BadList(ListFault.NOT_A_LIST)
    return text


def _csv_lines(text: str) -> Iterator[Line]:
    first = text.lstrip("\r\n ").partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    reader, before = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True), 0
    try:
        for cells in reader:
            yield before + 1, [_cell(cell) for cell in cells]
            before = reader.line_num
    except csv.Error as error:
        raise BadList(ListFault.NOT_A_LIST) from error


def _split(line: str) -> list[str]:
    for delimiter in _DELIMITERS[1:]:
        line = line.replace(delimiter, _DELIMITERS[0])
    return [word.strip(' \r"') for word in line.split(_DELIMITERS[0])]


def _workbook_lines(content: bytes) -> Iterator[Line]:
    """Give the lines of the first sheet."""
    from openpyxl import load_workbook  # noqa: PLC0415  # a quarter of a second, loaded with the first workbook

    try:
        _require_bounded(content)
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", category=UserWarning, module="openpyxl")  # of what we do not read
            book = load_workbook(BytesIO(content), read_only=True, keep_links=False)
            try:
                rows = book.worksheets[0].iter_rows(max_row=_LINES_MAX, max_col=COLUMNS_MAX + 1)
                for number, row in enumerate(rows, start=1):
                    if number == _LINES_MAX:
                        raise BadList(ListFault.TOO_MANY_ROWS)
                    yield number, [_workbook_cell(cell) for cell in row]
            finally:
                book.close()
    except BadList:
        raise
    except Exception as error:  # the library raises whatever its parsers meet in a broken file
        raise BadList(ListFault.NOT_A_LIST) from error


def _require_bounded(content: bytes) -> None:
    """Refuse a small file that unpacks to a large one; no part gives more than it says here."""
    with ZipFile(BytesIO(content)) as archive:
        parts = archive.infolist()
    if len(parts) > PARTS_MAX or sum(part.file_size for part in parts) > UNPACKED_MAX:
        raise BadList(ListFault.TOO_LARGE)


def _workbook_cell(cell: WorkbookCell | MergedCell | ReadOnlyCell | EmptyCell) -> Cell:
    value = cell.value
    if cell.data_type in {"f", "e"}:
        return CellFault.FORMULA
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case float() if value.is_integer():
            return str(int(value))
        case datetime():
            return value.date().isoformat()
        case date():
            return value.isoformat()
    return _cell(str(value))


def _cell(text: str) -> Cell:
    text = text.strip()
    if len(text) > CELL_MAX:
        return CellFault.TOO_LONG
    return text if defused(text) == text else CellFault.FORMULA
