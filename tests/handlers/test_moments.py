"""When a sending can begin: what is read, what is offered, and what is refused."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.demo import demo_sheets
from handlers.coordinators.sending.planning.moments import MomentFault, fault_of, offered_moments, read_moment
from storage.appeals.sheets.sheet import read_sheet

NOW = datetime(2026, 11, 22, 0, 30, tzinfo=UTC)
APPEAL = read_sheet(demo_sheets()[2], now=NOW)
SEOUL = ZoneInfo("Asia/Seoul")
IN_BERLIN = APPEAL.model_copy(update={"timezone": "Europe/Berlin"})


@pytest.mark.parametrize("text", ["2026-12-01 18:00", " 2026-12-1 18:00 ", "2026-12-01T18:00", "2026-12-01   18:00"])
def test_a_time_is_read_on_the_clock_of_the_appeal(text: str) -> None:
    assert read_moment(text, APPEAL) == datetime(2026, 12, 1, 9, tzinfo=UTC)
    assert read_moment(text, IN_BERLIN) == datetime(2026, 12, 1, 17, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "tomorrow",
        "18:00",
        "2026-12-01",
        "2026-13-01 18:00",
        "2026-12-01 24:00",
        "0000-01-01 00:00",
        "0001-01-01 00:00",
    ],
)
def test_what_is_no_time_is_named_as_such(text: str) -> None:
    assert read_moment(text, APPEAL) is MomentFault.UNREADABLE


def test_a_time_that_the_clocks_leave_out_does_not_exist() -> None:
    assert read_moment("2027-03-28 02:30", IN_BERLIN) is MomentFault.LEFT_OUT
    assert read_moment("2027-03-28 03:00", IN_BERLIN) == datetime(2027, 3, 28, 1, tzinfo=UTC)


def test_a_time_that_comes_twice_means_the_first_of_the_two() -> None:
    assert read_moment("2026-10-25 02:30", IN_BERLIN) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


@given(st.text(max_size=60))
def test_no_text_breaks_the_reading(text: str) -> None:
    assert isinstance(read_moment(text, APPEAL), MomentFault | datetime)


@given(st.integers(0, 4 * 366 * 24 * 60))
def test_every_minute_that_a_clock_shows_is_read_as_that_minute(minutes: int) -> None:
    written = f"{NOW + timedelta(minutes=minutes):%Y-%m-%d %H:%M}"
    read = read_moment(written, IN_BERLIN)

    shown = f"{read.astimezone(ZoneInfo('Europe/Berlin')):%Y-%m-%d %H:%M}" if isinstance(read, datetime) else read
    assert shown in {written, MomentFault.LEFT_OUT}


def test_only_hours_between_now_and_the_deadline_are_offered() -> None:
    def offered(now: datetime, deadline: datetime) -> list[str]:
        appeal = APPEAL.model_copy(update={"deadline": deadline})
        return [f"{moment.astimezone(SEOUL):%d %H}" for moment in offered_moments(appeal, now)]

    late = NOW + timedelta(days=9)
    assert offered(NOW, late) == ["22 12", "22 18", "22 20", "23 09", "23 12", "23 18", "23 20"]
    assert offered(NOW + timedelta(hours=12), late) == ["23 09", "23 12", "23 18", "23 20"]
    assert offered(NOW, datetime(2026, 11, 22, 18, tzinfo=SEOUL)) == ["22 12"]


def test_neither_the_past_nor_what_comes_after_the_deadline_is_allowed() -> None:
    assert fault_of(NOW, APPEAL, NOW) is MomentFault.PAST
    assert fault_of(APPEAL.deadline, APPEAL, NOW) is MomentFault.TOO_LATE
    assert fault_of(NOW + timedelta(minutes=1), APPEAL, NOW) is None
