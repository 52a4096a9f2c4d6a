"""Entering signatures that were not there before: row, consents, count and log, in one transaction, many at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage.people.digests import signer_digest
from storage.petitions.counting.tally import Bump, Dimension, bump
from storage.petitions.log.commitments import Statement, commitment, new_salt
from storage.petitions.log.entries import Deed, Entry
from storage.petitions.log.ledger import reserve, write
from storage.petitions.signatures.records import Purpose, SignatureState, Signing
from storage.transactions import in_list, numbered

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from storage.database import Database
    from storage.transactions import Row, Transaction

_COLUMNS = (
    "signer", "serial", "state", "name", "country", "city", "email", "comment", "likeness", "chat", "channel", "batch",
    "source", "version", "language", "signed_in", "signed_at", "day", "leaf", "salt",
)  # fmt: skip


@dataclass(frozen=True)
class Committed:
    """A signing with the commitment that its entry in the log holds, and what opens it."""

    commitment: str
    salt: bytes


async def enter(tx: Transaction, db: Database, signings: Sequence[Signing], suspect: Collection[int] = ()) -> list[Row]:
    """Enter *signings* of one petition, none of which was there before; return their rows, in their order.

    Those at the places *suspect* wait to be looked at, and do not count until then.
    """
    if not signings:
        return []
    code, many = signings[0].code, len(signings)
    numbers = await tx.only(
        "UPDATE appeal SET signed = signed + :many WHERE code = :code RETURNING signed", {"code": code, "many": many}
    )
    serials = range(numbers["signed"] - many + 1, numbers["signed"] + 1)
    texts = await text_digests(tx, {signing.version for signing in signings})
    first = await reserve(tx, code, many + len(suspect))
    committed = [
        commit(signing, serial, texts[signing.version]) for signing, serial in zip(signings, serials, strict=True)
    ]
    entries = [
        Entry(Deed.SIGNED, channel=signing.channel, commitment=one.commitment)
        for signing, one in zip(signings, committed, strict=True)
    ]
    held = [Entry(Deed.HELD, of=first + place) for place in sorted(suspect)]
    await write(tx, code, first, [*entries, *held])
    rows = await _insert(
        tx,
        code,
        [
            {
                **fields_of(db, signing),
                "signer": None if signing.person is None else signer_digest(db, code, signing.person),
                "serial": serial,
                "state": SignatureState.SUSPECT if place in suspect else SignatureState.VALID,
                "channel": signing.channel,
                "batch": signing.batch,
                "leaf": first + place,
                "salt": encrypted_salt(db, one.salt),
            }
            for place, (signing, serial, one) in enumerate(zip(signings, serials, committed, strict=True))
        ],
    )
    await keep_consents(tx, [(row["id"], signing) for row, signing in zip(rows, signings, strict=True)])
    await bump(tx, code, [_bump(signing) for place, signing in enumerate(signings) if place not in suspect])
    return rows


def commit(signing: Signing, serial: int, text: str) -> Committed:
    """Commit to what was signed, under its number; *text* is the digest of the version."""
    statement = Statement(
        signing.code, serial, text, signing.name, signing.country, signing.channel, signing.day.isoformat()
    )
    salt = new_salt()
    return Committed(commitment(statement, salt), salt)


def encrypted_salt(db: Database, salt: bytes) -> bytes:
    """Return the salt as a field of the database."""
    return db.key.encrypt("signature.salt", salt.hex())


def fields_of(db: Database, signing: Signing) -> dict[str, str | int | bytes | None]:
    """Return the columns that hold what the signer said, personal ones encrypted."""
    wants_updates = signing.person is not None and Purpose.UPDATES in signing.consents
    return {
        "name": db.key.encrypt("signature.name", signing.name),
        "country": db.key.encrypt("signature.country", signing.country),
        "city": db.key.encrypt("signature.city", signing.city) if signing.city else None,
        "email": db.key.encrypt("signature.email", signing.email) if signing.email else None,
        "comment": db.key.encrypt("signature.comment", signing.comment) if signing.comment else None,
        "likeness": likeness(db, signing.code, signing.name, signing.country, signing.city, signing.reference),
        "chat": db.key.encrypt("signature.chat", str(signing.person)) if wants_updates else None,
        "source": signing.source,
        "version": signing.version,
        "language": None if signing.person is None else signing.language,
        "signed_in": signing.language,
        "signed_at": int(signing.at.timestamp()),
        "day": signing.day.isoformat(),
    }


def likeness(
    db: Database, code: str, name: str, country: str, city: str | None = None, reference: str | None = None
) -> str:
    """Return the digest by which a name given twice is found, however it is spaced and whatever its case."""
    plain = [" ".join((part or "").casefold().split()) for part in (name, country, city, reference)]
    return db.key.digest("likeness", code, *(plain if reference else plain[:-1]))


async def text_digests(tx: Transaction, versions: Collection[int]) -> dict[int, str]:
    """Return the digest of each of the appeal's *versions*, by its row."""
    wanted = numbered("version", sorted(versions))
    rows = await tx.all(f"SELECT id, digest FROM appeal_version WHERE id IN ({in_list(wanted)})", wanted)
    return {row["id"]: row["digest"] for row in rows}


async def keep_consents(tx: Transaction, given: Sequence[tuple[int, Signing]]) -> None:
    """Keep what was consented to with each signature, with wording, language and day."""
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
                "day": signing.day.isoformat(),
            }
            for signature, signing in given
            for purpose in sorted(signing.consents)
        ],
    )


async def _insert(tx: Transaction, code: str, rows: Sequence[Mapping[str, str | int | bytes | None]]) -> list[Row]:
    """Insert all rows with one statement: a round trip for each would cost more than the row."""
    values: dict[str, str | int | bytes | None] = {"code": code}
    lines = []
    for number, row in enumerate(rows):
        values |= {f"{column}{number}": row[column] for column in _COLUMNS}
        lines.append(f"(:code, {', '.join(f':{column}{number}' for column in _COLUMNS)})")
    written = await tx.all(
        f"INSERT INTO signature (appeal, {', '.join(_COLUMNS)}) VALUES {', '.join(lines)} RETURNING *", values
    )
    return sorted(written, key=lambda row: int(row["serial"]))


def _bump(signing: Signing) -> Bump:
    values = {
        Dimension.COUNTRY: signing.country,
        Dimension.LANGUAGE: signing.language,
        Dimension.SOURCE: signing.source or "",
        Dimension.DAY: signing.day.isoformat(),
    }
    return Bump(signing.channel, tuple(values.items()), +1)
