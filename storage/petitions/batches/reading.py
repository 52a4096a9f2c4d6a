"""Reads a list of names: its first line names the columns, each further one is a signature or says why it is none.

A line that cannot be read stays in the list with what is wrong with it, so that its number can be told.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from storage.petitions.batches.columns import BadList, ListFault, columns_of
from storage.petitions.batches.files import COLUMNS_MAX, CellFault, lines_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from storage.petitions.batches.columns import Column
    from storage.petitions.batches.files import Cell

ROWS_MAX = 20_000  # names in one list


class RowFault(StrEnum):
    """Why a line as such is not read; the words are the ends of the texts that say so."""

    FORMULA = CellFault.FORMULA
    TOO_LONG = CellFault.TOO_LONG
    SURPLUS = "surplus"


@dataclass(frozen=True)
class ListedRow:
    """A line of a list, as it stands there.

    Attributes:
        cells: What its cells say, without those that are empty.
        fault: Why nothing of it may be used.
    """

    line: int
    cells: Mapping[Column, str] = field(default_factory=dict)
    fault: RowFault | None = None


def read_list(content: bytes) -> tuple[ListedRow, ...]:
    """Return every line of the list that is not empty.

    Raises:
        BadList: If the file is not a list of names that we take.
    """
    columns: tuple[Column | None, ...] | None = None
    rows: list[ListedRow] = []
    for line, cells in lines_of(content):
        if not any(cells):
            continue
        if columns is None:
            columns = _columns(cells)
            continue
        if len(rows) == ROWS_MAX:
            raise BadList(ListFault.TOO_MANY_ROWS)
        rows.append(_row(line, columns, cells))
    if not rows:
        raise BadList(ListFault.EMPTY)
    return tuple(rows)


def _columns(cells: Sequence[Cell]) -> tuple[Column | None, ...]:
    headings = [cell if not isinstance(cell, CellFault) else "?" for cell in cells]
    while not headings[-1]:
        headings.pop()
    if len(headings) > COLUMNS_MAX:
        raise BadList(ListFault.NOT_A_LIST)
    return columns_of(headings)


def _row(line: int, columns: Sequence[Column | None], cells: Sequence[Cell]) -> ListedRow:
    if fault := next((cell for cell in cells if isinstance(cell, CellFault)), None):
        return ListedRow(line, fault=RowFault(fault))
    said: dict[Column, str] = {}
    for place, cell in enumerate(cells):
        if not cell:
            continue
        column = columns[place] if place < len(columns) else None
        if column is None:
            return ListedRow(line, fault=RowFault.SURPLUS)
        said[column] = cell
    return ListedRow(line, said)
