"""Names on a list: what each would do to the count, and which of them are there already."""

from __future__ import annotations

import hashlib
import json
from dataclasses import astuple, dataclass, field
from typing import TYPE_CHECKING

from storage.petitions.batches.records import batch_with
from storage.petitions.signatures.entering import likeness
from storage.petitions.signatures.records import STANDING
from storage.transactions import in_list, numbered

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from storage.database import Database
    from storage.petitions.batches.records import Batch
    from storage.transactions import Transaction

SLICE = 250  # names looked at, or entered, at once: the writer serves others in between


@dataclass(frozen=True)
class ListedName:
    """A signature as a line of a list has it, cleaned.

    Attributes:
        country: ISO 3166-1 alpha-2, or ZZ.
        email: Only where updates are wanted.
        reference: Tells people of one name, country and city apart, such as sheet and line.
        line: Of the list; says nothing about the signature.
    """

    name: str
    country: str
    city: str | None = None
    email: str | None = None
    updates: bool = False
    hand_over: bool = False
    reference: str | None = None
    line: int = field(default=0, compare=False)


@dataclass(frozen=True)
class NameList:
    """The names of one batch, and what was printed above them.

    Attributes:
        version: Row of the appeal's version on the sheets.
        language: In which the sheets are.
        text_version: Of the consents' wording on them.
    """

    version: int
    language: str
    text_version: str
    names: tuple[ListedName, ...]


@dataclass(frozen=True)
class Duplicate:
    """A line whose name is there already: on an earlier line of the list, or in a batch."""

    line: int
    of_line: int | None
    of_batch: int | None


@dataclass(frozen=True)
class DryRun:
    """What entering a list would do.

    Attributes:
        added: Signatures that would be entered.
        also_online: How many of these have name and country of somebody who signed in the chat; they are entered.
        before: The batch that the same list has begun.
    """

    added: int
    duplicates: tuple[Duplicate, ...]
    also_online: int
    before: Batch | None


async def batch_of_list(db: Database, code: str, names: Sequence[ListedName]) -> Batch | None:
    """Return the batch that the same list has begun, if there is one."""
    async with db.reading() as tx:
        return await batch_with(tx, db, code, list_digest(db, code, names))


async def dry_run(db: Database, code: str, names: Sequence[ListedName]) -> DryRun:
    """Say what entering the list would do now, and change nothing."""
    first: dict[str, int] = {}
    duplicates: list[Duplicate] = []
    also_online = 0
    async with db.reading() as tx:
        before = await batch_with(tx, db, code, list_digest(db, code, names))
        for part in slices(names):
            known = await _batches_with(tx, code, [_likeness(db, code, name) for name in part])
            online = await _signed_online(tx, db, code, part)
            for name in part:
                mark = _likeness(db, code, name)
                if mark in first or mark in known:
                    duplicates.append(Duplicate(name.line, first.get(mark), known.get(mark)))
                    continue
                first[mark] = name.line
                also_online += likeness(db, code, name.name, name.country) in online
    return DryRun(len(first), tuple(duplicates), also_online, before)


async def not_there_yet(tx: Transaction, db: Database, code: str, names: Sequence[ListedName]) -> list[ListedName]:
    """Return those of a slice whose name no batch of the petition has, each once."""
    marks = [_likeness(db, code, name) for name in names]
    known = await _batches_with(tx, code, marks)
    new: dict[str, ListedName] = {}
    for mark, name in zip(marks, names, strict=True):
        if mark not in known:
            new.setdefault(mark, name)
    return list(new.values())


def list_digest(db: Database, code: str, names: Sequence[ListedName]) -> str:
    """Return the digest by which the same list is known again, whatever file it comes in."""
    said = [astuple(name)[:-1] for name in names]
    content = json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()
    return db.key.digest("batch list", code, hashlib.sha256(content).hexdigest())


def slices(names: Sequence[ListedName]) -> Iterator[Sequence[ListedName]]:
    """Give the names in parts that are dealt with at once."""
    return (names[start : start + SLICE] for start in range(0, len(names), SLICE))


def _likeness(db: Database, code: str, name: ListedName) -> str:
    return likeness(db, code, name.name, name.country, name.city, name.reference)


async def _batches_with(tx: Transaction, code: str, marks: Sequence[str]) -> dict[str, int]:
    """Return the first batch that has each name; those of a voided batch are erased."""
    wanted = numbered("mark", marks)
    rows = await tx.all(
        f"""
        SELECT likeness, MIN(batch) AS batch FROM signature
        WHERE appeal = :code AND likeness IN ({in_list(wanted)}) AND batch IS NOT NULL GROUP BY likeness
        """,
        {"code": code, **wanted},
    )
    return {row["likeness"]: row["batch"] for row in rows}


async def _signed_online(tx: Transaction, db: Database, code: str, names: Sequence[ListedName]) -> set[str]:
    wanted = numbered("mark", [likeness(db, code, name.name, name.country) for name in names])
    rows = await tx.all(
        f"""
        SELECT likeness FROM signature
        WHERE appeal = :code AND likeness IN ({in_list(wanted)}) AND batch IS NULL AND {STANDING}
        """,
        {"code": code, **wanted},
    )
    return {row["likeness"] for row in rows}
