"""A whole log, walked entry by entry: its tree, its count, and what is asked about single entries afterwards."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from storage.petitions.log.entries import BadEntry, Replay, leaf_of, read_entry
from storage.petitions.log.merkle import Tree, leaf_hash

if TYPE_CHECKING:
    from storage.petitions.log.heads import Head

MARK_BYTES = 16  # of an entry's hash: enough to tell two entries apart, and a log of a million stays small


class BadLog(ValueError):
    """A log does not add up, or not to a head; the message says where."""


@dataclass
class WalkedLog:
    """The log of a petition as far as it was walked; grows by some dozen bytes with each entry."""

    petition: str
    _tree: Tree = field(default_factory=Tree)
    _replay: Replay = field(default_factory=Replay)
    _marks: bytearray = field(default_factory=bytearray)

    @property
    def size(self) -> int:
        """How many entries it has so far."""
        return self._tree.size

    def add(self, line: str) -> None:
        """Walk on over the next entry.

        Raises:
            BadLog: If it is no entry, or cannot follow those before it.
        """
        leaf = leaf_of(self.petition, line)
        try:
            self._replay.add(read_entry(line))
        except BadEntry as error:
            raise BadLog(f"entry {self.size} of the log: {error}") from error
        self._tree.append(leaf)
        self._marks += leaf_hash(leaf)[:MARK_BYTES]

    def fit(self, head: Head) -> None:
        """Make sure that *head* is over the log as it is at this size.

        Raises:
            BadLog: If it is not.
        """
        if head.petition != self.petition:
            raise BadLog("a head belongs to another petition")
        if head.root != self._tree.root():
            raise BadLog(f"the head over {head.size} entries is not of this log: one of the two was changed or forked")
        if head.counts != self._replay.counts:
            raise BadLog(f"the log does not add up to the count in the head over {head.size} entries")

    def has(self, position: int, entry: str) -> bool:
        """Say whether *entry* stands at *position*."""
        mark = leaf_hash(leaf_of(self.petition, entry))[:MARK_BYTES]
        start = position * MARK_BYTES
        return self._marks[start : start + MARK_BYTES] == mark

    def counts_at(self, position: int) -> bool:
        """Say whether the signature that was entered at *position* counts at the end of the walk."""
        return self._replay.counts_at(position)
