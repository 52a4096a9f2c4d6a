"""The timeline of an appeal or of a campaign: what was recorded, and what the program itself did, in order of day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from storage.appeals.records import SENT, appeals_in
from storage.timeline.entries import Entry, Subject, entries_about, entries_about_none
from storage.timeline.kinds import Outcome
from storage.timeline.readers import open_to_readers
from storage.timeline.visibility import visible_to

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from zoneinfo import ZoneInfo

    from storage.database import Database


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
    """Return the timeline of one appeal as coordinators see it, the earliest first."""
    happened = await _happened(db, code, now, zone, staff=staff)
    return _in_order((*happened, *await entries_story(db, Subject(appeal=code), now, staff=staff)))


async def entries_story(db: Database, about: Subject, now: datetime, *, staff: bool) -> tuple[Happening, ...]:
    """Return what was recorded about all that *about* names as coordinators see it, the earliest first.

    Where it names nothing, that is what is about no appeal and no campaign.
    """
    entries = await (entries_about_none(db) if about == Subject() else entries_about(db, about))
    return tuple(happening_of(one) for one in entries if visible_to(one, now, staff=staff))


async def campaign_story(
    db: Database, key: str, now: datetime, zone: ZoneInfo, *, staff: bool
) -> tuple[Happening, ...]:
    """Return what was done in a campaign over the years as coordinators see it: its appeals, and its entries."""
    begun, entries = await _of_campaign(db, key, now, zone)
    return _in_order((*begun, *(happening_of(one) for one in entries if visible_to(one, now, staff=staff))))


async def public_campaign_story(db: Database, key: str, now: datetime, zone: ZoneInfo) -> tuple[Happening, ...]:
    """Return what was done in a campaign over the years, as far as everybody may know."""
    begun, entries = await _of_campaign(db, key, now, zone)
    return _in_order((*begun, *map(happening_of, await open_to_readers(db, entries, now))))


def happening_of(entry: Entry) -> Happening:
    """Return the line of one entry."""
    return Happening(entry.day, int(entry.recorded_at.timestamp()), entry.about.appeal, entry=entry)


async def _of_campaign(db: Database, key: str, now: datetime, zone: ZoneInfo) -> tuple[list[Happening], list[Entry]]:
    """Return when each of its appeals was sent, and every entry about one of them or about the campaign itself."""
    begun: list[Happening] = []
    entries = list(await entries_about(db, Subject(campaign=key)))
    for stored in await appeals_in(db, SENT):
        if stored.appeal.campaign != key:
            continue
        code = stored.appeal.code
        happened = await _happened(db, code, now, zone, staff=False)
        begun += [one for one in happened if one.what is What.SENT][:1]
        entries += [one for one in await entries_about(db, Subject(appeal=code)) if one.about.campaign != key]
    return begun, entries


def _in_order(story: Iterable[Happening]) -> tuple[Happening, ...]:
    return tuple(sorted(story, key=lambda one: (one.day, one.noted_at)))  # `2013-06` before any day of that month


async def _happened(db: Database, code: str, now: datetime, zone: ZoneInfo, *, staff: bool) -> list[Happening]:
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
        UNION ALL SELECT 'news', broadcast.starts_at, COUNT(*), news.kind
            FROM news JOIN broadcast ON broadcast.id = news.broadcast
                JOIN letter ON letter.broadcast = broadcast.id AND letter.state = 'sent'
            WHERE news.appeal = :code GROUP BY news.id
        UNION ALL SELECT 'moment', at, id, document FROM moment
            WHERE appeal = :code AND cancelled_at IS NULL AND (public OR :staff)
        ORDER BY 2
        """,
        {"code": code, "now": int(now.timestamp()), "staff": int(staff)},
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
