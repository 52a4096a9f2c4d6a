"""One program to a database: a second sender would put the letters in doubt that the first one is sending."""

from __future__ import annotations

import fcntl
from contextlib import contextmanager
from typing import TYPE_CHECKING

from storage.errors import CannotStart

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def alone_with(database: Path) -> Iterator[None]:
    """Hold the lock beside *database*; the system lets it go when the program ends, however it ends.

    Raises:
        CannotStart: If another program holds it.
    """
    lock = database.with_name(f"{database.name}.lock")
    try:
        lock.parent.mkdir(parents=True, exist_ok=True)
        file = lock.open("w")
    except OSError as error:
        raise CannotStart(f"The folder {lock.parent} cannot be written: check its rights and the disk.") from error
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise CannotStart(f"Another Clarion uses {database}: stop it first.") from error
        yield
