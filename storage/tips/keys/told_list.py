"""What owners were last told of the list of recipients that the operator names, and what the last look found."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from datetime import date

    from storage.database import Database
    from storage.sealing import Recipients

DIGITS = 20


@dataclass(frozen=True)
class Told:
    """A list as it was told.

    Attributes:
        digest: Over its keys, as people compare it.
        lines: Twenty digits over its lines as well: an alias or a signing key that changes hands shows in them alone.
        readable: False once owners were told that the list cannot be read.
    """

    digest: str
    lines: str
    readable: bool = True

    @classmethod
    def of(cls, named: Recipients) -> Self:
        """Return what there is to tell of a list."""
        lines = "\n".join(sorted(member.line for member in named.members))
        return cls(named.digest, hashlib.sha256(lines.encode()).hexdigest()[:DIGITS])

    @property
    def unreadable(self) -> Self:
        """The same, once the list cannot be read."""
        return replace(self, readable=False)


async def told_list(db: Database) -> Told | None:
    """Return what owners were told last; None: nothing so far."""
    row = await db.one("SELECT recipients_told FROM site")
    if row is None or row["recipients_told"] is None:
        return None
    digest, _, lines = row["recipients_told"].removeprefix("!").partition("-")
    return Told(digest, lines, readable=not row["recipients_told"].startswith("!"))


async def note_told(db: Database, told: Told) -> None:
    """Note that owners were told this."""
    mark = f"{'' if told.readable else '!'}{told.digest}-{told.lines}"
    async with db.transaction() as tx:
        await tx.execute("UPDATE site SET recipients_told = :mark", {"mark": mark})


async def seen_again(db: Database, lines: str) -> bool:
    """Note how the list was found at this look, by the digits of `Told.lines`; return whether the last found it so."""
    async with db.transaction() as tx:
        row = await tx.only("SELECT recipients_seen FROM site")
        await tx.execute("UPDATE site SET recipients_seen = :lines", {"lines": lines})
    return bool(row["recipients_seen"] == lines)


async def left_keys_told(db: Database) -> str | None:
    """Return the day on which owners were last told that keys of coordinators who left are still in force."""
    row = await db.one("SELECT left_keys_told FROM site")
    return row["left_keys_told"] if row else None


async def note_left_keys_told(db: Database, today: date) -> None:
    """Note that owners were told of it today."""
    async with db.transaction() as tx:
        await tx.execute("UPDATE site SET left_keys_told = :today", {"today": today.isoformat()})
