"""The charts of a petition: its signatures by day, all of them over time beside the goal, and taken apart."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from babel.numbers import format_decimal

from bot.desk.charts.chart import Chart
from bot.desk.charts.drawing import Axes, Curve, Mark, bars, columns, curves
from handlers.dates import day_text, short_day_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from handlers.coordinators.petitions.counting.breakdown import Part
    from handlers.coordinators.petitions.counting.pace import Going
    from handlers.texts import Value

TOLD_MAX = 5  # counts in a sentence; the table has all of them


def petition_charts(going: Going, parts: Sequence[Part]) -> tuple[Chart, ...]:
    """Return the charts of a petition that somebody signed; none of one that nobody did."""
    return tuple(_charts(_Words(going), parts))


def _charts(words: _Words, parts: Sequence[Part]) -> Iterator[Chart]:
    by_day = list(words.going.days.by_day.items())
    if by_day:
        yield _by_day(words, by_day)
        yield _over_time(words, by_day)
    for part in parts:
        if part.counts:
            yield _apart(words, part)


def _by_day(words: _Words, by_day: Sequence[tuple[date, int]]) -> Chart:
    marks = [words.mark(words.day(day), count) for day, count in by_day]
    undated = words.going.days.undated
    busiest, most = max(by_day, key=lambda one: one[1])
    told = words.text(
        "desk-chart-days-words",
        days=len(by_day),
        total=sum(count for _, count in by_day),
        most=most,
        busiest=words.day(busiest),
    )
    return Chart(
        name="days",
        title=words.text("desk-chart-days"),
        words=f"{told} {words.text('desk-chart-undated', count=undated)}" if undated else told,
        headings=words.headings("day"),
        rows=tuple((mark.name, mark.written) for mark in marks),
        drawing=columns(marks, words.places(by_day)),
    )


def _over_time(words: _Words, by_day: Sequence[tuple[date, int]]) -> Chart:
    """Draw all signatures up to each day; those without a day are there from the beginning, so the end is right."""
    goal, undated = words.going.goal, words.going.days.undated
    totals = [undated + count for count in accumulate(count for _, count in by_day)]
    points = [(0, undated), *enumerate(totals, start=1)]  # a day's signatures are all there at its end
    total, top = totals[-1], max(totals[-1], goal)
    aim = (goal, words.text("desk-chart-goal", goal=goal)) if goal else None
    last = words.day(by_day[-1][0])
    return Chart(
        name="total",
        title=words.text("desk-chart-total"),
        words=words.text("desk-chart-total-words", total=total, last=last, goal=goal, undated=undated),
        headings=words.headings("day"),
        rows=tuple((words.day(day), words.number(count)) for (day, _), count in zip(by_day, totals, strict=True)),
        drawing=curves(
            [Curve(words.text("desk-chart-signatures", count=total), points)],
            Axes(len(by_day), top, words.number(top), aim, words.places(by_day)),
        ),
    )


def _apart(words: _Words, part: Part) -> Chart:
    marks = [words.mark(name, count) for name, count in part.counts]
    told = ", ".join(words.text("statistics-count", name=name, count=count) for name, count in part.counts[:TOLD_MAX])
    rest = sum(count for _, count in part.counts[TOLD_MAX:])
    return Chart(
        name=part.by,
        title=words.text(f"desk-chart-{part.by}"),
        words=words.text("desk-chart-apart-words", counts=told, rest=rest),
        headings=words.headings(part.by),
        rows=tuple((mark.name, mark.written) for mark in marks),
        drawing=bars(marks),
    )


class _Words:
    """Names, days and numbers as the reader's language writes them."""

    def __init__(self, going: Going) -> None:
        self.going = going

    def text(self, key: str, **values: Value) -> str:
        return self.going.texts.plain(key, self.going.language, **values)

    def number(self, count: int) -> str:
        return str(format_decimal(count, locale=self.going.language))

    def day(self, day: date) -> str:
        return day_text(day, self.going.language)

    def mark(self, name: str, count: int) -> Mark:
        return Mark(name, count, self.number(count))

    def headings(self, by: str) -> tuple[str, str]:
        return self.text(f"desk-chart-column-{by}"), self.text("desk-chart-column-signatures")

    def places(self, by_day: Sequence[tuple[date, int]]) -> tuple[str, ...]:
        """Return the first day and the last one, for below a picture."""
        ends = dict.fromkeys((by_day[0][0], by_day[-1][0]))
        return tuple(short_day_text(day, self.going.language) for day in ends)
