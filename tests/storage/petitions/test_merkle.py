"""The tree is the one of RFC 9162, however it is grown and from whichever subtrees it is put together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.petitions.log.merkle import EMPTY, Node, Span, Tree, covering, folded, leaf_hash
from tests.storage.petitions.reference import tree_hash

LEAVES = [b"", b"\x00", b"\x10", b" !", b"01", b"@ABC", b"PQRSTUVW", b"`abcdefghijklmno"]
ROOTS = [  # of the first 0 to 8 of them, as the tests of Certificate Transparency have published them
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


def leaves_of(size: int) -> list[bytes]:
    return [b"leaf %d" % number for number in range(size)]


@pytest.mark.parametrize(("size", "root"), list(enumerate(ROOTS)))
def test_small_trees_have_the_roots_that_everybody_knows(size: int, root: str) -> None:
    tree = Tree()
    for leaf in LEAVES[:size]:
        tree.append(leaf)
    assert tree.root().hex() == root


@given(st.lists(st.binary(max_size=40), max_size=80))
def test_a_tree_that_grows_leaf_by_leaf_has_the_root_of_the_rfc(leaves: list[bytes]) -> None:
    tree = Tree()
    for size, leaf in enumerate(leaves):
        assert tree.root() == tree_hash(leaves[:size])
        tree.append(leaf)

    assert tree.root() == tree_hash(leaves)
    assert tree.size == len(leaves)


def test_every_subtree_that_becomes_complete_is_told_once_with_its_hash() -> None:
    leaves, tree = leaves_of(70), Tree()
    told = {node: digest for leaf in leaves for node, digest in tree.append(leaf)}

    assert told == {
        Node(level, position): tree_hash(leaves[position << level : position + 1 << level])
        for level in range(1, 7)
        for position in range(70 >> level)
    }


@given(st.integers(0, 70), st.integers(0, 6))
def test_any_span_of_a_proof_is_put_together_from_complete_subtrees(size: int, level: int) -> None:
    leaves = leaves_of(size)
    start = (size >> level) << level  # where a subtree of that level begins
    span = Span(start, size)
    nodes = covering(span)

    assert [node.level for node in nodes] == sorted({node.level for node in nodes}, reverse=True)
    hashes = [tree_hash(leaves[node.position << node.level : node.position + 1 << node.level]) for node in nodes]
    assert folded(hashes) == tree_hash(leaves[start:size])


def test_a_leaf_is_never_taken_for_a_subtree() -> None:
    left, right = leaf_hash(b"a"), leaf_hash(b"b")
    assert leaf_hash(left + right) != folded([left, right])
    assert folded([]) == EMPTY
