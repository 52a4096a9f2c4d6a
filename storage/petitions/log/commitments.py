"""What a signature's entry commits to: a statement that only its salt opens.

The commitment is HMAC-SHA-256 of the statement, keyed with 32 random bytes. Whoever has the salt can show that the
entry is this signature; once the salt is destroyed nobody can, and no guess at the name can be tried.
"""

from __future__ import annotations

import hmac
import json
import secrets
from dataclasses import asdict, dataclass

SALT_BYTES = 32


@dataclass(frozen=True)
class Statement:
    """What a signer said, as far as it is handed over with their name.

    Attributes:
        number: Of the signature in its petition.
        text: SHA-256 of the appeal's version that was signed, in hexadecimal.
        country: ISO 3166-1 alpha-2, or ZZ.
        day: ISO 8601, on the calendar of the petition's zone.
    """

    petition: str
    number: int
    text: str
    name: str
    country: str
    channel: str
    day: str

    def canonical(self) -> bytes:
        """Return the bytes that are committed to: JSON in UTF-8, names in order, without blanks."""
        return json.dumps(asdict(self), sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def new_salt() -> bytes:
    """Return a salt for one commitment."""
    return secrets.token_bytes(SALT_BYTES)


def commitment(statement: Statement, salt: bytes) -> str:
    """Return the commitment to *statement*, 64 hexadecimal digits."""
    return hmac.digest(salt, statement.canonical(), "sha256").hex()
