"""Draws counts as SVG: columns by day, bars by name, curves over time.

Texts are of the page's own size at any width: places across are percents, places down are pixels. What is drawn to
scale lies in a picture within the picture whose units are the counts themselves, so that a column of 40 is 40 high.
Colours come from the page's style sheet, by class.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

PLOT = 160  # pixels high
LINE = 20  # pixels of a line of text
BAR = 46  # pixels of a bar with its name above
LABEL_MAX = 34  # characters of a name; the table beside the picture has all of it


@dataclass(frozen=True)
class Mark:
    """A count under its name; *written* is the count as the reader's language writes it."""

    name: str
    count: int
    written: str


@dataclass(frozen=True)
class Curve:
    """How many there were in all, from each place on the axis on.

    Attributes:
        name: What the line stands for, with its last count.
        points: Places from 0 to the axis's span with the count from there on, in order.
    """

    name: str
    points: Sequence[tuple[int, int]]


@dataclass(frozen=True)
class Axes:
    """What stands around curves.

    Attributes:
        span: The last place across.
        top: The highest count, with its *written* form.
        goal: A count that is aimed at and what to write beside it; None: none is.
        places: What is written below, from the left end to the right.
    """

    span: int
    top: int
    written: str
    goal: tuple[int, str] | None
    places: Sequence[str]


@dataclass(frozen=True)
class Drawing:
    """What an `svg` of the full width holds, and how many pixels high it is."""

    content: Markup
    height: int


def bars(marks: Sequence[Mark]) -> Drawing:
    """Draw one bar below the other, the longest as wide as the page."""
    most = max((mark.count for mark in marks), default=0) or 1
    return Drawing(Markup("").join(_bar(place, mark, most) for place, mark in enumerate(marks)), BAR * len(marks))


def columns(marks: Sequence[Mark], below: Sequence[str]) -> Drawing:
    """Draw a column for each count, with *below* written from the left end to the right."""
    highest = max(marks, key=lambda mark: mark.count)
    top = highest.count or 1
    drawn = Markup("").join(
        Markup('<rect class="series-1" x="{}.1" y="{}" width="0.8" height="{}"><title>{}: {}</title></rect>').format(
            place, top - mark.count, mark.count, mark.name, mark.written
        )
        for place, mark in enumerate(marks)
    )
    parts = (_grid(highest.written), _plot(len(marks), top, drawn), _below(below))
    return Drawing(Markup("").join(parts), LINE + PLOT + LINE)


def curves(lines: Sequence[Curve], axes: Axes) -> Drawing:
    """Draw lines that rise over time, each named above in its own colour and dash."""
    head, top = LINE * len(lines), max(1, axes.top)
    names = Markup("").join(_legend(number, line) for number, line in enumerate(lines, start=1))
    drawn = Markup("").join(_steps(number, line, axes.span, top) for number, line in enumerate(lines, start=1))
    goal = Markup("")
    if axes.goal is not None:
        height, words = axes.goal
        y = LINE + PLOT - round(PLOT * height / top)
        goal = Markup('<line class="goal" x1="0" x2="100%" y1="{y}" y2="{y}"/>').format(y=y)
        goal += _text("end", y + LINE - 6 if y < 2 * LINE else y - 4, words)
    plot = (_grid(axes.written), _plot(max(1, axes.span), top, drawn), goal, _below(axes.places))
    moved = Markup('<svg x="0" y="{}" width="100%" height="{}">{}</svg>').format(
        head, LINE + PLOT + LINE, Markup("").join(plot)
    )
    return Drawing(names + moved, head + LINE + PLOT + LINE)


def _bar(place: int, mark: Mark, most: int) -> Markup:
    y = BAR * place
    name = mark.name if len(mark.name) <= LABEL_MAX else f"{mark.name[: LABEL_MAX - 1]}…"
    scaled = Markup(
        '<svg x="0" y="{}" width="100%" height="14" viewBox="0 0 {} 1" preserveAspectRatio="none">'
        '<rect class="track" x="0" y="0" width="{}" height="1"/>'
        '<rect class="series-1" x="0" y="0" width="{}" height="1"/></svg>'
    ).format(y + LINE, most, most, mark.count)
    return _text("start", y + LINE - 6, name) + _text("end", y + LINE - 6, mark.written) + scaled


def _steps(number: int, line: Curve, span: int, top: int) -> Markup:
    points = [(0, 0), *line.points, (span, line.points[-1][1] if line.points else 0)]
    steps = " ".join(f"H{place}V{top - count}" for place, count in points)
    return Markup('<path class="line-{}" d="M0 {}{}"/>').format(number, top, steps)


def _legend(number: int, line: Curve) -> Markup:
    y = LINE * number - 6
    stroke = Markup('<line class="line-{n}" x1="0" x2="24" y1="{y}" y2="{y}"/>').format(n=number, y=y - 4)
    return stroke + Markup('<text x="32" y="{}">{}</text>').format(y, line.name)


def _plot(width: int, height: int, drawn: Markup) -> Markup:
    return Markup(
        '<svg x="0" y="{}" width="100%" height="{}" viewBox="0 0 {} {}" preserveAspectRatio="none">{}</svg>'
    ).format(LINE, PLOT, width, height, drawn)


def _grid(highest: str) -> Markup:
    """Draw the floor and the ceiling, whose count is written above it."""
    lines = Markup("").join(
        Markup('<line class="grid" x1="0" x2="100%" y1="{y}" y2="{y}"/>').format(y=y) for y in (LINE, LINE + PLOT)
    )
    return lines + _text("start", LINE - 6, highest)


def _below(places: Sequence[str]) -> Markup:
    return Markup("").join(_text(anchor, LINE + PLOT + LINE - 4, words) for anchor, words in _anchored(places))


def _anchored(places: Sequence[str]) -> Iterable[tuple[str, str]]:
    """Give each place its anchor: one or two are at the ends, of three one is in the middle."""
    anchors = {1: ("start",), 2: ("start", "end")}.get(len(places), ("start", "middle", "end"))
    return zip(anchors, places, strict=False)


def _text(anchor: str, y: int, words: str) -> Markup:
    x = {"start": "0", "middle": "50%", "end": "100%"}[anchor]
    return Markup('<text x="{}" y="{}" text-anchor="{}">{}</text>').format(x, y, anchor, words)
