"""The server's secret key: encrypts personal fields and makes the digests by which they are found (decision 11).

It lives in a file of its own, apart from the database, so that a stolen database or backup names nobody.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import os
import secrets
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from storage.errors import BadSecretKey

if TYPE_CHECKING:
    from pathlib import Path

KEY_BYTES = 32
NONCE_BYTES = 12  # of AES-GCM, NIST SP 800-38D §8.2.2
MARK = "clarion-secret-key-1:"


class SecretKey:
    """Encrypts fields, makes keyed digests and seeds of further keys; each from a subkey of a secret.

    A key that was changed has several generations, see `storage.rotation`. Fields are under the newest alone. Digests
    go through all of them, the oldest first: so one that is stored is carried over without knowing what it was made
    of, and nobody who has the earlier ones alone can try an id. Seeds are those of the first: what was signed with a
    key that came of one has to stay good.
    """

    def __init__(self, *generations: bytes) -> None:
        self._secrets = generations
        self._cipher = AESGCM(_subkey(generations[-1], b"clarion fields"))
        self._digest_keys = [_subkey(secret, b"clarion digests") for secret in generations]
        self._seed_key = _subkey(generations[0], b"clarion seeds")

    @property
    def generations(self) -> int:
        """How many generations it has: 1, and one more for each change."""
        return len(self._secrets)

    def at(self, generation: int) -> SecretKey:
        """Return the key as it was in its *generation*, counted from 1."""
        return SecretKey(*self._secrets[:generation])

    def encrypt(self, column: str, text: str) -> bytes:
        """Return *text* encrypted for one *column*; it opens nowhere else."""
        nonce = os.urandom(NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, text.encode(), column.encode())

    def decrypt(self, column: str, field: bytes) -> str:
        """Return what `encrypt` took.

        Raises:
            BadSecretKey: If the field was altered, or made for another column or by another key.
        """
        try:
            return self._cipher.decrypt(field[:NONCE_BYTES], field[NONCE_BYTES:], column.encode()).decode()
        except (InvalidTag, ValueError) as error:  # ValueError: too short for a nonce, or no text
            raise BadSecretKey(f"A field of {column} does not open with this secret key.") from error

    def digest(self, purpose: str, *parts: str | int) -> str:
        """Return a keyed digest of *parts*, 64 hexadecimal digits, different for every *purpose*."""
        message = "\x1f".join([purpose, *map(str, parts)])
        return self.carried(hmac.digest(self._digest_keys[0], message.encode(), "sha256").hex(), 1)

    def carried(self, digest: str, generation: int) -> str:
        """Return what a *digest* that the key made in an earlier *generation* is now.

        Raises:
            ValueError: If it is no digest.
        """
        value = bytes.fromhex(digest)
        for key in self._digest_keys[generation:]:
            value = hmac.digest(key, value, "sha256")
        return value.hex()

    def seed(self, purpose: str) -> bytes:
        """Return 32 bytes to make a further key from, always the same for a *purpose*."""
        return hmac.digest(self._seed_key, purpose.encode(), "sha256")


def create_secret_key(path: Path) -> None:
    """Write a new key file, readable by its owner alone.

    Raises:
        BadSecretKey: If there is a file already; a key is never overwritten.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as error:
        raise BadSecretKey(f"{path} exists already; a secret key is never overwritten.") from error
    with os.fdopen(handle, "w") as file:
        file.write("# Clarion's secret key. Keep a copy apart from the database and its backups.\n")
        file.write(new_generation())


def new_generation() -> str:
    """Return a new generation as a line of a key file."""
    return MARK + base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode() + "\n"


def next_to(path: Path) -> Path:
    """Return where the key file at *path* is written anew while the key is being changed."""
    real = path.resolve()  # of a link, the file that it leads to is replaced
    return real.with_name(f"{real.name}.next")


def load_secret_key(path: Path) -> SecretKey:
    """Read a key file.

    Raises:
        BadSecretKey: If there is none, it cannot be read, it is not a key, or it is just being changed.
    """
    if next_to(path).exists():
        raise BadSecretKey(
            "The secret key is being changed, or that was cut short: see to it with `clarion secret finish`."
        )
    return SecretKey(*generations_in(path))


def generations_in(path: Path) -> tuple[bytes, ...]:
    """Return the secrets in a key file, the oldest first: one in each line that is no comment.

    Raises:
        BadSecretKey: If there is no such file, it cannot be read, or it is not a key.
    """
    try:
        lines = [line.strip() for line in path.read_text(encoding="ascii").splitlines()]
    except FileNotFoundError as error:
        raise BadSecretKey(f"There is no secret key at {path}: make one with `clarion init`.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise BadSecretKey(f"The secret key {path} cannot be read: check the file and its rights.") from error
    found = tuple(_decoded(line, path) for line in lines if line and not line.startswith("#"))
    if not found:
        raise BadSecretKey(f"{path} is not a secret key of Clarion: restore the right file from your copy.")
    if len(set(found)) < len(found):
        raise BadSecretKey(f"The secret key in {path} has a line twice: restore the file from your copy.")
    return found


def _decoded(line: str, path: Path) -> bytes:
    if not line.startswith(MARK):
        raise BadSecretKey(f"{path} is not a secret key of Clarion: restore the right file from your copy.")
    try:
        secret = base64.b64decode(line.removeprefix(MARK), validate=True)
    except binascii.Error:
        secret = b""
    if len(secret) != KEY_BYTES:
        raise BadSecretKey(f"The secret key in {path} is damaged: restore the file from your copy.")
    return secret


def _subkey(secret: bytes, purpose: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=purpose).derive(secret)
