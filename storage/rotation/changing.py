"""The key file and the database changed together, so that at no moment neither of two key files fits (security §3)."""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing
from typing import TYPE_CHECKING

from storage.errors import BadSecretKey, CannotStart
from storage.folders import sync_folder
from storage.rotation.carrying import carry_over
from storage.secret_key import SecretKey, generations_in, new_generation, next_to
from storage.site import generation_of

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from storage.rotation.carrying import Carried


async def rotate(key_file: Path, database: Path, now: datetime) -> Carried:
    """Give the secret key a new generation, and carry the database over; only while nothing else runs.

    Raises:
        BadSecretKey: If the key is not that of the database.
        CannotStart: If there is no database, somebody has it open, or the new key file cannot be written.
    """
    settle(key_file, database)
    _require_fit(SecretKey(*generations_in(key_file)), database)
    key = _write_next(key_file)
    try:
        return await carry_over(database, key, now)
    finally:
        settle(key_file, database)


async def finish(key_file: Path, database: Path, now: datetime) -> Carried:
    """Finish or undo a change that was cut short, and carry over a database from before an earlier one.

    Raises:
        BadSecretKey: If the key is not that of the database.
        CannotStart: If there is no database, somebody has it open, or the key file cannot be replaced.
    """
    settle(key_file, database)
    key = SecretKey(*generations_in(key_file))
    _require_fit(key, database)
    return await carry_over(database, key, now)


def settle(key_file: Path, database: Path) -> None:
    """Finish a change that was cut short if the database needs the new key file, or undo it; only while nothing runs.

    Raises:
        BadSecretKey: If the database needs neither of them; both are left as they are.
        CannotStart: If there is no database to tell, or the key file cannot be replaced.
    """
    following = next_to(key_file)
    if not following.exists():
        return
    mark = mark_in(database)
    try:
        if _is_newest(mark, following):
            following.replace(key_file.resolve())
        else:
            _require_fit(SecretKey(*generations_in(key_file)), database)
            following.unlink()
        sync_folder(following.parent)
    except OSError as error:
        raise CannotStart(
            f"{following} cannot take the place of {key_file}: run `clarion secret finish` as who may write there."
        ) from error


def mark_in(database: Path) -> str:
    """Return the mark of the key that the database at *database* needs, see `storage.site.generation_of`.

    Raises:
        CannotStart: If there is no database of Clarion.
    """
    if not database.exists():
        raise CannotStart(f"There is no database at {database}, to which the secret key belongs: see to the settings.")
    try:
        with closing(sqlite3.connect(database)) as connection:
            row = connection.execute("SELECT key_mark FROM site").fetchone()
    except sqlite3.Error as error:
        raise CannotStart(
            f"The database {database} cannot be opened: check the file and the folder's rights."
        ) from error
    if row is None:
        raise CannotStart(f"The database {database} was never used: there is nothing to carry over.")
    return str(row[0])


def _require_fit(key: SecretKey, database: Path) -> None:
    if generation_of(mark_in(database), key) is None:
        raise BadSecretKey("This secret key is not the one of this database: restore the right key file.")


def _is_newest(mark: str, key_file: Path) -> bool:
    """Whether the database needs all generations of the file; one that was cut short in writing has none."""
    try:
        key = SecretKey(*generations_in(key_file))
    except BadSecretKey:
        return False
    return generation_of(mark, key) == key.generations


def _write_next(key_file: Path) -> SecretKey:
    """Write the key file anew beside the old one, with one more generation, and the same owner and rights."""
    following, real = next_to(key_file), key_file.resolve()
    text = real.read_text(encoding="ascii")
    try:
        handle = os.open(following, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            owner = real.stat()
            os.fchown(handle, owner.st_uid, owner.st_gid)  # whoever runs this, the program must be able to read it
            os.fchmod(handle, stat.S_IMODE(owner.st_mode))  # perhaps through its group
            file.write(text if text.endswith("\n") else f"{text}\n")
            file.write(new_generation())
            file.flush()
            os.fsync(handle)
        sync_folder(following.parent)
    except OSError as error:
        raise CannotStart(f"{following} cannot be written: check the folder, its rights and the disk.") from error
    return SecretKey(*generations_in(following))
