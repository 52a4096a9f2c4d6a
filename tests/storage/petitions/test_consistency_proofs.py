"""The proof that a log only grew: good between any two of its heads, refused between those of a fork."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.petitions.log.consistency import Consistency, NotConsistent, consistency_text, verify_consistency
from tests.storage.petitions.logs import OURS, THEIRS, Log, signed
from tests.storage.petitions.reference import consistency

LOG = Log.of(21)


@given(st.integers(1, 40), st.data())
def test_every_head_is_proved_to_be_continued(size: int, data: st.DataObject) -> None:
    earlier = data.draw(st.integers(1, size))
    heads = verify_consistency(Log.of(size).consistency(earlier), OURS.public)
    assert [head.size for head in heads] == [earlier, size]


def test_every_byte_of_it_matters() -> None:
    text = LOG.consistency(6).encode()
    for place in range(len(text)):
        for bit in (0, place % 7 + 1):
            altered = bytearray(text)
            altered[place] ^= 1 << bit
            try:
                read = altered.decode()
            except UnicodeDecodeError:
                continue
            with pytest.raises(NotConsistent):
                verify_consistency(read, OURS.public)


@given(st.text())
def test_any_other_text_is_refused_with_a_reason(text: str) -> None:
    with pytest.raises(NotConsistent, match="not a proof"):
        verify_consistency(text, OURS.public)


def between(earlier: str, later: str, path: list[bytes]) -> str:
    return consistency_text(Consistency(earlier, later, tuple(path)))


def test_a_fork_is_refused() -> None:
    fork = Log([signed(99), *LOG.entries[1:]])
    for path in (consistency(6, LOG.leaves()), consistency(6, fork.leaves())):
        with pytest.raises(NotConsistent, match="changed or forked"):
            verify_consistency(between(fork.note(6), LOG.note(), path), OURS.public)


def test_heads_over_as_many_entries_are_the_same_or_a_fork() -> None:
    fork = Log([signed(99), *LOG.entries[1:]])
    assert verify_consistency(between(LOG.note(), LOG.note(), []), OURS.public)
    with pytest.raises(NotConsistent, match="changed or forked"):
        verify_consistency(between(fork.note(), LOG.note(), []), OURS.public)


def test_two_counts_over_the_same_log_are_refused() -> None:
    other = LOG.note(counts={"telegram": 7_000})
    for earlier, later in ((LOG.note(), other), (other, LOG.note())):
        with pytest.raises(NotConsistent, match="count the same log differently"):
            verify_consistency(between(earlier, later, []), OURS.public)


def test_a_log_that_shrank_or_of_another_petition_or_key_is_refused() -> None:
    path = consistency(6, LOG.leaves())
    with pytest.raises(NotConsistent, match="not smaller"):
        verify_consistency(between(LOG.note(), LOG.note(6), path), OURS.public)
    other = Log(LOG.entries, code="DEMO-001")
    with pytest.raises(NotConsistent, match="different petitions"):
        verify_consistency(between(other.note(6), LOG.note(), path), OURS.public)
    with pytest.raises(NotConsistent, match="another key"):
        verify_consistency(LOG.consistency(6), THEIRS.public)
