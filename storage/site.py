"""What belongs to this one installation: the salt of its receipts, and the mark of its secret key."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from storage.errors import BadSecretKey, CannotStart

if TYPE_CHECKING:
    from storage.secret_key import SecretKey
    from storage.transactions import Transaction

SALT_BYTES = 16


def mark_of(key: SecretKey) -> str:
    """Return the digest by which a database knows its key again."""
    return key.digest("site", "key")


def generation_of(mark: str, key: SecretKey) -> int | None:
    """Return in which generation of *key* a database with that *mark* is; None: it belongs to another key."""
    return next((number for number in range(key.generations, 0, -1) if mark_of(key.at(number)) == mark), None)


async def fit_key(tx: Transaction, key: SecretKey) -> None:
    """Mark a new database with *key*, or see that it is the one that the database was made with.

    Raises:
        BadSecretKey: If it is another; the rows would be unreadable and people not found.
    """
    mark = mark_of(key)
    await tx.execute(
        """
        INSERT INTO site (one, key_mark, receipt_salt) VALUES (1, :mark, :salt)
        ON CONFLICT (one) DO NOTHING
        """,
        {"mark": mark, "salt": secrets.token_hex(SALT_BYTES)},
    )
    row = await tx.only("SELECT key_mark FROM site")
    generation = generation_of(row["key_mark"], key)
    if generation is not None and generation < key.generations:
        raise BadSecretKey("This database is from before the secret key was changed: run `clarion secret finish`.")
    if generation is None:
        raise BadSecretKey("This secret key is not the one of this database: restore the right key file.")


async def receipt_salt(tx: Transaction) -> bytes:
    """Return the installation's salt for receipts of tips (security §2)."""
    row = await tx.only("SELECT receipt_salt FROM site")  # written when the database was opened
    return bytes.fromhex(row["receipt_salt"])


async def fit_bot(tx: Transaction, bot: int) -> None:
    """Note whose database this is, or see that it belongs to the bot with the Telegram id *bot*.

    Raises:
        CannotStart: If it is another bot's: to that one's subscribers, this bot is a stranger.
    """
    await tx.execute("UPDATE site SET bot = :bot WHERE bot IS NULL", {"bot": bot})
    row = await tx.one("SELECT bot FROM site")
    if row is None or row["bot"] != bot:
        raise CannotStart("CLARION_BOT_TOKEN is that of another bot than this database's: put the right one into .env.")
