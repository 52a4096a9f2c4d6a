"""News: what one coordinator writes of what became of an appeal, and another approves; then it is sent, once.

News of an appeal is for its signers who want updates and its followers; that of a bill for subscribers who want
alerts. `storage.timeline.newsworthy` says what can become news.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from storage.appeals.records import SENT
from storage.audit import Deed, record
from storage.errors import NoSuchNews, NotForNews, OwnNews, WrongState
from storage.letters.broadcasts.audience import Wanted
from storage.letters.broadcasts.concerned import WHO_WANT_ALERTS, concerned_by
from storage.letters.broadcasts.news import begin_news
from storage.timeline.entries import find_entry
from storage.timeline.kinds import Kind
from storage.timeline.newsworthy import hindrance_of, hindrance_of_anniversary

if TYPE_CHECKING:
    from collections.abc import Mapping

    from storage.database import Database
    from storage.people.coordinators import Coordinator
    from storage.timeline.entries import Entry
    from storage.timeline.newsworthy import Why
    from storage.transactions import Row, Transaction, Values

TEXT_MAX = 1_000  # characters, in each language


class NewsKind(StrEnum):
    """What news tells of."""

    STATUS = "status"
    DELIVERED = "delivered"
    REPLY = "reply"
    OUTCOME = "outcome"
    ANNIVERSARY = "anniversary"
    BILL = "bill"
    OTHER = "other"


BY_HAND = frozenset({NewsKind.ANNIVERSARY, NewsKind.OTHER})
"""What can be told without an entry of the timeline."""


@dataclass(frozen=True)
class NewNews:
    """What a coordinator writes.

    Attributes:
        appeal: Its code; None: of a bill that belongs to none.
        texts: What it says by language, of at most `TEXT_MAX` characters; at least one, in languages of the appeal.
        entry: The entry of the timeline that it tells of; None: it tells of none.
    """

    kind: NewsKind
    appeal: str | None
    texts: Mapping[str, str]
    entry: int | None = None


@dataclass(frozen=True)
class News:
    """News as kept; attributes as of `NewNews`.

    Attributes:
        author: Row of who wrote it.
        by: Their alias.
    """

    id: int
    kind: NewsKind
    appeal: str | None
    texts: Mapping[str, str]
    entry: int | None
    wanted: Wanted
    author: int
    by: str
    written_at: datetime


def kind_of(entry: Entry) -> NewsKind:
    """Return as what an entry is told."""
    return _KINDS.get(entry.kind, NewsKind.OTHER)


async def write_news(db: Database, new: NewNews, by: Coordinator, now: datetime) -> int:
    """Keep what was written until somebody approves it, and return its row; what waits already is not kept twice.

    Raises:
        NoSuchEntry: If there is no entry of that row.
        NotForNews: If nobody may know what the entry says, it is news already, or it is not the time.
        WrongState: If the appeal was not sent, or is withdrawn.
    """
    assert new.texts
    assert max(map(len, new.texts.values())) <= TEXT_MAX
    entry = None if new.entry is None else await find_entry(db, new.entry)
    assert new.kind in BY_HAND if entry is None else new.kind is kind_of(entry)
    wanted = WHO_WANT_ALERTS if new.kind is NewsKind.BILL else concerned_by(new.appeal or "")
    values: Values = {
        "appeal": new.appeal,
        "entry": new.entry,
        "kind": new.kind,
        "texts": json.dumps(dict(new.texts), ensure_ascii=False),
        "wanted": wanted.to_json(),
        "by": by.id,
        "now": int(now.timestamp()),
    }
    async with db.transaction() as tx:
        if (same := await _kept(tx, values)) is not None:
            return same
        if why := await _hindrance(tx, new, entry, now):
            raise NotForNews(why)
        await _require_sent(tx, new.appeal)
        row = await tx.only(
            """
            INSERT INTO news (appeal, entry, kind, texts, wanted, state, author, written_at)
            VALUES (:appeal, :entry, :kind, :texts, :wanted, 'waiting', :by, :now)
            RETURNING id
            """,
            values,
        )
        await _record(tx, "write_news", row["id"], by, now)
    return int(row["id"])


async def approve_news(db: Database, news: int, by: Coordinator, now: datetime, *, alone: bool) -> int:
    """Begin to send news that waits, and return the broadcast; it is sent once, however often this is tried.

    Args:
        db: The database.
        news: Its row.
        by: Who approves it; its author follows the sending, or *by* if the author's role has ended.
        now: The moment.
        alone: Whether there is nobody else who could approve: then its author may.

    Raises:
        NoSuchNews: If it does not wait: it was never written, was given up, or was sent.
        OwnNews: If *by* wrote it.
        WrongState: If the appeal was withdrawn since.
    """
    async with db.transaction() as tx:
        row = await _waiting(tx, news)
        if row["author"] == by.id and not alone:
            raise OwnNews
        await _require_sent(tx, row["appeal"])
        broadcast = await begin_news(tx, db, news, by, now)
        await tx.execute(
            "UPDATE news SET state = 'sent', approved_by = :by, broadcast = :broadcast WHERE id = :id",
            {"id": news, "by": by.id, "broadcast": broadcast},
        )
        await _record(tx, "send_news", news, by, now)
    return broadcast


async def give_up_news(db: Database, news: int, by: Coordinator, now: datetime) -> None:
    """Give up news that waits; what it tells of can be written anew.

    Raises:
        NoSuchNews: If it does not wait.
    """
    async with db.transaction() as tx:
        await _waiting(tx, news)
        await tx.execute("UPDATE news SET state = 'given_up' WHERE id = :id", {"id": news})
        await _record(tx, "give_up_news", news, by, now)


async def find_news(db: Database, news: int) -> News:
    """Return news, in whatever state.

    Raises:
        NoSuchNews: If there is none.
    """
    row = await db.one(f"{_SELECT} WHERE news.id = :id", {"id": news})
    if row is None:
        raise NoSuchNews
    return _news(row)


async def waiting_news(db: Database) -> tuple[News, ...]:
    """Return the news that waits for approval, the oldest first."""
    return tuple(_news(row) for row in await db.all(f"{_SELECT} WHERE news.state = 'waiting' ORDER BY news.id"))


_KINDS = {
    Kind.STATUS: NewsKind.STATUS,
    Kind.DELIVERY: NewsKind.DELIVERED,
    Kind.REPLY: NewsKind.REPLY,
    Kind.OUTCOME: NewsKind.OUTCOME,
    Kind.BILL: NewsKind.BILL,
}
_SELECT = """
    SELECT news.id, news.kind, news.appeal, news.texts, news.entry, news.wanted, news.author, news.written_at,
        coordinator.alias
    FROM news JOIN coordinator ON coordinator.id = news.author
"""


async def _kept(tx: Transaction, values: Values) -> int | None:
    """Return the news that waits and says all of this already, as it does where the answer never reached its author."""
    row = await tx.one(
        """
        SELECT id FROM news WHERE state = 'waiting' AND kind = :kind AND texts = :texts AND author = :by
            AND COALESCE(appeal, '') = COALESCE(:appeal, '') AND COALESCE(entry, 0) = COALESCE(:entry, 0)
        """,
        values,
    )
    return row["id"] if row else None


async def _hindrance(tx: Transaction, new: NewNews, entry: Entry | None, now: datetime) -> Why | None:
    if entry is not None:
        return await hindrance_of(tx, entry, now)
    if new.kind is NewsKind.ANNIVERSARY:
        return await hindrance_of_anniversary(tx, new.appeal or "", now)
    return None


async def _require_sent(tx: Transaction, code: str | None) -> None:
    if code is None:
        return
    appeal = await tx.only("SELECT state FROM appeal WHERE code = :code", {"code": code})
    if appeal["state"] not in SENT:
        raise WrongState(appeal["state"])


async def _waiting(tx: Transaction, news: int) -> Row:
    row = await tx.one("SELECT appeal, author FROM news WHERE id = :id AND state = 'waiting'", {"id": news})
    if row is None:
        raise NoSuchNews
    return row


async def _record(tx: Transaction, deed: str, news: int, by: Coordinator, now: datetime) -> None:
    row = await tx.only("SELECT appeal, kind FROM news WHERE id = :id", {"id": news})
    detail = {"news": news, "kind": row["kind"]}
    await record(tx, Deed(now, by.id, deed, row["appeal"] or f"news-{news}", detail))


def _news(row: Row) -> News:
    return News(
        id=row["id"],
        kind=NewsKind(row["kind"]),
        appeal=row["appeal"],
        texts=json.loads(row["texts"]),
        entry=row["entry"],
        wanted=Wanted.from_json(row["wanted"]),
        author=row["author"],
        by=row["alias"],
        written_at=datetime.fromtimestamp(row["written_at"], UTC),
    )
