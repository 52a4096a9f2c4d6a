"""Signing in the chat, once per person and petition and until the close, and changing what one signed."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from storage.errors import NoSuchAppeal, PetitionClosed, SignatureInvalidated
from storage.people.digests import signer_digest
from storage.people.followers import take_news
from storage.petitions.collecting.limits import beyond_limit, without_ended_links
from storage.petitions.counting.tally import bump, bump_of, counts
from storage.petitions.log.entries import Deed, Entry
from storage.petitions.log.ledger import append
from storage.petitions.signatures.entering import commit, encrypted_salt, enter, fields_of, keep_consents, text_digests
from storage.petitions.signatures.records import SignatureState, receipt_of, signature_row, stands
from storage.transactions import in_list, numbered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from storage.database import Database
    from storage.errors import StorageError
    from storage.petitions.signatures.records import Receipt, Signing
    from storage.transactions import Row, Transaction, Values


async def sign(db: Database, signing: Signing) -> Receipt:
    """Record *signing* once per person and petition; the second time gives the first receipt.

    A signature that was withdrawn is given again under its old number.

    Raises:
        NoSuchAppeal: If there is no such petition.
        PetitionClosed: If it does not take signatures at that moment.
        SignatureInvalidated: If a coordinator took the person's signature out.
    """
    return await db.lots.add(_sign_lot, signing)


async def change(db: Database, signing: Signing) -> Receipt:
    """Put *signing* in the place of what the person signed before: its number and its moment stay.

    Raises:
        NoSuchAppeal: If there is no such petition.
        PetitionClosed: If it does not take signatures at that moment, or there is nothing to change.
    """
    assert signing.person is not None
    async with db.transaction() as tx:
        if refusal := _refusal(await _appeal(tx, signing.code), signing):
            raise refusal
        row = await signature_row(tx, db, signing.code, signing.person)
        if row is None or not stands(row) or row["name"] is None:
            raise PetitionClosed
        if counts(row):
            await bump(tx, signing.code, [bump_of(db, row, -1)])
        kept = {name: row[name] for name in ("state", "source", "signed_at", "day")}
        row = await _restate(tx, db, signing, row, kept)
        if row["chat"] is None:
            await take_news(tx, db, signing.code, signing.person, row["id"])
    return receipt_of(row, new=True)


async def _sign_lot(tx: Transaction, db: Database, signings: Sequence[Signing]) -> list[Receipt | StorageError]:
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, signing in enumerate(signings):
        places[signing.code].append(place)
    results: dict[int, Receipt | StorageError] = {}
    for code, mine in places.items():
        results |= zip(mine, await _sign_petition(tx, db, code, [signings[place] for place in mine]), strict=True)
    return [results[place] for place in range(len(signings))]


async def _sign_petition(
    tx: Transaction, db: Database, code: str, signings: Sequence[Signing]
) -> list[Receipt | StorageError]:
    signings = await without_ended_links(tx, code, signings)
    signers = [signer_digest(db, code, signing.person or 0) for signing in signings]
    appeal, rows = await _appeal(tx, code), await _rows(tx, code, signers)
    refused: dict[int, StorageError] = {}
    new: dict[str, Signing] = {}
    changed: set[str] = set()
    for place, (signer, signing) in enumerate(zip(signers, signings, strict=True)):
        before = rows.get(signer)
        if signer in new or (before is not None and stands(before)):
            continue
        if refusal := _refusal(appeal, signing, before):
            refused[place] = refusal
        elif before is not None:
            held = await beyond_limit(tx, code, [signing])
            kept = {"state": SignatureState.SUSPECT if held else SignatureState.VALID}
            rows[signer] = await _restate(tx, db, signing, before, kept)
            changed.add(signer)
        else:
            new[signer] = signing
    suspect = await beyond_limit(tx, code, list(new.values()))
    entered = await enter(tx, db, list(new.values()), suspect)
    rows |= zip(new, entered, strict=True)
    changed |= new.keys()
    results: list[Receipt | StorageError] = []
    for place, signer in enumerate(signers):
        results.append(refused[place] if place in refused else receipt_of(rows[signer], new=signer in changed))
        changed.discard(signer)  # whoever pressed twice in the same moment gets the first receipt
    return results


async def _restate(tx: Transaction, db: Database, signing: Signing, before: Row, kept: Values) -> Row:
    """Put what is signed now into the row of what was signed before, with an entry of its own in the log."""
    texts = await text_digests(tx, {signing.version})
    stated = replace(signing, day=date.fromisoformat(str(kept.get("day", signing.day))))
    committed = commit(stated, before["serial"], texts[signing.version])
    entry = (
        Entry(Deed.REPLACED, of=before["leaf"], commitment=committed.commitment)
        if stands(before)
        else Entry(Deed.SIGNED, channel=before["channel"], commitment=committed.commitment)
    )
    leaf = await append(tx, signing.code, [entry])
    if entry.deed is Deed.SIGNED and kept["state"] == SignatureState.SUSPECT:
        await append(tx, signing.code, [Entry(Deed.HELD, of=leaf)])
    await tx.execute("DELETE FROM consent WHERE signature = :id", {"id": before["id"]})
    row = await tx.only(
        """
        UPDATE signature SET state = :state, name = :name, country = :country, city = :city, email = :email,
            comment = :comment, likeness = :likeness, chat = :chat, source = :source, version = :version,
            language = :language, signed_in = :signed_in, signed_at = :signed_at, day = :day, leaf = :leaf, salt = :salt
        WHERE id = :id RETURNING *
        """,
        {
            **fields_of(db, signing),
            **kept,
            "id": before["id"],
            "leaf": leaf,
            "salt": encrypted_salt(db, committed.salt),
        },
    )
    await keep_consents(tx, [(row["id"], signing)])
    if counts(row):
        await bump(tx, signing.code, [bump_of(db, row, +1)])
    return row


async def _rows(tx: Transaction, code: str, signers: Sequence[str]) -> dict[str, Row]:
    wanted = numbered("signer", sorted(set(signers)))
    found = await tx.all(
        f"SELECT * FROM signature WHERE appeal = :code AND signer IN ({in_list(wanted)})", {"code": code, **wanted}
    )
    return {row["signer"]: row for row in found}


async def _appeal(tx: Transaction, code: str) -> Row | None:
    return await tx.one("SELECT state, deadline FROM appeal WHERE code = :code", {"code": code})


def _refusal(appeal: Row | None, signing: Signing, before: Row | None = None) -> StorageError | None:
    """Return why the petition does not take the signature, if it does not."""
    if appeal is None:
        return NoSuchAppeal()
    if appeal["state"] != "published" or signing.at.timestamp() >= appeal["deadline"]:
        return PetitionClosed()
    if before is not None and before["state"] == SignatureState.INVALIDATED:
        return SignatureInvalidated()
    return None
