"""A coordinator's own pair of keys: made, kept and read on the coordinator's machine alone.

The key file is what `age` itself makes and reads: an identity in plain text, or sealed with a passphrase as by
`age --passphrase`. So a coordinator is never bound to this tool.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pyrage
from pyrage import passphrase as age_passphrase
from pyrage import x25519

from bot.own_machine.files import EVERYBODY_READS, Refused, refuse_existing, write_new

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PASSPHRASE_MIN = 12  # characters; a few words are better than any of them
AGE_FILE_STARTS = (b"age-encryption.org/v1", b"-----BEGIN AGE ENCRYPTED FILE-----")
_DOES_NOT_FIT = "Decryption failed"  # the library tells its cases apart by their words alone


@dataclass(frozen=True)
class NewIdentity:
    public: str
    """The half to give away: `age1…`."""
    file: bytes = field(repr=False)
    """The key file's content."""


def new_identity(passphrase: str | None) -> NewIdentity:
    """Make a pair of keys, its private half sealed with the passphrase if there is one.

    Raises:
        Refused: If the passphrase is too short.
    """
    if passphrase is not None and len(passphrase) < PASSPHRASE_MIN:
        raise Refused(f"The passphrase needs at least {PASSPHRASE_MIN} characters; four or five words are good.")
    identity = x25519.Identity.generate()
    public = str(identity.to_public())
    plain = f"# public key: {public}\n{identity}\n".encode()
    sealed = plain if passphrase is None else age_passphrase.encrypt(plain, passphrase, armored=True)
    return NewIdentity(public, sealed)


def write_identity(new: NewIdentity, path: Path) -> Path:
    """Write the key file and beside it its public half, and return the name of the latter.

    Raises:
        Refused: If either exists; a key that is written over is lost with all that was sealed to it.
    """
    public = path.with_name(f"{path.name}.pub")
    refuse_existing(public)
    write_new(path, new.file)
    write_new(public, f"{new.public}\n".encode(), EVERYBODY_READS)
    return public


def read_identities(content: bytes, passphrase: Callable[[], str]) -> list[x25519.Identity]:
    """Read a key file; *passphrase* is asked only if the file is sealed with one.

    Raises:
        Refused: If it is no key file, is damaged, or the passphrase is wrong.
    """
    if content.startswith(AGE_FILE_STARTS):
        content = _unsealed(content, passphrase())
    lines = [line.strip() for line in content.decode("utf-8", "replace").splitlines()]
    try:
        identities = [x25519.Identity.from_str(line) for line in lines if line and not line.startswith("#")]
    except pyrage.IdentityError:
        raise Refused("This is not a key file: it must hold native age identities (AGE-SECRET-KEY-1…).") from None
    if not identities:
        raise Refused("This key file is empty.")
    return identities


def _unsealed(content: bytes, passphrase: str) -> bytes:
    try:
        plain: bytes = age_passphrase.decrypt(content, passphrase)
    except pyrage.DecryptError as fault:
        if str(fault) == _DOES_NOT_FIT:
            raise Refused("The passphrase is wrong.") from None
        raise Refused("The key file is damaged, or is not sealed with a passphrase.") from None
    return plain
