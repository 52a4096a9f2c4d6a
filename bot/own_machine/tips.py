"""Writes opened tips as a table that a coordinator can work with: CSV, an Excel workbook, or JSON lines.

A tip is a row, and what was added to it later is one each, directly beneath it.
"""

from __future__ import annotations

import asyncio
import io
from typing import TYPE_CHECKING

from bot.own_machine.files import Refused
from handlers.harmless import harmless
from storage.exports.formats.csv import write_csv
from storage.exports.formats.jsonl import write_jsonl
from storage.exports.formats.tables import Cell, Table
from storage.exports.formats.xlsx import TableTooLarge, write_xlsx

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from bot.own_machine.opening import OpenedAddition, OpenedBundle, OpenedTip
    from storage.exports.formats.tables import Row

_CELLS: Mapping[str, Callable[[OpenedTip], Cell]] = {
    "tag": lambda tip: tip.tag,
    "kind": lambda _: "tip",
    "number": lambda _: None,
    "day": lambda tip: tip.day,
    "state": lambda tip: tip.state,
    "urgency": lambda tip: tip.content.urgency,
    "category": lambda tip: tip.content.category,
    "text": lambda tip: tip.content.text,
    "area": lambda tip: tip.content.area,
    "place_note": lambda tip: tip.content.place_note,
    "people": lambda tip: tip.content.people,
    "when": lambda tip: tip.content.when,
    "from_day": lambda tip: tip.content.from_day,
    "to_day": lambda tip: tip.content.to_day,
    "precision": lambda tip: tip.content.precision,
    "date_type": lambda tip: tip.content.precision.huridocs,
    "how_known": lambda tip: tip.content.how_known,
    "source_connection": lambda tip: tip.content.how_known.huridocs,
    "rating": lambda tip: f"{tip.source}{tip.grade}",
    "rated_by": lambda tip: tip.rating.rated_by if tip.rating else "",
    "agreed_by": lambda tip: tip.rating.agreed_by if tip.rating else "",
    "reliability": lambda tip: tip.source.huridocs,
    "violation_status": lambda tip: tip.grade.huridocs,
    "labels": lambda tip: ", ".join(tip.labels),
    "language": lambda tip: tip.content.language,
    "written_at": lambda tip: tip.content.written_at,
    "may_share_with_partners": lambda tip: tip.content.may_share_with_partners,
    "wishes_contact": lambda tip: tip.content.wishes_contact,
    "may_publish": lambda tip: tip.content.may_publish,
    "may_send_to_un": lambda tip: tip.content.may_send_to_un,
    "epoch": lambda tip: tip.epoch,
    "expires_on": lambda tip: tip.expires_on,
    "sealed_sha256": lambda tip: tip.sealed_sha256,
}
_OF_ADDITIONS: Mapping[str, Callable[[OpenedAddition], Cell]] = {
    "kind": lambda _: "addition",
    "number": lambda addition: addition.number,
    "day": lambda addition: addition.day,
    "text": lambda addition: addition.content.text,
    "language": lambda addition: addition.content.language,
    "written_at": lambda addition: addition.content.written_at,
    "sealed_sha256": lambda addition: addition.sealed_sha256,
}
COLUMNS = tuple(_CELLS)
"""Names of the columns: as they are in JSON lines, through a catalogue's headings in a spreadsheet."""


def tips_as_csv(bundle: OpenedBundle, heading: Callable[[str], str]) -> bytes:
    """Return the tips as CSV, with headings in the reader's language."""
    out = io.BytesIO()
    asyncio.run(write_csv(_to_be_shown(bundle, heading), out))
    return out.getvalue()


def tips_as_xlsx(bundle: OpenedBundle, heading: Callable[[str], str]) -> bytes:
    """Return the tips as a workbook, with headings in the reader's language.

    Raises:
        Refused: If they do not fit a sheet.
    """
    out = io.BytesIO()
    try:
        asyncio.run(write_xlsx(_to_be_shown(bundle, heading), out))
    except TableTooLarge:
        raise Refused("That is more than an Excel sheet holds: choose --format csv, jsonl or html.") from None
    return out.getvalue()


def tips_as_jsonl(bundle: OpenedBundle) -> bytes:
    """Return the tips as JSON lines, whose names are the same in every language, with texts exactly as they were."""
    out = io.BytesIO()
    asyncio.run(write_jsonl(Table(_name(bundle), COLUMNS, _rows(bundle)), out))
    return out.getvalue()


def _to_be_shown(bundle: OpenedBundle, heading: Callable[[str], str]) -> Table:
    rows = (tuple(harmless(cell) if isinstance(cell, str) else cell for cell in row) for row in _rows(bundle))
    return Table(_name(bundle), tuple(map(heading, COLUMNS)), rows)


def _name(bundle: OpenedBundle) -> str:
    return f"tips {bundle.made_on.isoformat()}"


def _rows(bundle: OpenedBundle) -> Iterator[Row]:
    for tip in bundle.tips:
        yield tuple(cell(tip) for cell in _CELLS.values())
        for addition in tip.additions:
            said = {name: cell(addition) for name, cell in _OF_ADDITIONS.items()} | {"tag": tip.tag}
            yield tuple(said.get(name) for name in COLUMNS)
