"""How fast signatures come, and the day on which they will be enough."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from storage.petitions.counting.pace import FAR_DAYS, Days, Forecast, Pace, count_days, forecast, pace_of
from storage.petitions.counting.tally import Bump, Dimension, bump
from storage.petitions.signatures.records import Channel

if TYPE_CHECKING:
    from storage.appeals.records import StoredAppeal
    from storage.database import Database

SEOUL = ZoneInfo("Asia/Seoul")
NOON = datetime(2026, 11, 22, 12, 0, tzinfo=SEOUL)
TODAY = NOON.date()


def days(*counts: int, last: date = TODAY) -> Days:
    """So many signatures on each of the days up to *last*."""
    first = last - timedelta(days=len(counts) - 1)
    return Days({first + timedelta(days=place): count for place, count in enumerate(counts)}, 0)


def in_days(number: float) -> datetime:
    return NOON + timedelta(days=number)


async def test_the_days_between_are_there_and_what_has_no_day_is_apart(db: Database, urgent: StoredAppeal) -> None:
    async with db.transaction() as tx:
        for channel, day, by in (
            (Channel.TELEGRAM, "2026-11-18", 3),
            (Channel.FAX, "2026-11-18", 2),
            (Channel.TELEGRAM, "2026-11-21", 1),
            (Channel.PAPER, "", 250),
        ):
            await bump(tx, "DEMO-002", [Bump(channel, ((Dimension.DAY, day),) if day else (), by)])

    found = await count_days(db, "DEMO-002")

    assert list(found.by_day.items()) == [(date(2026, 11, day), n) for day, n in ((18, 5), (19, 0), (20, 0), (21, 1))]
    assert found.undated == 250


async def test_a_petition_that_nobody_signed_has_no_days_and_no_pace(db: Database, urgent: StoredAppeal) -> None:
    found = await count_days(db, "DEMO-002")

    assert found == Days({}, 0)
    assert pace_of(found, NOON).per_day == 0
    assert forecast(0, 3_000, pace_of(found, NOON), NOON, in_days(10)) == Forecast(0, None, 300)


def test_the_pace_is_that_of_the_last_seven_days() -> None:
    assert pace_of(days(1_000, 60, 60, 60, 60, 60, 60, 30), NOON) == Pace(390, date(2026, 11, 16), 6.5)
    assert pace_of(days(1_000, 60, 60, 60, 60, 60, 60, 30), NOON).per_day == 60


def test_the_first_day_counts_as_a_whole_one() -> None:
    assert pace_of(days(50), NOON) == Pace(50, TODAY, 1)
    assert pace_of(days(50, 30), NOON) == Pace(80, date(2026, 11, 21), 1.5)


def test_a_petition_that_went_quiet_has_no_pace_and_reaches_nothing() -> None:
    pace = pace_of(days(500, 400, last=date(2026, 11, 1)), NOON)
    leads = forecast(900, 3_000, pace, NOON, in_days(10))

    assert pace.per_day == 0
    assert leads is not None
    assert (leads.at_deadline, leads.goal_on, leads.needed) == (900, None, 210)


def test_the_forecast_says_the_count_at_the_deadline_and_the_day_of_the_goal() -> None:
    leads = forecast(1_000, 1_600, Pace(390, TODAY, 6.5), NOON, in_days(15.5))

    assert leads is not None
    assert (leads.at_deadline, leads.goal_on, leads.needed) == (1_930, date(2026, 12, 2), 39)


def test_a_goal_that_comes_too_late_is_dated_all_the_same() -> None:
    leads = forecast(1_000, 3_000, Pace(70, TODAY, 7), NOON, in_days(10))

    assert leads is not None
    assert (leads.at_deadline, leads.goal_on, leads.needed) == (1_100, date(2027, 6, 10), 200)


def test_a_goal_that_is_reached_needs_nothing_more() -> None:
    leads = forecast(3_200, 3_000, Pace(70, TODAY, 7), NOON, in_days(10))

    assert leads is not None
    assert (leads.at_deadline, leads.goal_on, leads.needed) == (3_300, None, 0)


def test_after_the_deadline_there_is_nothing_to_foresee() -> None:
    assert forecast(1_000, 3_000, Pace(70, TODAY, 7), NOON, NOON) is None


def test_on_the_last_day_all_that_is_missing_is_needed_today() -> None:
    leads = forecast(2_900, 3_000, Pace(70, TODAY, 7), NOON, in_days(0.25))

    assert leads is not None
    assert (leads.at_deadline, leads.needed) == (2_902, 100)


@given(
    counts=st.lists(st.integers(0, 10_000), max_size=40),
    goal=st.integers(1, 1_000_000_000),
    left=st.floats(0.001, 400),
    hour=st.integers(0, 23),
)
def test_whatever_came_the_forecast_holds_together(counts: list[int], goal: int, left: float, hour: int) -> None:
    now = NOON.replace(hour=hour)
    found, total = days(*counts), sum(counts)
    pace = pace_of(found, now)
    leads = forecast(total, goal, pace, now, now + timedelta(days=left))

    assert leads is not None
    assert 1 <= pace.days <= 7
    assert leads.at_deadline >= total
    assert (leads.needed == 0) == (total >= goal)
    if leads.goal_on is not None:
        assert total < goal
        assert TODAY <= leads.goal_on <= TODAY + timedelta(days=FAR_DAYS + 1)
