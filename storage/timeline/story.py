"""The timeline of an appeal or of a campaign: what was recorded, and what the program itself did, in order of day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from storage.appeals.records import SENT, appeals_in
from storage.timeline.entries import Entry, Subject, entries_about
from storage.timeline.kinds import Kind, Outcome, Reply

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from zoneinfo import ZoneInfo

    from storage.database import Database

PUBLIC = frozenset({Kind.DELIVERY, Kind.REPLY, Kind.OUTCOME, Kind.STATUS, Kind.BILL, Kind.ACTION})
"""Kinds of entries that everybody may know, as far as they are open to all."""


class What(StrEnum):
    """What happened, where it is no entry: the ends of texts that say so."""

    SENT = "sent"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"
    MILESTONE = "milestone"
    HANDED_OVER = "handed-over"
    NEWS = "news"
    MOMENT = "moment"


@dataclass(frozen=True)
class Happening:
    """One line of a timeline.

    Attributes:
        day: As exactly as it is known, such as `2013-06`.
        noted_at: When the program did it, or it was recorded; in seconds since 1970.
        appeal: Code of the appeal that it is about; None: of none.
        what: What the program did; None: it is an entry.
        values: What the line says of it: counts, an addressee's id, a percentage.
    """

    day: str
    noted_at: int
    appeal: str | None
    what: What | None = None
    entry: Entry | None = None
    values: Mapping[str, str | int] = field(default_factory=dict)

    @property
    def is_step_forward(self) -> bool:
        """Whether it is a positive event."""
        return (
            self.entry is not None
            and isinstance(content := self.entry.content, Outcome)
            and (content.impact.is_step_forward)
        )


async def story_of(db: Database, code: str, now: datetime, zone: ZoneInfo, *, staff: bool) -> tuple[Happening, ...]:
    """Return the timeline of one appeal, the earliest first; who is not *staff* gets what everybody may know."""
    happened = await _happened(db, code, now, zone)
    entries = await entries_about(db, Subject(appeal=code))
    return _in_order((*happened, *_lines(entries, now, staff=staff)))


async def campaign_story(db: Database, key: str, now: datetime, zone: ZoneInfo) -> tuple[Happening, ...]:
    """Return what was done in a campaign over the years, as far as everybody may know: its appeals, and its entries."""
    story: list[Happening] = []
    for stored in await appeals_in(db, SENT):
        if stored.appeal.campaign != key:
            continue
        code = stored.appeal.code
        happened = await _happened(db, code, now, zone)
        story += [one for one in happened if one.what is What.SENT][:1]
        story += _lines(await entries_about(db, Subject(appeal=code)), now, staff=False)
    story += _lines(await entries_about(db, Subject(campaign=key)), now, staff=False)
    return _in_order(story)


def happening_of(entry: Entry) -> Happening:
    """Return the line of one entry."""
    return Happening(entry.day, int(entry.recorded_at.timestamp()), entry.about.appeal, entry=entry)


def _lines(entries: Iterable[Entry], now: datetime, *, staff: bool) -> list[Happening]:
    return [happening_of(one) for one in entries if staff or _is_public(one, now)]


def _is_public(entry: Entry, now: datetime) -> bool:
    withheld = isinstance(entry.content, Reply) and not entry.content.public
    return entry.kind in PUBLIC and entry.open_to_all(now) and not withheld


def _in_order(story: Iterable[Happening]) -> tuple[Happening, ...]:
    return tuple(sorted(story, key=lambda one: (one.day, one.noted_at)))  # `2013-06` before any day of that month


async def _happened(db: Database, code: str, now: datetime, zone: ZoneInfo) -> list[Happening]:
    rows = await db.all(
        """
        SELECT CASE broadcast.kind WHEN 'appeal' THEN 'sent' WHEN 'correction' THEN 'corrected' ELSE 'withdrawn' END
                AS what, starts_at AS at, letters AS n, NULL AS word
            FROM broadcast JOIN appeal_version AS version ON version.id = broadcast.version
            WHERE version.appeal = :code AND broadcast.kind IN ('appeal', 'correction', 'recall') AND starts_at <= :now
        UNION ALL SELECT 'closed', deadline, 0, NULL FROM appeal
            WHERE code = :code AND state IN ('closed', 'delivered', 'answered', 'archived')
        UNION ALL SELECT 'milestone', reached_at, percent, NULL FROM milestone
            WHERE appeal = :code AND percent > 0
        UNION ALL SELECT 'handed-over', handed_at, listed, addressee FROM handover WHERE appeal = :code
        UNION ALL SELECT 'news', broadcast.starts_at, broadcast.letters, news.kind
            FROM news JOIN broadcast ON broadcast.id = news.broadcast WHERE news.appeal = :code
        UNION ALL SELECT 'moment', at, id, document FROM moment WHERE appeal = :code AND cancelled_at IS NULL
        ORDER BY 2
        """,
        {"code": code, "now": int(now.timestamp())},
    )
    return [
        Happening(
            datetime.fromtimestamp(row["at"], zone).date().isoformat(),
            row["at"],
            code,
            What(row["what"]),
            values={"n": row["n"], "word": row["word"] or ""},
        )
        for row in rows
    ]
