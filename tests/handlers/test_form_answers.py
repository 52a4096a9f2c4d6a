"""What is typed into a form: taken as it was meant, or refused with a reason."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.coordinators.forms.answers import Refused, read_answer, read_lines
from handlers.coordinators.forms.fields import Choice, Day, File, Moment, Question, Text, Translated
from handlers.coordinators.forms.order import applying, before, next_open
from handlers.coordinators.forms.order import given as counted
from storage.appeals.values import first_day

SEOUL = ZoneInfo("Asia/Seoul")
NOW = datetime(2026, 11, 22, 9, 30, tzinfo=SEOUL)
ANY = st.text(max_size=60) | st.from_regex(r"[0-9]{4}[-. 년]+[0-9]{1,2}([-. 월]+[0-9]{1,2})?( [0-9]{1,2}:[0-9]{2})?")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("2013-06-24", "2013-06-24"),
        (" 2013.6.4. ", "2013-06-04"),
        ("2013년 6월 24일", "2013-06-24"),
        ("２０１３-０６", "2013-06"),
        ("2013년 6월", "2013-06"),
        ("2013년", "2013"),
        ("2026-11-22", "2026-11-22"),
        ("2026-11", "2026-11"),
        ("2013-02-30", Refused("form-not-a-partial-day")),
        ("0013", Refused("form-not-a-partial-day")),
        ("June 2013", Refused("form-not-a-partial-day")),
        ("2026-11-23", Refused("form-day-ahead")),
        ("2026-12", Refused("form-day-ahead")),
    ],
)
def test_a_day_is_read_as_exactly_as_it_is_known(typed: str, kept: str | Refused) -> None:
    assert read_answer(Day(partial=True), typed, NOW) == kept


def test_a_whole_day_is_asked_for_where_one_is_needed() -> None:
    assert read_answer(Day(ahead=True), "2027-01", NOW) == Refused("form-not-a-day")
    assert read_answer(Day(ahead=True), "2027-01-05", NOW) == "2027-01-05"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("2026-12-08 14:00", "2026-12-08 14:00"),
        ("2026년 12월 8일 9:05", "2026-12-08 09:05"),
        ("2026-12-08", "2026-12-08"),
        ("2026-11-22", "2026-11-22"),
        ("2026-11-22 09:30", Refused("form-moment-past")),
        ("2026-11-21", Refused("form-moment-past")),
        ("2026-12-08 25:00", Refused("form-not-a-moment")),
        ("2026-12", Refused("form-not-a-moment")),
        ("soon", Refused("form-not-a-moment")),
    ],
)
def test_a_moment_lies_ahead_and_its_hour_may_be_missing(typed: str, kept: str | Refused) -> None:
    assert read_answer(Moment(SEOUL), typed, NOW) == kept


def test_a_choice_can_be_typed_as_far_as_it_is_clear() -> None:
    takes = Choice((("kr", "Republic of Korea"), ("cn", "People's Republic of China"), ("th", "Thailand")))

    assert read_answer(takes, "kr", NOW) == "kr"
    assert read_answer(takes, "THAILAND", NOW) == "th"
    assert read_answer(takes, "china", NOW) == "cn"
    assert read_answer(takes, "republic", NOW) == Refused("form-choose")
    assert read_answer(takes, "", NOW) == Refused("form-choose")


def test_a_text_is_cleaned_before_it_is_measured_and_looked_at() -> None:
    picky = Text(5, check=lambda text: "form-choose" if text == "no" else None)

    assert read_answer(picky, " \u202eyes\u200b ", NOW) == "yes"
    assert read_answer(picky, "no", NOW) == Refused("form-choose")
    assert read_answer(picky, "\u2800\u200b", NOW) == Refused("form-empty")
    assert read_answer(picky, "123456", NOW) == Refused("form-too-long", 5, 6)
    assert read_answer(Text(20, lines=True), "a \r\n\n\n\n b", NOW) == "a\n\nb"
    assert read_answer(Translated(("en",), 3), "a\nb", NOW) == "a\nb"
    assert read_answer(File(9), "here it is", NOW) == Refused("form-not-a-file")


@given(ANY, st.booleans())
def test_whatever_is_typed_what_is_kept_of_a_text_is_clean_and_stays_as_it_is(typed: str, lines: bool) -> None:
    takes = Text(40, lines=lines)
    kept = read_answer(takes, typed, NOW)

    if isinstance(kept, str):
        assert 0 < len(kept) <= 40
        assert lines or "\n" not in kept
        assert read_answer(takes, kept, NOW) == kept
        assert read_lines(kept) == kept


@given(ANY, st.booleans(), st.booleans())
def test_whatever_is_typed_a_day_that_is_kept_is_one(typed: str, partial: bool, ahead: bool) -> None:
    takes = Day(partial=partial, ahead=ahead)
    kept = read_answer(takes, typed, NOW)

    if isinstance(kept, str):
        assert ahead or first_day(kept) <= NOW.date()
        assert partial or date.fromisoformat(kept)
        assert read_answer(takes, kept, NOW) == kept


@given(st.integers(1, 5_000_000))
def test_every_minute_ahead_is_taken(minutes: int) -> None:
    wanted = f"{NOW + timedelta(minutes=minutes):%Y-%m-%d %H:%M}"

    assert read_answer(Moment(SEOUL), wanted, NOW) == wanted


@pytest.mark.parametrize(
    ("zone", "west"), [(SEOUL, 0), (ZoneInfo("America/New_York"), 14), (ZoneInfo("Pacific/Honolulu"), 19)]
)
def test_a_moment_lies_ahead_by_the_clocks_of_its_own_zone(zone: ZoneInfo, west: int) -> None:
    there = NOW - timedelta(hours=west)
    ahead, past = (f"{there + timedelta(minutes=minutes):%Y-%m-%d %H:%M}" for minutes in (1, -1))

    assert read_answer(Moment(zone), ahead, NOW) == ahead
    assert read_answer(Moment(zone), past, NOW) == Refused("form-moment-past")
    assert read_answer(Moment(), ahead, NOW) == ahead


def test_where_no_zone_is_known_yet_what_is_past_everywhere_is_refused() -> None:
    assert read_answer(Moment(), "2026-11-21", NOW) == "2026-11-21"
    assert read_answer(Moment(), "2026-11-20", NOW) == Refused("form-moment-past")
    assert read_answer(Moment(), "2026-11-21 09:29", NOW) == Refused("form-moment-past")


QUESTIONS = (
    Question("access", Choice((("open", "Open"), ("later", "Later")))),
    Question("until", Moment(), when=lambda answers: answers.get("access") == "later"),
    Question("note", Text(9), optional=True),
    Question("why", Text(9), when=lambda answers: "note" in answers and "until" in answers),
)


@given(
    st.fixed_dictionaries(
        {},
        optional={
            "access": st.sampled_from(["open", "later", ""]),
            "until": st.sampled_from(["2026-12-08", ""]),
            "note": st.sampled_from(["words", ""]),
            "why": st.sampled_from(["so", ""]),
        },
    )
)
def test_a_form_is_done_when_every_question_that_applies_was_answered_or_may_be_left_out(
    answers: dict[str, str],
) -> None:
    asked, kept = applying(QUESTIONS, answers), counted(QUESTIONS, answers)

    assert kept.keys() <= {one.name for one in asked}
    assert all(kept.values())
    settled = all(one.name in kept or (one.optional and one.name in answers) for one in asked)
    assert (next_open(QUESTIONS, answers) is None) == settled
    for earlier, later in pairwise(asked):
        assert before(QUESTIONS, answers, later.name) is earlier
    assert before(QUESTIONS, answers, "access") is None
