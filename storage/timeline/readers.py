"""What readers may know of the timeline: nothing withheld, and no words about the vulnerable that one alone wrote.

One coordinator puts an entry on record. Where an appeal is about children or names people, what is said of them in
public takes a decision of others: the words of an entry are public once it was told as news, which somebody else
approves; until then readers see its fixed parts alone.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from storage.appeals.records import find_appeal
from storage.timeline.kinds import Kind
from storage.timeline.visibility import visible_to

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from storage.database import Database
    from storage.timeline.entries import Entry

PUBLIC = frozenset({Kind.DELIVERY, Kind.REPLY, Kind.OUTCOME, Kind.STATUS, Kind.BILL, Kind.ACTION})
"""Kinds of entries that everybody may know, as far as they are open to all."""

_WITHOUT_WORDS: dict[Kind, dict[str, str | None]] = {
    Kind.DELIVERY: {"place": None, "by": None, "receipt": None},
    Kind.REPLY: {"summary": "", "reference": None},
    Kind.OUTCOME: {"summary": "", "source": "", "link": None},
    Kind.STATUS: {"note": None},
}
"""By kind what somebody wrote freely, empty; a kind that is not here says nothing without its words."""


async def open_to_readers(db: Database, entries: Iterable[Entry], now: datetime) -> tuple[Entry, ...]:
    """Return of the entries what everybody may know at *now*; words that nobody else approved are empty in them."""
    public = [entry for entry in entries if _is_public(entry, now)]
    waiting = await _waiting(db, public)
    return tuple(shown for entry in public for shown in (_wordless(entry) if entry.id in waiting else (entry,)))


async def words_wait(db: Database, entry: Entry, now: datetime) -> bool:
    """Say whether readers see the entry without its words, because nobody else approved them."""
    return _is_public(entry, now) and entry.id in await _waiting(db, [entry])


def _is_public(entry: Entry, now: datetime) -> bool:
    return entry.kind in PUBLIC and visible_to(entry, now, staff=False)


async def _waiting(db: Database, entries: Iterable[Entry]) -> set[int]:
    """Return the rows of those whose words wait for somebody's approval."""
    about = {entry.id: entry.about.appeal for entry in entries}
    waiting: set[int] = set()
    for code in set(filter(None, about.values())):
        if (await find_appeal(db, code)).appeal.shows_the_vulnerable:
            waiting |= {row for row, appeal in about.items() if appeal == code} - await _told(db, code)
    return waiting


async def _told(db: Database, code: str) -> set[int]:
    rows = await db.all(
        """
        SELECT news.entry FROM news JOIN timeline_entry AS entry ON entry.id = news.entry
        WHERE entry.appeal = :code AND news.state = 'sent'
        """,
        {"code": code},
    )
    return {row["entry"] for row in rows}


def _wordless(entry: Entry) -> Iterator[Entry]:
    """Give the entry with its fixed parts alone, if it has any."""
    if (words := _WITHOUT_WORDS.get(entry.kind)) is not None:
        yield replace(entry, content=entry.content.model_copy(update=words))
