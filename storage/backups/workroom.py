"""A private folder beside the database for a copy in the making: what is left in it is overwritten and removed.

Nobody but us has business in it. Should a link lie there all the same, or be there in its place, what the link leads
to is somebody else's, and is neither read nor written.
"""

from __future__ import annotations

import fcntl
import logging
import os
import stat
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from storage.errors import CannotStart

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OWNER_ONLY = 0o700
CHUNK = 1 << 20  # bytes

log = logging.getLogger(__name__)


class WorkroomTaken(CannotStart):
    """Another program makes or restores a backup of the same database."""


class NotOurWorkroom(CannotStart):
    """What bears the folder's name is none of ours."""


@contextmanager
def workroom(database: Path) -> Iterator[Path]:
    """Give an empty folder to one program at a time; what an earlier one left is wiped first, what this one does last.

    Raises:
        WorkroomTaken: If another program is in it.
        NotOurWorkroom: If there is a link in its place, or it is another user's.
        OSError: If the disk is full, or the folder may not be written to.
    """
    room = _room_of(database)
    room.parent.mkdir(mode=OWNER_ONLY, parents=True, exist_ok=True)
    with suppress(FileExistsError):  # looked at next
        room.mkdir(mode=OWNER_ONLY)
    _require_ours(room)
    handle = os.open(room, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        _take(handle, database)
        _wipe_all(room)
        try:
            yield room
        finally:
            _wipe_all(room)
            room.rmdir()
    finally:
        os.close(handle)


def wipe_left(database: Path) -> None:
    """Wipe what a program left that was killed while it made or restored a backup.

    One at work is let be, and so is what is none of ours: nothing needs it before the next backup, which will say so.

    Raises:
        CannotStart: If it cannot be wiped.
    """
    room = _room_of(database)
    if not (room.exists() or room.is_symlink()):
        return
    try:
        with suppress(WorkroomTaken), workroom(database):
            pass
    except NotOurWorkroom:
        log.warning("the folder of copies beside the database is a link, or another user's: left as it is")
    except OSError as error:
        raise CannotStart(f"{room} holds a copy of the database that cannot be removed: remove it.") from error


def _room_of(database: Path) -> Path:
    return database.with_name(f"{database.name}.work")


def _require_ours(room: Path) -> None:
    found = room.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid():
        raise NotOurWorkroom(f"{room} is a link, no folder, or another user's: find out who made it, and remove it.")


def _take(handle: int, database: Path) -> None:
    """Lock the folder; the system lets it go when the program ends, however it ends."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise WorkroomTaken(
            f"Another backup or restore of {database} is under way: wait until it has ended."
        ) from error


def _wipe_all(room: Path) -> None:
    for path in room.iterdir():
        found = path.lstat()
        if stat.S_ISDIR(found.st_mode):
            _wipe_all(path)
            path.rmdir()
            continue
        try:
            if _is_ours_alone(found):
                _overwrite(path)
        finally:
            path.unlink()


def _is_ours_alone(found: os.stat_result) -> bool:
    """Whether it is a file of our user that has no other name, under which somebody needs it."""
    return stat.S_ISREG(found.st_mode) and found.st_nlink == 1 and found.st_uid == os.geteuid()


def _overwrite(path: Path) -> None:
    """Write zeros over the file: what is erased from the database later must not live on in freed blocks."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_NOFOLLOW), "wb") as file:
        left = os.fstat(file.fileno()).st_size
        while left > 0:
            left -= file.write(bytes(min(left, CHUNK)))
        file.flush()
        os.fsync(file.fileno())
