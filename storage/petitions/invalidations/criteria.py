"""Which signatures are meant: every criterion narrows, and there must be one."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING

from storage.petitions.signatures.records import STANDING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from storage.database import Database
    from storage.transactions import Row, Transaction, Values

SLICE = 500  # signatures looked at in one transaction


class NoCriteria(ValueError):
    """Nothing narrows the choice: it would be the whole petition."""


@dataclass(frozen=True)
class Criteria:
    """What a signature must be to be meant; None does not narrow.

    Attributes:
        state: valid or suspect.
        source: Code of the link through which it came.
        country: ISO 3166-1 alpha-2, or ZZ.
        batch: Row of a batch of names.
        since: Signed at this moment or after.
        until: Signed before this moment.
    """

    state: str | None = None
    source: str | None = None
    country: str | None = None
    channel: str | None = None
    batch: int | None = None
    since: datetime | None = None
    until: datetime | None = None

    def __post_init__(self) -> None:
        if all(value is None for value in asdict(self).values()):
            raise NoCriteria

    def before(self, moment: datetime) -> Criteria:
        """Return the same, but for what is signed from *moment* on."""
        return replace(self, until=min(self.until, moment) if self.until else moment)

    def to_json(self) -> str:
        """Return what `from_json` reads."""
        given = {name: value for name, value in asdict(self).items() if value is not None}
        return json.dumps({n: v.isoformat() if isinstance(v, datetime) else v for n, v in given.items()})

    @classmethod
    def from_json(cls, text: str) -> Criteria:
        """Return the criteria that `to_json` wrote."""
        given = json.loads(text)
        moments = {name: datetime.fromisoformat(given[name]) for name in ("since", "until") if name in given}
        return cls(**{**given, **moments})


@dataclass(frozen=True)
class Meant:
    """The signatures that criteria mean now, counted.

    Attributes:
        counting: How many of them count; the others are suspect.
    """

    total: int = 0
    counting: int = 0
    by_country: Mapping[str, int] = field(default_factory=dict)
    by_source: Mapping[str, int] = field(default_factory=dict)
    by_day: Mapping[str, int] = field(default_factory=dict)


async def meant(db: Database, code: str, criteria: Criteria) -> Meant:
    """Count what *criteria* mean; nothing is changed."""
    countries, sources, days, states = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    reached = 0
    while True:
        async with db.reading() as tx:
            looked_at = await rows_after(tx, code, criteria, reached)
        if not looked_at:
            break
        reached = looked_at[-1]["id"]
        for row, country in fitting(db, looked_at, criteria):
            countries[country] += 1
            sources[row["source"] or ""] += 1
            days[row["day"]] += 1
            states[row["state"]] += 1
    return Meant(
        states.total(),
        states["valid"],
        dict(countries.most_common()),
        dict(sources.most_common()),
        dict(sorted(days.items())),
    )


async def rows_after(tx: Transaction, code: str, criteria: Criteria, reached: int) -> list[Row]:
    """Return the next signatures after the row *reached* that may be meant; `fitting` looks at what is encrypted."""
    values: Values = {
        "code": code,
        "reached": reached,
        "slice": SLICE,
        "state": criteria.state,
        "source": criteria.source,
        "channel": criteria.channel,
        "batch": criteria.batch,
        "since": int(criteria.since.timestamp()) if criteria.since else None,
        "until": int(criteria.until.timestamp()) if criteria.until else None,
    }
    narrowed = {
        "state": "state = :state",
        "source": "source = :source",
        "channel": "channel = :channel",
        "batch": "batch = :batch",
        "since": "signed_at >= :since",
        "until": "signed_at < :until",
    }
    conditions = [sql for name, sql in narrowed.items() if values[name] is not None]
    return await tx.all(
        f"""
        SELECT * FROM signature
        WHERE {" AND ".join(("appeal = :code", "id > :reached", STANDING, "country IS NOT NULL", *conditions))}
        ORDER BY id LIMIT :slice
        """,
        {name: value for name, value in values.items() if value is not None},
    )


def fitting(db: Database, rows: list[Row], criteria: Criteria) -> list[tuple[Row, str]]:
    """Return those of *rows* that are from the country that is meant, each with its country."""
    countries = [(row, db.key.decrypt("signature.country", row["country"])) for row in rows]
    return [(row, country) for row, country in countries if criteria.country in {None, country}]
