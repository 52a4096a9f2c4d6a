"""The Merkle tree of RFC 9162, section 2.1.1: how leaves and subtrees are hashed, and which subtrees cover a range."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import reduce
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

EMPTY = hashlib.sha256(b"").digest()
"""The root of a tree without leaves."""


@dataclass(frozen=True, order=True)
class Node:
    """The complete subtree over the 2^level leaves from `position` · 2^level on; level 0 is a leaf."""

    level: int
    position: int


@dataclass(frozen=True)
class Span:
    """The leaves from `start` up to and without `end`."""

    start: int
    end: int


def leaf_hash(entry: bytes) -> bytes:
    """Return the hash of a leaf."""
    return hashlib.sha256(b"\0" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the hash of the subtree over two others."""
    return hashlib.sha256(b"\1" + left + right).digest()


def covering(span: Span) -> list[Node]:
    """Return the complete subtrees that make up the tree over *span*, from left to right.

    The span begins where a subtree of at least its own size could: so do all that proofs are made of.
    """
    nodes, start = [], span.start
    while start < span.end:
        level = (span.end - start).bit_length() - 1
        nodes.append(Node(level, start >> level))
        start += 1 << level
    return nodes


def folded(hashes: Sequence[bytes]) -> bytes:
    """Return the root over complete subtrees, given from left to right, each smaller than the one before it."""
    if not hashes:
        return EMPTY
    return reduce(lambda right, left: node_hash(left, right), reversed(hashes[:-1]), hashes[-1])


@dataclass
class Tree:
    """A tree that grows at its right edge.

    Attributes:
        edge: Hashes of the complete subtrees that cover the leaves, by level.
    """

    size: int = 0
    edge: dict[int, bytes] = field(default_factory=dict)

    def append(self, entry: bytes) -> list[tuple[Node, bytes]]:
        """Add a leaf, and return the subtrees above it that became complete."""
        completed = []
        node, digest = Node(0, self.size), leaf_hash(entry)
        while node.position % 2:
            digest = node_hash(self.edge.pop(node.level), digest)
            node = Node(node.level + 1, node.position // 2)
            completed.append((node, digest))
        self.edge[node.level] = digest
        self.size += 1
        return completed

    def root(self) -> bytes:
        """Return the root over all leaves."""
        return folded([self.edge[level] for level in sorted(self.edge, reverse=True)])
