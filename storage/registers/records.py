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

    def of(self, register: Register) -> Mapping[str, Entry]:
        """Return the entries of one register."""
        entries: Mapping[str, Entry] = getattr(self, register)
        return entries


async def read_registers(db: Database) -> Registers:
    """Return all registers as they are now, each by key."""
    async with db.reading() as tx:
        return await registers_in(tx)


async def find_registered(db: Database, register: Register, key: str) -> Entry | None:
    """Return one entry as it is now, None if the register has none of that key."""
    async with db.reading() as tx:
        return await entry_in(tx, register, key)


async def entry_in(tx: Transaction, register: Register, key: str) -> Entry | None:
    """Return the same within a transaction."""
    row = await tx.one(
        "SELECT document FROM register_entry WHERE register = :register AND key = :key",
        {"register": register, "key": key},
    )
    return MODELS[register].model_validate_json(row["document"]) if row else None


async def office_in(tx: Transaction, key: str | None) -> Office | None:
    """Return an office within a transaction; None if it has no entry, or a sheet named none."""
    office = await entry_in(tx, Register.OFFICES, key) if key else None
    assert office is None or isinstance(office, Office)
    return office


async def registers_in(tx: Transaction) -> Registers:
    """Return the same within a transaction."""
    found: dict[str, dict[str, Entry]] = {register.value: {} for register in Register}
    for row in await tx.all("SELECT register, key, document FROM register_entry ORDER BY register, key"):
        found[row["register"]][row["key"]] = MODELS[Register(row["register"])].model_validate_json(row["document"])
    return Registers(**found)  # type: ignore[arg-type]  # each is of its register's model
