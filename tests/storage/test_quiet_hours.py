"""Quiet hours: over midnight, over a change of clocks, and for whoever may be woken."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.people.quiet_hours import QuietHours, quiet_until

ZONES = (
    "Asia/Seoul",
    "Europe/Berlin",
    "America/New_York",
    "America/Havana",  # midnight is the hour that is left out
    "Australia/Lord_Howe",  # by half an hour
    "Antarctica/Troll",  # by two hours
    "Asia/Kathmandu",
    "Africa/Casablanca",
    "Pacific/Auckland",
)
DAY = 86_400
MOMENTS = st.integers(20_000 * DAY, 22_000 * DAY).map(lambda second: datetime.fromtimestamp(second, UTC))
QUIET = st.builds(
    QuietHours, st.integers(0, 23), st.integers(0, 23), st.sampled_from(ZONES), wake=st.booleans()
).filter(lambda quiet: quiet.start != quiet.end)


def at(zone: str, *moment: int, fold: int = 0) -> datetime:
    return datetime(*moment, tzinfo=ZoneInfo(zone), fold=fold).astimezone(UTC)  # type: ignore[arg-type,misc]


def quiet_hours_of(quiet: QuietHours) -> set[int]:
    hours, hour = set(), quiet.start
    while hour != quiet.end:
        hours.add(hour)
        hour = (hour + 1) % 24
    return hours


@given(QUIET, MOMENTS)
def test_whoever_is_in_a_quiet_hour_waits_and_nobody_else(quiet: QuietHours, now: datetime) -> None:
    until = quiet_until(quiet, now, critical=False)

    local_hour = now.astimezone(ZoneInfo(quiet.zone)).hour
    assert (until is not None) == (local_hour in quiet_hours_of(quiet))


@given(QUIET, MOMENTS)
def test_the_wait_ends_with_the_first_moment_that_is_not_quiet(quiet: QuietHours, now: datetime) -> None:
    until = quiet_until(quiet, now, critical=False)

    if until is not None:
        assert until > now
        assert quiet_until(quiet, until, critical=False) is None
        assert quiet_until(quiet, until - timedelta(seconds=1), critical=False) == until
        assert until.tzinfo is UTC


@given(QUIET, MOMENTS)
def test_only_critical_appeals_wake_and_only_whoever_allowed_it(quiet: QuietHours, now: datetime) -> None:
    until = quiet_until(quiet, now, critical=False)

    assert quiet_until(quiet, now, critical=True) == (None if quiet.wake else until)


@pytest.mark.parametrize(
    ("now", "until"),
    [
        (at("Asia/Seoul", 2026, 11, 22, 22, 0), at("Asia/Seoul", 2026, 11, 23, 7, 0)),
        (at("Asia/Seoul", 2026, 11, 23, 6, 59, 59), at("Asia/Seoul", 2026, 11, 23, 7, 0)),
        (at("Asia/Seoul", 2026, 11, 23, 7, 0), None),
        (at("Asia/Seoul", 2026, 11, 23, 21, 59, 59), None),
    ],
)
def test_the_night_is_one_night(now: datetime, until: datetime | None) -> None:
    assert quiet_until(QuietHours(22, 7, "Asia/Seoul", wake=False), now, critical=False) == until


def test_an_hour_that_comes_twice_is_quiet_twice() -> None:
    quiet = QuietHours(22, 3, "Europe/Berlin", wake=False)
    first, second = (at("Europe/Berlin", 2026, 10, 25, 2, 30, fold=fold) for fold in (0, 1))

    assert quiet_until(quiet, first, critical=False) == first + timedelta(minutes=90)
    assert quiet_until(quiet, second, critical=False) == first + timedelta(minutes=90)
    assert quiet_until(QuietHours(22, 2, "Europe/Berlin", wake=False), second, critical=False) is None


def test_quiet_hours_that_end_in_an_hour_left_out_end_as_it_is_left_out() -> None:
    quiet = QuietHours(22, 2, "Europe/Berlin", wake=False)
    now = at("Europe/Berlin", 2026, 3, 29, 1, 30)

    assert quiet_until(quiet, now, critical=False) == now + timedelta(minutes=30)
