"""A chart as a page shows it: the picture, the same in words, and the counts as a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from bot.desk.charts.drawing import Drawing


@dataclass(frozen=True)
class Chart:
    """A chart.

    Attributes:
        name: By which it is found on its page; no other one there has it.
        words: What it shows, for those who do not see it.
        headings: Of the table; the first column names the row, all others are counts as written.
    """

    name: str
    title: str
    words: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    drawing: Drawing

    @property
    def svg(self) -> Markup:
        """The picture, with its title and its words for screen readers."""
        return Markup(
            '<svg class="chart" role="img" width="100%" height="{height}" aria-labelledby="{name}-title {name}-words">'
            '<title id="{name}-title">{title}</title><desc id="{name}-words">{words}</desc>{content}</svg>'
        ).format(
            height=self.drawing.height,
            name=self.name,
            title=self.title,
            words=self.words,
            content=self.drawing.content,
        )
