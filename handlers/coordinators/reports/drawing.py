"""Draws charts as PNG pictures: curves over time and counts by day, readable on a phone.

This module loads matplotlib, which takes a second and some 60 MB: import it where a chart is drawn, in a thread, and
nowhere else. Colours are those of Okabe and Ito, which colour-blind people can tell apart; line styles differ too.
"""

from __future__ import annotations

import io
import logging
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

logging.getLogger("matplotlib").setLevel(logging.CRITICAL + 1)  # without a home it keeps its files in /tmp and says so

import matplotlib as mpl  # noqa: E402  # it speaks while it is loaded
from matplotlib import font_manager  # noqa: E402
from matplotlib.figure import Figure  # noqa: E402
from matplotlib.layout_engine import ConstrainedLayoutEngine  # noqa: E402
from matplotlib.ticker import FixedLocator, FuncFormatter, MaxNLocator  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from matplotlib.axes import Axes

log = logging.getLogger(__name__)

INCHES, DOTS = 7.2, 150  # of the picture's width, and per inch: 1,080 pixels
PADDING = 0.1  # inches
HEADROOM = 1.45  # above the highest count, for the legend
HEIGHTS = {1: 4.8, 2: 7.2}  # inches, by the number of panels
STYLES = (("#0072B2", "-"), ("#D55E00", "--"))  # blue and vermilion
TICKS_MAX = 5
HOUR = 3_600  # seconds
BAR_WIDTH = 20 * HOUR  # of a day
WITHIN_DAYS = (5, 10, 30, 60, 300, 600, 1_800, HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR)  # between ticks
DAYS = (1, 2, 3, 7, 14, 30, 90, 365)

FONTS = {"ko": ("Noto Sans CJK KR", "Noto Sans KR", "NanumGothic", "NanumBarunGothic", "UnDotum", "Noto Sans CJK JP")}
"""Fonts with the letters of languages that matplotlib's own font cannot write, the best ones first."""
FILES = ("notosanscjk", "notosanskr", "nanum", "undotum")
"""How the names of their files begin, in small letters."""

_OWN_FONT = "DejaVu Sans"  # comes with matplotlib
_drawing = Lock()  # matplotlib's settings are the process's own


@dataclass(frozen=True)
class Line:
    """A curve of counts: from each moment on, the count beside it holds."""

    label: str
    points: Sequence[tuple[datetime, int]]


@dataclass(frozen=True)
class Bars:
    """Counts of single days, each at the midnight with which its day begins."""

    label: str
    points: Sequence[tuple[datetime, int]]


@dataclass(frozen=True)
class Panel:
    """One diagram of the picture: its lines, under a title, between two moments, in whose zone it tells the time."""

    title: str
    count_axis: str
    lines: Sequence[Line | Bars]
    since: datetime
    until: datetime


@dataclass(frozen=True)
class Drawing:
    """A picture to be drawn.

    Attributes:
        time_axis: What is written under the last panel.
        tick: Writes a moment on the axis, given how long the axis is in seconds.
        count: Writes a number on the axis.
    """

    title: str
    panels: Sequence[Panel]
    time_axis: str
    tick: Callable[[datetime, float], str]
    count: Callable[[int], str]


@cache
def can_write(language: str) -> bool:
    """Return whether this machine has a font for the language's letters; the log says what is missing."""
    if language not in FONTS or _font(FONTS[language]):
        return True
    log.warning("no font for %s: charts are labelled in English; Debian's package fonts-noto-cjk has one", language)
    return False


def draw(drawing: Drawing, language: str) -> bytes:
    """Return the picture as PNG; *language* is the one of its words."""

    def panels(figure: Figure) -> None:
        for place, panel in enumerate(drawing.panels, start=1):
            _draw_panel(figure.add_subplot(len(drawing.panels), 1, place), panel, drawing)
        figure.axes[-1].set_xlabel(drawing.time_axis)

    return painted(drawing.title, HEIGHTS[len(drawing.panels)], fonts_for(language), panels)


def painted(title: str, height: float, fonts: Sequence[str], paint: Callable[[Figure], None]) -> bytes:
    """Return what *paint* puts on a figure below *title*, *height* inches in all, as PNG."""
    with _drawing, mpl.rc_context({"font.family": list(fonts), "font.size": 14, "text.parse_math": False}):
        figure = Figure(figsize=(INCHES, height), dpi=DOTS, layout=_layout())
        figure.suptitle(title, fontweight="bold")
        paint(figure)
        picture = io.BytesIO()
        figure.savefig(picture, format="png")
    return picture.getvalue()


def fonts_for(language: str) -> tuple[str, ...]:
    """Return the fonts for words of the language: matplotlib's own one, and before it what that cannot write."""
    own = _font(FONTS.get(language, ()))
    return (own, _OWN_FONT) if own else (_OWN_FONT,)


def _layout() -> ConstrainedLayoutEngine:
    return ConstrainedLayoutEngine(w_pad=PADDING, h_pad=PADDING)


def _draw_panel(axes: Axes, panel: Panel, drawing: Drawing) -> None:
    since, until = panel.since.timestamp(), panel.until.timestamp()
    for line, (colour, style) in zip(panel.lines, STYLES, strict=False):
        moments, counts = [moment.timestamp() for moment, _ in line.points], [count for _, count in line.points]
        if isinstance(line, Bars):
            axes.bar(moments, counts, BAR_WIDTH, align="edge", color=colour, label=line.label)
            continue
        moments, counts = [since, *moments, until], [0, *counts, counts[-1] if counts else 0]
        axes.step(
            moments, counts, where="post", color=colour, linestyle=style, linewidth=2.5, label=line.label, clip_on=False
        )
    highest = max(count for line in panel.lines for _, count in ((None, 1), *line.points))
    axes.set_title(panel.title, fontsize="medium")
    axes.set_ylabel(panel.count_axis)
    axes.set_xlim(since, until)
    axes.set_ylim(0, highest * HEADROOM)
    axes.xaxis.set_major_locator(FixedLocator([tick.timestamp() for tick in ticks(panel.since, panel.until)]))
    zone, seconds = panel.since.tzinfo, until - since
    axes.xaxis.set_major_formatter(FuncFormatter(lambda x, _: drawing.tick(datetime.fromtimestamp(x, zone), seconds)))
    axes.yaxis.set_major_locator(MaxNLocator(nbins=5, integer=True))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda y, _: drawing.count(round(y))))
    axes.grid(color="#DDDDDD")
    axes.set_axisbelow(True)
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(loc="upper left", frameon=False, fontsize="small")


def ticks(since: datetime, until: datetime) -> list[datetime]:
    """Return the round moments to be marked between two, in their zone: full hours, midnights and the like."""
    span = (until - since).total_seconds()
    midnight = datetime.combine(since.date(), time(), since.tzinfo)
    step = next((seconds for seconds in WITHIN_DAYS if span <= seconds * TICKS_MAX), None)
    if step is not None:
        first = midnight.timestamp()
        places = range(int(span + since.timestamp() - first) // step + 1)
        marked = [datetime.fromtimestamp(first + place * step, since.tzinfo) for place in places]
    else:
        days = next((days for days in DAYS if span <= days * 24 * HOUR * TICKS_MAX), DAYS[-1])
        places = range((until.date() - since.date()).days // days + 1)
        marked = [
            datetime.combine(since.date() + timedelta(days=place * days), time(), since.tzinfo) for place in places
        ]
    return [moment for moment in marked if since <= moment <= until]


@cache
def _font(names: tuple[str, ...]) -> str | None:
    """Return the first of these fonts that is installed; matplotlib's own list may be older than a font."""
    return _listed(names) or (_listed(names) if names and _look_for_fonts() else None)


def _listed(names: tuple[str, ...]) -> str | None:
    known = {font.name for font in font_manager.fontManager.ttflist}
    return next((name for name in names if name in known), None)


def _look_for_fonts() -> int:
    found = [path for path in font_manager.findSystemFonts() if Path(path).name.lower().startswith(FILES)]
    for path in found:
        font_manager.fontManager.addfont(path)
    return len(found)
