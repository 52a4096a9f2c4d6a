"""A whole database carried over to the newest generation of its key: in one transaction, or not at all."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage.audit import Deed, record
from storage.database import Database
from storage.errors import BadSecretKey, CannotStart
from storage.rotation.columns import KEYED
from storage.rotation.openings import carry_openings
from storage.rotation.rows import Carrying, carry_table
from storage.site import generation_of

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from storage.secret_key import SecretKey
    from storage.transactions import Transaction

CACHE_KIB = 64 * 1024  # the digests' indexes are written all over: too little memory writes each page many times


@dataclass(frozen=True)
class Carried:
    """What was carried over.

    Attributes:
        unreadable: Fields that opened with no key before, and are as they were.
    """

    generation: int
    rows: int
    unreadable: int


async def carry_over(database: Path, key: SecretKey, now: datetime) -> Carried:
    """Bring the database into the newest generation of *key*; none of its rows is changed if it is there already.

    Nobody else may have it open, not even to read. Afterwards nothing in the file or its log opens with the key of
    before.

    Raises:
        BadSecretKey: If it belongs to another key.
        CannotStart: If somebody has it open, or it cannot be opened or written; nothing is changed then.
    """
    db = await Database.open_alone(database, key)
    try:
        async with db.transaction() as tx:
            await tx.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
            carried = await _carry(tx, key, now)
        await db.fold_log()  # the fields of before are overwritten
    except sqlite3.OperationalError as error:
        raise CannotStart(f"{database} cannot be written: check the room and the rights of its folder.") from error
    finally:
        await db.close()
    return carried


async def _carry(tx: Transaction, key: SecretKey, now: datetime) -> Carried:
    generation = await _generation(tx, key)
    if generation == key.generations:
        return Carried(generation, 0, 0)
    carrying = Carrying(key.at(generation), key)
    await carry_openings(tx, carrying)
    for keyed in KEYED:
        await carry_table(tx, keyed, carrying)
    carried = Carried(key.generations, carrying.rows.total(), carrying.unreadable.total())
    detail: dict[str, str | int] = {"generation": carried.generation, "rows": carried.rows}
    await record(tx, Deed(now, None, "change_secret_key", "secret-key", detail))
    return carried


async def _generation(tx: Transaction, key: SecretKey) -> int:
    row = await tx.one("SELECT key_mark FROM site")
    generation = generation_of(row["key_mark"], key) if row else None
    if generation is None:
        raise BadSecretKey("This secret key is not the one of this database: restore the right key file.")
    return generation
