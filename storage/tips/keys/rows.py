"""The rows of epochs, within the transaction of what is done with them: made, begun, dropped, seen to be whole.

An epoch bears a mark under the server's key over its number, its state and its recipients: whoever can write into the
database, but has not the key, cannot put a recipient of theirs into one, nor bring back one that is over.
"""

from __future__ import annotations

import hmac
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from storage.audit import Deed, record
from storage.errors import EpochOver
from storage.notes import read_key
from storage.sealing import Recipient, Recipients

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from storage.database import Database
    from storage.transactions import Row, Transaction


@dataclass(frozen=True)
class Canary:
    """What one recipient has to open before an epoch begins.

    Attributes:
        sealed: The word, sealed to this recipient alone.
        word: What they find in it; known here only while the epoch is being proposed.
    """

    alias: str
    sealed: bytes
    word: str = field(repr=False)


async def add_epoch(
    db: Database, tx: Transaction, recipients: Recipients, canaries: Mapping[str, Canary], now: datetime
) -> int:
    """Add a proposed epoch; who has no canary to open has opened one before."""
    epoch = await tx.only(
        "INSERT INTO key_epoch (digest, state, proposed_at) VALUES (:digest, 'proposed', :now) RETURNING number",
        {"digest": recipients.digest, "now": int(now.timestamp())},
    )
    number: int = epoch["number"]
    for member in recipients.members:
        canary = canaries.get(member.public)
        await tx.execute(
            """
            INSERT INTO epoch_recipient (epoch, public, alias, signer, canary, word, opened_at)
            VALUES (:epoch, :public, :alias, :signer, :canary, :word, :opened_at)
            """,
            {
                "epoch": number,
                "public": member.public,
                "alias": member.alias,
                "signer": str(member.signer) if member.signer else None,
                "canary": canary.sealed if canary else None,
                "word": db.key.digest("canary", canary.word) if canary else None,
                "opened_at": None if canary else int(now.timestamp()),
            },
        )
    await _set_mark(db, tx, number, "proposed")
    return number


async def drop_proposed(tx: Transaction, now: datetime, by: int | None) -> None:
    """Let go of the proposed epoch, if there is one."""
    dropped = await tx.one(
        "UPDATE key_epoch SET state = 'dropped', mark = NULL WHERE state = 'proposed' RETURNING number"
    )
    if dropped:
        await _forget_words(tx, dropped["number"])
        await record(tx, Deed(now, by, "drop_keys", str(dropped["number"])))


async def begin_epoch(db: Database, tx: Transaction, number: int, now: datetime, by: int | None) -> None:
    """Let the proposed epoch, which is whole, take the place of the current one; the audit keeps with whom it began."""
    recipients = Recipients(await recipients_of(tx, number))
    await end_current(tx)
    await tx.execute(
        "UPDATE key_epoch SET state = 'current', begun_at = :now WHERE number = :number",
        {"now": int(now.timestamp()), "number": number},
    )
    await _set_mark(db, tx, number, "current")
    await _forget_words(tx, number)
    detail: dict[str, str | int] = {"recipients": len(recipients.members), "digest": recipients.digest}
    await record(tx, Deed(now, by, "begin_keys", str(number), detail))


async def end_current(tx: Transaction) -> None:
    """Let the current epoch be over, and every other that says it is that."""
    await tx.execute("UPDATE key_epoch SET state = 'past', mark = NULL WHERE state = 'current'")


async def require_current(tx: Transaction, number: int) -> None:
    """Make sure that the epoch is the current one still.

    Raises:
        EpochOver: If another began since, or none is in force.
    """
    if await tx.one("SELECT 1 FROM key_epoch WHERE number = :number AND state = 'current'", {"number": number}) is None:
        raise EpochOver


async def is_as_proposed(db: Database, tx: Transaction, number: int) -> bool:
    """Whether the recipients of the proposed epoch are those for whom it was proposed."""
    epoch = await tx.only("SELECT mark FROM key_epoch WHERE number = :number", {"number": number})
    return _fits(epoch["mark"], await _mark(db, tx, number, "proposed"))


async def is_as_begun(db: Database, tx: Transaction, epoch: Row) -> bool:
    """Whether the recipients of the current epoch are those with which it began, by its mark and in the audit."""
    if not _fits(epoch["mark"], await _mark(db, tx, epoch["number"], "current")):
        return False
    begun = await tx.one("SELECT subject, detail FROM audit WHERE deed = 'begin_keys' ORDER BY id DESC LIMIT 1")
    digest = Recipients(await recipients_of(tx, epoch["number"])).digest
    unopened = await missing_of(tx, epoch["number"])
    noted = (begun["subject"], json.loads(begun["detail"]).get("digest")) if begun else None
    return noted == (str(epoch["number"]), digest) and digest == epoch["digest"] and not unopened


async def recipients_of(tx: Transaction, epoch: int) -> tuple[Recipient, ...]:
    """Return everybody in the epoch, as people are told of them: without the keys of their signatures."""
    return tuple(Recipient(row["public"], row["alias"]) for row in await _rows_of(tx, epoch))


async def signing_recipients_of(tx: Transaction, epoch: int) -> tuple[Recipient, ...]:
    """Return everybody in an epoch that is whole, with the keys of their signatures."""
    return tuple(
        Recipient(row["public"], row["alias"], read_key(row["signer"]) if row["signer"] else None)
        for row in await _rows_of(tx, epoch)
    )


async def missing_of(tx: Transaction, epoch: int) -> tuple[str, ...]:
    """Return the names of those who have not opened their canary."""
    rows = await tx.all(
        """
        SELECT public, alias FROM epoch_recipient WHERE epoch = :epoch AND opened_at IS NULL ORDER BY alias, public
        """,
        {"epoch": epoch},
    )
    return tuple(Recipient(row["public"], row["alias"]).name for row in rows)


async def _rows_of(tx: Transaction, epoch: int) -> list[Row]:
    return await tx.all(
        "SELECT public, alias, signer FROM epoch_recipient WHERE epoch = :epoch ORDER BY alias, public",
        {"epoch": epoch},
    )


async def _set_mark(db: Database, tx: Transaction, number: int, state: str) -> None:
    mark = await _mark(db, tx, number, state)
    await tx.execute("UPDATE key_epoch SET mark = :mark WHERE number = :number", {"mark": mark, "number": number})


async def _mark(db: Database, tx: Transaction, number: int, state: str) -> str:
    members = [[row["public"], row["alias"], row["signer"]] for row in await _rows_of(tx, number)]
    return db.key.digest("epoch", number, state, json.dumps(members))


def _fits(mark: str | None, computed: str) -> bool:
    return mark is not None and hmac.compare_digest(mark, computed)


async def _forget_words(tx: Transaction, number: int) -> None:
    await tx.execute("UPDATE epoch_recipient SET canary = NULL, word = NULL WHERE epoch = :number", {"number": number})
