"""A recovery key, and what a thief or an operator reads with it in a backup."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import contextmanager
from datetime import UTC, datetime
from io import BytesIO
from resource import RLIMIT_FSIZE, getrlimit, setrlimit
from typing import TYPE_CHECKING

import pyrage

from storage.sealing import Recipient, Recipients

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

RECOVERY = pyrage.x25519.Identity.generate()
RECIPIENT = Recipients((Recipient(str(RECOVERY.to_public()), ""),))
MADE = datetime(2026, 11, 22, 3, 30, tzinfo=UTC)
STEPS = frozenset({"open", "sqlite3.connect", "os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.listdir"})


def opened_backup(path: Path) -> bytes:
    plain = BytesIO()
    with path.open("rb") as sealed:
        pyrage.decrypt_io(sealed, plain, [RECOVERY])
    return plain.getvalue()


def names_in(folder: Path) -> list[str]:
    """Every file and folder, hidden ones too."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """Let no file grow beyond so many bytes, as on a full disk."""
    soft, hard = getrlimit(RLIMIT_FSIZE)
    setrlimit(RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        setrlimit(RLIMIT_FSIZE, (soft, hard))


def killed_at(step: int, folder: Path, work: Callable[[], object]) -> bool:
    """Do *work* in a process that is killed before its step of that number in *folder*; say whether it came so far."""
    child = os.fork()
    if not child:
        steps = iter(range(step))

        def count(event: str, arguments: tuple[object, ...]) -> None:
            if event in STEPS and str(folder) in str(arguments) and next(steps, None) is None:
                os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(count)
        try:
            work()
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)
