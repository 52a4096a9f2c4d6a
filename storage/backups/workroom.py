"""A private folder beside the database for a copy in the making: what is left in it is overwritten and removed."""

from __future__ import annotations

import fcntl
import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from storage.errors import CannotStart

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OWNER_ONLY = 0o700
CHUNK = 1 << 20  # bytes


class WorkroomTaken(CannotStart):
    """Another program makes or restores a backup of the same database."""


@contextmanager
def workroom(database: Path) -> Iterator[Path]:
    """Give an empty folder to one program at a time; what an earlier one left is wiped first, what this one does last.

    Raises:
        WorkroomTaken: If another program is in it.
        OSError: If the disk is full, or the folder may not be written to.
    """
    room = _room_of(database)
    room.mkdir(mode=OWNER_ONLY, parents=True, exist_ok=True)
    handle = os.open(room, os.O_RDONLY | os.O_DIRECTORY)
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
    """Wipe what a program left that was killed while it made or restored a backup; one at work is let be.

    Raises:
        CannotStart: If it cannot be wiped.
    """
    room = _room_of(database)
    try:
        if room.exists():
            with suppress(WorkroomTaken), workroom(database):
                pass
    except OSError as error:
        raise CannotStart(f"{room} holds a copy of the database that cannot be removed: remove it.") from error


def _room_of(database: Path) -> Path:
    return database.with_name(f"{database.name}.work")


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
        try:
            _overwrite(path)
        finally:
            path.unlink()


def _overwrite(path: Path) -> None:
    """Write zeros over the file: what is erased from the database later must not live on in freed blocks."""
    left = path.stat().st_size
    with path.open("r+b") as file:
        while left > 0:
            left -= file.write(bytes(min(left, CHUNK)))
        file.flush()
        os.fsync(file.fileno())
