"""What owners were last told of the list of recipients that the operator names."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
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
