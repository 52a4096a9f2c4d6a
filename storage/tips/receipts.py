"""The receipt that finds a tip again: how it is made, how it is read, and the keys that follow from it."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
import unicodedata
from dataclasses import dataclass, field

from bech32 import bech32_encode, convertbits
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

DIGITS = 25  # 83 bits
GROUP = 5
TAG_LENGTH = 4
LETTERS = "CDFGHJKMNPQRTVWXY34679"  # nothing that looks like another, no vowel that makes a word
_TYPED_MAX = 120  # characters
_ROW = re.compile(r"[0-9][0-9 ]*")
_GROUPS = re.compile(r"(?<![0-9])[0-9]{5}(?: *[0-9]{5}){4}(?![0-9])")
_SCRYPT_N, _SCRYPT_R, _SCRYPT_P = 2**16, 8, 1
_SCRYPT_MEMORY = 128 * _SCRYPT_N * _SCRYPT_R  # bytes: 64 MiB
_SCRYPT_MARGIN = 2**20  # bytes that OpenSSL counts on top


@dataclass(frozen=True)
class ReceiptKeys:
    """What follows from a receipt."""

    lookup: bytes = field(repr=False)
    """32 bytes; the database holds them under the server's pepper only."""
    reply_recipient: str
    """The public half (`age1…`) to which replies are sealed."""
    reply_identity: str = field(repr=False)
    """The private half (`AGE-SECRET-KEY-1…`): for the moment in which replies are read, and never stored."""


def new_receipt() -> str:
    """Return 25 random digits in five groups."""
    digits = f"{secrets.randbelow(10**DIGITS):0{DIGITS}d}"
    return "-".join(digits[start : start + GROUP] for start in range(0, DIGITS, GROUP))


def normalise_receipt(text: str) -> str | None:
    """Return the 25 bare digits of a receipt as people type it, in any script; None if it is none."""
    if len(text) > _TYPED_MAX:
        return None
    kept = [char for char in unicodedata.normalize("NFKC", text) if not _separates(char)]
    digits = [unicodedata.decimal(char, None) for char in kept]
    if len(digits) != DIGITS or None in digits:
        return None
    return "".join(map(str, digits))


def find_receipt(text: str) -> str | None:
    """Return the 25 bare digits of the first receipt that stands within a text, in any script; None if none does.

    A row of digits is one if it has 25 of them, or five groups of five among others.
    """
    seen = "".join(_seen(char) for char in unicodedata.normalize("NFKC", text))
    for row in _ROW.findall(seen):
        if len(digits := row.replace(" ", "")) == DIGITS:
            return str(digits)
        if groups := _GROUPS.search(row):
            return groups[0].replace(" ", "")
    return None


def receipt_keys(receipt: str, site_salt: bytes) -> ReceiptKeys:
    """Derive the keys of a receipt; costs 64 MiB and about 0.2 s, so call it in a thread.

    Raises:
        ValueError: If the text is no receipt.
    """
    digits = normalise_receipt(receipt)
    if digits is None:
        raise ValueError("this is not a receipt")
    root = hashlib.scrypt(
        digits.encode(),
        salt=site_salt,
        n=_SCRYPT_N,
        r=_SCRYPT_R,
        p=_SCRYPT_P,
        maxmem=_SCRYPT_MEMORY + _SCRYPT_MARGIN,
        dklen=32,
    )
    private = X25519PrivateKey.from_private_bytes(_derived(root, b"reply"))
    public = private.public_key().public_bytes_raw()
    identity = _written("age-secret-key-", private.private_bytes_raw()).upper()
    return ReceiptKeys(_derived(root, b"lookup"), _written("age", public), identity)


def new_tag() -> str:
    """Return four random letters and digits by which coordinators speak of a tip; not unique by itself."""
    return new_word(TAG_LENGTH)


def new_word(length: int) -> str:
    """Return so many random letters and digits that people read and type without a mistake."""
    return "".join(secrets.choice(LETTERS) for _ in range(length))


def _separates(char: str) -> bool:
    """Whether people may put the character between digits: blanks, dashes and invisible marks."""
    return char.isspace() or unicodedata.category(char) in {"Pd", "Cf"} or char in "\u2212_."


def _seen(char: str) -> str:
    """Write a digit as a plain one, what may stand between digits as a blank, and anything else as a dash."""
    if _separates(char) or char in ",/·•":
        return " "
    digit = unicodedata.decimal(char, None)
    return "-" if digit is None else str(digit)


def _derived(root: bytes, purpose: bytes) -> bytes:
    return hmac.digest(root, purpose, "sha256")


def _written(prefix: str, key: bytes) -> str:
    """Write a key as age does (BIP 173)."""
    return str(bech32_encode(prefix, convertbits(key, 8, 5) or ()))
