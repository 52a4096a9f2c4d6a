"""A coordinator's own pair of keys: made, kept and read on the coordinator's machine alone.

The key file is what `age` itself makes and reads: an identity in plain text, or sealed with a passphrase as by
`age --passphrase`. So a coordinator is never bound to this tool. The key with which they sign follows from it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pyrage
from bech32 import bech32_decode, convertbits
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from pyrage import passphrase as age_passphrase
from pyrage import x25519

from bot.own_machine.files import EVERYBODY_READS, Refused, refuse_existing, write_new
from storage.notes import Signer
from storage.sealing import COORDINATOR, Recipient

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

PASSPHRASE_MIN = 12  # characters; a few words are better than any of them
AGE_FILE_STARTS = (b"age-encryption.org/v1", b"-----BEGIN AGE ENCRYPTED FILE-----")
_SIGNING = b"clarion coordinator signing"
_DOES_NOT_FIT = "Decryption failed"  # the library tells its cases apart by their words alone
_OTHER_KEY = "No matching keys found"
_CANARY = re.compile(rb"clarion-canary ([A-Z0-9]{1,40})\n")


@dataclass(frozen=True)
class NewIdentity:
    recipient: Recipient
    """The halves to give away."""
    file: bytes = field(repr=False)
    """The key file's content."""

    @property
    def public(self) -> str:
        """The recipient's key, `age1…`, without the signing one."""
        return self.recipient.public


def new_identity(passphrase: str | None, alias: str = "") -> NewIdentity:
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
    return NewIdentity(Recipient(public, alias, signer_of_identity(identity).public), sealed)


def signer_of_identity(identity: x25519.Identity) -> Signer:
    """Return the key with which a coordinator signs what they hand in; whoever holds the identity holds it too."""
    _, words = bech32_decode(str(identity))
    secret = bytes(convertbits(words or (), 5, 8, False) or ())  # the 32 bytes behind AGE-SECRET-KEY-1
    seed = HKDF(algorithm=SHA256(), length=32, salt=None, info=_SIGNING).derive(secret)
    return Signer(Ed25519PrivateKey.from_private_bytes(seed), COORDINATOR)


def write_identity(new: NewIdentity, path: Path) -> Path:
    """Write the key file and beside it the line for the recipients' list, and return the name of the latter.

    Raises:
        Refused: If either exists; a key that is written over is lost with all that was sealed to it.
    """
    public = path.with_name(f"{path.name}.pub")
    refuse_existing(public)
    write_new(path, new.file)
    write_new(public, f"{new.recipient.line}\n".encode(), EVERYBODY_READS)
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


def open_canary(content: bytes, identities: Sequence[x25519.Identity]) -> str:
    """Return the word in a canary, and nothing of any other sealed file.

    Raises:
        Refused: If it is no canary, is damaged, or is sealed to another key.
    """
    if not content.startswith(AGE_FILE_STARTS):
        raise Refused("This is not a canary: such a file begins with “age-encryption.org”.")
    try:
        plain: bytes = pyrage.decrypt(content, identities)
    except pyrage.DecryptError as fault:
        if str(fault) == _OTHER_KEY:
            raise Refused("This canary is not for this key: take the one with your alias, or another key.") from None
        raise Refused("The canary is damaged or cut short; fetch it again.") from None
    if found := _CANARY.fullmatch(plain):
        return found[1].decode()
    raise Refused("This key opens the file, but it is not a canary.")


def _unsealed(content: bytes, passphrase: str) -> bytes:
    try:
        plain: bytes = age_passphrase.decrypt(content, passphrase)
    except pyrage.DecryptError as fault:
        if str(fault) == _DOES_NOT_FIT:
            raise Refused("The passphrase is wrong.") from None
        raise Refused("The key file is damaged, or is not sealed with a passphrase.") from None
    return plain
