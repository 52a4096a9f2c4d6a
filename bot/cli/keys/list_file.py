"""The file with the list of recipients, which the program only reads: replaced whole, never half of it."""

from __future__ import annotations

import os
import secrets
from typing import TYPE_CHECKING

from storage.errors import CannotStart
from storage.sealing import BadRecipients, Recipients, read_recipients

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from storage.sealing import Recipient

EVERYBODY_READS = 0o644


def read_list(path: Path) -> Recipients:
    """Return whom the list names.

    Raises:
        CannotStart: If it cannot be read, or is no list of recipients.
    """
    try:
        return read_recipients(_text_of(path))
    except BadRecipients as fault:
        raise CannotStart(f"CLARION_TIP_RECIPIENTS_FILE: {fault}.") from None


def change_list(path: Path, change: Callable[[str], tuple[str, Recipient]]) -> tuple[Recipients, Recipient]:
    """Give the list the text that *change* makes of it; return whom it names now, and who was added or retired.

    Raises:
        CannotStart: If *change* refuses, or the file cannot be read or written; it stays as it was then.
    """
    try:
        text, whose = change(_text_of(path))
        named = read_recipients(text)
    except BadRecipients as fault:
        raise CannotStart(f"The list stays as it is: {fault}.") from None
    _replace(path.resolve(), text)
    return named, whose


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError):
        raise CannotStart(f"{path} cannot be read: check the file and its rights.") from None


def _replace(path: Path, text: str) -> None:
    unfinished = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    mode = path.stat().st_mode & 0o777 if path.exists() else EVERYBODY_READS
    try:
        with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
            os.fchmod(file.fileno(), mode)  # whatever the mask: the program may run as another user
        unfinished.replace(path)
    except OSError as fault:
        raise CannotStart(f"{path} cannot be written ({fault.strerror}): the list stays as it is.") from fault
    finally:
        unfinished.unlink(missing_ok=True)
