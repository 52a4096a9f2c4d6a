"""A package's ZIP, read strictly: every byte of it is as `manifest.entry_of` and Python's zipfile put it.

A ZIP says most things twice and has room for bytes that nobody looks at. Here the headers are written anew from what
little may differ, a file's length and checksum, and held against those that are there.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, BinaryIO
from zipfile import BadZipFile, ZipFile

from storage.petitions.log.manifest import File, entry_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from zipfile import ZipInfo

_LOCAL = struct.Struct("<4s5H3L2H")  # PKWARE's APPNOTE.TXT, sections 4.3.7, 4.3.12 and 4.3.16
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_LOCAL_MARK, _CENTRAL_MARK, _END_MARK = b"PK\3\4", b"PK\1\2", b"PK\5\6"


class BadArchive(ValueError):
    """A file is no ZIP as packages are; the message says why."""


def open_archive(file: BinaryIO) -> ZipFile:
    """Return the ZIP, all of whose bytes but the contents of its files are accounted for.

    Raises:
        BadArchive: If a byte is not where and what it should be.
    """
    file.seek(0)
    entries: list[ZipInfo] = []
    while (entry := _next_entry(file)) is not None:
        entries.append(entry)
        file.seek(entry.file_size, 1)
    names = [entry.filename for entry in entries]
    if not names:
        raise BadArchive("this is not a package of a handover")
    if names != [file for file in File if file in names]:
        raise BadArchive("the files of the package are not in their order")
    tail = _tail(entries, file.tell())
    if file.read(len(tail) + 1) != tail:
        raise BadArchive("the directory of the package was changed")
    try:
        return ZipFile(file)
    except BadZipFile as error:
        raise BadArchive("this is not a package of a handover") from error


def _next_entry(file: BinaryIO) -> ZipInfo | None:
    """Return the entry that begins where the file stands, and go to its content; None at the directory."""
    offset, header = file.tell(), file.read(_LOCAL.size)
    if header[:4] != _LOCAL_MARK or len(header) < _LOCAL.size:
        file.seek(offset)
        return None
    *_, checksum, _, length, name_length, _ = _LOCAL.unpack(header)
    name = file.read(name_length)
    if name.decode(errors="replace") not in set(File):
        raise BadArchive("the package has a file that does not belong there")
    entry = entry_of(File(name.decode()))
    entry.header_offset, entry.CRC = offset, checksum
    entry.file_size = entry.compress_size = length
    if entry.FileHeader() != header + name:
        raise BadArchive("the head of a file in the package was changed")
    return entry


def _tail(entries: Sequence[ZipInfo], start: int) -> bytes:
    """Return the directory, and the record at the end, as they follow the last file."""
    directory = b"".join(_central(entry) for entry in entries)
    end = _END.pack(_END_MARK, 0, 0, len(entries), len(entries), len(directory), start, 0)
    return directory + end


def _central(entry: ZipInfo) -> bytes:
    name = entry.filename.encode()
    versions = entry.create_version | entry.create_system << 8, entry.extract_version
    local = _LOCAL.unpack(entry.FileHeader()[: _LOCAL.size])  # flags, method, time and date are there, too
    extra = comment = disk = internal = 0
    return (
        _CENTRAL.pack(
            _CENTRAL_MARK,
            *versions,
            *local[2:6],
            entry.CRC,
            entry.compress_size,
            entry.file_size,
            len(name),
            extra,
            comment,
            disk,
            internal,
            entry.external_attr,
            entry.header_offset,
        )
        + name
    )
