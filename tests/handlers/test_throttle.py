"""How often something may be done: by one, by all together, and what is kept for who did nothing yet."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from handlers.throttle import Throttle
from tests.people import Clock

WINDOW = timedelta(minutes=15)


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2026, 11, 22, tzinfo=UTC))


def test_one_person_is_counted_up_to_their_limit_until_the_window_has_moved_on(clock: Clock) -> None:
    throttle = Throttle(clock.now, each=2, everybody=10, window=WINDOW)
    assert [throttle.take(1) for _ in range(3)] == [True, True, False]
    assert throttle.allows(2)
    clock.turn(minutes=15)

    assert throttle.take(1)


def test_asking_whether_it_is_allowed_counts_nothing(clock: Clock) -> None:
    throttle = Throttle(clock.now, each=1, everybody=1, window=WINDOW)

    assert all(throttle.allows(1) for _ in range(3))
    assert throttle.take(1)
    assert not throttle.allows(1)
    assert not throttle.allows(2)


def test_what_is_kept_goes_to_those_who_took_nothing_yet(clock: Clock) -> None:
    throttle = Throttle(clock.now, each=5, everybody=60, window=WINDOW, kept=30)
    taken = sum(throttle.take(person) for person in range(12) for _ in range(5))
    assert taken == 30 + 6
    assert throttle.take(99)
    assert not throttle.take(99)
    assert sum(throttle.take(person) for person in range(100, 200)) == 60 - taken - 1
    assert not throttle.allows(999)


def test_a_flood_is_told_once_an_hour_from_where_only_newcomers_are_let_through(clock: Clock) -> None:
    throttle = Throttle(clock.now, each=1, everybody=4, window=WINDOW, kept=2)
    throttle.take(1)
    assert throttle.begin_flood() is None
    throttle.take(2)
    assert [throttle.begin_flood(), throttle.begin_flood()] == [2, None]
    for minutes, told in ((16, None), (45, 2)):
        clock.turn(minutes=minutes)
        throttle.take(1)
        throttle.take(2)
        assert throttle.begin_flood() == told
