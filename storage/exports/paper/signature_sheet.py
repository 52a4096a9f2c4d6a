"""The sheet on which people sign with a pen, as a PDF: on every page all that a signer must know, then the lines.

A page that is found alone must still say what was signed: title, demands, addressees and the consent stand on each.
Where they are so long that too few lines would be left, they are set smaller, and then on pages of their own.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage.exports.paper.document import Align, Document, Style

if TYPE_CHECKING:
    from typing import BinaryIO

_MARGIN = 15.0  # mm, as is all that follows without a unit
_QR = 30.0
_LINE = 10.0  # high enough for handwriting
_TICK = 4.0
_COLLECTOR = 9.0
_LINES_MIN = 6  # on a page that has the text as well
_COLUMNS = (9.0, 53.0, 50.0, 26.0, 42.0)
_CAPTION = Style(7.5, gap=1)
_TITLE = Style(15, bold=True, gap=2)
_SUMMARY = Style(9, gap=1)
_HEADINGS = Style(8, gap=0)
_SIZES = (9.0, 8.0, 7.0)  # points of the text that is to be read before signing


@dataclass(frozen=True)
class SheetColumns:
    """The headings above the lines; in the column of *hand_over* is a box to be ticked."""

    number: str
    name: str
    place: str
    hand_over: str
    signature: str


@dataclass(frozen=True)
class SignatureSheet:
    """What the sheet says, in one language.

    Attributes:
        language: BCP 47 tag; it decides which shapes Chinese characters have.
        summary: What it is about, in a few sentences; empty where it is not for the street.
        demands: Each addressee with what is asked of it.
        qr: PNG of the link for those who would rather sign with their phone.
        collector: What whoever collects fills in, such as name, place and day.
        footer: What the sheet is known by, on every page.
        pages: How many sides with lines.
    """

    language: str
    heading: str
    title: str
    summary: str
    demands_heading: str
    demands: tuple[tuple[str, tuple[str, ...]], ...]
    consent_heading: str
    consent: tuple[str, ...]
    columns: SheetColumns
    qr: bytes
    qr_caption: str
    collector: tuple[str, ...]
    footer: str
    pages: int = 2


def write_signature_sheet(sheet: SignatureSheet, out: BinaryIO) -> None:
    """Write the sheet; the file stays open.

    Raises:
        MissingFont: If no installed font has a letter of it.
    """
    with closing(Document(sheet.language, sheet.title, sheet.footer, _MARGIN)) as document:
        document.page()
        size = next((size for size in _SIZES if _lines_left(document, sheet, size) >= _LINES_MIN), None)
        number = _side(document, sheet, 1, size)
        for _ in range(sheet.pages - 1):
            document.page()
            number = _side(document, sheet, number, size)
        document.finish(out)


@dataclass(frozen=True)
class _Block:
    """A paragraph, with what stands before it, such as its number."""

    text: str
    style: Style
    mark: str = ""


def _side(document: Document, sheet: SignatureSheet, number: int, size: float | None) -> int:
    """Write one side and return the number of the next line; without a *size* what is asked has pages of its own."""
    _head(document, sheet)
    if size is None:
        _write(document, _demands(sheet, _SIZES[-1]))
        document.page()
        _head(document, sheet)
        _write(document, [_Block(office, Style(_SIZES[-1], bold=True, gap=0.5)) for office, _ in sheet.demands])
    else:
        _write(document, _demands(sheet, size))
    _write(document, _consent(sheet, size or _SIZES[-1]))
    return _lines(document, sheet, number)


def _head(document: Document, sheet: SignatureSheet) -> None:
    x = document.margin + document.width - _QR
    document.picture(sheet.qr, x, document.margin, _QR)
    document.label(sheet.qr_caption, _CAPTION, x, document.margin + _QR, _QR, Align.C)
    document.move(document.margin)
    for block in _opening(sheet):
        document.write(block.text, block.style, width=document.width - _QR - 5)
    document.move(max(document.y, document.margin + _beside(document, sheet)))


def _opening(sheet: SignatureSheet) -> list[_Block]:
    summary = [_Block(sheet.summary, _SUMMARY)] if sheet.summary else []
    return [_Block(sheet.heading, _CAPTION), _Block(sheet.title, _TITLE), *summary]


def _demands(sheet: SignatureSheet, size: float) -> list[_Block]:
    blocks = [_Block(sheet.demands_heading, Style(size, bold=True, gap=0.5))]
    for office, demands in sheet.demands:
        blocks.append(_Block(office, Style(size, bold=True, gap=0.5)))
        blocks.extend(_Block(text, Style(size, gap=0.7), f"{number}.") for number, text in enumerate(demands, start=1))
    return blocks


def _consent(sheet: SignatureSheet, size: float) -> list[_Block]:
    paragraphs = (_Block(text, Style(size, gap=0.7), "•") for text in sheet.consent)
    return [_Block(sheet.consent_heading, Style(size, bold=True, gap=0.5)), *paragraphs]


def _write(document: Document, blocks: list[_Block]) -> None:
    for block in blocks:
        document.marked(block.mark, block.text, block.style) if block.mark else document.write(block.text, block.style)
    document.move(document.y + 1.5)


def _lines_left(document: Document, sheet: SignatureSheet, size: float) -> int:
    """Return how many lines a page has room for below all that is to be read."""
    beside = sum(_height(document, one, document.width - _QR - 5) for one in _opening(sheet))
    blocks = (*_demands(sheet, size), *_consent(sheet, size))
    text = sum(_height(document, one, document.width - document.indent(one.style) * bool(one.mark)) for one in blocks)
    used = max(beside, _beside(document, sheet)) + text + 3 + _headings_height(document, sheet)
    return int((document.room - used - _COLLECTOR) // _LINE)


def _height(document: Document, block: _Block, width: float) -> float:
    return document.height_of(block.text, block.style, width) + block.style.gap


def _beside(document: Document, sheet: SignatureSheet) -> float:
    return _QR + document.height_of(sheet.qr_caption, _CAPTION, _QR) + 2


def _headings_height(document: Document, sheet: SignatureSheet) -> float:
    return max(document.height_of(text, _HEADINGS, width - 2) for text, width in _columns(sheet)) + 2


def _columns(sheet: SignatureSheet) -> list[tuple[str, float]]:
    columns = sheet.columns
    words = (columns.number, columns.name, columns.place, columns.hand_over, columns.signature)
    return list(zip(words, _COLUMNS, strict=True))


def _lines(document: Document, sheet: SignatureSheet, first: int) -> int:
    """Rule the rest of the page, leave room for the collector, and return the number after the last."""
    height = _headings_height(document, sheet)
    _row(document, height, [text for text, _ in _columns(sheet)])
    number = first
    while document.room >= _LINE + _COLLECTOR:
        x, y = document.margin + sum(_COLUMNS[:3]) + (_COLUMNS[3] - _TICK) / 2, document.y + (_LINE - _TICK) / 2
        document.box(x, y, _TICK, _TICK)
        _row(document, _LINE, [str(number), "", "", "", ""])
        number += 1
    _collector(document, sheet)
    return number


def _row(document: Document, height: float, words: list[str]) -> None:
    x, y = document.margin, document.y
    for text, width in zip(words, _COLUMNS, strict=True):
        document.box(x, y, width, height)
        document.label(text, _HEADINGS, x + 1, y + 1, width - 2)
        x += width
    document.move(y + height)


def _collector(document: Document, sheet: SignatureSheet) -> None:
    width, y = document.width / len(sheet.collector), document.y + _COLLECTOR / 2
    for number, text in enumerate(sheet.collector):
        document.label(f"{text}: ______________________", _HEADINGS, document.margin + number * width, y, width)
