"""The numbered list of the names that are handed over, as a PDF."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage.exports.paper.document import TITLE, Align, Column, Document

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import BinaryIO


@dataclass(frozen=True)
class NameListLabels:
    """The words around the names.

    Attributes:
        language: BCP 47 tag; it decides which shapes Chinese characters have.
        number: Heading of the first column; those of the others follow.
        footer: What stands at the foot of every page, beside its number.
    """

    language: str
    title: str
    subtitle: str
    number: str
    name: str
    place: str
    day: str
    footer: str


def write_name_list(labels: NameListLabels, rows: Iterable[tuple[str, str, str, str]], out: BinaryIO) -> int:
    """Write the rows of number, name, place and day as they come, and return how many there were.

    The file stays open. Ten thousand names take some ten seconds: call it in a thread.

    Raises:
        MissingFont: If no installed font has a letter of it.
    """
    with closing(Document(labels.language, labels.title, labels.footer)) as document:
        document.page()
        document.write(labels.title, TITLE)
        document.write(labels.subtitle)
        columns = (
            Column(labels.number, 18, Align.R),
            Column("", 4),
            Column(labels.name, 72),
            Column(labels.place, 46),
            Column(labels.day, 30),
        )
        count = document.table(columns, ((number, "", name, place, day) for number, name, place, day in rows))
        document.finish(out)
    return count
