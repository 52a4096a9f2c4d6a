"""What belongs to this one installation: the salt of its receipts, and the mark of its secret key."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from storage.errors import BadSecretKey

if TYPE_CHECKING:
    from storage.database import Database, Transaction
    from storage.secret_key import SecretKey

SALT_BYTES = 16


async def fit_key(tx: Transaction, key: SecretKey) -> None:
    """Mark a new database with *key*, or see that it is the one that the database was made with.

    Raises:
        BadSecretKey: If it is another; the rows would be unreadable and people not found.
    """
    mark = key.digest("site", "key")
    await tx.execute(
        """
        INSERT INTO site (one, key_mark, receipt_salt) VALUES (1, :mark, :salt)
        ON CONFLICT (one) DO NOTHING
        """,
        {"mark": mark, "salt": secrets.token_hex(SALT_BYTES)},
    )
    row = await tx.one("SELECT key_mark FROM site")
    if row is None or row["key_mark"] != mark:
        raise BadSecretKey("This secret key is not the one of this database: restore the right key file.")


async def receipt_salt(db: Database) -> bytes:
    """Return the installation's salt for receipts of tips (security §2)."""
    async with db.reading() as tx:
        row = await tx.one("SELECT receipt_salt FROM site")
    assert row is not None  # written when the database was opened
    return bytes.fromhex(row["receipt_salt"])
