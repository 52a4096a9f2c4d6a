"""The log in the database: entries are appended in the transaction of what they record, and proofs are read from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.errors import NoSuchAppeal
from storage.notes import signer_of
from storage.petitions.log.entries import leaf_of
from storage.petitions.log.heads import Head, hour_of, sign_head
from storage.petitions.log.merkle import Node, Span, Tree, covering, folded, leaf_hash
from storage.petitions.log.paths import consistency_path, inclusion_path
from storage.transactions import in_list, numbered

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Collection, Sequence
    from datetime import datetime

    from storage.database import Database
    from storage.petitions.log.entries import Entry
    from storage.transactions import Transaction

SLICE = 1_000  # entries read at once


async def reserve(tx: Transaction, code: str, entries: int) -> int:
    """Make room for so many entries at the end of the petition's log, and return the position of the first.

    They are written with `write` in the same transaction: entries that others refer to need their positions before.
    """
    row = await tx.only(
        "UPDATE appeal SET leaves = leaves + :entries WHERE code = :code RETURNING leaves",
        {"code": code, "entries": entries},
    )
    return int(row["leaves"]) - entries


async def write(tx: Transaction, code: str, first: int, entries: Sequence[Entry]) -> None:
    """Write the entries for which room was made, from position *first* on."""
    tree, completed = await _edge(tx, code, first), []
    for entry in entries:
        completed += tree.append(leaf_of(code, entry))
    await tx.execute_many(
        "INSERT INTO log_leaf (appeal, position, entry) VALUES (:code, :position, :entry)",
        [{"code": code, "position": first + place, "entry": str(entry)} for place, entry in enumerate(entries)],
    )
    await tx.execute_many(
        "INSERT INTO log_node (appeal, level, position, hash) VALUES (:code, :level, :position, :hash)",
        [{"code": code, "level": node.level, "position": node.position, "hash": digest} for node, digest in completed],
    )


async def append(tx: Transaction, code: str, entries: Sequence[Entry]) -> int:
    """Append *entries* to the petition's log, and return the position of the first."""
    first = await reserve(tx, code, len(entries))
    await write(tx, code, first, entries)
    return first


async def head_beyond(db: Database, code: str, size: int, now: datetime) -> str:
    """Return a signed head over more than *size* entries, if the log has so many.

    That is the newest one, where it was given out within the same hour: each one more would tell whoever is shown all
    of them when somebody signed.

    Raises:
        NoSuchAppeal: If there is no such petition.
    """
    async with db.reading() as tx:
        newest = await tx.one(
            "SELECT size, note, issued_at FROM log_head WHERE appeal = :code ORDER BY size DESC LIMIT 1",
            {"code": code},
        )
    if newest is not None and newest["size"] > size and newest["issued_at"] == int(hour_of(now).timestamp()):
        return str(newest["note"])
    return await issue_head(db, code, now)


async def issue_head(db: Database, code: str, now: datetime) -> str:
    """Return the signed head of the petition's log as it is now; what was given out once for a size stays the same.

    Raises:
        NoSuchAppeal: If there is no such petition.
    """
    async with db.reading() as tx:
        issued = await _issued(tx, code)
    if issued is not None:
        return issued
    async with db.transaction() as tx:
        return await head_in(tx, db, code, now)


async def head_in(tx: Transaction, db: Database, code: str, now: datetime) -> str:
    """Return what `issue_head` does, within a deed that needs the head of its own moment."""
    issued = await _issued(tx, code)
    if issued is not None:
        return issued
    appeal = await tx.one("SELECT leaves FROM appeal WHERE code = :code", {"code": code})
    if appeal is None:
        raise NoSuchAppeal
    values = {"code": code, "size": appeal["leaves"]}
    counts = await tx.all(
        """
        SELECT channel, SUM(valid) AS n FROM tally WHERE appeal = :code AND dimension = 'day'
        GROUP BY channel HAVING SUM(valid) > 0
        """,
        values,
    )
    root = folded(await _hashes(tx, code, covering(Span(0, appeal["leaves"]))))
    at = hour_of(now)
    head = Head(code, appeal["leaves"], root, at, {row["channel"]: row["n"] for row in counts})
    note = sign_head(head, signer_of(db.key))
    await tx.execute(
        "INSERT INTO log_head (appeal, size, note, issued_at) VALUES (:code, :size, :note, :at)",
        {**values, "note": note, "at": int(at.timestamp())},
    )
    return note


async def _issued(tx: Transaction, code: str) -> str | None:
    row = await tx.one(
        """
        SELECT log_head.note FROM appeal
            JOIN log_head ON log_head.appeal = appeal.code AND log_head.size = appeal.leaves
        WHERE appeal.code = :code
        """,
        {"code": code},
    )
    return str(row["note"]) if row else None


async def heads(db: Database, code: str) -> AsyncIterator[str]:
    """Give every head of the petition that was given out, the smallest first."""
    async with db.reading() as tx:
        async for row in tx.stream("SELECT note FROM log_head WHERE appeal = :code ORDER BY size", {"code": code}):
            yield row["note"]


async def entries(db: Database, code: str, size: int) -> AsyncIterator[str]:
    """Give the first *size* entries of the petition's log, each as its text."""
    async with db.reading() as tx:
        async for row in tx.stream(
            "SELECT entry FROM log_leaf WHERE appeal = :code AND position < :size ORDER BY position",
            {"code": code, "size": size},
        ):
            yield row["entry"]


async def entry_at(db: Database, code: str, position: int) -> str | None:
    """Return the text of one entry, if there is one at *position*."""
    async with db.reading() as tx:
        row = await tx.one(
            "SELECT entry FROM log_leaf WHERE appeal = :code AND position = :position",
            {"code": code, "position": position},
        )
    return str(row["entry"]) if row else None


async def prove_inclusion(db: Database, code: str, position: int, size: int) -> tuple[bytes, ...]:
    """Return the path of hashes that proves the entry at *position* in the head over *size* entries.

    Raises:
        ValueError: If that head has no such entry.
    """
    return await _path(db, code, inclusion_path(position, size))


async def prove_consistency(db: Database, code: str, earlier: int, size: int) -> tuple[bytes, ...]:
    """Return the path of hashes that proves that the head over *size* entries continues the *earlier* one.

    Raises:
        ValueError: If *earlier* is 0, or greater than *size*.
    """
    return await _path(db, code, consistency_path(earlier, size))


async def _path(db: Database, code: str, spans: Sequence[Span]) -> tuple[bytes, ...]:
    covers = [covering(span) for span in spans]
    async with db.reading() as tx:
        hashes = iter(await _hashes(tx, code, [node for nodes in covers for node in nodes]))
    return tuple(folded([next(hashes) for _ in nodes]) for nodes in covers)


async def _edge(tx: Transaction, code: str, size: int) -> Tree:
    nodes = covering(Span(0, size))
    hashes = await _hashes(tx, code, nodes)
    return Tree(size, {node.level: digest for node, digest in zip(nodes, hashes, strict=True)})


async def _hashes(tx: Transaction, code: str, nodes: Collection[Node]) -> list[bytes]:
    """Return the hash of each node, in their order."""
    if not nodes:
        return []
    leaves = numbered("leaf", [node.position for node in nodes if node.level == 0])
    inner = [node for node in nodes if node.level]
    found: dict[Node, bytes] = {}
    if leaves:
        rows = await tx.all(
            f"""
            SELECT position, entry FROM log_leaf
            WHERE appeal = :code AND position IN ({in_list(leaves)})
            """,
            {"code": code, **leaves},
        )
        found |= {Node(0, row["position"]): leaf_hash(leaf_of(code, row["entry"])) for row in rows}
    if inner:
        levels, places = (
            numbered("level", [node.level for node in inner]),
            numbered("place", [n.position for n in inner]),
        )
        pairs = ", ".join(f"(:{level}, :{place})" for level, place in zip(levels, places, strict=True))
        rows = await tx.all(
            f"""
            WITH wanted (level, position) AS (VALUES {pairs})
            SELECT log_node.* FROM wanted CROSS JOIN log_node -- in this order: one look at the index for each
            WHERE log_node.appeal = :code AND log_node.level = wanted.level AND log_node.position = wanted.position
            """,
            {"code": code, **levels, **places},
        )
        found |= {Node(row["level"], row["position"]): row["hash"] for row in rows}
    return [found[node] for node in nodes]
