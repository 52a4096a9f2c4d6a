"""Proofs in the tree of RFC 9162: that an entry is in it (2.1.3), that one tree continues another (2.1.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.petitions.log.merkle import Span, node_hash

if TYPE_CHECKING:
    from collections.abc import Sequence


class BadPath(ValueError):
    """A path of hashes does not prove what it should."""


def inclusion_path(position: int, size: int) -> list[Span]:
    """Return over which leaves the hashes of the proof are that the leaf at *position* is in the tree of *size*.

    Raises:
        ValueError: If the tree has no such leaf.
    """
    if not 0 <= position < size:
        raise ValueError("there is no such leaf")
    path, start, end = [], 0, size
    while end - start > 1:
        middle = start + _split(end - start)
        if position < middle:
            path.append(Span(middle, end))
            end = middle
        else:
            path.append(Span(start, middle))
            start = middle
    return path[::-1]


def consistency_path(earlier: int, size: int) -> list[Span]:
    """Return over which leaves the hashes of the proof are that the tree of *size* continues the *earlier* one.

    Raises:
        ValueError: If *earlier* is no size of a tree with leaves, or the later one.
    """
    if not 0 < earlier <= size:
        raise ValueError("there is no such tree")
    path, start, end = [], 0, size
    while earlier != end:
        middle = start + _split(end - start)
        if earlier <= middle:
            path.append(Span(middle, end))
            end = middle
        else:
            path.append(Span(start, middle))
            start = middle
    return [*([Span(start, end)] if start else []), *reversed(path)]


def root_by_inclusion(leaf: bytes, position: int, size: int, path: Sequence[bytes]) -> bytes:
    """Return the root that *path* leads to from the hash of the leaf (RFC 9162, section 2.1.3.2).

    Raises:
        BadPath: If the path cannot be one of that leaf in a tree of that size.
    """
    if not 0 <= position < size:
        raise BadPath("the tree has no such entry")
    node, last, root = position, size - 1, leaf
    for other in path:
        if last == 0:
            raise BadPath("the path is too long")
        if node % 2 or node == last:
            root = node_hash(other, root)
            node, last = _up(node, last)
        else:
            root = node_hash(root, other)
        node, last = node >> 1, last >> 1
    if last:
        raise BadPath("the path is too short")
    return root


def roots_by_consistency(earlier: int, size: int, earlier_root: bytes, path: Sequence[bytes]) -> tuple[bytes, bytes]:
    """Return the roots of the earlier and of the later tree that *path* leads to (RFC 9162, section 2.1.4.2).

    Raises:
        BadPath: If the path cannot be one between trees of these sizes.
    """
    if not 0 < earlier <= size:
        raise BadPath("the earlier tree is not smaller")
    whole = earlier == size or earlier & (earlier - 1) == 0  # then the earlier tree is a subtree of the later one
    hashes = [earlier_root, *path] if whole else list(path)
    if not hashes:
        raise BadPath("the path is too short")
    node, last = (earlier - 1, size - 1) if earlier < size else (0, 0)
    while node % 2:
        node, last = node >> 1, last >> 1
    first = second = hashes[0]
    for other in hashes[1:]:
        if last == 0:
            raise BadPath("the path is too long")
        second = node_hash(other, second) if node % 2 or node == last else node_hash(second, other)
        if node % 2 or node == last:
            first = node_hash(other, first)
            node, last = _up(node, last)
        node, last = node >> 1, last >> 1
    if last:
        raise BadPath("the path is too short")
    return first, second


def _up(node: int, last: int) -> tuple[int, int]:
    """Go up along the right edge to where the node is a right child."""
    while node and not node % 2:
        node, last = node >> 1, last >> 1
    return node, last


def _split(leaves: int) -> int:
    """Return the largest power of two below a number of leaves greater than one."""
    return 1 << ((leaves - 1).bit_length() - 1)
