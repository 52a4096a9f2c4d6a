"""What a signer keeps: the proof that their signature is in the log under a signed head (C2SP tlog-proof).

c2sp.org/tlog-proof@v1
extra eyJlbnRyeSI6InNpZ25lZCB0ZWxlZ3JhbSAz…       entry, salt and statement, as JSON
index 17
gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=      the path from the entry up to the root
…

clarion/DEMO-002                                  the signed head
…

It is checked with the organisation's public key alone. In a QR picture it stands deflated, in the letters of base64url.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
import zlib
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from storage.notes import BadNote
from storage.petitions.log.commitments import SALT_BYTES, Statement, commitment
from storage.petitions.log.entries import BadEntry, Deed, Entry, leaf_of, read_entry
from storage.petitions.log.heads import read_head
from storage.petitions.log.merkle import leaf_hash
from storage.petitions.log.paths import BadPath, root_by_inclusion

if TYPE_CHECKING:
    from storage.notes import PublicKey
    from storage.petitions.log.heads import Head

FIRST_LINE = "c2sp.org/tlog-proof@v1"
PROOF_MAX = 16_384  # bytes of a proof, far above any real one
RAW_DEFLATE = -15  # zlib's window bits for a stream without header and sum

_BODY = re.compile(
    r"extra (?P<extra>[A-Za-z0-9+/]+={0,2})\n"
    r"index (?P<index>0|[1-9][0-9]{0,11})\n"
    r"(?P<path>(?:[A-Za-z0-9+/]{43}=\n)*)"
)
_STATEMENT = {"petition": str, "number": int, "text": str, "name": str, "country": str, "channel": str, "day": str}


class BadProof(ValueError):
    """A proof cannot be read, or does not prove what it says; the message says why and quotes nothing."""


@dataclass(frozen=True)
class Proof:
    """A signature's entry, what opens its commitment, and its way up to a signed head.

    Attributes:
        position: Of the entry in the log, from 0.
        path: The hashes beside the way up, the lowest first.
        note: The signed head.
    """

    entry: Entry
    position: int
    salt: bytes
    statement: Statement
    path: tuple[bytes, ...]
    note: str


@dataclass(frozen=True)
class Verified:
    """What a good proof proves: that the statement is the entry at *position* of the log under *head*."""

    statement: Statement
    head: Head
    position: int


def proof_text(proof: Proof) -> str:
    """Return the proof as the text of a `.tlog-proof` file."""
    opening = {"entry": str(proof.entry), "salt": proof.salt.hex(), "statement": asdict(proof.statement)}
    extra = json.dumps(opening, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()
    lines = [FIRST_LINE, f"extra {base64.b64encode(extra).decode()}", f"index {proof.position}"]
    lines += [base64.b64encode(digest).decode() for digest in proof.path]
    return "".join(f"{line}\n" for line in lines) + f"\n{proof.note}"


def read_proof(text: str) -> Proof:
    """Return the proof that a text is; whether it proves anything is for `verify_proof` to say.

    Raises:
        BadProof: If it is none, or not written as `proof_text` writes it.
    """
    head, _, note = text.partition("\n\n")
    first, _, rest = f"{head}\n".partition("\n")
    body = _BODY.fullmatch(rest)
    if first != FIRST_LINE or body is None:
        raise BadProof("this is not a proof of a signature")
    try:
        entry, salt, statement = read_opening(json.loads(base64.b64decode(body["extra"])))
        path = tuple(base64.b64decode(line) for line in body["path"].splitlines())
    except (ValueError, RecursionError) as error:  # of base64, JSON or UTF-8; BadEntry and BadProof are values, too
        raise BadProof("this is not a proof of a signature") from error
    proof = Proof(entry, int(body["index"]), salt, statement, path, note)
    if proof_text(proof) != text:
        raise BadProof("the proof was changed after it was given out")
    return proof


def read_opening(given: object) -> tuple[Entry, bytes, Statement]:
    """Return the entry, the salt and the statement that a JSON object holds, in a proof as in a package.

    Raises:
        BadProof: If it is not such an object.
    """
    match given:
        case {"entry": str(entry), "salt": str(salt), "statement": dict(statement)}:
            fits = {name: type(value) for name, value in statement.items()} == _STATEMENT
            if fits and re.fullmatch(rf"[0-9a-f]{{{2 * SALT_BYTES}}}", salt):
                return _read_entry(entry), bytes.fromhex(salt), Statement(**statement)
    raise BadProof("what opens the entry is incomplete")


def verify_opening(petition: str, entry: Entry, salt: bytes, statement: Statement) -> None:
    """Make sure that *entry* of the petition's log commits to *statement*.

    Raises:
        BadProof: If it does not.
    """
    if entry.deed not in {Deed.SIGNED, Deed.REPLACED}:
        raise BadProof("the entry is not a signature")
    if statement.petition != petition:
        raise BadProof("it belongs to another petition")
    if entry.commitment != commitment(statement, salt):
        raise BadProof("the entry commits to something else than what is stated")
    if entry.channel not in {None, statement.channel}:
        raise BadProof("the signature came on another channel than stated")


def verify_earlier(petition: str, entry: Entry, statement: Statement) -> None:
    """Make sure that *entry* may be listed with *statement* though nothing opens it: it is from before the log.

    Raises:
        BadProof: If it may not.
    """
    if entry.deed is not Deed.EARLIER:
        raise BadProof("what opens the entry is left out, which only one from before the log may do")
    if statement.petition != petition:
        raise BadProof("it belongs to another petition")
    if entry.channel != statement.channel:
        raise BadProof("the signature came on another channel than stated")


def verify_proof(text: str, key: PublicKey) -> Verified:
    """Return what *text* proves to whoever trusts *key*.

    Raises:
        BadProof: If it proves nothing.
    """
    proof = read_proof(text)
    try:
        head = read_head(proof.note, key)
        verify_opening(head.petition, proof.entry, proof.salt, proof.statement)
        leaf = leaf_hash(leaf_of(head.petition, proof.entry))
        root = root_by_inclusion(leaf, proof.position, head.size, proof.path)
    except (BadNote, BadPath) as error:
        raise BadProof(str(error)) from error
    if root != head.root:
        raise BadProof("the path does not lead from the entry to the signed head")
    return Verified(proof.statement, head, proof.position)


def payload_of(text: str) -> str:
    """Return a proof as it stands in a QR picture and behind the `#` of a link."""
    packer = zlib.compressobj(level=9, wbits=RAW_DEFLATE)
    packed = packer.compress(text.encode()) + packer.flush()
    return base64.urlsafe_b64encode(packed).decode().rstrip("=")


def text_of(payload: str) -> str:
    """Return the proof that a payload holds.

    Raises:
        BadProof: If it holds no text, or one that is too long for a proof.
    """
    unpacker = zlib.decompressobj(wbits=RAW_DEFLATE)
    try:
        packed = base64.b64decode(payload + "=" * (-len(payload) % 4), altchars=b"-_", validate=True)
        text = unpacker.decompress(packed, PROOF_MAX).decode()
    except (binascii.Error, zlib.error, ValueError) as error:
        raise BadProof("the proof was not copied whole") from error
    if not unpacker.eof or unpacker.unused_data:
        raise BadProof("the proof was not copied whole")
    return text


def _read_entry(text: str) -> Entry:
    try:
        return read_entry(text)
    except BadEntry as error:
        raise BadProof(str(error)) from error
