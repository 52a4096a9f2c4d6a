"""Charts as SVG: well formed, to scale, told in words, and safe whatever a name says."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.demo import demo_sheets
from bot.desk.charts.broadcast import ROWS_MAX, broadcast_chart
from bot.desk.charts.drawing import PLOT, Axes, Curve, Mark, bars, columns, curves
from bot.desk.charts.petition import petition_charts
from handlers.coordinators.petitions.counting.breakdown import Part
from handlers.coordinators.petitions.counting.pace import Going
from handlers.texts import LANGUAGES, Texts
from storage.appeals.sheets.sheet import read_sheet
from storage.letters.broadcasts.planning import BroadcastKind, BroadcastState
from storage.letters.reports.course import Course, Point
from storage.letters.reports.progress import Progress
from storage.petitions.counting.pace import Days
from storage.petitions.counting.support import Support
from storage.petitions.counting.tally import Total

if TYPE_CHECKING:
    from bot.desk.charts.chart import Chart

NOW = datetime(2026, 11, 22, 0, 30, tzinfo=UTC)
FIRST = date(2026, 11, 20)
APPEAL = next(
    one for one in (read_sheet(sheet, now=NOW) for sheet in demo_sheets()) if one.kind.asks and one.goal is not None
)
COUNTS = st.lists(st.integers(0, 10**7), min_size=1, max_size=40)
NAMES = st.text(st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="￾￿"), max_size=60)


def going(counts: list[int], language: str = "en", undated: int = 0) -> Going:
    days = Days({FIRST + timedelta(days=place): count for place, count in enumerate(counts)}, undated)
    support = Support(total=Total(sum(counts), undated), goal=1_000)
    return Going(APPEAL, support, days, NOW, Texts("en"), language)


def parsed(chart: Chart) -> ET.Element:
    return ET.fromstring(str(chart.svg))  # noqa: S314  # our own output, which these tests are about


def rects(svg: ET.Element) -> list[float]:
    return [float(one.attrib["height"]) for one in svg.iter("rect")]


@settings(deadline=None)  # the first example reads the catalogues
@given(COUNTS)
def test_a_column_is_as_high_as_its_count_and_the_table_says_the_same(counts: list[int]) -> None:
    by_day = petition_charts(going(counts), ())[0]

    assert rects(parsed(by_day)) == counts
    assert [int(row[1].replace(",", "")) for row in by_day.rows] == counts


@given(COUNTS, st.integers(0, 500))
def test_the_curve_ends_at_the_total_and_stays_within_its_frame(counts: list[int], undated: int) -> None:
    over_time = petition_charts(going(counts, undated=undated), ())[1]
    path = next(parsed(over_time).iter("path")).attrib["d"]
    heights = [int(step.partition("V")[2]) for step in path.split("H")[1:]]

    total = sum(counts) + undated
    top = max(total, 1_000)
    assert heights[-1] == top - total
    assert all(0 <= height <= top for height in heights)
    assert heights == sorted(heights, reverse=True)
    assert over_time.rows[-1][1] == f"{total:,}"


@given(st.lists(st.tuples(NAMES, st.integers(1, 10**6)), min_size=1, max_size=21))
def test_whatever_a_link_is_called_the_picture_is_well_formed(counts: list[tuple[str, int]]) -> None:
    (chart,) = petition_charts(going([]), (Part("sources", tuple(counts)),))
    svg = parsed(chart)

    shown = [float(one.attrib["width"]) for one in svg.iter("rect") if one.attrib["class"] == "series-1"]
    assert shown == [count for _, count in counts]
    assert {one.tag for one in svg.iter()} <= {"svg", "title", "desc", "text", "rect", "line", "path"}
    assert [row[0] for row in chart.rows] == [name for name, _ in counts]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_chart_has_a_title_and_the_same_in_words(language: str) -> None:
    part = Part("channels", (("A", 5), ("B", 4), ("C", 3), ("D", 2), ("E", 1), ("F", 1)))
    charts = petition_charts(going([3, 0, 7], language, undated=6), (part,))

    assert [chart.name for chart in charts] == ["days", "total", "channels"]
    for chart in charts:
        svg = parsed(chart)
        assert svg.attrib["role"] == "img"
        ids = {one.attrib["id"]: one.text for one in svg if one.tag in {"title", "desc"}}
        assert svg.attrib["aria-labelledby"].split() == list(ids)
        assert list(ids.values()) == [chart.title, chart.words]
    assert "10" in charts[0].words
    assert "7" in charts[0].words
    assert "6" in charts[0].words


def test_in_english_the_words_say_the_busiest_day_and_what_has_no_day() -> None:
    by_day, over_time = petition_charts(going([3, 0, 7], undated=250), ())

    assert by_day.words == (
        "10 signatures over 3 days; most on 22 November 2026: 7. 250 more, counted on sheets, have no day."
    )
    assert over_time.words == (
        "260 signatures by 22 November 2026; the goal is 1,000. "
        "250 of them, counted on sheets, have no day and are there from the beginning."
    )


def test_nothing_is_drawn_of_a_petition_that_nobody_signed() -> None:
    assert petition_charts(going([]), (Part("channels", ()),)) == ()


def progress(letters: int, ended_at: int | None) -> Progress:
    return Progress(
        1, BroadcastKind.APPEAL, "DEMO-002", BroadcastState.RUNNING, None, letters, True, {}, 0, {}, {}, 0, 1_000,
        ended_at, None, None, 0, 0,
    )  # fmt: skip


@given(st.lists(st.tuples(st.integers(0, 10_000), st.integers(1, 50)), max_size=100), st.booleans())
def test_the_course_of_a_broadcast_is_drawn_whatever_it_was(steps: list[tuple[int, int]], lost: bool) -> None:
    total, points = 0, []
    for at, count in sorted(dict(steps).items()):
        total += count
        points.append(Point(1_000 + at, total))
    course = Course(tuple(points), tuple(points) if lost else ())
    chart = broadcast_chart(course, progress(2 * total, None), Texts("en"), "en", NOW)

    if not points:
        assert chart is None
        return
    assert chart is not None
    parsed(chart)
    assert len(chart.rows) <= ROWS_MAX
    assert int(chart.rows[-1][1].replace(",", "")) == total
    assert len(chart.headings) == len(chart.rows[0]) == (3 if lost else 2)


@pytest.mark.parametrize(("hours", "ends"), [(2, ["23:00", "01:00"]), (1, ["23:00", "23:59"])])
def test_the_ends_of_a_course_have_their_days_where_these_are_not_the_same(hours: int, ends: list[str]) -> None:
    since = int(datetime(2026, 11, 20, 23, tzinfo=NOW.tzinfo).timestamp())
    until = since + hours * 3600 - (60 if hours == 1 else 0)
    reached = replace(progress(9, until), starts_at=since)
    chart = broadcast_chart(Course((Point(until, 9),), ()), reached, Texts("en"), "en", NOW)
    assert chart is not None
    below = [one.text for one in parsed(chart).iter("text")][-2:]
    assert below == ([f"20 Nov {ends[0]}", f"21 Nov {ends[1]}"] if hours == 2 else ends)


def test_a_goal_lies_where_its_count_does() -> None:
    axes = Axes(span=10, top=200, written="200", goal=(50, "Goal"), places=("a", "b", "c"))
    drawn = ET.fromstring(f"<svg>{curves([Curve('x', [(3, 200)])], axes).content}</svg>")  # noqa: S314  # our own
    goal = next(one for one in drawn.iter("line") if one.attrib["class"] == "goal")

    assert int(goal.attrib["y1"]) == 20 + PLOT * 3 // 4


def test_a_long_name_is_cut_in_the_picture_alone() -> None:
    mark = Mark("n" * 100, 3, "3")
    assert "n" * 34 not in bars([mark]).content
    assert columns([mark], ("a",)).height > PLOT
