"""To whose keys tips are sealed: epochs, each of which begins once every recipient has opened a canary (security §3).

proposed ──every canary opened──► current ──the next one begins──► past
    └──another is proposed──► dropped
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from storage.audit import Deed, record
from storage.errors import NoSuchCanary, NothingNew
from storage.sealing import Recipient, Recipients, seal_canary

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


async def tip_recipients(db: Database) -> Epoch | None:
    """Return the current epoch, or None if there never was one."""
    rows = await db.all(
        """
        SELECT epoch_recipient.* FROM key_epoch JOIN epoch_recipient ON epoch_recipient.epoch = key_epoch.number
        WHERE key_epoch.state = 'current' ORDER BY public
        """
    )
    return Epoch(rows[0]["epoch"], Recipients(tuple(map(_recipient, rows)))) if rows else None


async def propose_epoch(
    db: Database, recipients: Recipients, now: datetime, by: int | None = None, *, again: bool = False
) -> tuple[Canary, ...]:
    """Propose an epoch for *recipients* in place of any other proposed one, and return their canaries.

    A list that is a part of the current one begins at once: those have opened canaries before. With *again*,
    everybody has to.

    Raises:
        NothingNew: If the current epoch has these recipients already, or the proposed one waits for them.
    """
    canaries = {member.public: _canary(member) for member in recipients.members}
    async with db.transaction() as tx:
        current = await _members(tx, "current")
        wanted = set(canaries)
        if not again and wanted in (current, await _members(tx, "proposed") or None):
            raise NothingNew
        await tx.execute("UPDATE key_epoch SET state = 'dropped' WHERE state = 'proposed'")
        known = current if wanted <= current and not again else set[str]()
        row = await tx.only(
            """
            INSERT INTO key_epoch (digest, state, proposed_at) VALUES (:digest, 'proposed', :now) RETURNING number
            """,
            {"digest": recipients.digest, "now": int(now.timestamp())},
        )
        number = row["number"]
        for member in recipients.members:
            opened = member.public in known
            canary = canaries[member.public]
            await tx.execute(
                """
                INSERT INTO epoch_recipient (epoch, public, alias, canary, word, opened_at)
                VALUES (:epoch, :public, :alias, :canary, :word, :opened_at)
                """,
                {
                    "epoch": number,
                    "public": member.public,
                    "alias": member.alias,
                    "canary": None if opened else canary.sealed,
                    "word": None if opened else db.key.digest("canary", canary.word),
                    "opened_at": int(now.timestamp()) if opened else None,
                },
            )
        await record(tx, Deed(now, by, "propose_keys", str(number), {"recipients": len(recipients.members)}))
        if wanted and wanted <= known:
            await _begin(tx, number, now, by)
    return () if wanted <= known else tuple(canaries.values())


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
        missing = await _missing(tx, row["epoch"])
        if not missing:
            await _begin(tx, row["epoch"], now, by)
    return Answered(row["epoch"], row["alias"], missing, not missing)


async def epoch_states(db: Database) -> tuple[EpochState, ...]:
    """Return the current epoch and the proposed one, where there are such, in this order."""
    async with db.reading() as tx:
        rows = await tx.all("SELECT * FROM key_epoch WHERE state IN ('current', 'proposed') ORDER BY state")
        return tuple([await _state(tx, row) for row in rows])


async def canaries(db: Database) -> tuple[tuple[str, bytes], ...]:
    """Return alias and sealed canary of everybody for whom the proposed epoch waits."""
    rows = await db.all(
        """
        SELECT alias, canary FROM epoch_recipient
            JOIN key_epoch ON key_epoch.number = epoch_recipient.epoch AND key_epoch.state = 'proposed'
        WHERE opened_at IS NULL ORDER BY alias
        """
    )
    return tuple((row["alias"], row["canary"]) for row in rows)


async def _state(tx: Transaction, epoch: Row) -> EpochState:
    rows = await tx.all(
        "SELECT * FROM epoch_recipient WHERE epoch = :epoch ORDER BY alias, public", {"epoch": epoch["number"]}
    )
    return EpochState(
        epoch["number"],
        epoch["digest"],
        epoch["state"],
        datetime.fromtimestamp(epoch["proposed_at"], UTC),
        None if epoch["begun_at"] is None else datetime.fromtimestamp(epoch["begun_at"], UTC),
        tuple(map(_recipient, rows)),
        await _missing(tx, epoch["number"]),
    )


async def _members(tx: Transaction, state: str) -> set[str]:
    rows = await tx.all(
        """
        SELECT public FROM epoch_recipient JOIN key_epoch ON key_epoch.number = epoch_recipient.epoch
        WHERE key_epoch.state = :state
        """,
        {"state": state},
    )
    return {row["public"] for row in rows}


async def _missing(tx: Transaction, epoch: int) -> tuple[str, ...]:
    rows = await tx.all(
        "SELECT alias FROM epoch_recipient WHERE epoch = :epoch AND opened_at IS NULL ORDER BY alias",
        {"epoch": epoch},
    )
    return tuple(row["alias"] for row in rows)


async def _begin(tx: Transaction, number: int, now: datetime, by: int | None) -> None:
    """Let the epoch take the place of the current one; its words have done their work."""
    await tx.execute("UPDATE key_epoch SET state = 'past' WHERE state = 'current'")
    await tx.execute(
        "UPDATE key_epoch SET state = 'current', begun_at = :now WHERE number = :number",
        {"now": int(now.timestamp()), "number": number},
    )
    await tx.execute("UPDATE epoch_recipient SET canary = NULL, word = NULL WHERE epoch = :number", {"number": number})
    await record(tx, Deed(now, by, "begin_keys", str(number)))


def _canary(member: Recipient) -> Canary:
    word = "".join(secrets.choice(_ALPHABET) for _ in range(WORD_LENGTH))
    return Canary(member.alias, seal_canary(word, member), word)


def _recipient(row: Row) -> Recipient:
    return Recipient(row["public"], row["alias"], None)
