"""Recalling an appeal: it is withdrawn, and every message that it brought is deleted or written over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from storage.appeals.records import SENT
from storage.audit import Deed, record
from storage.errors import NoSuchAppeal, WrongState
from storage.letters.broadcasts.follow_ups import (
    FLIGHT_SECONDS,
    IN_SLICE,
    RECIPIENTS,
    UNDER_WAY,
    FollowUp,
    begin,
    end_slice,
    next_slice,
    told_in,
)
from storage.letters.broadcasts.planning import RANK, BroadcastKind
from storage.letters.broadcasts.skipping import skip_slice
from storage.letters.states import LIVE

if TYPE_CHECKING:
    from datetime import datetime

    from storage.database import Database
    from storage.people.coordinators import Coordinator
    from storage.transactions import Row, Transaction, Values

DELETABLE_FOR = timedelta(hours=48)  # Bot API, deleteMessage

_VERSIONS = "SELECT id FROM appeal_version WHERE appeal = :code"
_WITHOUT_VERSION = f"""
    SELECT id FROM broadcast WHERE kind IN ('reminder', 'asking_again', 'news') AND version IN ({_VERSIONS})
"""
_IN_DIGESTS = told_in("'digest'", _VERSIONS)


@dataclass(frozen=True)
class Recallable:
    """What a recall reaches.

    Attributes:
        total: How many messages, notices of corrections among them.
        too_old: How many of them Telegram lets a bot write over, but no longer delete.
        in_digests: How many people read it in a digest, which stays.
        unknown: How many letters may have arrived without our knowing their message.
    """

    total: int
    too_old: int
    in_digests: int
    unknown: int


def _brought(recipient: str, plus: str = "") -> str:
    """Select the letters of an appeal, whatever the version, that have come to somebody or are on their way."""
    return f"""
        FROM letter
        WHERE ({plus}letter.version IN ({_VERSIONS}) OR {plus}letter.broadcast IN ({_WITHOUT_VERSION}))
            AND letter.{LIVE} AND letter.state <> 'pending' AND {plus}letter.{recipient} IS NOT NULL
    """


async def recall_audience(db: Database, code: str, now: datetime) -> Recallable:
    """Count what a recall of the appeal would reach now."""
    values: Values = {"code": code, "deletable": int((now - DELETABLE_FOR).timestamp())}
    total = too_old = unknown = 0
    async with db.reading() as tx:
        for recipient in RECIPIENTS:
            row = await tx.only(
                f"""
                SELECT COUNT(*) AS letters, COUNT(letter.message) AS messages,
                    COUNT(CASE WHEN letter.message IS NOT NULL
                        AND (letter.settled_at IS NULL OR letter.settled_at <= :deletable) THEN 1 END) AS too_old
                {_brought(recipient)}
                """,
                values,
            )
            total, too_old = total + row["messages"], too_old + row["too_old"]
            unknown += row["letters"] - row["messages"]
        digests = await tx.only(f"SELECT COUNT(*) AS n {_IN_DIGESTS}", values)
    return Recallable(total, too_old, digests["n"], unknown)


async def plan_recall(db: Database, code: str, by: Coordinator, now: datetime) -> int:
    """Withdraw the appeal, send nothing more of it, and begin to write one letter for each message that has to go.

    Return the broadcast. It goes before everything else, whatever the appeal's urgency.

    Raises:
        NoSuchAppeal: If there is none.
        WrongState: If it was not sent, or was recalled before.
    """
    values: Values = {"code": code, "now": int(now.timestamp())}
    async with db.transaction() as tx:
        version = await _withdraw(tx, values)
        await _stop_sending(tx, values)
        broadcast = await begin(tx, db, FollowUp(BroadcastKind.RECALL, version["id"], RANK["critical"]), by, now)
        await skip_slice(tx, now)
        await write_slice(tx, broadcast, now)
        await record(tx, Deed(now, by.id, "recall", code, {"version": version["number"]}))
    return broadcast


async def write_slice(tx: Transaction, broadcast: int, now: datetime) -> None:
    """Take the appeal out of the digests in the next slice that wait, and write to whom letters in it brought it."""
    values = await next_slice(tx, broadcast, now)
    if values is None:
        return
    await _leave_out(tx, values)
    await end_slice(tx, values, sum([await _write_letters(tx, recipient, values) for recipient in RECIPIENTS]))


async def _withdraw(tx: Transaction, values: Values) -> Row:
    """Return the version that readers saw last."""
    appeal = await tx.one("SELECT state FROM appeal WHERE code = :code", values)
    if appeal is None:
        raise NoSuchAppeal
    if appeal["state"] not in SENT:
        raise WrongState(appeal["state"])
    await tx.execute(
        "UPDATE appeal SET state = 'withdrawn', correction = NULL, correction_state = NULL WHERE code = :code", values
    )
    return await tx.only(
        """
        SELECT version.id, version.number FROM appeal JOIN appeal_version AS version
            ON version.appeal = appeal.code AND version.number = appeal.version
        WHERE appeal.code = :code
        """,
        values,
    )


async def _stop_sending(tx: Transaction, values: Values) -> None:
    """Cancel what may still send the appeal; the sender skips the letters that wait."""
    await tx.execute(
        f"""
        UPDATE broadcast SET state = 'cancelled', reason = 'recalled', ended_at = :now, written_to = NULL
        WHERE version IN ({_VERSIONS}) AND {UNDER_WAY}
        """,
        values,
    )


async def _leave_out(tx: Transaction, values: Values) -> None:
    await tx.execute(
        f"""
        DELETE FROM digest_item WHERE version IN ({_VERSIONS}) AND letter IN (
            SELECT letter.id FROM letter WHERE {IN_SLICE} AND letter.state = 'pending' AND +letter.version IS NULL)
        """,
        values,
    )
    await tx.execute(
        f"""
        UPDATE letter SET state = 'skipped', reason = 'recalled', settled_at = :now
        WHERE {IN_SLICE} AND letter.state = 'pending'
            AND +letter.broadcast IN (SELECT id FROM broadcast WHERE kind = 'digest')
            AND NOT EXISTS (SELECT 1 FROM digest_item WHERE digest_item.letter = letter.id)
        """,
        values,
    )


async def _write_letters(tx: Transaction, recipient: str, values: Values) -> int:
    return await tx.execute(
        f"""
        INSERT INTO letter (broadcast, {recipient}, state, due_at, in_doubt, earlier)
        SELECT :broadcast, letter.{recipient}, 'pending',
            :now + CASE letter.state WHEN 'sending' THEN {FLIGHT_SECONDS} ELSE 0 END, 0, letter.id
        {_brought(recipient, "+")} AND {IN_SLICE} AND (letter.message IS NOT NULL OR letter.state = 'sending')
        """,
        values,
    )
