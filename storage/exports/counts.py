"""What became of a broadcast's letters, as a table: one row per end, one column per language, and their totals."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage.exports.formats.tables import Table

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from storage.exports.formats.tables import Row
    from storage.letters.reports.course import Count

STATES = ("sent", "blocked", "gone", "refused", "uncertain", "skipped", "pending")
"""The order of the rows."""


@dataclass(frozen=True)
class CountLabels:
    """The words of the table, in the language of its reader.

    Attributes:
        state: Names a state.
        reason: Names why letters of a state ended so.
        language: Names a language by its tag; None is that of people who were forgotten.
    """

    state_column: str
    reason_column: str
    total: str
    state: Callable[[str], str]
    reason: Callable[[str, str], str]
    language: Callable[[str | None], str]


def counts_table(name: str, counts: Collection[Count], labels: CountLabels) -> Table:
    """Return the counts as a table; no row or column is empty, and the last of both is the total."""
    languages: Counter[str | None] = Counter()
    ends: dict[tuple[str, str | None], Counter[str | None]] = {}
    for count in counts:
        languages[count.language] += count.letters
        ends.setdefault((count.state, count.reason), Counter())[count.language] += count.letters
    order = [language for language, _ in languages.most_common()]
    columns = (labels.state_column, labels.reason_column, *map(labels.language, order), labels.total)
    ordered = sorted(ends.items(), key=lambda end: (STATES.index(end[0][0]), -end[1].total()))
    rows = [_row(labels.state(state), _reason(labels, state, reason), n, order) for (state, reason), n in ordered]
    return Table(name, columns, [*rows, _row(labels.total, "", languages, order)])


def _reason(labels: CountLabels, state: str, reason: str | None) -> str:
    return "" if reason is None else labels.reason(state, reason)


def _row(state: str, reason: str, letters: Counter[str | None], order: Collection[str | None]) -> Row:
    return (state, reason, *(letters[language] for language in order), letters.total())
