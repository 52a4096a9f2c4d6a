"""Counts confirmed tips for everybody, tagged for HXL 1.1, so that nobody can compute a number below five from them.

The rows are parts of one whole: no tip is in two of them, and no sum over them is given. What adding and subtracting
can tell is therefore the count of some rows together, and each row has five tips at least. What is too rare is added up
over a whole month or over everything, never over less: of two categories with eight together, each would have four.
"""

from __future__ import annotations

import asyncio
import io
from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.own_machine.cases.facts import is_confirmed, is_set_aside, known_date
from storage.exports.formats.csv import write_csv
from storage.exports.formats.tables import Table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from bot.own_machine.opening import OpenedTip
    from handlers.texts import Texts
    from storage.exports.formats.tables import Row

COUNT_MIN = 5  # tips; fewer could be guessed at
_DELAY = timedelta(days=7)
_OTHER = "other"
"""What is printed for all values that are too rare to be told."""
_COLUMNS = ("occurred", "country", "area", "category", "tips")

Cell = tuple[str, str, str, str]
"""Month or year, country, area and category, `_ANY` where they were added up."""
_ANY = "*"
_EVERYTHING: Cell = (_ANY, _ANY, _ANY, _ANY)
_KEPT = (4, 1, 0)  # parts of a cell that are told: all of them, the month or year alone, none


@dataclass(frozen=True)
class Totals:
    """The counts as a file: a header, a row of HXL hashtags, and then the rows that may be told.

    Attributes:
        tips: How many were counted.
    """

    content: bytes
    rows: int
    tips: int
    left_out: int


def count_tips(tips: Sequence[OpenedTip], today: date, texts: Texts, language: str) -> Totals:
    """Count the confirmed tips that came in more than seven days ago."""
    counts = Counter(_cell(tip) for tip in tips if _counts(tip, today))
    rows = published(counts)
    return Totals(_csv(rows, texts, language), len(rows), counts.total(), len(tips) - counts.total())


def _csv(rows: Mapping[Cell, int], texts: Texts, language: str) -> bytes:
    tags = (
        "#date+occurred",
        "#country+code",
        f"#x_area+i_{language}",
        f"#event+category+i_{language}",
        "#indicator+tips+num",
    )
    shown = (_row(cell, count, texts, language) for cell, count in sorted(rows.items()))
    out = io.BytesIO()
    asyncio.run(write_csv(Table("totals", _COLUMNS, [tags, *shown]), out))
    return out.getvalue()


def published(counts: Counter[Cell]) -> dict[Cell, int]:
    """Return which numbers may be told: five and more as they are, fewer added up as other, if need be with more.

    What is too rare is added up over its month, and where that is too rare, over everything. If even that were fewer
    than five, the smallest of the other rows is added to it.
    """
    told: dict[Cell, int] = {}
    rest = counts
    for kept in _KEPT:
        groups = Counter[Cell]()
        for cell, count in rest.items():
            groups[_merged(cell, kept)] += count
        told |= {cell: count for cell, count in groups.items() if count >= COUNT_MIN}
        rest = Counter({cell: count for cell, count in groups.items() if count < COUNT_MIN})
    return _hidden_among_more(told, rest.total())


def _merged(cell: Cell, kept: int) -> Cell:
    occurred, country, area, category = cell[:kept] + _EVERYTHING[kept:]
    return occurred, country, area, category


def _hidden_among_more(told: dict[Cell, int], rest: int) -> dict[Cell, int]:
    while told and 0 < rest < COUNT_MIN:
        rest += told.pop(min(told, key=lambda cell: (told[cell], cell)))
    return told | ({_EVERYTHING: rest} if rest >= COUNT_MIN else {})


def _counts(tip: OpenedTip, today: date) -> bool:
    latest = max(tip.day, tip.content.to_day or tip.day)
    return is_confirmed(tip) and not is_set_aside(tip) and latest + _DELAY <= today


def _cell(tip: OpenedTip) -> Cell:
    content = tip.content
    return known_date(content)[: len("2026-10")], content.area.country or "", content.area, content.category


def _row(cell: Cell, count: int, texts: Texts, language: str) -> Row:
    def word(menu: str, value: str) -> str:
        return _OTHER if value == _ANY else texts.plain(f"tip-{menu}-{value}", language)

    occurred, country, area, category = cell
    return _or_other(occurred), _or_other(country), word("area", area), word("category", category), count


def _or_other(value: str) -> str:
    return _OTHER if value == _ANY else value
