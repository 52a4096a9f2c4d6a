"""Writes opened tips as a table that a coordinator can work with: CSV, an Excel workbook, or JSON lines."""

from __future__ import annotations

import asyncio
import io
from typing import TYPE_CHECKING

from storage.exports.formats.csv import write_csv
from storage.exports.formats.jsonl import write_jsonl
from storage.exports.formats.tables import Cell, Table
from storage.exports.formats.xlsx import write_xlsx

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from bot.own_machine.opening import OpenedBundle, OpenedTip


def _additions(tip: OpenedTip) -> str:
    """Return what was written later as one cell, a paragraph each."""
    return "\n\n".join(f"[{each.number}, {each.day.isoformat()}] {each.content.text}" for each in tip.additions)


_CELLS: Mapping[str, Callable[[OpenedTip], Cell]] = {
    "tag": lambda tip: tip.tag,
    "day": lambda tip: tip.day,
    "state": lambda tip: tip.state,
    "urgency": lambda tip: tip.content.urgency,
    "category": lambda tip: tip.content.category,
    "text": lambda tip: tip.content.text,
    "additions": _additions,
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
COLUMNS = tuple(_CELLS)
"""Names of the columns: as they are in JSON lines, through a catalogue's headings in a spreadsheet."""


def tips_as_csv(bundle: OpenedBundle, heading: Callable[[str], str]) -> bytes:
    """Return the tips as CSV, with headings in the reader's language."""
    out = io.BytesIO()
    asyncio.run(write_csv(_table(bundle, map(heading, COLUMNS)), out))
    return out.getvalue()


def tips_as_xlsx(bundle: OpenedBundle, heading: Callable[[str], str]) -> bytes:
    """Return the tips as a workbook, with headings in the reader's language."""
    out = io.BytesIO()
    asyncio.run(write_xlsx(_table(bundle, map(heading, COLUMNS)), out))
    return out.getvalue()


def tips_as_jsonl(bundle: OpenedBundle) -> bytes:
    """Return the tips as JSON lines, whose names are the same in every language."""
    out = io.BytesIO()
    asyncio.run(write_jsonl(_table(bundle, COLUMNS), out))
    return out.getvalue()


def _table(bundle: OpenedBundle, columns: Iterable[str]) -> Table:
    rows = (tuple(cell(tip) for cell in _CELLS.values()) for tip in bundle.tips)
    return Table(f"tips {bundle.made_on.isoformat()}", tuple(columns), rows)
