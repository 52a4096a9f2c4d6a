"""Who did what: hash-chained rows, each written in the transaction of the deed itself (decision 13)."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from storage.database import Database
    from storage.transactions import Transaction

ROOT = "0" * 64


@dataclass(frozen=True)
class Deed:
    """What somebody of the staff did.

    Attributes:
        coordinator: Row of the coordinator; None for the program itself or its operator.
        name: A fixed word such as `approve`.
        subject: Code of an appeal, tag of a tip or alias of a coordinator.
        detail: Counts and fixed words; never a text or a name.
    """

    at: datetime
    coordinator: int | None
    name: str
    subject: str
    detail: dict[str, str | int] | None = None


@dataclass(frozen=True)
class Chain:
    """The state of the audit chain: how many rows hold, and the first one that does not."""

    rows: int
    broken_at: int | None
    head: str


@dataclass(frozen=True)
class Entry:
    """One row of the audit as colleagues read it; `alias` is None for the program itself or its operator."""

    at: datetime
    alias: str | None
    name: str
    subject: str


async def record(tx: Transaction, deed: Deed) -> None:
    """Append *deed* to the chain, within the transaction that does it."""
    last = await tx.one("SELECT hash FROM audit ORDER BY id DESC LIMIT 1")
    row: dict[str, str | int | None] = {
        "at": int(deed.at.timestamp()),
        "coordinator": deed.coordinator,
        "deed": deed.name,
        "subject": deed.subject,
        "detail": json.dumps(deed.detail or {}, sort_keys=True),
    }
    row["hash"] = _link(last["hash"] if last else ROOT, row)
    await tx.execute(
        """
        INSERT INTO audit (at, coordinator, deed, subject, detail, hash)
        VALUES (:at, :coordinator, :deed, :subject, :detail, :hash)
        """,
        row,
    )


async def latest(db: Database, limit: int) -> tuple[Entry, ...]:
    """Return the last deeds, the newest first."""
    async with db.reading() as tx:
        rows = await tx.all(
            """
            SELECT audit.at, audit.deed, audit.subject, coordinator.alias
            FROM audit LEFT JOIN coordinator ON coordinator.id = audit.coordinator
            ORDER BY audit.id DESC LIMIT :limit
            """,
            {"limit": limit},
        )
    return tuple(
        Entry(datetime.fromtimestamp(row["at"], UTC), row["alias"], row["deed"], row["subject"]) for row in rows
    )


async def verify(db: Database) -> Chain:
    """Recompute the whole chain and say where it breaks first, if it does."""
    rows, head = 0, ROOT
    async with db.reading() as tx:
        async for row in tx.stream("SELECT * FROM audit ORDER BY id"):
            head = _link(head, {name: row[name] for name in ("at", "coordinator", "deed", "subject", "detail")})
            if head != row["hash"]:
                return Chain(rows, row["id"], row["hash"])
            rows += 1
    return Chain(rows, None, head)


def _link(before: str, row: dict[str, str | int | None]) -> str:
    content = json.dumps([row[name] for name in ("at", "coordinator", "deed", "subject", "detail")])
    return hashlib.sha256(f"{before}{content}".encode()).hexdigest()
