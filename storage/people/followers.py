"""Followers: who asked to hear how one appeal goes on, with or without a signature or a subscription."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage.people.digests import follower_digest

if TYPE_CHECKING:
    from datetime import date

    from storage.database import Database
    from storage.transactions import Row, Transaction


@dataclass(frozen=True)
class Following:
    """What a person asks for when they follow the appeal *code*."""

    code: str
    person: int
    language: str
    consent_version: str
    day: date


async def follow(db: Database, following: Following) -> None:
    """Make the person a follower; who is one already stays it under the consent they gave first."""
    async with db.transaction() as tx:
        await tx.execute(
            """
            INSERT INTO follower (appeal, person, chat, language, consent_version, consent_day)
            VALUES (:code, :person, :chat, :language, :version, :day)
            ON CONFLICT (appeal, person) DO NOTHING
            """,
            {
                "code": following.code,
                "person": follower_digest(db, following.code, following.person),
                "chat": db.key.encrypt("follower.chat", str(following.person)),
                "language": following.language,
                "version": following.consent_version,
                "day": following.day.isoformat(),
            },
        )


async def unfollow(db: Database, code: str, person: int) -> bool:
    """Erase the person among the followers of the appeal; return whether they were there."""
    async with db.transaction() as tx:
        row = await _find(tx, db, code, person)
        if row is not None:
            await _erase(tx, row)
    return row is not None


async def is_following(db: Database, code: str, person: int) -> bool:
    """Say whether the person follows the appeal."""
    async with db.reading() as tx:
        return await _find(tx, db, code, person) is not None


async def follows_of(tx: Transaction, db: Database, person: int) -> list[Row]:
    """Return the person's rows among the followers, in the order of the appeals' codes."""
    appeals = await tx.all("SELECT code FROM appeal ORDER BY code")
    found = [await _find(tx, db, appeal["code"], person) for appeal in appeals]
    return [row for row in found if row is not None]


async def unfollow_all(tx: Transaction, db: Database, person: int) -> int:
    """Erase the person among the followers of every appeal; return how many they followed."""
    rows = await follows_of(tx, db, person)
    for row in rows:
        await _erase(tx, row)
    return len(rows)


async def take_news(tx: Transaction, db: Database, code: str, person: int, signature: int) -> None:
    """Make the news that waits for a signer, who wants none as one any more, the follower's; if they follow."""
    row = await _find(tx, db, code, person)
    if row is not None:
        await tx.execute(
            """
            UPDATE letter SET follower = :follower, signature = NULL WHERE signature = :signature
                AND state = 'pending' AND broadcast IN (SELECT id FROM broadcast WHERE kind = 'news')
            """,
            {"follower": row["id"], "signature": signature},
        )


async def _find(tx: Transaction, db: Database, code: str, person: int) -> Row | None:
    return await tx.one(
        "SELECT * FROM follower WHERE appeal = :code AND person = :person",
        {"code": code, "person": follower_digest(db, code, person)},
    )


async def _erase(tx: Transaction, row: Row) -> None:
    await tx.execute(
        "UPDATE letter SET state = 'skipped', reason = 'not_wanted' WHERE state = 'pending' AND follower = :id",
        {"id": row["id"]},
    )
    await tx.execute("DELETE FROM follower WHERE id = :id", {"id": row["id"]})
