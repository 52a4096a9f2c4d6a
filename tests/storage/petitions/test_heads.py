"""Signed heads: what is written is read, and nothing else is a head."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.notes import BadNote
from storage.petitions.log.heads import Head, read_head, sign_head
from tests.storage.petitions.logs import CODE, NOW, OURS

ROOT = bytes(range(32))
GOOD = str(Head(CODE, 9, ROOT, NOW, {"paper": 3, "telegram": 5}))


@given(
    st.integers(0, 10**12 - 1),
    st.binary(min_size=32, max_size=32),
    st.datetimes(datetime(2000, 1, 1), datetime(2999, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    st.dictionaries(st.text("abcdefghij", min_size=2, max_size=16), st.integers(1, 10**9)),
)
def test_a_head_is_read_as_it_was_signed(size: int, root: bytes, at: datetime, counts: dict[str, int]) -> None:
    head = Head(CODE, size, root, at.replace(microsecond=0), counts)
    read = read_head(sign_head(head, OURS), OURS.public)

    assert read == head
    assert read.total == sum(counts.values())


def test_a_channel_without_signatures_is_left_out() -> None:
    head = Head(CODE, 2, ROOT, NOW, {"paper": 0, "telegram": 1})
    assert "paper" not in str(head)
    assert read_head(sign_head(head, OURS), OURS.public).total == 1


@pytest.mark.parametrize(
    ("part", "other"),
    [
        ("clarion/DEMO-002", "other/DEMO-002"),
        ("clarion/DEMO-002", "clarion/demo"),
        ("\n9\n", "\n09\n"),
        ("\n9\n", "\n-9\n"),
        ("\n9\n", "\n٩\n"),
        ("AAECAw", "AAEC"),
        ("8=\n", "9=\n"),  # the same bytes, written otherwise
        ("at 2026", "at 20x6"),
        ("00:30:00Z", "00:30:00+09:00"),
        ("paper 3\n", "paper 03\n"),
        ("paper 3\n", "paper 3\npaper 3\n"),
        ("paper 3\ntelegram 5\n", "telegram 5\npaper 3\n"),
        ("telegram 5\n", "telegram 5\nmore\n"),
        ("telegram 5\n", "telegram 5\n\n"),
    ],
)
def test_a_head_that_is_written_otherwise_is_refused_though_its_signature_is_good(part: str, other: str) -> None:
    assert part in GOOD
    with pytest.raises(BadNote, match="not a signed head"):
        read_head(OURS.sign(GOOD.replace(part, other)), OURS.public)
