"""Seals an export of any format, or a backup, so that it is read on its recipients' own machines alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

import pyrage

if TYPE_CHECKING:
    from storage.sealing import Recipients


class NotSealed(Exception):
    """What was to be sealed could not be read, or the sealed form not be written."""


def seal_file(content: bytes, recipients: Recipients) -> bytes:
    """Seal the content to every recipient, of whom there must be at least one; its length shows."""
    sealed: bytes = pyrage.encrypt(content, recipients.for_age())
    return sealed


def seal_stream(content: BinaryIO, sealed: BinaryIO, recipients: Recipients) -> None:
    """Seal the same in flat memory, from one open file into another.

    Raises:
        NotSealed: If reading or writing fails on the way.
    """
    try:
        pyrage.encrypt_io(content, sealed, recipients.for_age())
    except pyrage.EncryptError as error:
        raise NotSealed from error
