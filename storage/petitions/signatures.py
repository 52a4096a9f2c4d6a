"""Signatures: one per person and petition, each with separate consents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from storage.errors import NoSuchAppeal, PetitionClosed
from storage.people.digests import signer_digest
from storage.petitions.tally import count, uncount

if TYPE_CHECKING:
    from storage.database import Database
    from storage.transactions import Row, Transaction

UNKNOWN_COUNTRY = "ZZ"  # ISO 3166-1: user-assigned, never a country
TELEGRAM = "telegram"


class Purpose(StrEnum):
    """What a signer may consent to, each apart from the others (standards §3.1)."""

    KEEP = "keep"
    HAND_OVER = "hand_over"
    UPDATES = "updates"
    SHOW_NAME = "show_name"


@dataclass(frozen=True)
class Signing:
    """What a person signs, as they confirmed it.

    Attributes:
        version: Row of the appeal's version that was shown.
        country: ISO 3166-1 alpha-2, or `UNKNOWN_COUNTRY`.
        text_version: Version of the consents' wording, shown in *language*.
    """

    code: str
    version: int
    person: int
    name: str
    country: str
    consents: frozenset[Purpose]
    text_version: str
    language: str
    at: datetime
    source: str | None = None


@dataclass(frozen=True)
class Receipt:
    """What a signer holds: number *serial* of the petition, since *signed_at*."""

    code: str
    serial: int
    signed_at: datetime
    new: bool


async def sign(db: Database, signing: Signing) -> Receipt:
    """Record *signing* once per person and petition; the second time gives the first receipt.

    A signature that was withdrawn becomes valid again under its old number.

    Raises:
        NoSuchAppeal: If there is no such petition.
        PetitionClosed: If it does not take signatures at that moment.
    """
    signer = signer_digest(db, signing.code, signing.person)
    async with db.transaction() as tx:
        before = await _find(tx, signing.code, signer)
        if before is not None and before["state"] == "valid":
            return _receipt(before, new=False)
        await _require_open(tx, signing)
        row = await (_sign_again(tx, db, signing, before) if before else _sign_first(tx, db, signing, signer))
        await _keep_consents(tx, row["id"], signing)
        await count(tx, signing.code, row["channel"], signing.country, +1)
    return _receipt(row, new=True)


async def find_signature(db: Database, code: str, person: int) -> Receipt | None:
    """Return the receipt of the person's valid signature, if they signed."""
    async with db.reading() as tx:
        row = await _find(tx, code, signer_digest(db, code, person))
    return _receipt(row, new=False) if row and row["state"] == "valid" else None


async def signatures_of(db: Database, person: int) -> tuple[Receipt, ...]:
    """Return the receipts of all valid signatures of the person, in the order of the petitions' codes."""
    async with db.reading() as tx:
        codes = [row["code"] for row in await tx.all("SELECT code FROM appeal ORDER BY code")]
        rows = [await _find(tx, code, signer_digest(db, code, person)) for code in codes]
    return tuple(_receipt(row, new=False) for row in rows if row and row["state"] == "valid")


async def given_consents(db: Database, code: str, person: int) -> frozenset[Purpose]:
    """Return what the person consented to when they signed; nothing if they did not."""
    async with db.reading() as tx:
        rows = await tx.all(
            """
            SELECT purpose FROM consent JOIN signature ON signature.id = consent.signature
            WHERE signature.appeal = :code AND signature.signer = :signer
            """,
            {"code": code, "signer": signer_digest(db, code, person)},
        )
    return frozenset(Purpose(row["purpose"]) for row in rows)


async def withdraw(db: Database, code: str, person: int) -> bool:
    """Withdraw the person's signature: name, country and consents are erased, the count goes down at once.

    Return whether there was a valid one.
    """
    async with db.transaction() as tx:
        row = await _find(tx, code, signer_digest(db, code, person))
        if row is None or row["state"] != "valid":
            return False
        await uncount(tx, db, row)
        await tx.execute(
            """
            UPDATE signature SET state = 'withdrawn', name = NULL, country = NULL, chat = NULL, source = NULL
            WHERE id = :id
            """,
            {"id": row["id"]},
        )
        await tx.execute("DELETE FROM consent WHERE signature = :id", {"id": row["id"]})
    return True


async def end_updates(tx: Transaction, db: Database, person: int) -> int:
    """Take back every consent of the person to updates, with the Telegram id kept for them; return how many."""
    ended = 0
    for appeal in await tx.all("SELECT code FROM appeal ORDER BY code"):
        values = {"code": appeal["code"], "signer": signer_digest(db, appeal["code"], person)}
        ended += await tx.execute(
            """
            DELETE FROM consent WHERE purpose = 'updates' AND signature =
                (SELECT id FROM signature WHERE appeal = :code AND signer = :signer)
            """,
            values,
        )
        await tx.execute("UPDATE signature SET chat = NULL WHERE appeal = :code AND signer = :signer", values)
    return ended


async def _find(tx: Transaction, code: str, signer: str) -> Row | None:
    return await tx.one(
        "SELECT * FROM signature WHERE appeal = :code AND signer = :signer", {"code": code, "signer": signer}
    )


async def _require_open(tx: Transaction, signing: Signing) -> None:
    row = await tx.one("SELECT state, deadline FROM appeal WHERE code = :code", {"code": signing.code})
    if row is None:
        raise NoSuchAppeal
    if row["state"] != "published" or signing.at.timestamp() >= row["deadline"]:
        raise PetitionClosed


async def _sign_first(tx: Transaction, db: Database, signing: Signing, signer: str) -> Row:
    appeal = await tx.only(
        "UPDATE appeal SET signed = signed + 1 WHERE code = :code RETURNING signed", {"code": signing.code}
    )
    return await tx.only(
        """
        INSERT INTO signature (appeal, signer, serial, state, name, country, chat, channel, source,
            version, language, signed_at)
        VALUES (:appeal, :signer, :serial, 'valid', :name, :country, :chat, :channel, :source,
            :version, :language, :at)
        RETURNING *
        """,
        _fields(db, signing)
        | {"appeal": signing.code, "signer": signer, "serial": appeal["signed"], "channel": TELEGRAM},
    )


async def _sign_again(tx: Transaction, db: Database, signing: Signing, before: Row) -> Row:
    return await tx.only(
        """
        UPDATE signature SET state = 'valid', name = :name, country = :country, chat = :chat, source = :source,
            version = :version, language = :language, signed_at = :at
        WHERE id = :id RETURNING *
        """,
        _fields(db, signing) | {"id": before["id"]},
    )


def _fields(db: Database, signing: Signing) -> dict[str, str | int | bytes | None]:
    wants_updates = Purpose.UPDATES in signing.consents
    return {
        "name": db.key.encrypt("signature.name", signing.name),
        "country": db.key.encrypt("signature.country", signing.country),
        "chat": db.key.encrypt("signature.chat", str(signing.person)) if wants_updates else None,
        "source": signing.source,
        "version": signing.version,
        "language": signing.language,
        "at": int(signing.at.timestamp()),
    }


async def _keep_consents(tx: Transaction, signature: int, signing: Signing) -> None:
    await tx.execute_many(
        """
        INSERT INTO consent (signature, purpose, text_version, language, day)
        VALUES (:signature, :purpose, :version, :language, :day)
        """,
        [
            {
                "signature": signature,
                "purpose": purpose,
                "version": signing.text_version,
                "language": signing.language,
                "day": signing.at.astimezone(UTC).date().isoformat(),
            }
            for purpose in sorted(signing.consents)
        ],
    )


def _receipt(row: Row, *, new: bool) -> Receipt:
    return Receipt(row["appeal"], row["serial"], datetime.fromtimestamp(row["signed_at"], UTC), new)
