"""Signed notes, as transparency logs sign their heads (C2SP signed-note): a text, an empty line, a signature line."""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

if TYPE_CHECKING:
    from storage.secret_key import SecretKey

NAME = "clarion"
ED25519 = b"\1"  # the algorithm's byte in a key
ID_BYTES, KEY_BYTES, SIGNATURE_BYTES = 4, 32, 64

_KEY = re.compile(r"(?P<name>[^\s+]{1,64})\+(?P<id>[0-9a-f]{8})\+(?P<key>[A-Za-z0-9+/]{44})")
_LINE = re.compile(r"— (?P<name>[^\s+]{1,64}) (?P<signature>[A-Za-z0-9+/]+={0,2})")


class BadNote(ValueError):
    """A note or a key cannot be read, or the signature is not this key's; the message says which."""


@dataclass(frozen=True)
class PublicKey:
    """The key that an organisation's notes are checked with."""

    name: str
    raw: bytes

    @property
    def id(self) -> bytes:
        """The first four bytes of a digest of name and key, by which a signature names its key."""
        return self._digest()[:ID_BYTES]

    @property
    def fingerprint(self) -> str:
        """The whole digest of name and key, in groups of four digits: for people who compare."""
        digits = self._digest().hex()
        return " ".join(digits[start : start + 4] for start in range(0, len(digits), 4))

    def __str__(self) -> str:
        return f"{self.name}+{self.id.hex()}+{base64.b64encode(ED25519 + self.raw).decode()}"

    def _digest(self) -> bytes:
        return hashlib.sha256(self.name.encode() + b"\n" + ED25519 + self.raw).digest()


@dataclass(frozen=True)
class Signer:
    """A signing key, with the name under which it signs."""

    _private: Ed25519PrivateKey
    name: str = NAME

    @property
    def public(self) -> PublicKey:
        """The key that goes out."""
        return PublicKey(self.name, self._private.public_key().public_bytes_raw())

    def sign(self, text: str) -> str:
        """Return *text*, whose lines all end, as a signed note."""
        signature = base64.b64encode(self.public.id + self._private.sign(text.encode())).decode()
        return f"{text}\n— {self.name} {signature}\n"


def signer_of(key: SecretKey) -> Signer:
    """Return the organisation's signing key, which belongs to the secret key of its server."""
    return Signer(Ed25519PrivateKey.from_private_bytes(key.seed("notes")))


def read_key(text: str) -> PublicKey:
    """Return the public key that *text* is: name, identity and key, between plus signs.

    Raises:
        BadNote: If it is none, or was not copied whole.
    """
    found = _KEY.fullmatch(text.strip())
    raw = base64.b64decode(found["key"]) if found else b""
    if found is None or len(raw) != 1 + KEY_BYTES or raw[:1] != ED25519:
        raise BadNote("this is not a public key of Clarion")
    key = PublicKey(found["name"], raw[1:])
    if key.id.hex() != found["id"]:
        raise BadNote("the public key was not copied whole")
    return key


def read_note(note: str, key: PublicKey) -> str:
    """Return the text of a signed note.

    Raises:
        BadNote: If it is none, or *key* did not sign it as it stands.
    """
    text, gap, lines = note.rpartition("\n\n")
    if not gap or not lines.endswith("\n"):
        raise BadNote("this is not a signed note")
    for line in lines.removesuffix("\n").split("\n"):
        found = _LINE.fullmatch(line)
        if found is None:
            raise BadNote("this is not a signed note")
        if found["name"] == key.name and _is_signed(f"{text}\n", found["signature"], key):
            return f"{text}\n"
    raise BadNote("another key signed this, or it was changed after it was signed")


def _is_signed(text: str, signature: str, key: PublicKey) -> bool:
    try:
        raw = base64.b64decode(signature, validate=True)
    except binascii.Error:
        return False
    if len(raw) != ID_BYTES + SIGNATURE_BYTES or raw[:ID_BYTES] != key.id:
        return False
    if base64.b64encode(raw).decode() != signature:  # the last letter has two bits to spare: nothing may hide there
        return False
    try:
        Ed25519PublicKey.from_public_bytes(key.raw).verify(raw[ID_BYTES:], text.encode())
    except InvalidSignature:
        return False
    return True
