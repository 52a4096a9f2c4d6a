"""The entries of the registers as stored; each change takes the place of what was there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from storage.registers.models import MODELS, Campaign, Entry, Explanation, Office, Register

if TYPE_CHECKING:
    from collections.abc import Mapping

    from storage.appeals.parts import Obligation
    from storage.database import Database
    from storage.transactions import Transaction


@dataclass(frozen=True)
class Registers:
    """All entries by their keys, for a sheet that names them."""

    offices: Mapping[str, Office] = field(default_factory=dict)
    obligations: Mapping[str, Obligation] = field(default_factory=dict)
    explanations: Mapping[str, Explanation] = field(default_factory=dict)
    campaigns: Mapping[str, Campaign] = field(default_factory=dict)


async def read_registers(db: Database) -> Registers:
    """Return all registers as they are now, each by key."""
    async with db.reading() as tx:
        return await registers_in(tx)


async def registers_in(tx: Transaction) -> Registers:
    """Return the same within a transaction."""
    found: dict[str, dict[str, Entry]] = {register.value: {} for register in Register}
    for row in await tx.all("SELECT register, key, document FROM register_entry ORDER BY register, key"):
        found[row["register"]][row["key"]] = MODELS[Register(row["register"])].model_validate_json(row["document"])
    return Registers(**found)  # type: ignore[arg-type]  # each is of its register's model
