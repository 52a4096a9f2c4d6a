"""A short text that somebody types: one clean line of bounded length, or nothing."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.one_line import read_line

LIMIT = 20


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("  Mina’s \u202etable\u0007 ", "Mina’s table"),
        ("2학년\n3반", "2학년 3반"),
        ("\u1112\u1161\u11ab빛", "한빛"),
        ("\u3164\u200b", None),
        ("", None),
        ("x" * LIMIT, "x" * LIMIT),
        ("x" * (LIMIT + 1), None),
    ],
)
def test_what_is_read_of_a_text(typed: str, read: str | None) -> None:
    assert read_line(typed, LIMIT) == read


@given(st.text(max_size=40))
def test_whatever_is_typed_becomes_one_clean_line_or_nothing(typed: str) -> None:
    line = read_line(typed, LIMIT)

    if line is not None:
        assert 0 < len(line) <= LIMIT
        assert line == " ".join(line.split())
        assert not any(unicodedata.category(char) in {"Cc", "Cf", "Cs"} for char in line)
        assert read_line(line, LIMIT) == line
