"""To whose keys tips are sealed: epochs, each of which begins once every recipient has opened a canary (security §3).

proposed ──every canary opened──► current ──the next one begins──► past
    └──another is proposed──► dropped

Whoever is retired leaves at once: what is left of the current epoch begins as one of its own, without canaries.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from storage.audit import Deed, record
from storage.errors import NoSuchCanary, NothingNew
from storage.sealing import Recipient, Recipients, seal_canary
from storage.tips.keys.rows import (
    add_epoch,
    begin_epoch,
    drop_proposed,
    is_as_begun,
    missing_of,
    recipients_of,
)

if TYPE_CHECKING:
    from storage.database import Database
    from storage.transactions import Row, Transaction

WORD_LENGTH = 12
_ALPHABET = "CDFGHJKMNPQRTVWXY34679"  # nothing that looks like another, no vowel that makes a word


@dataclass(frozen=True)
class Epoch:
    """To whom tips are sealed while it lasts."""

    number: int
    recipients: Recipients
    begun_at: datetime


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


@dataclass(frozen=True)
class Answered:
    """What giving a canary's word back led to.

    Attributes:
        alias: Whose canary it was.
        missing: Who has not opened theirs yet.
        begun: Whether the epoch has begun with this.
    """

    epoch: int
    alias: str
    missing: tuple[str, ...]
    begun: bool


async def tip_recipients(db: Database) -> Epoch | None:
    """Return the current epoch, or None if there is none: then no tip is taken.

    One whose rows are not those with which it began counts for none: somebody wrote into the database.
    """
    rows = await db.all(
        """
        SELECT epoch_recipient.*, digest, begun_at
        FROM key_epoch JOIN epoch_recipient ON epoch_recipient.epoch = key_epoch.number
        WHERE key_epoch.state = 'current' ORDER BY public
        """
    )
    recipients = Recipients(tuple(Recipient(row["public"], row["alias"]) for row in rows))
    if not rows or rows[0]["digest"] != recipients.digest or None in {row["opened_at"] for row in rows}:
        return None
    return Epoch(rows[0]["epoch"], recipients, datetime.fromtimestamp(rows[0]["begun_at"], UTC))


async def propose_epoch(
    db: Database, recipients: Recipients, now: datetime, by: int | None = None, *, again: bool = False
) -> tuple[Canary, ...]:
    """Propose an epoch for *recipients* in place of any other proposed one, and return the canaries that it waits for.

    Whoever is not among them leaves the current epoch at once. If nobody is new, that is all, unless they shall open
    canaries *again*.

    Raises:
        NothingNew: If the current epoch has these recipients already, or the proposed one waits for them.
    """
    canaries = {member.public: _canary(member) for member in recipients.members}
    wanted = set(canaries)
    async with db.transaction() as tx:
        current, proposed = await _current_members(tx), await _proposed_members(tx)
        if wanted == (proposed or current) and not again:
            raise NothingNew
        await drop_proposed(tx, now, by)
        if current - wanted:
            left = Recipients(tuple(member for member in recipients.members if member.public in current))
            await begin_epoch(tx, await add_epoch(db, tx, left, {}, now), left, now, by)
        if wanted <= current and not (again and wanted):
            return ()
        number = await add_epoch(db, tx, recipients, canaries, now)
        await record(tx, Deed(now, by, "propose_keys", str(number), {"recipients": len(wanted)}))
    return tuple(canaries.values())


async def answer_canary(db: Database, word: str, now: datetime, by: int | None = None) -> Answered:
    """Take a canary's word back; with the last one missing the epoch begins.

    Raises:
        NoSuchCanary: If no proposed epoch waits for this word.
    """
    given = "".join(char for char in word.upper() if char in _ALPHABET)
    async with db.transaction() as tx:
        row = await tx.one(
            """
            SELECT epoch_recipient.epoch, public, alias FROM epoch_recipient
                JOIN key_epoch ON key_epoch.number = epoch_recipient.epoch AND key_epoch.state = 'proposed'
            WHERE word = :word
            """,
            {"word": db.key.digest("canary", given)},
        )
        if row is None:
            raise NoSuchCanary
        await tx.execute(
            """
            UPDATE epoch_recipient SET opened_at = :now
            WHERE epoch = :epoch AND public = :public AND opened_at IS NULL
            """,
            {"now": int(now.timestamp()), "epoch": row["epoch"], "public": row["public"]},
        )
        await record(tx, Deed(now, by, "open_canary", str(row["epoch"])))
        missing = await missing_of(tx, row["epoch"])
        if not missing:
            await begin_epoch(tx, row["epoch"], Recipients(await recipients_of(tx, row["epoch"])), now, by)
    return Answered(row["epoch"], Recipient(row["public"], row["alias"]).name, missing, not missing)


async def end_altered_epoch(db: Database, now: datetime) -> int | None:
    """End the current epoch if somebody altered it behind the program's back, and return its number.

    Without a current epoch no tip is taken in.
    """
    async with db.transaction() as tx:
        epochs = await tx.all("SELECT * FROM key_epoch WHERE state = 'current'")
        if not epochs or (len(epochs) == 1 and await is_as_begun(tx, epochs[0])):
            return None
        await tx.execute("UPDATE key_epoch SET state = 'past' WHERE state = 'current'")
        number: int = epochs[0]["number"]
        await record(tx, Deed(now, None, "distrust_keys", str(number)))
    return number


async def _current_members(tx: Transaction) -> set[str]:
    """Return whose keys the current epoch has; one that was altered has no word in what comes next."""
    epoch = await tx.one("SELECT * FROM key_epoch WHERE state = 'current'")
    return await _publics(tx, epoch) if epoch and await is_as_begun(tx, epoch) else set()


async def _proposed_members(tx: Transaction) -> set[str]:
    epoch = await tx.one("SELECT number FROM key_epoch WHERE state = 'proposed'")
    return await _publics(tx, epoch) if epoch else set()


async def _publics(tx: Transaction, epoch: Row) -> set[str]:
    return {member.public for member in await recipients_of(tx, epoch["number"])}


def _canary(member: Recipient) -> Canary:
    word = "".join(secrets.choice(_ALPHABET) for _ in range(WORD_LENGTH))
    return Canary(member.alias, seal_canary(word, member), word)
