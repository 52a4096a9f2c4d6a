"""The count of a petition for everybody: no row says anything of fewer than five people; tagged for HXL 1.1."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from storage.exports.tables import Table
from storage.petitions.support import COUNTRY_MIN
from storage.petitions.tally import Dimension

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from storage.database import Database
    from storage.exports.tables import Row

COLUMNS = ("petition", "as_of", "channel", "counted_by", "value", "signatures")
TAGS = ("#meta+id", "#date+reported", "#x_channel", "#x_dimension", "#x_value", "#reached+signatures+num")
"""The row of hashtags directly under the header; `#x_` are tags of our own."""

PUBLIC = (Dimension.COUNTRY, Dimension.LANGUAGE, Dimension.DAY)
OTHER = "other"


async def totals_table(db: Database, code: str, now: datetime) -> Table:
    """Return the count by channel, and within each by country, by language and by day.

    What fewer than five people share is added up as *other*; where that would still be fewer, the next smallest is
    added to it. The counts of each dimension add up to those of the channel.
    """
    async with db.reading() as tx:
        rows = await tx.all(
            "SELECT channel, dimension, value, valid FROM tally WHERE appeal = :code AND valid > 0", {"code": code}
        )
    counts: dict[tuple[str, str], Counter[str]] = {}
    for row in rows:
        counts.setdefault((row["channel"], row["dimension"]), Counter())[row["value"] or OTHER] += row["valid"]
    return Table(code, COLUMNS, [TAGS, *_lines(code, now.replace(microsecond=0), counts)])


def _lines(code: str, now: datetime, counts: dict[tuple[str, str], Counter[str]]) -> Iterator[Row]:
    for channel in sorted({channel for channel, _ in counts}):
        total = counts[channel, Dimension.COUNTRY].total()
        yield (code, now, channel, "total", "", total)
        for dimension in PUBLIC:
            shown = _large_enough(counts[channel, dimension])
            yield from ((code, now, channel, dimension, value, shown[value]) for value in sorted(shown))


def _large_enough(counts: Counter[str]) -> Counter[str]:
    ordered = [(value, n) for value, n in counts.most_common() if value != OTHER]
    shown = Counter({value: n for value, n in ordered if n >= COUNTRY_MIN})
    rest = counts.total() - shown.total()
    while 0 < rest < COUNTRY_MIN and shown:
        value, n = shown.most_common()[-1]
        del shown[value]
        rest += n
    return shown + Counter({OTHER: rest})
