"""What an appeal's counter shows the public: signatures, the goal, countries, organisations, how long the log is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from storage.petitions.signatures import Channel
from storage.petitions.tally import Dimension, Total

if TYPE_CHECKING:
    from collections.abc import Mapping

    from storage.database import Database

COUNTRY_MIN = 5  # signatures from which on a country is shown by name; below, somebody could be guessed at


@dataclass(frozen=True)
class Support:
    """How many stand behind an appeal.

    Attributes:
        goal: How many signatures we aim at now; None: what the sheet says.
        countries: Signatures by country, largest first, those with fewer than `COUNTRY_MIN` left out.
        elsewhere: Signatures from all other countries, and from who did not say.
        organisations: How many endorse it in the register.
        entries: In the log that proves the count.
    """

    total: Total = field(default_factory=Total)
    goal: int | None = None
    countries: Mapping[str, int] = field(default_factory=dict)
    elsewhere: int = 0
    organisations: int = 0
    entries: int = 0


async def support_of(db: Database, code: str) -> Support:
    """Return the public count of an appeal as it is now."""
    async with db.reading() as tx:
        rows = await tx.all(
            """
            SELECT channel, value, valid FROM tally
            WHERE appeal = :code AND dimension = :dimension AND valid > 0
            """,
            {"code": code, "dimension": Dimension.COUNTRY},
        )
        known = await tx.one(
            """
            SELECT leaves,
                (SELECT signatures FROM goal WHERE appeal = :code ORDER BY id DESC LIMIT 1) AS goal,
                (SELECT COUNT(*) FROM endorsement WHERE appeal = :code) AS organisations
            FROM appeal WHERE code = :code
            """,
            {"code": code},
        )
    channels, countries = Counter[str](), Counter[str]()
    for row in rows:
        channels[row["channel"]] += row["valid"]
        countries[row["value"]] += row["valid"]
    shown = {country: n for country, n in countries.most_common() if n >= COUNTRY_MIN and _is_country(country)}
    return Support(
        total=Total(channels[Channel.TELEGRAM], channels.total() - channels[Channel.TELEGRAM]),
        goal=known["goal"] if known else None,
        countries=shown,
        elsewhere=countries.total() - sum(shown.values()),
        organisations=known["organisations"] if known else 0,
        entries=known["leaves"] if known else 0,
    )


def _is_country(value: str) -> bool:
    return value not in {"", "ZZ"}
