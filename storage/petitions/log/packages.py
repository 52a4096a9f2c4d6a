"""Checks the package that was handed over, offline and with the public key alone.

Altered bytes show in the signed manifest and in the ZIP's own headers. What the organisation itself could have done
shows in the log: it is walked from its first entry, and every head that was ever given out has to fit it, in root and
count; every listed name has to be opened by its salt, and to count. Names from before the log alone have none, and say
so in their entries.
"""

from __future__ import annotations

import csv
import hashlib
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO
from zipfile import BadZipFile, ZipFile

from storage.exports.formats.cells import spreadsheet_text
from storage.notes import BadNote, read_note
from storage.petitions.log.archive import BadArchive, open_archive
from storage.petitions.log.entries import read_entry
from storage.petitions.log.heads import read_head
from storage.petitions.log.manifest import (
    BETWEEN_HEADS,
    LINE_MAX,
    MANIFEST_MAX,
    BadManifest,
    File,
    read_listed,
    read_manifest,
    signed_text,
)
from storage.petitions.log.proofs import BadProof, verify_earlier, verify_opening
from storage.petitions.log.walked import BadLog, WalkedLog

if TYPE_CHECKING:
    from collections.abc import Iterator

    from storage.notes import PublicKey
    from storage.petitions.log.commitments import Statement
    from storage.petitions.log.heads import Head
    from storage.petitions.log.manifest import Listed, Manifest, Mark

SLICE = 64 * 1024  # bytes read at once
NOTE_MAX = 8 * 1024  # bytes of a signed note
CITY = 3  # the column of names.csv between the country and the day


class BadPackage(ValueError):
    """A package was altered, or does not prove what it says; the message says why and quotes nothing."""


@dataclass(frozen=True)
class VerifiedPackage:
    """What a good package proves.

    Attributes:
        number: Of the handover to this addressee.
        listed: Names in it, each of which counts under the head.
        unopened: How many of them are from before the log: they count, but nobody can prove whose entry is whose.
        corrections: Signatures of earlier handovers that count no more.
        log: The whole log, to ask about the entry of a receipt.
        positions: Of the listed names' entries in the log.
    """

    petition: str
    addressee: str
    number: int
    listed: int
    head: Head
    corrections: int
    unopened: int
    log: WalkedLog
    positions: frozenset[int]


def verify_package(file: BinaryIO, key: PublicKey) -> VerifiedPackage:
    """Return what the package in *file*, which can be sought in, proves to whoever trusts *key*.

    Raises:
        BadPackage: If it proves nothing.
    """
    try:
        with open_archive(file) as archive:
            return _verified(archive, key)
    except (BadArchive, BadManifest, BadNote, BadLog, BadProof) as error:
        raise BadPackage(str(error)) from error
    except BadZipFile as error:  # of manifest and signature; all else is held against them first
        raise BadPackage("the manifest, or its signature, was changed") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise BadPackage("a file of the package cannot be read") from error


def _verified(archive: ZipFile, key: PublicKey) -> VerifiedPackage:
    manifest = _manifest(archive, key)
    head = read_head(_text(archive, File.HEAD), key)
    if head.petition != manifest.petition:
        raise BadPackage("the head belongs to another petition")
    log = _walk(archive, head, key)
    listed = list(_listed(archive, log))
    positions = frozenset(position for position, _ in listed)
    if not len(positions) == len(listed) == manifest.listed:
        raise BadPackage("the list has more or fewer names than the manifest says, or two of them share an entry")
    return VerifiedPackage(
        manifest.petition,
        manifest.addressee,
        manifest.number,
        manifest.listed,
        head,
        sum(1 for _ in _rows(archive, File.CORRECTIONS)) if File.CORRECTIONS in manifest.files else 0,
        sum(not opened for _, opened in listed),
        log,
        positions,
    )


def _manifest(archive: ZipFile, key: PublicKey) -> Manifest:
    """Return the manifest, after every file was held against it."""
    names = archive.namelist()
    if not {File.MANIFEST, File.SIGNATURE} <= set(names):
        raise BadPackage("the package has no signed manifest")
    content = _content(archive, File.MANIFEST, MANIFEST_MAX)
    if read_note(_text(archive, File.SIGNATURE), key) != signed_text(content):
        raise BadPackage("the manifest was changed after it was signed")
    manifest = read_manifest(content)
    if {*manifest.files, File.MANIFEST, File.SIGNATURE} != set(names):
        raise BadPackage("a file is missing from the package, or one was added")
    for file, mark in manifest.files.items():
        _hold_against(archive, file, mark)
    return manifest


def _hold_against(archive: ZipFile, file: File, mark: Mark) -> None:
    digest = hashlib.sha256()
    try:
        with archive.open(file) as content:
            while piece := content.read(SLICE):
                digest.update(piece)
    except BadZipFile as error:
        raise BadPackage(f"{file} was changed") from error
    if (archive.getinfo(file).file_size, digest.hexdigest()) != (mark.bytes, mark.sha256):
        raise BadPackage(f"{file} was changed")


def _walk(archive: ZipFile, last: Head, key: PublicKey) -> WalkedLog:
    """Walk the log, and hold every head against it when its size is reached."""
    log, heads = WalkedLog(last.petition), _heads(archive, key)
    head = next(heads, None)
    with archive.open(File.LOG) as lines:
        while line := lines.readline(LINE_MAX):
            head = _fit_all(log, head, heads)
            log.add(_line(line))
    if _fit_all(log, head, heads) is not None:
        raise BadPackage("a head that was given out is over more entries than the log has, or stands out of order")
    if log.size != last.size:
        raise BadPackage("the log has more or fewer entries than its head says")
    log.fit(last)
    return log


def _fit_all(log: WalkedLog, head: Head | None, heads: Iterator[Head]) -> Head | None:
    """Hold the heads over the log's present size against it, from *head* on; return the first over more entries."""
    while head is not None and head.size == log.size:
        log.fit(head)
        head = next(heads, None)
    return head


def _heads(archive: ZipFile, key: PublicKey) -> Iterator[Head]:
    note = ""
    with archive.open(File.HEADS) as lines:
        while line := lines.readline(LINE_MAX).decode():
            if line == BETWEEN_HEADS:
                yield read_head(note, key)
                note = ""
            elif len(note) > NOTE_MAX:
                raise BadPackage("a head is too long")
            else:
                note += line
    yield read_head(note, key)


def _listed(archive: ZipFile, log: WalkedLog) -> Iterator[tuple[int, bool]]:
    """Give the position of each listed name, after it was opened, and whether it could be."""
    names, last = _rows(archive, File.NAMES), 0
    with archive.open(File.PROOFS) as lines:
        while line := lines.readline(LINE_MAX + 1):
            listed = read_listed(line)
            if listed.statement.number <= last:
                raise BadPackage("a name is listed twice, or the names do not stand in the order of their numbers")
            last = listed.statement.number
            _prove(listed, log)
            if _without_city(next(names, [])) != _cells(listed.statement):
                raise BadPackage(f"{File.NAMES} says something else than the proof of number {listed.statement.number}")
            yield listed.position, listed.salt is not None
    if next(names, None) is not None:
        raise BadPackage(f"{File.NAMES} has a name without a proof")


def _prove(listed: Listed, log: WalkedLog) -> None:
    number = listed.statement.number
    if not log.has(listed.position, listed.entry):
        raise BadPackage(f"number {number} is not in the log where its proof says")
    try:
        _open(listed, log.petition)
    except BadProof as error:
        raise BadPackage(f"number {number}: {error}") from error
    if not log.counts_at(listed.position):
        raise BadPackage(f"number {number} is listed and does not count")


def _open(listed: Listed, petition: str) -> None:
    entry = read_entry(listed.entry)
    if listed.salt is None:
        verify_earlier(petition, entry, listed.statement)
    else:
        verify_opening(petition, entry, bytes.fromhex(listed.salt), listed.statement)


def _without_city(row: list[str]) -> list[str]:
    """Return a row of the names without what no signer has stated in the log."""
    return row[:CITY] + row[CITY + 1 :]


def _cells(statement: Statement) -> list[str]:
    said = (statement.number, statement.name, statement.country, statement.day, statement.channel)
    return [spreadsheet_text(cell) for cell in said]


def _rows(archive: ZipFile, file: File) -> Iterator[list[str]]:
    with archive.open(file) as content, io.TextIOWrapper(content, encoding="utf-8-sig", newline="") as text:
        rows = csv.reader(text)
        next(rows, None)  # the headings
        yield from rows


def _text(archive: ZipFile, file: File) -> str:
    return _content(archive, file, NOTE_MAX).decode()


def _content(archive: ZipFile, file: File, limit: int) -> bytes:
    if file not in archive.namelist() or archive.getinfo(file).file_size > limit:
        raise BadPackage(f"{file} is missing, or longer than it can be")
    return archive.read(file)


def _line(line: bytes) -> str:
    if not line.endswith(b"\n"):
        raise BadPackage("a line of the log does not end")
    return line.decode()[:-1]
