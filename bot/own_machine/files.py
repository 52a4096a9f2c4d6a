"""Files on the coordinator's machine: whole or not at all, never over another one, and readable by the owner only."""

from __future__ import annotations

import os
import secrets
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

OWNER_ONLY = 0o600
EVERYBODY_READS = 0o644


class Refused(Exception):
    """What the tool cannot or will not do; the message is one sentence for the person at the terminal."""


def write_new(path: Path, content: bytes, mode: int = OWNER_ONLY) -> None:
    """Write a file in one step.

    Raises:
        Refused: If there is one of this name already, or the folder is missing, full or closed; nothing is left
            behind then.
    """
    refuse_existing(path)
    _write(path, content, mode)


def write_again(path: Path, content: bytes) -> None:
    """Write a file that the tool keeps for itself, in one step, in place of an earlier one of its name.

    Raises:
        Refused: If the folder is full or closed; the earlier one stays then.
    """
    _write(path, content, OWNER_ONLY)


def refuse_existing(path: Path) -> None:
    """Raise `Refused` if the name is taken."""
    if path.exists():
        raise Refused(f"{path} exists already and is left as it is; name another file with --out.")


def _write(path: Path, content: bytes, mode: int) -> None:
    unfinished = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as fault:
        raise Refused(f"{path} cannot be written: {fault.strerror}.") from fault
