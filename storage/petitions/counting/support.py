"""What an appeal's counter shows the public: signatures, the goal, countries, organisations, how long the log is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from storage.petitions.counting.tally import Dimension, Total
from storage.petitions.signatures.records import UNKNOWN_COUNTRY, Channel

if TYPE_CHECKING:
    from collections.abc import Mapping

    from storage.database import Database

COUNTRY_MIN = 5  # signatures from which on a country is shown by name; below, somebody could be guessed at
_UNSAID = {"", UNKNOWN_COUNTRY}


@dataclass(frozen=True)
class Support:
    """How many stand behind an appeal.

    Attributes:
        goal: How many signatures we aim at now; None: what the sheet says.
        countries: Signatures by country, largest first, as far as they may be told, see `told_apart`.
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
    rows = await db.all(
        """
        SELECT channel, value, valid FROM tally
        WHERE appeal = :code AND dimension = :dimension AND valid > 0
        """,
        {"code": code, "dimension": Dimension.COUNTRY},
    )
    known = await db.one(
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
    shown = told_apart(countries)
    return Support(
        total=Total(channels[Channel.TELEGRAM], channels.total() - channels[Channel.TELEGRAM]),
        goal=known["goal"] if known else None,
        countries=shown,
        elsewhere=countries.total() - sum(shown.values()),
        organisations=known["organisations"] if known else 0,
        entries=known["leaves"] if known else 0,
    )


def told_apart(counts: Counter[str]) -> dict[str, int]:
    """Return which of *counts* may be told by value, largest first; all others are told as one number, if at all.

    Values with fewer than `COUNTRY_MIN` are left out; and the next smallest with them, where these would be so few
    together that they could be found by subtracting from the total. How many are on sheets without names can be read
    in the log: they hide nobody, and are not counted among the others for that.
    """
    ordered = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    shown = {value: n for value, n in ordered if n >= COUNTRY_MIN and value not in _UNSAID}
    rest = counts.total() - sum(shown.values())
    while shown and (0 < rest < COUNTRY_MIN or 0 < rest - counts[""] < COUNTRY_MIN):
        rest += shown.popitem()[1]
    return shown
