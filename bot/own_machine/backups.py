"""Opens a sealed backup with the recovery key: in flat memory, from one open file into another."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

import pyrage

from bot.own_machine.files import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pyrage.x25519 import Identity

_OTHER_KEY = "No matching keys found"  # the library tells its cases apart by their words alone


def open_backup(sealed: BinaryIO, opened: BinaryIO, identities: Sequence[Identity]) -> None:
    """Write into *opened* what was sealed; what was written before a refusal is worth nothing.

    Raises:
        Refused: If it is not sealed to these identities, is damaged or cut short, or is no sealed file.
        OSError: If the disk is full.
    """
    try:
        pyrage.decrypt_io(sealed, opened, identities)
    except pyrage.DecryptError as fault:
        if str(fault) == _OTHER_KEY:
            raise Refused("This backup was not sealed to this key, or it is damaged: try the other keys.") from None
        raise Refused("This is no sealed backup, or its beginning is damaged: take another one.") from None
    except OSError as fault:
        if fault.errno is not None:
            raise
        raise Refused("The backup is damaged or cut short: fetch it again, or take another one.") from None
