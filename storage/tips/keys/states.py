"""How the keys of tips stand, for people who look after them: the current epoch, the proposed one, who is missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from storage.sealing import PUBLIC_SHOWN, Recipient
from storage.tips.keys.recipient_list import is_alias
from storage.tips.keys.rows import missing_of, recipients_of

if TYPE_CHECKING:
    from storage.database import Database
    from storage.transactions import Row, Transaction


@dataclass(frozen=True)
class EpochState:
    """An epoch that is current or proposed, as people who look after keys see it."""

    number: int
    digest: str
    state: str
    proposed_at: datetime
    begun_at: datetime | None
    members: tuple[Recipient, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True)
class Unopened:
    """A canary that somebody has not opened yet."""

    recipient: Recipient
    sealed: bytes

    @property
    def file_name(self) -> str:
        """What its file is called: by the alias, or by the key where that is none for a file."""
        alias, public = self.recipient.alias, self.recipient.public
        return f"canary-{alias if is_alias(alias) else public[:PUBLIC_SHOWN]}.age"


async def epoch_states(db: Database) -> tuple[EpochState, ...]:
    """Return the current epoch and the proposed one, where there are such, in this order."""
    async with db.reading() as tx:
        rows = await tx.all("SELECT * FROM key_epoch WHERE state IN ('current', 'proposed') ORDER BY state")
        return tuple([await _state(tx, row) for row in rows])


async def canaries(db: Database) -> tuple[Unopened, ...]:
    """Return the canary of everybody for whom the proposed epoch waits."""
    rows = await db.all(
        """
        SELECT alias, public, canary FROM epoch_recipient
            JOIN key_epoch ON key_epoch.number = epoch_recipient.epoch AND key_epoch.state = 'proposed'
        WHERE opened_at IS NULL ORDER BY alias, public
        """
    )
    return tuple(Unopened(Recipient(row["public"], row["alias"]), row["canary"]) for row in rows)


async def recipients_of_list(db: Database, digest: str) -> tuple[Recipient, ...]:
    """Return who was in the list of that digest, as the last epoch that had it knows them; nobody if none had it."""
    async with db.reading() as tx:
        epoch = await tx.only("SELECT MAX(number) AS number FROM key_epoch WHERE digest = :digest", {"digest": digest})
        return await recipients_of(tx, epoch["number"])


async def _state(tx: Transaction, epoch: Row) -> EpochState:
    return EpochState(
        epoch["number"],
        epoch["digest"],
        epoch["state"],
        datetime.fromtimestamp(epoch["proposed_at"], UTC),
        None if epoch["begun_at"] is None else datetime.fromtimestamp(epoch["begun_at"], UTC),
        await recipients_of(tx, epoch["number"]),
        await missing_of(tx, epoch["number"]),
    )
