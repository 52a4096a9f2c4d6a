"""How a value becomes the text of a cell, and why no spreadsheet ever runs it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from storage.exports.formats.tables import Cell

_LIVE = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n", "\0")
"""What makes a spreadsheet read a cell as a formula; some drop the blank first, some take full-width signs."""


def text_of(cell: Cell) -> str:
    """Return the value as plain text: ISO 8601 for dates and times, `true` and `false`, nothing for None."""
    if isinstance(cell, str):  # most cells are
        # Half of a surrogate pair has no place in a file; everything else is kept as it is.
        return cell if cell.isascii() else cell.encode("utf-8", "replace").decode("utf-8")
    match cell:
        case None:
            return ""
        case bool():
            return str(cell).lower()
        case int():
            return str(cell)
        case date():
            return cell.isoformat()


def defused(text: str) -> str:
    """Return the text with an apostrophe before it where a spreadsheet would take it for a formula."""
    return f"'{text}" if text.startswith(_LIVE) else text


def spreadsheet_text(cell: Cell) -> str:
    """Return what a cell of a spreadsheet shows; a negative number is no formula and stays as it is."""
    return text_of(cell) if isinstance(cell, int) else defused(text_of(cell))
