"""Signers for Action Network's upload: only who asked for updates and gave an address for them (its opt-in rule)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.exports.formats.tables import Table
from storage.exports.signatures.rows import exported_signatures

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from storage.database import Database
    from storage.exports.formats.tables import Row

COLUMNS = ("email", "full_name", "city", "country", "language", "petition", "number")


def action_network_table(db: Database, code: str) -> Table:
    """Return who may be uploaded; a name stands there only if its signer agreed that it is handed over."""
    return Table(code, COLUMNS, _rows(db, code))


async def _rows(db: Database, code: str) -> AsyncIterator[Row]:
    async for one in exported_signatures(db, code):
        if one.email and one.updates and one.state == "valid":
            yield (one.email, one.name, one.city, one.country, one.language, code, one.number)
