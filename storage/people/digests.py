"""How a person is found without being named: keyed digests of the Telegram id, and the language they chose."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from storage.database import Database
    from storage.transactions import Transaction


def person_digest(db: Database, person: int) -> str:
    """Return the digest that stands for a Telegram id everywhere but in signatures and among followers."""
    return db.key.digest("person", person)


def signer_digest(db: Database, code: str, person: int) -> str:
    """Return the digest that stands for a Telegram id in one petition; other petitions show another."""
    return db.key.digest("signer", code, person)


def follower_digest(db: Database, code: str, person: int) -> str:
    """Return the digest that stands for a Telegram id among the followers of one appeal."""
    return db.key.digest("follower", code, person)


def attendance_digest(db: Database, moment: int, person: int) -> str:
    """Return the digest that stands for a Telegram id among those who come to one moment."""
    return db.key.digest("attendance", moment, person)


async def rows_by_appeal(tx: Transaction, db: Database, person: int) -> list[dict[str, str]]:
    """Return by what a signature and a follower's row of the person are found, for each appeal that there is."""
    codes = [row["code"] for row in await tx.all("SELECT code FROM appeal")]
    return [
        {"code": code, "signer": signer_digest(db, code, person), "follower": follower_digest(db, code, person)}
        for code in codes
    ]


async def chosen_language(db: Database, person: int) -> str | None:
    """Return the language that the person asked for, if they did."""
    row = await db.one(
        "SELECT language FROM chosen_language WHERE person = :person", {"person": person_digest(db, person)}
    )
    return row["language"] if row else None


async def choose_language(db: Database, person: int, language: str) -> None:
    """Remember the language for everything that the person will read from now on, as signer and follower too."""
    values = {"person": person_digest(db, person), "language": language}
    async with db.transaction() as tx:
        await tx.execute(
            """
            INSERT INTO chosen_language (person, language) VALUES (:person, :language)
            ON CONFLICT (person) DO UPDATE SET language = excluded.language
            """,
            values,
        )
        await tx.execute("UPDATE subscriber SET language = :language WHERE person = :person", values)
        rows = [{"language": language, **one} for one in await rows_by_appeal(tx, db, person)]
        await tx.execute_many(
            "UPDATE follower SET language = :language WHERE appeal = :code AND person = :follower", rows
        )
        await tx.execute_many(
            """
            UPDATE signature SET language = :language WHERE appeal = :code AND signer = :signer AND state = 'valid'
            """,
            rows,
        )
