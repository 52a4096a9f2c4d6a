"""Making backups: the database at one moment, copied beside whoever writes, sealed and put down as a whole."""

from __future__ import annotations

import fcntl
import logging
import os
import re
import sqlite3
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, BinaryIO

from storage.backups.workroom import workroom
from storage.errors import CannotStart
from storage.exports.age import NotSealed, seal_stream
from storage.folders import sync_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from storage.sealing import Recipients

BUSY_SECONDS = 30.0
_NAME = "clarion-%Y%m%dT%H%M%SZ.db.age"
_OURS = re.compile(r"clarion-\d{8}T\d{6}Z\.db\.age")
_UNFINISHED = ".unfinished"
_DAMAGED = frozenset({"SQLITE_CORRUPT", "SQLITE_NOTADB"})
_TAKEN = frozenset({"SQLITE_BUSY", "SQLITE_LOCKED"})

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Backup:
    """A backup in its place, and its length in bytes."""

    path: Path
    size: int


def make_backup(database: Path, folder: Path, recipients: Recipients, now: datetime) -> Backup:
    """Write what *database* holds at one moment, sealed, into a new file in *folder*; in flat memory.

    What was erased is not in it, nor is the secret key. Others read and write the database meanwhile.

    Raises:
        CannotStart: If there is no database, it is damaged, or the disk is full or closed; nothing is left then.
    """
    if not database.exists():
        raise CannotStart(f"There is no database at {database}: nothing to back up.")
    path = folder / now.astimezone(UTC).strftime(_NAME)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with workroom(database) as room:
            _copy(database, room / "copy.db")
            with (room / "copy.db").open("rb") as copy, _whole(path) as sealed:
                seal_stream(copy, sealed, recipients)
        return Backup(path, path.stat().st_size)
    except sqlite3.Error as error:
        if error.sqlite_errorname in _DAMAGED:
            raise CannotStart(f"The database {database} is damaged: keep it, and restore an earlier backup.") from error
        if error.sqlite_errorname in _TAKEN:
            raise CannotStart(f"Another program keeps {database} to itself just now: try again later.") from error
        raise CannotStart(f"{database} cannot be copied: check the room and the rights of its folder.") from error
    except (OSError, NotSealed) as error:
        raise CannotStart(f"{path} cannot be written: check the room and the rights of its folder.") from error


def remove_old(folder: Path, now: datetime, kept_days: int) -> int:
    """Remove the backups in *folder* that were made so many days ago, or earlier; return how many.

    By days and not by hours: of one made at the same hour each day, none is kept a day longer than was promised.

    Raises:
        CannotStart: If one cannot be removed.
    """
    last = now.astimezone(UTC).date() - timedelta(days=kept_days)
    old = [path for path, made in _backups_in(folder) if made.date() <= last]
    left = [path for path in old if not _removed(path)]
    if left:
        raise CannotStart(f"{left[0]} is to be removed by now, and cannot be: check the folder's rights.")
    return len(old)


def remove_unfinished(folder: Path) -> None:
    """Remove what was left in *folder* by programs that were killed while they wrote a backup.

    Raises:
        CannotStart: If it cannot be removed.
    """
    for path in folder.glob(f".clarion-*{_UNFINISHED}"):
        if not path.is_symlink() and not _is_being_written(path) and not _removed(path):
            raise CannotStart(f"{path} is what a killed backup left, and cannot be removed: check the folder's rights.")


def newest_backup(folder: Path) -> datetime | None:
    """Return when the newest backup in *folder* was made."""
    return max((made for _, made in _backups_in(folder)), default=None)


def _backups_in(folder: Path) -> list[tuple[Path, datetime]]:
    """Return the files that bear a name of ours, with the moment in it; of no others is anything known."""
    if not folder.is_dir():
        return []
    named = [(path, _made_at(path.name)) for path in folder.iterdir() if path.is_file() and not path.is_symlink()]
    return [(path, made) for path, made in named if made is not None]


def _made_at(name: str) -> datetime | None:
    try:
        return datetime.strptime(name, _NAME).replace(tzinfo=UTC) if _OURS.fullmatch(name) else None
    except ValueError:  # digits that are no moment
        return None


def _copy(database: Path, copy: Path) -> None:
    address = f"{database.absolute().as_uri()}?mode=rw"  # never makes one
    with closing(sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS, isolation_level=None)) as connection:
        connection.execute("VACUUM INTO ?", (str(copy),))


def _removed(path: Path) -> bool:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False  # the others go all the same; then it is said
    return True


def _is_being_written(path: Path) -> bool:
    """Whether the program that writes the file still lives; of a file that we may not open it is taken for granted."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
    except FileNotFoundError:  # it has its name by now
        return True
    except PermissionError:
        log.warning("an unfinished backup is another user's: left as it is")
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(handle)
    return False


@contextmanager
def _whole(path: Path) -> Iterator[BinaryIO]:
    """Open a file that gets its name once all of it is on the disk; what a killed program left is removed."""
    remove_unfinished(path.parent)
    unfinished = path.with_name(f".{path.name}{_UNFINISHED}")
    handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)  # for as long as this program lives
            yield file
            file.flush()
            os.fsync(handle)
            if path.exists():
                raise CannotStart(f"{path} is there already: wait a second.")
            unfinished.rename(path)
        sync_folder(path.parent)
    finally:
        unfinished.unlink(missing_ok=True)
