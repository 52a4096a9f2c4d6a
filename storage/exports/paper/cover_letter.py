"""The letter that goes to an addressee with the names, as a PDF."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage.exports.paper.document import BODY, HEADING, Align, Document, Style

if TYPE_CHECKING:
    from typing import BinaryIO

_LAST = Style(gap=10)
_SIGNED = Style(gap=0)


@dataclass(frozen=True)
class CoverLetter:
    """What the letter says, in its own language.

    Attributes:
        language: BCP 47 tag; it decides which shapes Chinese characters have.
        address: Lines below the recipient: where the letter goes; none if nobody said.
        totals: What was counted, and how many, as they are to be read.
        signatory: Lines: who signs, in which role, for whom.
        footer: What stands at the foot of every page, beside its number.
    """

    language: str
    place_and_day: str
    recipient: str
    salutation: str
    paragraphs: tuple[str, ...]
    demands_heading: str
    demands: tuple[str, ...]
    totals_heading: str
    totals: tuple[tuple[str, str], ...]
    closing: str
    signatory: tuple[str, ...]
    footer: str
    address: tuple[str, ...] = ()


def write_cover_letter(letter: CoverLetter, out: BinaryIO) -> None:
    """Write the letter; the file stays open.

    Raises:
        MissingFont: If no installed font has a letter of it.
    """
    with closing(Document(letter.language, letter.recipient, letter.footer, margin=25)) as document:
        document.page()
        document.write(letter.place_and_day, _LAST, align=Align.R)
        *lines, last = letter.recipient, *letter.address
        for line in lines:
            document.write(line, _SIGNED)
        document.write(last, _LAST)
        document.write(letter.salutation)
        for paragraph in letter.paragraphs:
            document.write(paragraph)
        document.write(letter.demands_heading, HEADING)
        for number, demand in enumerate(letter.demands, start=1):
            document.marked(f"{number}.", demand)
        document.write(letter.totals_heading, HEADING)
        document.pairs(letter.totals)
        document.keep_together(_ending_height(letter))
        document.write(letter.closing, _LAST)
        for line in letter.signatory:
            document.write(line, _SIGNED)
        document.finish(out)


def _ending_height(letter: CoverLetter) -> float:
    return (1 + len(letter.signatory)) * BODY.line + _LAST.gap  # mm
