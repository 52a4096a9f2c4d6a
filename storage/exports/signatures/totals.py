"""The count of a petition for everybody: only the total itself can be of fewer than five people; tagged for HXL 1.1.

It is counted over all channels at once, as on the card, and by the same rule: what stands here, on the card and in a
package cannot be subtracted from one another.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from storage.exports.formats.tables import Table
from storage.petitions.counting.support import COUNTRY_MIN, told_apart
from storage.petitions.counting.tally import Dimension

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from storage.database import Database
    from storage.exports.formats.tables import Row

COLUMNS = ("petition", "as_of", "counted_by", "value", "signatures")
TAGS = ("#meta+id", "#date+reported", "#x_dimension", "#x_value", "#reached+signatures+num")
"""The row of hashtags directly under the header; `#x_` are tags of our own."""

PUBLIC = ("channel", Dimension.COUNTRY, Dimension.LANGUAGE, Dimension.DAY)
OTHER = "other"


async def totals_table(db: Database, code: str, now: datetime) -> Table:
    """Return the count: the total, and by channel, by country, by language and by day.

    What fewer than five people share is added up as *other*; where that would still be fewer, the next smallest is
    added to it. The counts of each add up to the total; one that could say nothing of five people is left out.
    """
    async with db.reading() as tx:
        rows = await tx.all(
            "SELECT channel, dimension, value, valid FROM tally WHERE appeal = :code AND valid > 0", {"code": code}
        )
    counts: dict[str, Counter[str]] = {counted_by: Counter() for counted_by in PUBLIC}
    for row in rows:
        if row["dimension"] in counts:
            counts[row["dimension"]][row["value"]] += row["valid"]
        if row["dimension"] == Dimension.COUNTRY:
            counts["channel"][row["channel"]] += row["valid"]
    moment = now.replace(microsecond=0)
    lines = [(code, moment, *line) for line in _lines(counts)]
    return Table(code, COLUMNS, [TAGS, *lines])


def _lines(counts: dict[str, Counter[str]]) -> Iterator[Row]:
    total = counts["channel"].total()
    yield "total", "", total
    for counted_by, by_value in counts.items():
        shown = told_apart(by_value)
        yield from ((counted_by, value, shown[value]) for value in sorted(shown))
        if (rest := total - sum(shown.values())) >= COUNTRY_MIN:
            yield counted_by, OTHER, rest
