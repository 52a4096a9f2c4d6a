"""Paths are those of RFC 9162, and nothing but the right path leads to the root."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.petitions.log.merkle import leaf_hash
from storage.petitions.log.paths import (
    BadPath,
    consistency_path,
    inclusion_path,
    root_by_inclusion,
    roots_by_consistency,
)
from tests.storage.petitions.reference import consistency, inclusion, tree_hash
from tests.storage.petitions.test_merkle import leaves_of

SIZES = st.integers(1, 70)


def hashes(leaves: list[bytes], spans: list) -> list[bytes]:  # type: ignore[type-arg]
    return [tree_hash(leaves[span.start : span.end]) for span in spans]


def test_every_inclusion_in_every_tree_up_to_seventy_is_the_rfcs_and_leads_to_the_root() -> None:
    for size in range(1, 71):
        leaves = leaves_of(size)
        root = tree_hash(leaves)
        for position in range(size):
            path = hashes(leaves, inclusion_path(position, size))
            assert path == inclusion(position, leaves)
            assert root_by_inclusion(leaf_hash(leaves[position]), position, size, path) == root


def test_every_consistency_up_to_thirty_five_is_the_rfcs_and_leads_to_both_roots() -> None:
    roots = [tree_hash(leaves_of(size)) for size in range(36)]
    for size in range(1, 36):
        leaves = leaves_of(size)
        for earlier in range(1, size + 1):
            path = hashes(leaves, consistency_path(earlier, size))
            assert path == consistency(earlier, leaves)
            assert roots_by_consistency(earlier, size, roots[earlier], path) == (roots[earlier], roots[size])


@given(SIZES, st.data())
def test_a_path_leads_to_the_root_from_its_own_leaf_and_position_alone(size: int, data: st.DataObject) -> None:
    leaves, position = leaves_of(size), data.draw(st.integers(0, size - 1))
    other = data.draw(st.integers(0, size + 3).filter(lambda number: number != position))
    path = inclusion(position, leaves)

    assert root_by_inclusion(leaf_hash(b"another"), position, size, path) != tree_hash(leaves)
    with contextlib.suppress(BadPath):
        assert root_by_inclusion(leaf_hash(leaves[position]), other, size, path) != tree_hash(leaves)


@given(SIZES, st.data())
def test_no_bit_of_an_inclusion_path_can_change(size: int, data: st.DataObject) -> None:
    leaves, position = leaves_of(size), data.draw(st.integers(0, size - 1))
    path = inclusion(position, leaves)
    changed = altered(path, data)

    if changed is not None:
        with contextlib.suppress(BadPath):
            assert root_by_inclusion(leaf_hash(leaves[position]), position, size, changed) != tree_hash(leaves)


@given(SIZES, st.data())
def test_no_bit_of_a_consistency_path_or_of_the_earlier_root_can_change(size: int, data: st.DataObject) -> None:
    leaves, earlier = leaves_of(size), data.draw(st.integers(1, size))
    roots = tree_hash(leaves[:earlier]), tree_hash(leaves)
    path = consistency(earlier, leaves)
    changed = altered(path, data)

    if changed is not None:
        with contextlib.suppress(BadPath):
            assert roots_by_consistency(earlier, size, roots[0], changed) != roots
    forked = tree_hash([b"forked", *leaves[1:earlier]])
    assert roots_by_consistency(earlier, size, forked, path) != (forked, roots[1])


def altered(path: list[bytes], data: st.DataObject) -> list[bytes] | None:
    """Return the path with a bit changed, a hash more or less, or two exchanged; None where that changes nothing."""
    deed = data.draw(st.sampled_from(["bit", "more", "less", "exchange"]))
    changed = list(path)
    if deed == "more":
        changed.insert(data.draw(st.integers(0, len(path))), data.draw(st.binary(min_size=32, max_size=32)))
        return changed
    if not path:
        return None
    place = data.draw(st.integers(0, len(path) - 1))
    if deed == "less":
        del changed[place]
    elif deed == "exchange":
        changed[0], changed[place] = changed[place], changed[0]
    else:
        bit = data.draw(st.integers(0, 255))
        changed[place] = (int.from_bytes(path[place]) ^ (1 << bit)).to_bytes(32)
    return changed if changed != path else None


@pytest.mark.parametrize(("position", "size"), [(0, 0), (3, 3), (-1, 3)])
def test_what_is_not_in_the_tree_has_no_path(position: int, size: int) -> None:
    with pytest.raises(ValueError, match="no such leaf"):
        inclusion_path(position, size)
    with pytest.raises(BadPath, match="no such entry"):
        root_by_inclusion(leaf_hash(b""), position, size, [])


@pytest.mark.parametrize(("earlier", "size"), [(0, 3), (4, 3), (-1, 3)])
def test_nothing_continues_an_empty_tree_or_a_greater_one(earlier: int, size: int) -> None:
    with pytest.raises(ValueError, match="no such tree"):
        consistency_path(earlier, size)
    with pytest.raises(BadPath, match="not smaller"):
        roots_by_consistency(earlier, size, b"", [])
