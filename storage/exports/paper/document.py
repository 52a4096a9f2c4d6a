"""A document on A4 paper: text that breaks into lines and pages, lists, tables, pictures, a footer on every page."""

from __future__ import annotations

import io
import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from storage.exports.paper.breaking import broken
from storage.exports.paper.fonts import Fonts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import BinaryIO

WIDTH, HEIGHT = 210.0, 297.0  # mm
POINT = 25.4 / 72  # mm
_LEADING = 1.4  # height of a line, in heights of its letters
_FOOTER = 12.0  # mm above the end of the page
_GREY = 110
_HAIR = 0.2  # mm
_PLAIN = re.compile(
    r"[\n -~\u00A0-\u024F\u0370-\u0482\u048A-\u04FF\u1E00-\u1EFF\u2010-\u2027"
    r"\u3000-\u3029\u3041-\u3096\u30A0-\u9FFF\uAC00-\uD7A3]*"
)
"""Letters that stand one beside the other as they are; all others are shaped, which takes three times as long."""
_KEPT = "\n\u200c\u200d"  # joiners are part of how some scripts are spelled


class Align(StrEnum):
    """At which side of its room a text stands."""

    L = "L"
    C = "C"
    R = "R"


@dataclass(frozen=True)
class Style:
    """How a text looks.

    Attributes:
        size: In points.
        gap: How much room follows, in mm.
    """

    size: float = 10.5
    bold: bool = False
    gap: float = 2.5

    @property
    def line(self) -> float:
        """The height of a line, in mm."""
        return self.size * POINT * _LEADING


@dataclass(frozen=True)
class Column:
    """A column of a table, *width* mm wide."""

    heading: str
    width: float
    align: Align = Align.L


BODY = Style()
HEADING = Style(bold=True)
TITLE = Style(16, bold=True, gap=4)
FOOTER = Style(7.5, gap=0)
CELL = Style(9, gap=0)
CELL_HEADING = Style(9, bold=True, gap=0)


class Document:
    """What is being written, page by page; nothing of it is in the file before `finish`, and it is closed at last."""

    def __init__(self, language: str, title: str, footer: str, margin: float = 20) -> None:
        from fpdf import FPDF  # noqa: PLC0415  # takes most of a second, which no start of the program waits for

        self.margin = margin
        self._footer = footer
        self._pdf = FPDF()
        self._fonts = Fonts(self._pdf, language)
        self._pdf.set_margin(margin)
        self._pdf.set_auto_page_break(auto=False)
        self._pdf.c_margin = 0
        self._pdf.set_line_width(_HAIR)
        self._pdf.set_lang(language)
        self._pdf.set_title(title)
        self._pdf.set_producer("Clarion")

    @property
    def width(self) -> float:
        """The room between the margins, in mm."""
        return WIDTH - 2 * self.margin

    @property
    def y(self) -> float:
        """How far down the page the next line begins, in mm."""
        return self._pdf.y

    @property
    def room(self) -> float:
        """How much of the page is left, in mm."""
        return HEIGHT - _FOOTER - 5 - self._pdf.y

    def page(self) -> None:
        """Begin a new page."""
        self._pdf.add_page()
        self._pdf.set_text_color(_GREY)
        for text, align in ((self._footer, Align.L), (f"{self._pdf.page} / {{nb}}", Align.R)):
            self._put(_cleaned(text), FOOTER, self.margin, HEIGHT - _FOOTER, self.width, align)
        self._pdf.set_text_color(0)
        self.move(self.margin)

    def move(self, y: float) -> None:
        """Go on at *y* mm of the page."""
        self._pdf.set_xy(self.margin, y)

    def write(
        self, text: str, style: Style = BODY, *, align: Align = Align.L, indent: float = 0, width: float | None = None
    ) -> None:
        """Write a paragraph, *indent* mm from the margin; it goes on over the end of the page."""
        across = (self.width if width is None else width) - indent
        for line in self._lines(text, style, across):
            self.keep_together(style.line)
            self._put(line, style, self.margin + indent, self._pdf.y, across, align)
            self._pdf.set_xy(self.margin, self._pdf.y + style.line)
        self._pdf.y += style.gap

    def marked(self, mark: str, text: str, style: Style = BODY) -> None:
        """Write a paragraph of a list, with its number or dot before it."""
        self.keep_together(style.line)
        self._put(mark, style, self.margin, self._pdf.y, self.indent(style), Align.L)
        self.write(text, style, indent=self.indent(style))

    def indent(self, style: Style) -> float:
        """Return how far from the margin the paragraphs of a list stand, in mm."""
        return style.size * POINT * 1.8

    def table(self, columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> int:
        """Write the rows as they come, with the headings on every page, and return how many there were."""
        self._headings(columns)
        count = 0
        for count, row in enumerate(rows, start=1):  # noqa: B007  # the count is wanted after the last row
            cells = [list(self._cell(text, column)) for text, column in zip(row, columns, strict=True)]
            if self.room < max(map(len, cells)) * CELL.line:
                self.page()
                self._headings(columns)
            self._row(columns, cells, CELL)
        return count

    def pairs(self, rows: Iterable[tuple[str, str]], style: Style = BODY) -> None:
        """Write what is counted on the left and how many at the right margin, one below the other."""
        columns = (Column("", self.width * 0.7), Column("", self.width * 0.3, Align.R))
        for row in rows:
            cells = [list(self._lines(text, style, one.width)) for text, one in zip(row, columns, strict=True)]
            self.keep_together(max(map(len, cells)) * style.line)
            self._row(columns, cells, style)
        self._pdf.y += style.gap

    def picture(self, png: bytes, x: float, y: float, size: float) -> None:
        """Put a square picture, *size* mm wide, at its place on the page."""
        self._pdf.image(io.BytesIO(png), x, y, size, size)

    def label(self, text: str, style: Style, x: float, y: float, width: float, align: Align = Align.L) -> None:
        """Write words at their place on the page, in as many lines as the width asks for."""
        for number, line in enumerate(self._lines(text, style, width)):
            self._put(line, style, x, y + number * style.line, width, align)

    def height_of(self, text: str, style: Style, width: float) -> float:
        """Return how high words would be that are *width* mm wide."""
        return len(list(self._lines(text, style, width))) * style.line

    def box(self, x: float, y: float, width: float, height: float) -> None:
        """Draw a frame."""
        self._pdf.rect(x, y, width, height)

    def finish(self, out: BinaryIO) -> None:
        """Write the file; it stays open."""
        out.write(self._pdf.output())

    def close(self) -> None:
        """Close the files of the fonts, which else stay open where a document was given up."""
        self._fonts.close()

    def _headings(self, columns: Sequence[Column]) -> None:
        self._row(columns, [list(self._lines(one.heading, CELL_HEADING, one.width)) for one in columns], CELL_HEADING)

    def _row(self, columns: Sequence[Column], cells: Sequence[Sequence[str]], style: Style) -> None:
        x, y, height = self.margin, self._pdf.y, max(map(len, cells)) * style.line
        for column, lines in zip(columns, cells, strict=True):
            for number, line in enumerate(lines):
                self._put(line, style, x, y + number * style.line, column.width, column.align)
            x += column.width
        self._pdf.set_xy(self.margin, y + height)

    def _cell(self, text: str, column: Column) -> Iterable[str]:
        """Give the lines of a cell; what is short enough at the width of the widest letters is not measured."""
        if len(text) * CELL.size * POINT <= column.width:
            return _cleaned(text).split("\n")
        return self._lines(text, CELL, column.width - 1)

    def _lines(self, text: str, style: Style, width: float) -> Iterable[str]:
        if not (text := _cleaned(text)):
            return [""]
        self._use(text, style)
        return list(broken(text, width, self._pdf.get_string_width))

    def _put(self, line: str, style: Style, x: float, y: float, width: float, align: Align) -> None:
        if not line:
            return
        self._use(line, style)
        self._pdf.set_xy(x, y)
        self._pdf.current_font_is_set_on_page = False  # after a shaped line in another font, fpdf2 believes it is
        self._pdf.cell(width, style.line, line, align=align, new_x="LEFT", new_y="TOP")

    def _use(self, text: str, style: Style) -> None:
        self._fonts.find(text.replace("\n", ""), bold=style.bold)
        preferred, *others = self._fonts.families(bold=style.bold)
        self._pdf.set_fallback_fonts(others, exact_match=False)
        self._pdf.set_font(preferred, "B" if style.bold else "", style.size)
        self._pdf.set_text_shaping(use_shaping_engine=not _PLAIN.fullmatch(text))

    def keep_together(self, height: float) -> None:
        """Begin a new page if the next *height* mm would not be on this one."""
        if self.room < height:
            self.page()


def _cleaned(text: str) -> str:
    """Return the text composed, without what no paper shows: control characters and choosers of variants."""
    kept = (letter for letter in unicodedata.normalize("NFC", text) if not _is_hidden(letter))
    return "".join(kept)


def _is_hidden(letter: str) -> bool:
    category = unicodedata.category(letter)
    return (category in {"Cc", "Cf"} and letter not in _KEPT) or unicodedata.name(letter, "").startswith("VARIATION")
