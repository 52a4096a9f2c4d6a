"""What a receipt leads to: replies, and its holder's ways to add to the tip or to erase it.

This is the only place on the server where anything sealed is opened, and only with the identity that follows from a
receipt, at the moment in which its holder typed it. A receipt that is wrong, one whose tip is gone and one without
replies run the same statements and have the same answer.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

import pyrage
from pyrage import x25519

from storage.audit import Deed, record
from storage.exports.strict_json import NotTheObject, read_object
from storage.sealing import PADDED_SIZES
from storage.tips.keys.rows import require_current

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from storage.database import Database
    from storage.tips.receipts import ReceiptKeys

SHOWN_MAX = 10  # replies of one tip at once
ADDITIONS_MAX = 100  # to one tip
WAITING_MAX = 20  # tags in one letter
_BALLAST = "ballast"  # no conversation has this name
_REPLY: Mapping[str, type] = {"format": str, "version": int, "text": str, "written_on": str}


@dataclass(frozen=True)
class OpenedReply:
    """A reply as its reader sees it; `text` is None where it was sealed to somebody else, or is none."""

    number: int
    written_on: date
    text: str | None = field(repr=False)


async def look_up(db: Database, keys: ReceiptKeys, today: date) -> tuple[OpenedReply, ...]:
    """Return the replies that the receipt leads to, in their order; empty also where it leads nowhere.

    Where there are too many for once, those that nobody has seen come first, and then the newest.
    """
    rows = await db.all(
        """
        SELECT tip_reply.number, tip_reply.day, tip_reply.sealed FROM tip JOIN tip_reply ON tip_reply.tag = tip.tag
        WHERE tip.lookup = :lookup AND tip.expires_on > :today
        ORDER BY tip_reply.seen, CASE tip_reply.seen WHEN 0 THEN tip_reply.number ELSE -tip_reply.number END
        LIMIT :limit
        """,
        {"lookup": _digest(db, keys), "today": today.isoformat(), "limit": SHOWN_MAX},
    )
    found = [_opened(row["number"], row["day"], row["sealed"], keys.reply_identity) for row in rows]
    return tuple(sorted(found, key=lambda reply: reply.number))


async def mark_seen(db: Database, keys: ReceiptKeys, replies: Collection[OpenedReply]) -> None:
    """Note that these replies were shown."""
    lookup = _digest(db, keys)
    async with db.transaction() as tx:
        await tx.execute_many(
            """
            UPDATE tip_reply SET seen = 1
            WHERE tag = (SELECT tag FROM tip WHERE lookup = :lookup) AND number = :number
            """,
            [{"lookup": lookup, "number": reply.number} for reply in replies],
        )


async def add_to_tip(db: Database, keys: ReceiptKeys, sealed: bytes, epoch: int, today: date) -> str | None:
    """Keep what was added, sealed to the recipients of the epoch; return the tip's tag.

    Return None where the receipt leads to no tip, or to one that is closed or full; then nothing is kept, but as much
    is written: how long it takes says nothing about the receipt.

    Raises:
        EpochOver: If it was sealed to keys that are not in force any more, wherever the receipt leads.
    """
    day = today.isoformat()
    async with db.transaction() as tx:
        await require_current(tx, epoch)
        row = await tx.one(
            """
            INSERT INTO tip_addition (tag, number, day, epoch, sealed)
            SELECT tip.tag, (SELECT COALESCE(MAX(number), 0) + 1 FROM tip_addition WHERE tip_addition.tag = tip.tag),
                :today, :epoch, :sealed
            FROM tip WHERE tip.lookup = :lookup AND tip.expires_on > :today AND tip.state != 'closed'
                AND (SELECT COUNT(*) FROM tip_addition WHERE tip_addition.tag = tip.tag) < :most
            RETURNING tag
            """,
            {
                "lookup": _digest(db, keys),
                "today": day,
                "epoch": epoch,
                "sealed": sealed,
                "most": ADDITIONS_MAX,
            },
        )
        # A row of the same size that is gone before anybody could see it; what is deleted is written over.
        await tx.execute(
            """
            INSERT INTO conversation (name, person, chat, step, changed_on)
            SELECT :name, :name, :sealed, 0, :today WHERE :kept = 0
            """,
            {"name": _BALLAST, "sealed": sealed, "today": day, "kept": int(row is not None)},
        )
        await tx.execute("DELETE FROM conversation WHERE name = :name", {"name": _BALLAST})
    return row["tag"] if row else None


async def erase_by_receipt(db: Database, keys: ReceiptKeys, today: date) -> str | None:
    """Erase the tip with all that belongs to it, from the database's log too; return its tag, if there was one.

    The audit keeps that the tip of this tag was erased, by nobody of the staff, and of the time the day alone.
    """
    noon = datetime.combine(today, time(12), UTC)  # the same day in the zones of nearly everybody
    async with db.transaction() as tx:
        row = await tx.one("DELETE FROM tip WHERE lookup = :lookup RETURNING tag", {"lookup": _digest(db, keys)})
        if row:
            await record(tx, Deed(noon, None, "erase_tip", row["tag"]))
    await db.fold_log()  # where a reader still needs the log, the hourly erasing tries again
    return row["tag"] if row else None


@dataclass(frozen=True)
class Waiting:
    """The tips with replies that nobody has read yet: the tags that a letter lists, and how many more there are."""

    tags: tuple[str, ...] = ()
    more: int = 0


async def waiting_tags(db: Database, today: date) -> Waiting:
    """Return for which tips a reply waits, those with the newest replies first."""
    rows = await db.all(
        """
        SELECT tip.tag, COUNT(*) OVER () AS waiting FROM tip
        JOIN tip_reply ON tip_reply.tag = tip.tag AND tip_reply.seen = 0
        WHERE tip.expires_on > :today GROUP BY tip.tag ORDER BY MAX(tip_reply.day) DESC, tip.tag LIMIT :limit
        """,
        {"today": today.isoformat(), "limit": WAITING_MAX},
    )
    return Waiting(tuple(row["tag"] for row in rows), rows[0]["waiting"] - len(rows) if rows else 0)


def _digest(db: Database, keys: ReceiptKeys) -> str:
    return db.key.digest("tip", keys.lookup.hex())


def _opened(number: int, day: str, sealed: bytes, identity: str) -> OpenedReply:
    """Open a reply with the receipt's own identity."""
    key = x25519.Identity.from_str(identity)  # noqa: TID251  # a receipt's, never a coordinator's
    loaded_on = date.fromisoformat(day)
    try:
        reply = read_object(pyrage.decrypt(sealed, [key]), _REPLY, PADDED_SIZES[-1])
        if (reply["format"], reply["version"]) != ("clarion-reply", 1):
            raise NotTheObject("it is of another format")
        reply["text"].encode()  # half of a surrogate pair could not be shown
        return OpenedReply(number, date.fromisoformat(reply["written_on"]), reply["text"])
    except (pyrage.DecryptError, ValueError):  # its author's fault; it must not hide the other replies
        return OpenedReply(number, loaded_on, None)
