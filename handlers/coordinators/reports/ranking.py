"""Draws counts by name as a PNG picture: bars below each other, each with its number at its end.

Like `drawing`, this module loads matplotlib: import it where a picture is drawn, in a thread, and nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from matplotlib import font_manager

from handlers.coordinators.reports.drawing import FONTS, fonts_for, painted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

BAR_INCHES = 0.36  # of height
PANEL_INCHES = 0.8  # of height, around the bars
TITLE_INCHES = 0.7
ROOM = 1.25  # for the number beyond the longest bar
BLUE = "#0072B2"


@dataclass(frozen=True)
class Ranking:
    """Counts by name under a title, in the order in which they are shown."""

    title: str
    counts: Sequence[tuple[str, int]]


def draw_rankings(title: str, rankings: Sequence[Ranking], language: str, written: Callable[[int], str]) -> bytes:
    """Return the rankings as one PNG, each with names in any language; *written* writes a number.

    A character for which this machine has no font is drawn as a question mark.
    """
    fonts = tuple(dict.fromkeys(font for tongue in (language, *FONTS) for font in fonts_for(tongue)))
    bars = [len(ranking.counts) for ranking in rankings]
    height = TITLE_INCHES + sum(PANEL_INCHES + BAR_INCHES * many for many in bars)

    def panels(figure: Figure) -> None:
        axes = figure.subplots(len(rankings), 1, squeeze=False, height_ratios=[many + 1 for many in bars])
        for one, ranking in zip(axes[:, 0], rankings, strict=True):
            _draw(one, ranking, fonts, written)

    return painted(title, height, fonts, panels)


def _draw(axes: Axes, ranking: Ranking, fonts: Sequence[str], written: Callable[[int], str]) -> None:
    places, counts = range(len(ranking.counts)), [count for _, count in ranking.counts]
    drawn = axes.barh(places, counts, color=BLUE)
    axes.bar_label(drawn, [written(count) for count in counts], padding=4)
    axes.set_yticks(places, [_writable(name, fonts) for name, _ in ranking.counts])
    axes.set_xlim(0, max(counts, default=1) * ROOM)
    axes.set_title(ranking.title, fontsize="medium", loc="left")
    axes.invert_yaxis()
    axes.xaxis.set_visible(False)
    axes.tick_params(axis="y", length=0)
    axes.spines[["top", "right", "bottom"]].set_visible(False)


def _writable(name: str, fonts: Sequence[str]) -> str:
    loaded = [font_manager.get_font(font_manager.findfont(font)) for font in fonts]
    return "".join(char if any(font.get_char_index(ord(char)) for font in loaded) else "?" for char in name)
