"""Writes the package of a handover as `storage.petitions.log.manifest` describes it, a file after the other.

The log and the proofs go through row by row. Only the list of names is in memory, for its PDF; nothing is ever written
to a temporary file, where names would lie readable.
"""

from __future__ import annotations

import asyncio
import hashlib
import io
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, cast
from zipfile import ZipFile

from storage.exports.formats.csv import write_csv
from storage.exports.formats.tables import Table
from storage.exports.paper.cover_letter import write_cover_letter
from storage.exports.paper.name_list import write_name_list
from storage.notes import signer_of
from storage.petitions.handing_over.contents import contents_in, entries_up_to, heads_up_to, listed_names
from storage.petitions.log.manifest import (
    BETWEEN_HEADS,
    File,
    Manifest,
    Mark,
    entry_of,
    signed_text,
    write_listed,
    write_manifest,
)

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator
    from datetime import datetime
    from typing import IO, BinaryIO

    from typing_extensions import Buffer

    from storage.appeals.model import Appeal
    from storage.database import Database
    from storage.exports.formats.tables import Row
    from storage.exports.paper.cover_letter import CoverLetter
    from storage.exports.paper.name_list import NameListLabels
    from storage.petitions.handing_over.contents import Contents
    from storage.petitions.handing_over.handovers import Handover
    from storage.transactions import Transaction


@dataclass(frozen=True)
class PackageWords:
    """What a package says to people, in the language of the letter.

    Attributes:
        names: Headings of names.csv: number, name, country, city, day, channel.
        corrections: Headings of corrections.csv: number of the handover, number of the signature.
        totals: Headings of totals.csv: what is counted by, value, signatures, as of when.
        place: Writes a country's code and a city.
        day: Writes a day.
        page: The page that checks proofs.
    """

    readme: str
    letter: CoverLetter
    labels: NameListLabels
    names: tuple[str, str, str, str, str, str]
    corrections: tuple[str, str]
    totals: tuple[str, str, str, str]
    place: Callable[[str, str | None], str]
    day: Callable[[date], str]
    page: bytes


async def write_package(
    db: Database,
    appeal: Appeal,
    handover: Handover,
    words_for: Callable[[Contents], PackageWords],
    out: BinaryIO,
    now: datetime,
) -> Manifest:
    """Write the package of *handover* into *out*, which stays open; *appeal* is the version that it was made with.

    Raises:
        MissingFont: If no installed font has a letter of the letter or of a name.
    """
    async with db.long_reading() as tx:
        contents = await contents_in(tx, db, appeal, handover)
        with ZipFile(out, "w") as archive:
            return await _Package(tx, db, handover, contents, words_for(contents), archive).write(now)


class _Package:
    """One package while it is written, with the marks of the files that are in it so far."""

    def __init__(
        self,
        tx: Transaction,
        db: Database,
        handover: Handover,
        contents: Contents,
        words: PackageWords,
        archive: ZipFile,
    ) -> None:
        self._tx, self._db, self._handover = tx, db, handover
        self._contents, self._words, self._archive = contents, words, archive
        self._marks: dict[File, Mark] = {}

    async def write(self, now: datetime) -> Manifest:
        await self._write_papers()
        await self._write_tables(now)
        await self._write_proofs()
        self._add(File.HEAD, self._contents.note.encode())
        self._add(File.PAGE, self._words.page)
        manifest = Manifest(
            self._handover.code,
            self._handover.addressee,
            self._handover.number,
            self._handover.at,
            self._contents.listed,
            dict(self._marks),
        )
        content = write_manifest(manifest)
        self._add(File.MANIFEST, content)
        self._add(File.SIGNATURE, signer_of(self._db.key).sign(signed_text(content)).encode())
        return manifest

    async def _write_papers(self) -> None:
        """Write what is for reading; setting a page takes long, so that it has a thread of its own."""
        self._add(File.README, self._words.readme.encode())
        letter, names = io.BytesIO(), io.BytesIO()
        await asyncio.to_thread(write_cover_letter, self._words.letter, letter)
        self._add(File.LETTER, letter.getvalue())
        rows = [row async for row in self._lines_of_list()]
        await asyncio.to_thread(write_name_list, self._words.labels, rows, names)
        self._add(File.NAMES_PDF, names.getvalue())

    async def _write_tables(self, now: datetime) -> None:
        contents, words = self._contents, self._words
        with self._file(File.NAMES) as out:
            await write_csv(Table("names", words.names, self._rows_of_names()), out)
        if contents.corrections:
            corrections = [(one.handover, one.serial) for one in contents.corrections]
            with self._file(File.CORRECTIONS) as out:
                await write_csv(Table("corrections", words.corrections, corrections), out)
        with self._file(File.TOTALS) as out:
            await write_csv(Table("totals", words.totals, list(self._rows_of_totals(now))), out)

    async def _write_proofs(self) -> None:
        with self._file(File.PROOFS) as out:
            async for name in listed_names(self._tx, self._db, self._handover):
                out.write(write_listed(name.proof))
        with self._file(File.LOG) as out:
            async for entry in entries_up_to(self._tx, self._handover):
                out.write(f"{entry}\n".encode())
        with self._file(File.HEADS) as out:
            between = ""
            async for note in heads_up_to(self._tx, self._handover):
                out.write(f"{between}{note}".encode())
                between = BETWEEN_HEADS

    async def _lines_of_list(self) -> AsyncIterator[tuple[str, str, str, str]]:
        async for name in listed_names(self._tx, self._db, self._handover):
            statement = name.proof.statement
            place = self._words.place(statement.country, name.city)
            yield str(statement.number), statement.name, place, self._words.day(date.fromisoformat(statement.day))

    async def _rows_of_names(self) -> AsyncIterator[Row]:
        async for name in listed_names(self._tx, self._db, self._handover):
            said = name.proof.statement
            yield said.number, said.name, said.country, name.city or "", said.day, said.channel

    def _rows_of_totals(self, now: datetime) -> Iterator[Row]:
        """Give the signed count as of the handover; countries are in no head, and counted as of now."""
        contents, at = self._contents, self._handover.at
        yield "all", "", contents.head.total, at
        yield from (("channel", channel, n, at) for channel, n in sorted(contents.head.counts.items()))
        yield from (("country", country, n, now) for country, n in contents.countries.items())
        if contents.elsewhere:
            yield "country", "other", contents.elsewhere, now

    def _add(self, file: File, content: bytes) -> None:
        with self._file(file) as out:
            out.write(content)

    @contextmanager
    def _file(self, file: File) -> Iterator[BinaryIO]:
        with self._archive.open(entry_of(file), "w") as entry:
            out = _Measured(entry)
            yield cast("BinaryIO", out)
        self._marks[file] = out.mark()


class _Measured(io.BufferedIOBase):
    """A file of the package that is measured while it is written."""

    def __init__(self, entry: IO[bytes]) -> None:
        self._entry, self._length, self._hash = entry, 0, hashlib.sha256()

    def writable(self) -> bool:
        return True

    def write(self, content: Buffer) -> int:
        self._length += memoryview(content).nbytes
        self._hash.update(content)
        return self._entry.write(content)

    def mark(self) -> Mark:
        return Mark(self._length, self._hash.hexdigest())
