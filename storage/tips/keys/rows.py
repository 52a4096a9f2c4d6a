"""The rows of epochs, within the transaction of what is done with them: made, begun, dropped, seen to be whole."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from storage.audit import Deed, record
from storage.sealing import Recipient, Recipients

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from storage.database import Database
    from storage.tips.keys.epochs import Canary
    from storage.transactions import Row, Transaction


async def add_epoch(
    db: Database, tx: Transaction, recipients: Recipients, canaries: Mapping[str, Canary], now: datetime
) -> int:
    """Add a proposed epoch; who has no canary to open has opened one before."""
    epoch = await tx.only(
        "INSERT INTO key_epoch (digest, state, proposed_at) VALUES (:digest, 'proposed', :now) RETURNING number",
        {"digest": recipients.digest, "now": int(now.timestamp())},
    )
    for member in recipients.members:
        canary = canaries.get(member.public)
        await tx.execute(
            """
            INSERT INTO epoch_recipient (epoch, public, alias, canary, word, opened_at)
            VALUES (:epoch, :public, :alias, :canary, :word, :opened_at)
            """,
            {
                "epoch": epoch["number"],
                "public": member.public,
                "alias": member.alias,
                "canary": canary.sealed if canary else None,
                "word": db.key.digest("canary", canary.word) if canary else None,
                "opened_at": None if canary else int(now.timestamp()),
            },
        )
    number: int = epoch["number"]
    return number


async def drop_proposed(tx: Transaction, now: datetime, by: int | None) -> None:
    """Let go of the proposed epoch, if there is one."""
    dropped = await tx.one("UPDATE key_epoch SET state = 'dropped' WHERE state = 'proposed' RETURNING number")
    if dropped:
        await _forget_words(tx, dropped["number"])
        await record(tx, Deed(now, by, "drop_keys", str(dropped["number"])))


async def begin_epoch(tx: Transaction, number: int, recipients: Recipients, now: datetime, by: int | None) -> None:
    """Let the epoch take the place of the current one; the audit keeps with whom it began."""
    await tx.execute("UPDATE key_epoch SET state = 'past' WHERE state = 'current'")
    await tx.execute(
        "UPDATE key_epoch SET state = 'current', begun_at = :now WHERE number = :number",
        {"now": int(now.timestamp()), "number": number},
    )
    await _forget_words(tx, number)
    detail: dict[str, str | int] = {"recipients": len(recipients.members), "digest": recipients.digest}
    await record(tx, Deed(now, by, "begin_keys", str(number), detail))


async def is_as_begun(tx: Transaction, epoch: Row) -> bool:
    """Whether the recipients of the current epoch are those with which it began, as the audit has it."""
    begun = await tx.one("SELECT subject, detail FROM audit WHERE deed = 'begin_keys' ORDER BY id DESC LIMIT 1")
    digest = Recipients(await recipients_of(tx, epoch["number"])).digest
    unopened = await missing_of(tx, epoch["number"])
    noted = (begun["subject"], json.loads(begun["detail"]).get("digest")) if begun else None
    return noted == (str(epoch["number"]), digest) and digest == epoch["digest"] and not unopened


async def recipients_of(tx: Transaction, epoch: int) -> tuple[Recipient, ...]:
    """Return everybody in the epoch."""
    rows = await tx.all(
        "SELECT public, alias FROM epoch_recipient WHERE epoch = :epoch ORDER BY alias, public", {"epoch": epoch}
    )
    return tuple(Recipient(row["public"], row["alias"]) for row in rows)


async def missing_of(tx: Transaction, epoch: int) -> tuple[str, ...]:
    """Return the names of those who have not opened their canary."""
    rows = await tx.all(
        """
        SELECT public, alias FROM epoch_recipient WHERE epoch = :epoch AND opened_at IS NULL ORDER BY alias, public
        """,
        {"epoch": epoch},
    )
    return tuple(Recipient(row["public"], row["alias"]).name for row in rows)


async def _forget_words(tx: Transaction, number: int) -> None:
    await tx.execute("UPDATE epoch_recipient SET canary = NULL, word = NULL WHERE epoch = :number", {"number": number})
