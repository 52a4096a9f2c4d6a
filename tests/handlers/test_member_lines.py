"""Organisations as coordinators write them."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from handlers.coordinators.organisations.member_lines import NAME_MAX, read_members
from storage.appeals.values import countries
from storage.people.organisations import Member

TODAY = date(2026, 11, 22)


def test_a_line_has_a_country_perhaps_a_day_and_a_name() -> None:
    written = "KR 2019-03-01 북한인권시민연합\n\n  한국   Two  Words \nuk 2026-11-22 1984 Society"

    assert read_members(written, TODAY) == {
        1: Member("북한인권시민연합", "KR", date(2019, 3, 1)),
        3: Member("Two Words", "KR", TODAY),
        4: Member("1984 Society", "GB", TODAY),
    }


def test_a_line_that_lacks_something_is_known_by_its_number() -> None:
    written = "KR\nKR 2019-03-01\nXX Name\nKR 2026-02-30 Name\nKR 2026-11-23 Name\nKR \u200b"

    assert read_members(written, TODAY) == dict.fromkeys(range(1, 7))


@given(st.text())
def test_whatever_is_written_is_a_clean_member_or_none(text: str) -> None:
    for member in read_members(f"{text}\nKR {text}", TODAY).values():
        if member:
            assert 0 < len(member.name) <= NAME_MAX
            assert member.name.isprintable()
            assert member.country in countries()
            assert member.since <= TODAY
