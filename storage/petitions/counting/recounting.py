"""Counts a petition anew from what it rests on: rows of signatures, sheets that were counted, and the log.

All three are read as of one moment, row after row: nobody waits while a large petition is counted. Of signatures whose
time is over only channel and day are left: they count in totals, and have no place in the other counts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from storage.errors import BadSecretKey, NoSuchAppeal
from storage.notes import BadNote, signer_of
from storage.petitions.counting.tally import Dimension
from storage.petitions.log.entries import BadEntry, Replay, leaf_of, read_entry
from storage.petitions.log.heads import read_head
from storage.petitions.log.merkle import Tree
from storage.petitions.signatures.records import SignatureState

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Mapping

    from storage.database import Database
    from storage.petitions.log.heads import Head
    from storage.transactions import Row, Transaction

_UNREADABLE = "unreadable"  # the country of a row that was altered; no country is called so


class Check(StrEnum):
    """What is compared."""

    TOTALS = "totals"
    """The tally of a channel by one dimension adds up to its rows and counted sheets."""
    PLACES = "places"
    """Each of these is counted under its own country, language, source and day."""
    LOG = "log"
    """The log adds up to the rows and counted sheets of a channel."""
    LENGTH = "length"
    """The log has as many entries as the petition says."""
    ORDER = "order"
    """Each entry can follow those before it: so many do, from the first one on."""
    LEAVES = "leaves"
    """Each signature that counts has an entry of its own that counts, and no other one has."""
    HEADS = "heads"
    """Each head that was given out is the head of the log as it is."""


@dataclass(frozen=True)
class Difference:
    """Something that does not add up.

    Attributes:
        of: The channel, or channel and dimension, that it was found in; never a value, which could point at somebody.
    """

    check: Check
    of: tuple[str, ...]
    expected: int
    found: int

    def __str__(self) -> str:
        of = f" ({', '.join(self.of)})" if self.of else ""
        return f"{self.check}{of}: {self.expected} expected, {self.found} found"


@dataclass(frozen=True)
class Recount:
    """A petition counted anew: how many signatures it has by rows and sheets, how long its log is, what differs."""

    code: str
    total: int
    entries: int
    differences: tuple[Difference, ...]


@dataclass
class _Rows:
    """What rows and sheets say.

    Attributes:
        places: Signatures by dimension and channel, then by value.
        erased: By channel, those of whom only channel and day are known.
        leaves: Position of the entry of each signature that counts, and how many say so.
        others: Positions of the entries of signatures that do not count.
    """

    places: defaultdict[tuple[Dimension, str], Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    erased: Counter[str] = field(default_factory=Counter)
    totals: Counter[str] = field(default_factory=Counter)
    leaves: Counter[int] = field(default_factory=Counter)
    others: list[int] = field(default_factory=list)

    def add(self, db: Database, row: Row) -> None:
        if row["state"] != SignatureState.VALID:
            self.others.append(row["leaf"])
            return
        channel = row["channel"]
        self.totals[channel] += 1
        self.leaves[row["leaf"]] += 1
        self.places[Dimension.DAY, channel][row["day"]] += 1
        if row["country"] is None:
            self.erased[channel] += 1
            return
        self.places[Dimension.COUNTRY, channel][_country(db, row)] += 1
        self.places[Dimension.LANGUAGE, channel][row["signed_in"] or ""] += 1
        self.places[Dimension.SOURCE, channel][row["source"] or ""] += 1

    def add_sheets(self, channel: str, signatures: int) -> None:
        self.totals[channel] += signatures
        for dimension in Dimension:
            self.places[dimension, channel][""] += signatures


@dataclass
class _Log:
    """What the log says, entry by entry."""

    code: str
    heads: Mapping[int, Head | None]
    replay: Replay = field(default_factory=Replay)
    tree: Tree = field(default_factory=Tree)
    stuck_at: int | None = None
    fitting: int = 0

    def add(self, row: Row) -> None:
        if self.stuck_at is None and not self._follows(row):
            self.stuck_at = self.tree.size
        self.tree.append(leaf_of(self.code, row["entry"]))
        self.compare_head()

    def _follows(self, row: Row) -> bool:
        if row["position"] != self.tree.size:  # one is missing before it
            return False
        try:
            self.replay.add(read_entry(row["entry"]))
        except BadEntry:
            return False
        return True

    def compare_head(self) -> None:
        head = self.heads.get(self.tree.size)
        counts = dict(self.replay.counts)
        self.fitting += head is not None and (head.root, dict(head.counts)) == (self.tree.root(), counts)


async def recount_all(db: Database) -> AsyncIterator[Recount]:
    """Count every petition anew, one after the other."""
    async with db.reading() as tx:
        codes = [row["code"] for row in await tx.all("SELECT code FROM appeal ORDER BY code")]
    for code in codes:
        yield await recount(db, code)


async def recount(db: Database, code: str) -> Recount:
    """Count the petition anew.

    Raises:
        NoSuchAppeal: If there is none.
    """
    async with db.long_reading() as tx:
        appeal = await tx.one("SELECT leaves FROM appeal WHERE code = :code", {"code": code})
        if appeal is None:
            raise NoSuchAppeal
        rows = await _read_rows(tx, db, code)
        log = await _read_log(tx, db, code)
        tally = await _read_tally(tx, code)
    differences = (*_in_tally(rows, tally), *_in_log(rows, log, appeal["leaves"]))
    return Recount(code, rows.totals.total(), log.tree.size, differences)


async def _read_rows(tx: Transaction, db: Database, code: str) -> _Rows:
    rows = _Rows()
    async for row in tx.stream(
        "SELECT state, channel, country, signed_in, source, day, leaf FROM signature WHERE appeal = :code",
        {"code": code},
    ):
        rows.add(db, row)
    for sheets in await tx.all(
        """
        SELECT channel, SUM(signatures) AS n FROM batch
        WHERE appeal = :code AND state = 'counted' AND leaf IS NOT NULL GROUP BY channel
        """,
        {"code": code},
    ):
        rows.add_sheets(sheets["channel"], sheets["n"])
    return rows


async def _read_log(tx: Transaction, db: Database, code: str) -> _Log:
    key = signer_of(db.key).public
    heads: dict[int, Head | None] = {}
    async for row in tx.stream("SELECT size, note FROM log_head WHERE appeal = :code", {"code": code}):
        try:
            heads[row["size"]] = read_head(row["note"], key)
        except BadNote:
            heads[row["size"]] = None
    log = _Log(code, heads)
    log.compare_head()
    async for row in tx.stream(
        "SELECT position, entry FROM log_leaf WHERE appeal = :code ORDER BY position", {"code": code}
    ):
        log.add(row)
    return log


async def _read_tally(tx: Transaction, code: str) -> dict[tuple[Dimension, str], Counter[str]]:
    tally: defaultdict[tuple[Dimension, str], Counter[str]] = defaultdict(Counter)
    async for row in tx.stream(
        "SELECT channel, dimension, value, valid FROM tally WHERE appeal = :code AND valid <> 0", {"code": code}
    ):
        tally[Dimension(row["dimension"]), row["channel"]][row["value"]] = row["valid"]
    return tally


def _in_tally(rows: _Rows, tally: Mapping[tuple[Dimension, str], Counter[str]]) -> Iterator[Difference]:
    channels = sorted(rows.totals.keys() | {channel for _, channel in tally})
    for dimension in Dimension:
        for channel in channels:
            found, expected = tally.get((dimension, channel), Counter()), rows.places[dimension, channel]
            total, of = rows.totals[channel], (channel, dimension)
            if found.total() != total:
                yield Difference(Check.TOTALS, of, total, found.total())
                continue
            missing = sum(max(0, expected[value] - found[value]) for value in expected.keys() | found.keys())
            if missing:
                yield Difference(Check.PLACES, of, total, total - missing)


def _in_log(rows: _Rows, log: _Log, length: int) -> Iterator[Difference]:
    if log.tree.size != length:
        yield Difference(Check.LENGTH, (), length, log.tree.size)
    if log.fitting != len(log.heads):
        yield Difference(Check.HEADS, (), len(log.heads), log.fitting)
    if log.stuck_at is not None:  # what comes after cannot be counted
        yield Difference(Check.ORDER, (), log.tree.size, log.stuck_at)
        return
    for channel in sorted(rows.totals.keys() | log.replay.counts.keys()):
        if rows.totals[channel] != log.replay.counts[channel]:
            yield Difference(Check.LOG, (channel,), rows.totals[channel], log.replay.counts[channel])
    agreeing = sum(log.replay.counts_at(leaf) for leaf in rows.leaves)
    agreeing += sum(not log.replay.counts_at(leaf) for leaf in rows.others)
    if agreeing != (signatures := rows.leaves.total() + len(rows.others)):
        yield Difference(Check.LEAVES, (), signatures, agreeing)


def _country(db: Database, row: Row) -> str:
    try:
        return db.key.decrypt("signature.country", row["country"])
    except BadSecretKey:
        return _UNREADABLE
