"""The package that goes to an addressee: its files, the manifest over them, and what is signed of it.

A package is a ZIP of the files below, in this order, stored and not compressed, each entry as `entry_of` makes it,
without comments, extra fields or anything between: so no byte of it can change without the change being seen.

`manifest.json` is canonical JSON and holds length and SHA-256 of every file before it; `manifest.sig` is a signed note
over `signed_text` of the manifest. `log.txt` has an entry of the log on every line, up to the head in `head.txt`.
`heads.txt` has every head that was given out up to that one, the smallest first, with a line `---` between them.
`proofs.jsonl` has a line for every name in `names.csv`, in its order: see `Listed`.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_STORED, ZipInfo

from storage.petitions.log.commitments import Statement

if TYPE_CHECKING:
    from collections.abc import Mapping

FORMAT, VERSION = "clarion-handover", 1
BETWEEN_HEADS = "---\n"
MANIFEST_MAX = 8 * 1024  # bytes
LINE_MAX = 8 * 1024  # bytes of a line of proofs.jsonl; a name has at most some hundred characters

_MOMENT = "%Y-%m-%dT%H:%M:%SZ"
_HASH = re.compile(r"[0-9a-f]{64}")
_CODE = re.compile(r"[A-Z0-9-]{1,24}")
_ADDRESSEE = re.compile(r"[a-z][a-z0-9]{0,7}")
_MADE = (1980, 1, 1, 0, 0, 0)  # the earliest that a ZIP can say: the package's own time stands in the manifest
_PLAIN_FILE = 0o100644 << 16
_UNIX = 3


class File(StrEnum):
    """The files of a package, in the order in which they stand in it."""

    README = "README.txt"
    LETTER = "letter.pdf"
    NAMES_PDF = "names.pdf"
    NAMES = "names.csv"
    CORRECTIONS = "corrections.csv"  # only where there are any
    TOTALS = "totals.csv"
    PROOFS = "proofs.jsonl"
    LOG = "log.txt"
    HEADS = "heads.txt"
    HEAD = "head.txt"
    PAGE = "verify.html"
    MANIFEST = "manifest.json"
    SIGNATURE = "manifest.sig"


LISTED = tuple(file for file in File if file not in {File.MANIFEST, File.SIGNATURE})
"""The files that the manifest is about."""


class BadManifest(ValueError):
    """A manifest, or a line of the proofs, is not one; the message says why and quotes nothing."""


@dataclass(frozen=True)
class Mark:
    """By what a file is known.

    Attributes:
        sha256: 64 hexadecimal digits.
    """

    bytes: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """What was handed over, to whom, and the files that it consists of.

    Attributes:
        addressee: Its id on the sheet.
        number: Of the handover, from 1 for each addressee.
        at: When it was handed over, in whole seconds.
        listed: Names in it.
        files: In the order of `LISTED`.
    """

    petition: str
    addressee: str
    number: int
    at: datetime
    listed: int
    files: Mapping[File, Mark]


@dataclass(frozen=True)
class Listed:
    """What proves one listed name: which entry it is, and what opens it.

    Attributes:
        entry: As the log has it at *position*.
        salt: In hexadecimal; None of a signature from before the log, and of no other: its entry says so (`earlier`).
    """

    position: int
    entry: str
    salt: str | None
    statement: Statement


def write_manifest(manifest: Manifest) -> bytes:
    """Return the bytes of `manifest.json`: JSON in UTF-8, names in order, without blanks, and a line end."""
    return _canonical(
        {
            **asdict(manifest),
            "format": FORMAT,
            "version": VERSION,
            "at": manifest.at.astimezone(UTC).strftime(_MOMENT),
            "files": {str(file): asdict(mark) for file, mark in manifest.files.items()},
        }
    )


def read_manifest(content: bytes) -> Manifest:
    """Return what `manifest.json` says.

    Raises:
        BadManifest: If it is none, or not written as we write it.
    """
    if len(content) > MANIFEST_MAX:
        raise BadManifest("the manifest is too long")
    try:
        manifest = _manifest(json.loads(content))
        whole = write_manifest(manifest) == content
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise BadManifest("this is not the manifest of a handover") from None
    missing = set(LISTED) - set(manifest.files) - {File.CORRECTIONS}
    if not whole or missing:
        raise BadManifest("this is not the manifest of a handover, or one of a later version")
    return manifest


def signed_text(manifest: bytes) -> str:
    """Return the text that is signed of a manifest, in `manifest.sig`."""
    return f"{FORMAT}/{VERSION}\n{hashlib.sha256(manifest).hexdigest()}\n"


def write_listed(listed: Listed) -> bytes:
    """Return a line of `proofs.jsonl`, canonical as the manifest is."""
    return _canonical(asdict(listed))


def read_listed(line: bytes) -> Listed:
    """Return what a line of `proofs.jsonl` says.

    Raises:
        BadManifest: If it is none, or not written as we write it.
    """
    try:
        fields = json.loads(line) if len(line) <= LINE_MAX else {}
        listed = Listed(fields["position"], fields["entry"], fields["salt"], Statement(**fields["statement"]))
        whole = write_listed(listed) == line and _is_listed(listed)
    except (ValueError, KeyError, TypeError, RecursionError):
        whole = False
    if not whole:
        raise BadManifest("a line of the proofs is not one")
    return listed


def entry_of(file: File) -> ZipInfo:
    """Return how a file stands in the ZIP; length and checksum are all that is added."""
    entry = ZipInfo(file, _MADE)
    entry.compress_type, entry.create_system, entry.external_attr = ZIP_STORED, _UNIX, _PLAIN_FILE
    return entry


def _canonical(content: Mapping[str, Any]) -> bytes:
    return json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _manifest(fields: Mapping[str, Any]) -> Manifest:
    manifest = Manifest(
        fields["petition"],
        fields["addressee"],
        fields["number"],
        datetime.strptime(fields["at"], _MOMENT).replace(tzinfo=UTC),
        fields["listed"],
        {File(name): Mark(**mark) for name, mark in fields["files"].items()},
    )
    numbers = [manifest.number, manifest.listed, *(mark.bytes for mark in manifest.files.values())]
    if not all(type(number) is int and number >= 0 for number in numbers):
        raise ValueError
    hashes = all(_HASH.fullmatch(mark.sha256) for mark in manifest.files.values())
    if not (hashes and _CODE.fullmatch(manifest.petition) and _ADDRESSEE.fullmatch(manifest.addressee)):
        raise ValueError
    if not set(manifest.files) <= set(LISTED):
        raise ValueError
    return manifest


def _is_listed(listed: Listed) -> bool:
    statement = listed.statement
    texts = (statement.petition, statement.text, statement.name, statement.country, statement.channel, statement.day)
    numbers = (listed.position, statement.number)
    return (
        all(type(text) is str for text in (*texts, listed.entry))
        and all(type(number) is int and number >= 0 for number in numbers)
        and (listed.salt is None or (type(listed.salt) is str and _HASH.fullmatch(listed.salt) is not None))
    )
