"""To whose keys tips are sealed: epochs, each of which begins once every recipient has opened a canary (security §3).

proposed ──every canary opened──► current ──the next one begins──► past
    └──another is proposed──► dropped

Whoever is retired leaves at once: what is left of the current epoch begins as one of its own, without canaries. An
alias or a signing key that changes waits for canaries as a new key does.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from storage.audit import Deed, record
from storage.errors import NoSuchCanary, NothingNew
from storage.sealing import Recipient, Recipients, seal_canary
from storage.tips.keys.rows import (
    Canary,
    add_epoch,
    begin_epoch,
    drop_proposed,
    end_current,
    is_as_begun,
    is_as_proposed,
    missing_of,
    signing_recipients_of,
)
from storage.tips.receipts import LETTERS, new_word

if TYPE_CHECKING:
    from storage.database import Database
    from storage.transactions import Transaction

WORD_LENGTH = 12


@dataclass(frozen=True)
class Epoch:
    """To whom tips are sealed while it lasts."""

    number: int
    recipients: Recipients
    begun_at: datetime


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
    async with db.reading() as tx:
        epochs = await tx.all("SELECT * FROM key_epoch WHERE state = 'current'")
        if len(epochs) != 1 or not await is_as_begun(db, tx, epochs[0]):
            return None
        members = await signing_recipients_of(tx, epochs[0]["number"])
    if not members:
        return None
    return Epoch(epochs[0]["number"], Recipients(members), datetime.fromtimestamp(epochs[0]["begun_at"], UTC))


async def propose_epoch(
    db: Database, recipients: Recipients, now: datetime, by: int | None = None, *, again: bool = False
) -> tuple[Canary, ...]:
    """Propose an epoch for *recipients* in place of any other proposed one, and return the canaries that it waits for.

    Whoever is not among them leaves the current epoch at once; the others stay as they are in it. If nobody is new, and
    nobody has another alias or signing key, that is all, unless they shall open canaries *again*.

    Raises:
        NothingNew: If the current epoch has these recipients already, or the proposed one waits for them.
    """
    wanted, publics = set(recipients.members), {member.public for member in recipients.members}
    async with db.transaction() as tx:
        current, proposed = await _current_members(db, tx), await _proposed_members(db, tx)
        if wanted == (proposed or current) and not again:
            raise NothingNew
        await drop_proposed(tx, now, by)
        left = {member for member in current if member.public in publics}
        if left != current:
            await begin_epoch(db, tx, await add_epoch(db, tx, Recipients(tuple(left)), {}, now), now, by)
        if wanted <= current and not (again and wanted):
            return ()
        canaries = {member.public: _canary(member) for member in recipients.members}
        number = await add_epoch(db, tx, recipients, canaries, now)
        await record(tx, Deed(now, by, "propose_keys", str(number), {"recipients": len(wanted)}))
    return tuple(canaries.values())


async def answer_canary(db: Database, word: str, now: datetime, by: int | None = None) -> Answered:
    """Take a canary's word back; with the last one missing the epoch begins.

    Raises:
        NoSuchCanary: If no proposed epoch waits for this word.
    """
    given = "".join(char for char in word.upper() if char in LETTERS)
    async with db.transaction() as tx:
        row = await tx.one(
            """
            SELECT epoch_recipient.epoch, public, alias FROM epoch_recipient
                JOIN key_epoch ON key_epoch.number = epoch_recipient.epoch AND key_epoch.state = 'proposed'
            WHERE word = :word
            """,
            {"word": db.key.digest("canary", given)},
        )
        if row is None or not await is_as_proposed(db, tx, row["epoch"]):
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
            await begin_epoch(db, tx, row["epoch"], now, by)
    return Answered(row["epoch"], Recipient(row["public"], row["alias"]).name, missing, not missing)


async def end_altered_epoch(db: Database, now: datetime) -> int | None:
    """End the current epoch if somebody altered it behind the program's back, and return its number.

    Without a current epoch no tip is taken in.
    """
    async with db.transaction() as tx:
        epochs = await tx.all("SELECT * FROM key_epoch WHERE state = 'current'")
        if not epochs or (len(epochs) == 1 and await is_as_begun(db, tx, epochs[0])):
            return None
        await end_current(tx)
        number: int = epochs[0]["number"]
        await record(tx, Deed(now, None, "distrust_keys", str(number)))
    return number


async def drop_altered_proposal(db: Database, now: datetime) -> int | None:
    """Drop the proposed epoch if somebody altered it behind the program's back, and return its number."""
    async with db.transaction() as tx:
        epoch = await tx.one("SELECT number FROM key_epoch WHERE state = 'proposed'")
        if epoch is None or await is_as_proposed(db, tx, epoch["number"]):
            return None
        await drop_proposed(tx, now, None)
    number: int = epoch["number"]
    return number


async def _current_members(db: Database, tx: Transaction) -> set[Recipient]:
    """Return whom the current epoch has; one that was altered has no word in what comes next."""
    epoch = await tx.one("SELECT * FROM key_epoch WHERE state = 'current'")
    if epoch is None or not await is_as_begun(db, tx, epoch):
        return set()
    return set(await signing_recipients_of(tx, epoch["number"]))


async def _proposed_members(db: Database, tx: Transaction) -> set[Recipient]:
    epoch = await tx.one("SELECT number FROM key_epoch WHERE state = 'proposed'")
    if epoch is None or not await is_as_proposed(db, tx, epoch["number"]):
        return set()
    return set(await signing_recipients_of(tx, epoch["number"]))


def _canary(member: Recipient) -> Canary:
    word = new_word(WORD_LENGTH)
    return Canary(member.alias, seal_canary(word, member), word)
