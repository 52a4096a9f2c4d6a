"""Openings: which subscribers opened a petition and have not signed it, for one reminder before its deadline.

Kept under a digest that is different for each petition, and only as long as the petition is open. It is made of the
subscriber's own digest, so that whoever plans a reminder finds the subscriber without decrypting anybody's id.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.appeals.model import appeal_in
from storage.people.digests import person_digest, signer_digest

if TYPE_CHECKING:
    from storage.database import Database
    from storage.secret_key import SecretKey
    from storage.transactions import Row, Transaction, Values

ERASED_TOGETHER = 5_000  # openings in one transaction

_TO_BE_KEPT = """
    appeal.code = :code AND appeal.state = 'published'
    AND EXISTS (SELECT 1 FROM subscriber WHERE person = :person AND state = 'active')
    AND NOT EXISTS (SELECT 1 FROM signature WHERE signature.appeal = :code AND signature.signer = :signer)
    AND NOT EXISTS (SELECT 1 FROM opening WHERE opening.appeal = :code AND opening.reader = :reader)
"""


def reader_digest(key: SecretKey, code: str, person: str) -> str:
    """Return the digest that stands in one petition for whoever has the digest *person* among subscribers."""
    return key.digest("reader", code, person)


async def opened(db: Database, code: str, person: int) -> None:
    """Keep that the person, by Telegram id, opened an appeal.

    Nothing is kept of who is no active subscriber or has ever signed it, nor of an appeal that is not open or asks for
    no signatures.
    """
    subscriber = person_digest(db, person)
    values: Values = {
        "code": code,
        "person": subscriber,
        "signer": signer_digest(db, code, person),
        "reader": reader_digest(db.key, code, subscriber),
    }
    row = await db.one(
        f"""
        SELECT version.document FROM appeal JOIN appeal_version AS version
            ON version.appeal = appeal.code AND version.number = appeal.version WHERE {_TO_BE_KEPT}
        """,
        values,
    )
    if row is None or not appeal_in(row["document"]).kind.asks:
        return
    async with db.transaction() as tx:  # they may have stopped or signed in this moment
        await tx.execute(
            f"INSERT INTO opening (appeal, reader) SELECT :code, :reader FROM appeal WHERE {_TO_BE_KEPT}", values
        )


async def openings_of(tx: Transaction, db: Database, person: int) -> tuple[str, ...]:
    """Return the codes of the appeals of which it is kept that the person opened them."""
    found = await _rows_of(tx, db, person)
    return tuple(row["appeal"] for row in found)


async def erase_openings(tx: Transaction, db: Database, person: int) -> None:
    """Forget which appeals the person opened."""
    await tx.execute_many(
        "DELETE FROM opening WHERE appeal = :appeal AND reader = :reader",
        [dict(row) for row in await _rows_of(tx, db, person)],
    )


async def erase_closed_openings(db: Database) -> int:
    """Forget who opened the appeals that are not open any more, some of them at a time; return how many."""
    over = "appeal IN (SELECT code FROM appeal WHERE state <> 'published')"
    async with db.reading() as tx:
        if await tx.one(f"SELECT 1 FROM opening WHERE {over} LIMIT 1") is None:
            return 0
    async with db.transaction() as tx:
        return await tx.execute(
            f"""
            DELETE FROM opening WHERE (appeal, reader) IN
                (SELECT appeal, reader FROM opening WHERE {over} LIMIT :together)
            """,
            {"together": ERASED_TOGETHER},
        )


async def _rows_of(tx: Transaction, db: Database, person: int) -> list[Row]:
    subscriber, found = person_digest(db, person), []
    for appeal in await tx.all("SELECT code FROM appeal ORDER BY code"):
        found += await tx.all(
            "SELECT appeal, reader FROM opening WHERE appeal = :code AND reader = :reader",
            {"code": appeal["code"], "reader": reader_digest(db.key, appeal["code"], subscriber)},
        )
    return found
