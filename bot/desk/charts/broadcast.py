"""The chart of a broadcast's course: the letters that arrived over time, and those that could not."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from babel.numbers import format_decimal

from bot.desk.charts.chart import Chart
from bot.desk.charts.drawing import Axes, Curve, curves
from handlers.dates import day_text, short_day_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from handlers.texts import Texts
    from storage.letters.reports.course import Course, Point
    from storage.letters.reports.progress import Progress

ROWS_MAX = 24  # of the table; with more points, the last of each group is told


def broadcast_chart(course: Course, progress: Progress, texts: Texts, language: str, now: datetime) -> Chart | None:
    """Draw the course, with times in the zone of *now*; None if no letter has come to its end."""
    moments = sorted({point.at for point in (*course.delivered, *course.undelivered)})
    if not moments:
        return None
    words = _Words(progress, texts, language, now)
    named = {"delivered": course.delivered}
    if course.undelivered:
        named["undelivered"] = course.undelivered
    since, until = progress.starts_at, max(moments[-1], progress.ended_at or int(now.timestamp()))
    lines = [Curve(words.line(fate, points), _placed(points, since)) for fate, points in named.items()]
    letters = words.number(progress.letters)
    axes = Axes(max(1, until - since), progress.letters, letters, None, words.ends(since, until))
    return Chart(
        name="course",
        title=words.text("desk-chart-course"),
        words=". ".join(line.name for line in lines) + ".",
        headings=(words.text("desk-chart-column-until"), *(words.text(f"desk-chart-column-{fate}") for fate in named)),
        rows=tuple(
            (words.moment(at), *(words.number(_until(points, at)) for points in named.values()))
            for at in _thinned(moments)
        ),
        drawing=curves(lines, axes),
    )


class _Words:
    """Texts about the broadcast, times and numbers as the reader's language writes them."""

    def __init__(self, progress: Progress, texts: Texts, language: str, now: datetime) -> None:
        self._kind = progress.kind
        self._texts = texts
        self._language = language
        self._zone = now.tzinfo

    def text(self, key: str) -> str:
        return self._texts.plain(key, self._language, kind=self._kind)

    def line(self, fate: str, points: Sequence[Point]) -> str:
        count = points[-1].total if points else 0
        return self._texts.plain(f"reports-line-{fate}", self._language, kind=self._kind, count=count)

    def number(self, count: int) -> str:
        return str(format_decimal(count, locale=self._language))

    def ends(self, since: int, until: int) -> tuple[str, str]:
        """Return what stands below the ends: the times, with their days where these are not the same."""
        first, last = (datetime.fromtimestamp(at, self._zone) for at in (since, until))
        if first.date() == last.date():
            return f"{first:%H:%M}", f"{last:%H:%M}"
        days = (short_day_text(one.date(), self._language) for one in (first, last))
        return f"{next(days)} {first:%H:%M}", f"{next(days)} {last:%H:%M}"

    def moment(self, at: int) -> str:
        local = datetime.fromtimestamp(at, self._zone)
        day = day_text(local.date(), self._language)
        return self._texts.plain("reports-moment", self._language, day=day, time=f"{local:%H:%M:%S}")


def _placed(points: Sequence[Point], since: int) -> list[tuple[int, int]]:
    return [(max(0, point.at - since), point.total) for point in points]


def _until(line: Sequence[Point], at: int) -> int:
    return max((point.total for point in line if point.at <= at), default=0)


def _thinned(points: Sequence[int]) -> Sequence[int]:
    """Return a few of the moments, evenly spread, the last one always among them."""
    step = -(-len(points) // ROWS_MAX)
    return points[::-1][::step][::-1]
