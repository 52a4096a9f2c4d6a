"""Files that the command line writes for one person: new, readable by that person alone, whole or not there."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO

from storage.errors import CannotStart

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def new_file(path: Path) -> Iterator[BinaryIO]:
    """Open a new file to be written to; what fails on the way leaves none.

    Raises:
        CannotStart: If there is a file of that name already, or it cannot be written.
    """
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as error:
        raise CannotStart(f"{path} is there already: name another file, or delete that one.") from error
    except OSError as error:
        raise CannotStart(f"{path} cannot be written: check the folder and its rights.") from error
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
    except BaseException:
        path.unlink(missing_ok=True)
        raise
