"""Which words of an appeal readers may look up: those that its sheet names and that the register still explains."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.registers.records import read_registers

if TYPE_CHECKING:
    from storage.appeals.model import Appeal
    from storage.database import Database
    from storage.registers.models import Explanation


async def explained(db: Database, appeal: Appeal) -> tuple[Explanation, ...]:
    """Return the explanations in the order of the sheet."""
    if not appeal.explains:
        return ()
    known = (await read_registers(db)).explanations
    return tuple(known[key] for key in appeal.explains if key in known)
