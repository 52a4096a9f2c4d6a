"""Which tips their senders erased, as long as a backup may hold them: so that a restore does not bring them back.

It stands in a file beside the database, and in no backup: one made before a tip was erased cannot know of it. Of each
tip there is what the audit keeps too, its tag and the day.
"""

from __future__ import annotations

import fcntl
import os
import re
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from storage.errors import CannotStart
from storage.folders import sync_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

OWNER_ONLY = 0o600
_TIP = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2}) ([A-Z0-9]{4})$", re.MULTILINE)


@dataclass(frozen=True)
class ErasedTip:
    """A tip that its sender erased on a day; one that came later may bear the same tag."""

    day: date
    tag: str


def erased_file(database: Path) -> Path:
    """Return where the tips are noted."""
    return database.with_name(f"{database.name}.erased")


def note_erased(database: Path, tip: ErasedTip) -> None:
    """Note that a tip was erased; it is on the disk afterwards.

    Raises:
        OSError: If it cannot be written.
    """
    path = erased_file(database)
    with _alone_in(path.parent):
        _write(path, os.O_APPEND, [tip])


def noted_erased(database: Path) -> tuple[ErasedTip, ...] | None:
    """Return the tips that were noted; None where there is no file, so that nobody knows.

    What a power cut left of a line is passed over.

    Raises:
        CannotStart: If the file cannot be read.
    """
    path = erased_file(database)
    try:
        found = _TIP.findall(path.read_text(encoding="ascii"))
        return tuple(ErasedTip(date.fromisoformat(day), tag) for day, tag in found)
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise CannotStart(f"{path} cannot be read, or is damaged: see to it, or move it away.") from error


def forget_noted(database: Path, today: date, kept_days: int) -> None:
    """Forget the tips that are in no backup any more, where backups are kept for so many days.

    Raises:
        CannotStart: If the file cannot be read.
        OSError: If it cannot be replaced.
    """
    path, last = erased_file(database), today - timedelta(days=kept_days + 1)
    with _alone_in(path.parent):
        noted = noted_erased(database) or ()
        needed = [tip for tip in noted if tip.day >= last]
        if len(needed) < len(noted):
            following = path.with_name(f"{path.name}.next")
            _write(following, os.O_TRUNC, needed)
            following.replace(path)
            sync_folder(path.parent)


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Let one at a time change the file, of all threads and programs."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _write(path: Path, how: int, tips: Iterable[ErasedTip]) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_NOFOLLOW | how, OWNER_ONLY)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.writelines(f"{tip.day.isoformat()} {tip.tag}\n" for tip in tips)
        file.flush()
        os.fsync(handle)
    sync_folder(path.parent)
