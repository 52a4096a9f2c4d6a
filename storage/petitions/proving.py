"""Proofs from the database: that a person's signature is in the log, that the log only grew since an earlier head."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from storage.notes import signer_of
from storage.petitions.log.commitments import Statement
from storage.petitions.log.consistency import Consistency
from storage.petitions.log.entries import read_entry
from storage.petitions.log.heads import read_head
from storage.petitions.log.ledger import entry_at, head_beyond, prove_consistency, prove_inclusion
from storage.petitions.log.proofs import Proof
from storage.petitions.signatures.records import signature_row, stands

if TYPE_CHECKING:
    from datetime import datetime

    from storage.database import Database
    from storage.transactions import Row


class Unprovable(StrEnum):
    """Why there is no proof for a person."""

    NOT_SIGNED = "not-signed"
    ERASED = "erased"  # the name's time is over, and what opened the entry went with it
    BEFORE_THE_LOG = "before-the-log"  # nothing that could open the entry was ever kept


@dataclass(frozen=True)
class HandedOver:
    """The proof under the head that an addressee was given.

    Attributes:
        number: Of the handover to this addressee.
    """

    addressee: str
    number: int
    proof: Proof


@dataclass(frozen=True)
class Proofs:
    """What proves a person's signature.

    Attributes:
        handed_over: Under the head of the newest handover since they signed; None: there was none.
    """

    now: Proof
    handed_over: HandedOver | None


async def make_proof(db: Database, code: str, person: int, now: datetime) -> Proofs | Unprovable:
    """Return what proves the person's signature under a head of this hour, which may be given out hereby.

    Raises:
        NoSuchAppeal: If there is no such petition.
    """
    async with db.reading() as tx:
        row = await signature_row(tx, db, code, person)
        if row is None or not stands(row):
            return Unprovable.NOT_SIGNED
        if row["name"] is None:
            return Unprovable.ERASED
        if row["salt"] is None:
            return Unprovable.BEFORE_THE_LOG
        version = await tx.only("SELECT digest FROM appeal_version WHERE id = :id", {"id": row["version"]})
        handover = await tx.one(
            """
            SELECT handover.addressee, handover.number, log_head.note
            FROM handover JOIN log_head ON log_head.appeal = handover.appeal AND log_head.size = handover.size
            WHERE handover.appeal = :code AND handover.size > :leaf ORDER BY handover.id DESC LIMIT 1
            """,
            {"code": code, "leaf": row["leaf"]},
        )
    statement = _statement(db, row, version["digest"])
    return Proofs(
        await _proof(db, row, statement, await head_beyond(db, code, row["leaf"], now)),
        HandedOver(handover["addressee"], handover["number"], await _proof(db, row, statement, handover["note"]))
        if handover
        else None,
    )


async def make_consistency(db: Database, code: str, earlier: int, now: datetime) -> Consistency | None:
    """Return the proof that the log of this hour continues the head that was given out over *earlier* entries.

    None if no such head was given out, or it was over no entries at all, which proves nothing.

    Raises:
        NoSuchAppeal: If there is no such petition.
    """
    async with db.reading() as tx:
        row = await tx.one(
            "SELECT note FROM log_head WHERE appeal = :code AND size = :size AND size > 0",
            {"code": code, "size": earlier},
        )
    later = await head_beyond(db, code, earlier, now)
    if row is None:
        return None
    size = read_head(later, signer_of(db.key).public).size
    return Consistency(row["note"], later, await prove_consistency(db, code, earlier, size))


def _statement(db: Database, row: Row, text: str) -> Statement:
    """Return what the row's entry commits to."""
    name, country = (db.key.decrypt(f"signature.{column}", row[column]) for column in ("name", "country"))
    return Statement(row["appeal"], row["serial"], text, name, country, row["channel"], row["day"])


async def _proof(db: Database, row: Row, statement: Statement, note: str) -> Proof:
    code, leaf = row["appeal"], row["leaf"]
    entry, head = await entry_at(db, code, leaf), read_head(note, signer_of(db.key).public)
    assert entry is not None
    path = await prove_inclusion(db, code, leaf, head.size)
    salt = bytes.fromhex(db.key.decrypt("signature.salt", row["salt"]))
    return Proof(read_entry(entry), leaf, salt, statement, path, note)
