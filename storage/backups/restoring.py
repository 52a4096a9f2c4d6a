"""Restoring: an opened backup is checked and set right apart, and gets its place as a whole or not at all."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from storage.audit import Deed, record, verify
from storage.backups.erased import noted_erased
from storage.backups.workroom import workroom
from storage.database import Database
from storage.errors import CannotStart
from storage.folders import sync_folder
from storage.letters.broadcasts.halting import halt, plan_what_is_due
from storage.retention import erase_over
from storage.rotation.carrying import carry_over

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime, timedelta
    from pathlib import Path
    from zoneinfo import ZoneInfo

    from storage.backups.erased import ErasedTip
    from storage.letters.broadcasts.halting import Halted
    from storage.retention import Erased
    from storage.secret_key import SecretKey

PARTS = ("", "-wal", "-shm", "-journal")  # of a database's name
_NO_ROOM = "cannot be written: check the room and the rights of its folder."


@dataclass(frozen=True)
class Rules:
    """What the operator decided that matters to a database which was away for a while.

    Attributes:
        names_kept: For how long after the last handover the names of signers are kept.
    """

    timezone: ZoneInfo
    digest_hour: int
    names_kept: timedelta


@dataclass(frozen=True)
class Restored:
    """What became of the database that was restored.

    Attributes:
        erased_again: How many tips that their senders had erased since; None where nobody noted which.
    """

    halted: Halted
    erased: Erased
    erased_again: int | None


def refuse_existing(database: Path) -> None:
    """See that there is no database.

    Raises:
        CannotStart: If there is one, or a part of one.
    """
    for part in PARTS:
        path = database.with_name(database.name + part)
        if path.exists():
            raise CannotStart(f"{path} is there already, and a backup never replaces it: move it away first.")


async def restore(
    database: Path, key: SecretKey, write: Callable[[BinaryIO], None], now: datetime, rules: Rules
) -> Restored:
    """Make *database* of what *write* gives of an opened backup; nothing of it goes out by itself afterwards.

    Raises:
        BadSecretKey: If *key* is not the one that it was made with.
        DatabaseTooNew: If a later version of Clarion made it.
        CannotStart: If there is a database already, the backup is none or not whole, or the disk is full.
    """
    refuse_existing(database)
    noted = noted_erased(database)
    try:
        with workroom(database) as room:
            copy = room / database.name
            _write(copy, write)
            _check(copy)
            restored = await _set_right(copy, key, now, rules, noted)
            _put_in_place(copy, database)
    except (OSError, sqlite3.Error) as error:
        raise CannotStart(f"{database} {_NO_ROOM}") from error
    return restored


def _write(copy: Path, write: Callable[[BinaryIO], None]) -> None:
    with os.fdopen(os.open(copy, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        write(file)


def _check(copy: Path) -> None:
    """See that the file is a whole database of Clarion; whose, and of which version, is seen as it is opened."""
    with closing(sqlite3.connect(copy)) as connection:
        try:
            whole = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            whole = whole and not connection.execute("PRAGMA foreign_key_check").fetchall()
            names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        except sqlite3.DatabaseError as error:
            raise CannotStart("What was sealed is no whole database: take another backup.") from error
    if not whole:
        raise CannotStart("The database in this backup is damaged: take another backup.")
    if not {"alembic_version", "site", "audit"} <= names:
        raise CannotStart("What was sealed is no database of Clarion: take another file.")


async def _set_right(
    copy: Path, key: SecretKey, now: datetime, rules: Rules, noted: Iterable[ErasedTip] | None
) -> Restored:
    await carry_over(copy, key, now)  # the secret key may have been changed since
    db = await Database.open(copy, key)
    try:
        chain = await verify(db)
        if chain.broken_at is not None:
            raise CannotStart(f"The audit in this backup breaks at row {chain.broken_at}: take another backup.")
        digests = await plan_what_is_due(db, now, rules.timezone, rules.digest_hour)
        async with db.transaction() as tx:
            halted = await halt(tx, digests, now)
            detail: dict[str, str | int] = {"paused": halted.paused, "cancelled": halted.cancelled}
            detail |= {"in_doubt": halted.in_doubt, "news": halted.news}
            await record(tx, Deed(now, None, "restore_backup", "database", detail))
        erased_again = None if noted is None else await _erase_again(db, noted, now)
        erased = await erase_over(db, now.astimezone(rules.timezone), rules.names_kept)
        if not await db.fold_log():
            raise CannotStart("The log of the restored database could not be folded: try once more.")
    finally:
        await db.close()
    return Restored(halted, erased, erased_again)


async def _erase_again(db: Database, noted: Iterable[ErasedTip], now: datetime) -> int:
    """Erase the tips that their senders had erased, which the backup is too old to know; return how many."""
    erased = 0
    async with db.transaction() as tx:
        for tip in noted:
            values = {"tag": tip.tag, "day": tip.day.isoformat()}
            if await tx.execute("DELETE FROM tip WHERE tag = :tag AND day <= :day", values):
                await record(tx, Deed(now, None, "erase_tip", tip.tag))
                erased += 1
    return erased


def _put_in_place(copy: Path, database: Path) -> None:
    with copy.open("rb") as file:
        os.fsync(file.fileno())
    refuse_existing(database)
    copy.rename(database)
    sync_folder(database.parent)
