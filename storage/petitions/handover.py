"""The signatures that leave the house: those whose signers agreed to be handed over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from storage.audit import Deed, record

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from storage.database import Database
    from storage.people.coordinators import Coordinator


@dataclass(frozen=True)
class HandoverRow:
    """One signer who agreed to be handed over."""

    serial: int
    name: str
    country: str
    signed_at: datetime
    language: str
    channel: str


async def handover_rows(db: Database, code: str) -> AsyncIterator[HandoverRow]:
    """Give, in order of signing, the valid signatures whose signers agreed to be handed over."""
    async with db.reading() as tx:
        async for row in tx.stream(
            """
            SELECT signature.* FROM signature
                JOIN consent ON consent.signature = signature.id AND consent.purpose = 'hand_over'
            WHERE signature.appeal = :code AND signature.state = 'valid'
            ORDER BY signature.serial
            """,
            {"code": code},
        ):
            yield HandoverRow(
                row["serial"],
                db.key.decrypt("signature.name", row["name"]),
                db.key.decrypt("signature.country", row["country"]),
                datetime.fromtimestamp(row["signed_at"], UTC),
                row["language"],
                row["channel"],
            )


async def hand_over(db: Database, code: str, by: Coordinator, now: datetime) -> tuple[HandoverRow, ...]:
    """Return the `handover_rows` for files that leave the house; the audit has it before the first one is written."""
    rows = tuple([row async for row in handover_rows(db, code)])
    async with db.transaction() as tx:
        await record(tx, Deed(now, by.id, "export_signatures", code, {"rows": len(rows), "formats": "csv, xlsx"}))
    return rows
