"""Signatures that stop to count, or begin to again: count, log and earlier handovers follow in the same transaction."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from storage.people.followers import take_news
from storage.petitions.counting.tally import bump, bump_of, counts
from storage.petitions.log.entries import Deed, Entry
from storage.petitions.log.ledger import append
from storage.petitions.signatures.erasing import SAID_AND_TRACED
from storage.petitions.signatures.records import signature_row, stands

if TYPE_CHECKING:
    from collections.abc import Sequence

    from storage.database import Database
    from storage.transactions import Row, Transaction


@dataclass(frozen=True)
class Holder:
    """An addressee who was given the signer's name: we cannot call it back, but say so at the next handover."""

    addressee: str
    version: int
    """Row of the appeal's version that names the addressee."""
    handed_at: datetime


async def withdraw(db: Database, code: str, person: int) -> tuple[Holder, ...] | None:
    """Withdraw the person's signature: what they said is erased, the count goes down at once.

    Return who was given their name before, or None if there was nothing to withdraw: no signature, or one whose name
    is not kept any more.
    """
    async with db.transaction() as tx:
        row = await signature_row(tx, db, code, person)
        if row is None or not stands(row) or row["name"] is None:
            return None
        holding = await holders_of(tx, row)
        await take_out(tx, db, [row], Deed.WITHDRAWN)
        await tx.execute(
            f"""
            UPDATE signature SET state = 'withdrawn', chat = NULL, language = NULL, {SAID_AND_TRACED} WHERE id = :id
            """,
            {"id": row["id"]},
        )
        await tx.execute("DELETE FROM consent WHERE signature = :id", {"id": row["id"]})
        await take_news(tx, db, code, person, row["id"])
    await db.fold_log()
    return holding


async def holders(db: Database, code: str, person: int) -> tuple[Holder, ...]:
    """Return which addressees were given the person's name, the first one in front."""
    async with db.reading() as tx:
        row = await signature_row(tx, db, code, person)
        return await holders_of(tx, row) if row else ()


async def take_out(tx: Transaction, db: Database, rows: Sequence[Row], deed: Deed) -> None:
    """Take signatures out of the count, enter *deed* for each, and note what the next handover has to say.

    Their rows are still as they were; to change them is the caller's. Names and countries must still be kept.
    """
    await _count(tx, db, [row for row in rows if counts(row)], -1)
    await _log(tx, rows, deed)
    await tx.execute_many(
        """
        INSERT INTO handover_correction (handover, serial)
        SELECT handover, :serial FROM handed_over WHERE signature = :id
        ON CONFLICT (handover, serial) DO NOTHING
        """,
        [{"id": row["id"], "serial": row["serial"]} for row in rows],
    )


async def put_back(tx: Transaction, db: Database, rows: Sequence[Row]) -> None:
    """Count signatures again, whose rows are valid by now, and take back what no handover has said yet.

    One of which an addressee was told that it counts no more is listed anew in the next handover.
    """
    await _count(tx, db, rows, +1)
    await _log(tx, rows, Deed.RESTORED)
    values = [{"id": row["id"], "serial": row["serial"]} for row in rows]
    await tx.execute_many(
        """
        DELETE FROM handed_over WHERE signature = :id AND handover IN
            (SELECT handover FROM handover_correction WHERE serial = :serial AND told_in IS NOT NULL)
        """,
        values,
    )
    await tx.execute_many(
        """
        DELETE FROM handover_correction WHERE serial = :serial AND told_in IS NULL
            AND handover IN (SELECT handover FROM handed_over WHERE signature = :id)
        """,
        values,
    )


async def holders_of(tx: Transaction, row: Row) -> tuple[Holder, ...]:
    """Return which addressees were given the name of the signature's row, the first one in front."""
    rows = await tx.all(
        """
        SELECT handover.addressee, MAX(handover.version) AS version, MIN(handover.handed_at) AS at
        FROM handed_over JOIN handover ON handover.id = handed_over.handover
        WHERE handed_over.signature = :id GROUP BY handover.addressee ORDER BY at
        """,
        {"id": row["id"]},
    )
    return tuple(Holder(one["addressee"], one["version"], datetime.fromtimestamp(one["at"], UTC)) for one in rows)


async def _count(tx: Transaction, db: Database, rows: Sequence[Row], by: int) -> None:
    for code, mine in _by_petition(rows).items():
        await bump(tx, code, [bump_of(db, row, by) for row in mine])


async def _log(tx: Transaction, rows: Sequence[Row], deed: Deed) -> None:
    for code, mine in _by_petition(rows).items():
        await append(tx, code, [Entry(deed, of=row["leaf"]) for row in mine])


def _by_petition(rows: Sequence[Row]) -> dict[str, list[Row]]:
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["appeal"]].append(row)
    return found
