"""Digests: once a day, week or month, one letter with what is new for each subscriber who asked for it so.

New is an appeal that is open, was sent to subscribers not long ago, and has reached this person neither by a letter
nor in a digest; one whose sending was halted, for a mistake perhaps, is not told in digests either.
Each period is planned once; after the program stood still, the latest one alone is made up for.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from storage.appeals.model import appeal_in
from storage.appeals.vocabulary import Urgency
from storage.letters.broadcasts.audience import SUBSCRIBERS, Group, Wanted, narrowed
from storage.people.subscribers import Cadence
from storage.transactions import in_list, numbered

if TYPE_CHECKING:
    from collections.abc import Sequence
    from zoneinfo import ZoneInfo

    from storage.database import Database
    from storage.transactions import Row, Transaction, Values

RECENT = timedelta(days=35)
"""How long ago an appeal was first sent that is still new: a month, and some days that the program may stand still."""
SLICE = 1_000  # subscribers looked at in one transaction, so that nobody waits long to write
SLICES_AT_ONCE = 10  # in one call, so that other work by the clock does not wait for a million of them

_GOES_OUT = "broadcast.kind = 'appeal' AND broadcast.state IN ('running', 'done')"  # neither halted nor cancelled

_NEW = f"""
    subscriber.id > :after AND subscriber.id <= :last AND subscriber.consent_day <= :first_day AND {SUBSCRIBERS}
"""


@dataclass(frozen=True)
class Period:
    """A day, week or month for which a cadence has one digest, named after the day on which it is due."""

    cadence: Cadence
    name: str


async def plan_digests(db: Database, now: datetime, timezone: ZoneInfo, hour: int) -> tuple[int, ...]:
    """Plan the digests that are due and were not planned yet; return the broadcasts whose letters are all written.

    They are due at the full *hour* in the organisation's *timezone*: daily ones every day, weekly ones on Monday,
    monthly ones on the first. Their letters are written in slices, and go out when all are: a call does a
    few slices, and the next one goes on from there, after a crash too.
    """
    for period in await _unplanned(db, due_periods(now, timezone, hour)):
        await _insert_broadcast(db, period, now)
    planned = []
    for broadcast in await _unwritten(db):
        for _ in range(SLICES_AT_ONCE):
            if await _write_slice(db, broadcast, now):
                planned.append(broadcast)
                break
    return tuple(planned)


def due_periods(now: datetime, timezone: ZoneInfo, hour: int) -> tuple[Period, ...]:
    """Return the latest period of each cadence whose digest is due at *now*."""
    day = (now.astimezone(timezone).replace(tzinfo=None) - timedelta(hours=hour)).date()
    year, week, _ = day.isocalendar()
    names = {
        Cadence.DAILY: day.isoformat(),
        Cadence.WEEKLY: f"{year}-W{week:02}",
        Cadence.MONTHLY: f"{day:%Y-%m}",
    }
    return tuple(Period(cadence, f"{cadence}:{name}") for cadence, name in names.items())


async def open_items(tx: Transaction, letters: Sequence[int], now: datetime) -> dict[int, tuple[int, ...]]:
    """Return the versions in each digest letter that are still open and sent at *now*, the most pressing in front."""
    ids = numbered("letter", letters)
    rows = await tx.all(
        f"""
        SELECT digest_item.letter, digest_item.version, appeal.deadline FROM digest_item
            JOIN appeal_version ON appeal_version.id = digest_item.version
            JOIN appeal ON appeal.code = appeal_version.appeal AND appeal.version = appeal_version.number
        WHERE digest_item.letter IN ({in_list(ids)})
            AND appeal.state = 'published' AND appeal.deadline > :now
            AND appeal.code IN (SELECT sent.appeal
                FROM broadcast JOIN appeal_version AS sent ON sent.id = broadcast.version WHERE {_GOES_OUT})
        """,
        {**ids, "now": int(now.timestamp())},
    )
    urgency = {version: await _urgency(tx, version) for version in {row["version"] for row in rows}}
    rows.sort(key=lambda row: (urgency[row["version"]], row["deadline"], row["version"]))
    items: dict[int, tuple[int, ...]] = dict.fromkeys(letters, ())
    for row in rows:
        items[row["letter"]] += (row["version"],)
    return items


async def _unplanned(db: Database, periods: tuple[Period, ...]) -> list[Period]:
    async with db.reading() as tx:
        found = [
            await tx.one("SELECT 1 FROM broadcast WHERE period = :name", {"name": period.name}) for period in periods
        ]
    return [period for period, planned in zip(periods, found, strict=True) if planned is None]


async def _insert_broadcast(db: Database, period: Period, now: datetime) -> None:
    async with db.transaction() as tx:
        await tx.execute(
            """
            INSERT INTO broadcast
                (kind, rank, state, wanted, period, planned_at, starts_at, written_to, letters, paid_letters, floods)
            VALUES ('digest', 2, 'scheduled', '{}', :period, :now, :now, 0, 0, 0, 0)
            ON CONFLICT (period) DO NOTHING
            """,
            {"period": period.name, "now": int(now.timestamp())},
        )


async def _unwritten(db: Database) -> tuple[int, ...]:
    """Return the digests to be written; none before each correction is, which its readers must not have twice."""
    async with db.reading() as tx:
        rows = await tx.all(
            """
            SELECT id FROM broadcast WHERE kind = 'digest' AND state = 'scheduled'
                AND NOT EXISTS (SELECT 1 FROM broadcast AS correction
                    WHERE correction.kind = 'correction' AND correction.written_to IS NOT NULL)
            ORDER BY id
            """
        )
    return tuple(row["id"] for row in rows)


async def _write_slice(db: Database, broadcast: int, now: datetime) -> bool:
    """Write the letters to the next subscribers, and what is in them; return whether those were the last."""
    async with db.transaction() as tx:
        head = await tx.only("SELECT period, written_to FROM broadcast WHERE id = :id", {"id": broadcast})
        cadence = Cadence(head["period"].partition(":")[0])
        values = {
            "broadcast": broadcast,
            "now": int(now.timestamp()),
            "after": head["written_to"],
            "last": head["written_to"] + SLICE,
        }
        letters = sum([await _write_letters(tx, {**sent, **values}) for sent in await _recently_sent(tx, cadence, now)])
        more = await tx.one("SELECT id FROM subscriber WHERE id > :last LIMIT 1", {"last": values["last"]})
        await tx.execute(
            "UPDATE broadcast SET letters = letters + :letters, written_to = :last WHERE id = :broadcast",
            values | {"letters": letters},
        )
        if more is None:
            await _begin(tx, values)
    return more is None


async def _write_letters(tx: Transaction, values: Values) -> int:
    """Put one version into the digest of those for whom it is new; return how many letters that made."""
    letters = await tx.execute(
        f"""
        INSERT INTO letter (broadcast, subscriber, state, due_at, in_doubt)
        SELECT :broadcast, subscriber.id, 'pending', :now, 0 FROM subscriber
        WHERE {_NEW} AND NOT EXISTS (SELECT 1 FROM letter AS written
            WHERE written.subscriber = subscriber.id AND written.broadcast = :broadcast)
        """,
        values,
    )
    await tx.execute(
        f"""
        INSERT INTO digest_item (letter, version)
        SELECT (SELECT written.id FROM letter AS written
            WHERE written.subscriber = subscriber.id AND written.broadcast = :broadcast), :version
        FROM subscriber WHERE {_NEW}
        """,
        values,
    )
    return letters


async def _begin(tx: Transaction, values: Values) -> None:
    """Let the digest go out, or end it where nobody has anything new."""
    await tx.execute(
        """
        UPDATE broadcast SET written_to = NULL, state = CASE WHEN letters > 0 THEN 'running' ELSE 'done' END,
            ended_at = CASE WHEN letters > 0 THEN NULL ELSE :now END
        WHERE id = :broadcast
        """,
        values,
    )


async def _recently_sent(tx: Transaction, cadence: Cadence, now: datetime) -> list[Values]:
    """Return what `_NEW` needs to know of each current version that is open and was sent to subscribers."""
    rows = await tx.all(
        f"""
        SELECT version.id, version.document, broadcast.wanted, MIN(broadcast.starts_at) AS first_sent
        FROM appeal JOIN appeal_version AS version ON version.appeal = appeal.code AND version.number = appeal.version
            JOIN appeal_version AS sent ON sent.appeal = appeal.code
            JOIN broadcast ON broadcast.version = sent.id AND {_GOES_OUT}
        WHERE appeal.state = 'published' AND appeal.deadline > :now AND broadcast.starts_at <= :now
        GROUP BY version.id, version.document, broadcast.wanted
        HAVING MIN(broadcast.starts_at) > :since
        ORDER BY version.id
        """,
        {"now": int(now.timestamp()), "since": int((now - RECENT).timestamp())},
    )
    return [_sent(row, cadence) for row in rows if Wanted.from_json(row["wanted"]).group is Group.SUBSCRIBERS]


def _sent(row: Row, cadence: Cadence) -> Values:
    wanted = replace(Wanted.from_json(row["wanted"]), cadences=frozenset({cadence}))
    return {
        **narrowed(appeal_in(row["document"]), row["id"], wanted),
        "critical": 1,  # whatever its urgency, it goes to people who do not get appeals at once
        "first_day": datetime.fromtimestamp(row["first_sent"], UTC).date().isoformat(),
    }


async def _urgency(tx: Transaction, version: int) -> int:
    row = await tx.only("SELECT document FROM appeal_version WHERE id = :version", {"version": version})
    return list(Urgency).index(appeal_in(row["document"]).urgency)
