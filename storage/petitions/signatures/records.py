"""Signatures: what is signed and with which consents, and how a person's own are found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from storage.people.digests import signer_digest

if TYPE_CHECKING:
    from datetime import date

    from storage.database import Database
    from storage.transactions import Row, Transaction

UNKNOWN_COUNTRY = "ZZ"  # ISO 3166-1: user-assigned, never a country
STANDING = "state IN ('valid', 'suspect')"
"""Of a signature that its signer has given and not taken back: a suspect one waits to be looked at."""

_OF_PERSON = "SELECT * FROM signature WHERE appeal = :code AND signer = :signer"


class Purpose(StrEnum):
    """What a signer may consent to, each apart from the others (standards §3.1)."""

    KEEP = "keep"
    HAND_OVER = "hand_over"
    UPDATES = "updates"
    SHOW_NAME = "show_name"


class Channel(StrEnum):
    """The way by which a signature came."""

    TELEGRAM = "telegram"
    PAPER = "paper"
    FAX = "fax"
    EMAIL = "email"
    POST = "post"
    EVENT = "event"


class SignatureState(StrEnum):
    """Where a signature is (architecture §5); only valid ones count."""

    VALID = "valid"
    SUSPECT = "suspect"
    WITHDRAWN = "withdrawn"
    INVALIDATED = "invalidated"


@dataclass(frozen=True)
class Signing:
    """What a person signs: in the chat as they confirmed it, on a sheet as it was read from there.

    Attributes:
        version: Row of the appeal's version that was signed.
        person: Telegram id; None for a name on a sheet.
        country: ISO 3166-1 alpha-2, or `UNKNOWN_COUNTRY`.
        text_version: Version of the consents' wording, shown in *language*.
        at: When it was signed, or entered.
        day: Of signing, on the calendar of the petition's zone.
        source: Code of the link through which the person came.
        batch: Row of the batch that a sheet belongs to.
        reference: What the list has to tell people of one name, country and city apart, such as sheet and line.
    """

    code: str
    version: int
    person: int | None
    name: str
    country: str
    consents: frozenset[Purpose]
    text_version: str
    language: str
    at: datetime
    day: date
    source: str | None = None
    comment: str | None = None
    channel: Channel = Channel.TELEGRAM
    batch: int | None = None
    city: str | None = None
    email: str | None = None
    reference: str | None = None


@dataclass(frozen=True)
class Receipt:
    """What a signer holds: number *serial* of the petition, since *signed_at*.

    Attributes:
        version: Row of the appeal's version that was signed.
        new: Whether it was given by this very deed.
        kept: Whether name and country are still kept; once their time is over, the signature cannot be changed.
    """

    code: str
    serial: int
    signed_at: datetime
    version: int
    new: bool
    kept: bool


@dataclass(frozen=True)
class OwnSignature:
    """What a person signed, as they may change it."""

    name: str
    country: str
    comment: str | None
    consents: frozenset[Purpose]


async def find_signature(db: Database, code: str, person: int) -> Receipt | None:
    """Return the receipt of the person's signature, if they signed and did not withdraw."""
    row = await db.one(_OF_PERSON, {"code": code, "signer": signer_digest(db, code, person)})
    return receipt_of(row, new=False) if row and stands(row) else None


async def was_invalidated(db: Database, code: str, person: int) -> bool:
    """Say whether a coordinator took the person's signature out of the count."""
    row = await db.one(_OF_PERSON, {"code": code, "signer": signer_digest(db, code, person)})
    return row is not None and row["state"] == SignatureState.INVALIDATED


async def names_erased(db: Database, code: str) -> bool:
    """Say whether the names under the petition were erased at their time, so that nobody can tell whose they were."""
    async with db.reading() as tx:
        return await names_erased_in(tx, code)


async def names_erased_in(tx: Transaction, code: str) -> bool:
    """Say the same within a transaction."""
    row = await tx.one(
        f"SELECT id FROM signature WHERE appeal = :code AND name IS NULL AND {STANDING} LIMIT 1", {"code": code}
    )
    return row is not None


async def signatures_of(db: Database, person: int) -> tuple[Receipt, ...]:
    """Return the receipts of all standing signatures of the person, in the order of the petitions' codes."""
    async with db.reading() as tx:
        codes = [row["code"] for row in await tx.all("SELECT code FROM appeal ORDER BY code")]
        rows = [await signature_row(tx, db, code, person) for code in codes]
    return tuple(receipt_of(row, new=False) for row in rows if row and stands(row))


async def own_signature(db: Database, code: str, person: int) -> OwnSignature | None:
    """Return what the person signed, if it stands and is still kept."""
    async with db.reading() as tx:
        row = await signature_row(tx, db, code, person)
        if row is None or not stands(row) or row["name"] is None:
            return None
        consents = await tx.all("SELECT purpose FROM consent WHERE signature = :id", {"id": row["id"]})
    return OwnSignature(
        db.key.decrypt("signature.name", row["name"]),
        db.key.decrypt("signature.country", row["country"]),
        db.key.decrypt("signature.comment", row["comment"]) if row["comment"] else None,
        frozenset(Purpose(consent["purpose"]) for consent in consents),
    )


async def given_consents(db: Database, code: str, person: int) -> frozenset[Purpose]:
    """Return what the person consented to when they signed; nothing if they did not."""
    rows = await db.all(
        """
        SELECT purpose FROM consent JOIN signature ON signature.id = consent.signature
        WHERE signature.appeal = :code AND signature.signer = :signer
        """,
        {"code": code, "signer": signer_digest(db, code, person)},
    )
    return frozenset(Purpose(row["purpose"]) for row in rows)


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


async def signature_row(tx: Transaction, db: Database, code: str, person: int) -> Row | None:
    """Return the row of the person's signature, in whatever state, if there is one."""
    return await tx.one(_OF_PERSON, {"code": code, "signer": signer_digest(db, code, person)})


def stands(row: Row) -> bool:
    """Say whether the signature was given and not taken back or out; a suspect one stands, though it does not count."""
    return row["state"] in {SignatureState.VALID, SignatureState.SUSPECT}


def receipt_of(row: Row, *, new: bool) -> Receipt:
    """Return what the signer of the row holds."""
    signed_at = datetime.fromtimestamp(row["signed_at"], UTC)
    return Receipt(row["appeal"], row["serial"], signed_at, row["version"], new, row["name"] is not None)
