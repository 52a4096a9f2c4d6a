"""News: what became of an appeal, told once to each whom it concerns; or where a bill stands, to who wants to know.

An appeal's news goes to its signers who want updates, then to those of its followers who do not have it as signers;
that of a bill goes to subscribers of its topic. The letters have no version of their own, and whether the appeal is
still open does not matter to them. They are written in slices: `written_to` is the number of the last signature that
was looked at, and when all were, -1 less the row of the last follower.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.appeals.model import appeal_in
from storage.appeals.vocabulary import Urgency
from storage.letters.broadcasts.audience import Wanted
from storage.letters.broadcasts.concerned import ALERTED, UPDATED, followers_after, who_have_it
from storage.letters.broadcasts.planning import RANK

if TYPE_CHECKING:
    from datetime import datetime

    from storage.database import Database
    from storage.people.coordinators import Coordinator
    from storage.transactions import Transaction, Values

SLICE = 5_000  # signatures or subscribers looked at in one transaction
FIRST_FOLLOWER = -1  # the place at which the followers begin


async def begin_news(tx: Transaction, db: Database, news: int, by: Coordinator, now: datetime) -> int:
    """Begin to send the news of that row to whom it is for, and return the broadcast.

    Its author follows the progress; *by*, who approved it, if the author's role has ended.
    """
    row = await tx.only(
        """
        SELECT news.wanted, version.id AS version, version.document, author.id AS author, author.chat FROM news
            LEFT JOIN coordinator AS author ON author.id = news.author AND author.person IS NOT NULL
            LEFT JOIN appeal ON appeal.code = news.appeal
            LEFT JOIN appeal_version AS version ON version.appeal = appeal.code AND version.number = appeal.version
        WHERE news.id = :id
        """,
        {"id": news},
    )
    urgency = Urgency.HIGH if row["document"] is None else appeal_in(row["document"]).urgency  # an alert is no routine
    planner, chat = by.id, str(by.person)
    if row["author"] is not None:
        planner, chat = row["author"], db.key.decrypt("coordinator.chat", row["chat"])
    planned = await tx.only(
        """
        INSERT INTO broadcast (kind, version, rank, state, wanted, period, planned_by, planned_at, starts_at,
            written_to, letters, paid_letters, floods, progress_chat)
        VALUES ('news', :version, :rank, 'running', :wanted, :period, :by, :now, :now, 0, 0, 0, 0, :chat)
        RETURNING id
        """,
        {
            "version": row["version"],
            "rank": RANK[urgency],
            "wanted": row["wanted"],
            "period": f"news:{news}",
            "by": planner,
            "now": int(now.timestamp()),
            "chat": db.key.encrypt("broadcast.progress_chat", chat),
        },
    )
    await write_slice(tx, db, planned["id"], now)
    return int(planned["id"])


async def write_slice(tx: Transaction, db: Database, broadcast: int, now: datetime) -> None:
    """Write to the next of those whom the news is for."""
    head = await tx.one(
        """
        SELECT wanted, written_to FROM broadcast
        WHERE id = :id AND written_to IS NOT NULL AND state IN ('running', 'paused')
        """,
        {"id": broadcast},
    )
    if head is None:
        return
    wanted, after = Wanted.from_json(head["wanted"]), head["written_to"]
    values = {"broadcast": broadcast, "now": int(now.timestamp())}
    if wanted.of is None:
        letters, reached = await _to_subscribers(tx, values, after)
    elif after > FIRST_FOLLOWER:
        letters, reached = await _to_signers(tx, wanted.of, values, after)
    else:
        letters, reached = await _to_followers(tx, db, wanted.of, values, FIRST_FOLLOWER - after)
    await tx.execute(
        "UPDATE broadcast SET letters = letters + :letters, written_to = :reached WHERE id = :broadcast",
        {**values, "letters": letters, "reached": reached},
    )


async def _to_subscribers(tx: Transaction, values: Values, after: int) -> tuple[int, int | None]:
    """Write to those of the next subscribers who want alerts; return how many, and the place that was reached."""
    span = {**values, "after": after, "last": after + SLICE}
    letters = await tx.execute(
        f"""
        INSERT INTO letter (broadcast, subscriber, state, due_at, in_doubt)
        SELECT :broadcast, subscriber.id, 'pending', :now, 0 FROM subscriber
        WHERE subscriber.id > :after AND subscriber.id <= :last AND {ALERTED}
        """,
        span,
    )
    more = await tx.one("SELECT 1 FROM subscriber WHERE id > :last LIMIT 1", span)
    return letters, after + SLICE if more else None


async def _to_signers(tx: Transaction, code: str, values: Values, after: int) -> tuple[int, int]:
    """Write to those of the next signers who want updates; return how many, and the place that was reached."""
    letters = await tx.execute(
        f"""
        INSERT INTO letter (broadcast, signature, state, due_at, in_doubt)
        SELECT :broadcast, id, 'pending', :now, 0 FROM signature
        WHERE appeal = :code AND serial > :after AND serial <= :last AND {UPDATED}
        """,
        {**values, "code": code, "after": after, "last": after + SLICE},
    )
    appeal = await tx.only("SELECT signed FROM appeal WHERE code = :code", {"code": code})
    return letters, after + SLICE if after + SLICE < appeal["signed"] else FIRST_FOLLOWER


async def _to_followers(  # one argument for each fact of the slice
    tx: Transaction, db: Database, code: str, values: dict[str, int], after: int
) -> tuple[int, int | None]:
    """Write to those of the next followers who have no letter of it yet; return how many, and the place reached."""
    followers = await followers_after(tx, db, code, after)
    have_it = await who_have_it(tx, db, code, values["broadcast"], followers.rows)
    rows = [row["id"] for person, row in followers.rows.items() if person not in have_it]
    await tx.execute_many(
        """
        INSERT INTO letter (broadcast, follower, state, due_at, in_doubt)
        VALUES (:broadcast, :follower, 'pending', :now, 0)
        """,
        [{**values, "follower": row} for row in rows],
    )
    return len(rows), None if followers.last is None else FIRST_FOLLOWER - followers.last
