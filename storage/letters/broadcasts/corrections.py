"""Correcting what was sent: whoever got an earlier version of an appeal gets one correction of it.

What people hold is found by their original letter, the one whose message shows them the appeal: a correction's own
message is but the notice of it. What still waits becomes a letter of the new version, see `renewing`. Who read an
earlier version in a digest or a reminder alone gets the corrected letter; what asks signers again is not corrected,
for if something else is asked they are asked once more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.appeals.model import Appeal, appeal_in
from storage.appeals.versions import require_version
from storage.audit import Deed, record
from storage.errors import WrongState
from storage.letters.broadcasts.asking_again import begin_asking
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
from storage.letters.broadcasts.reminders import cancel_moved
from storage.letters.broadcasts.renewing import EARLIER, later_letters, renew_slice
from storage.letters.states import LIVE

if TYPE_CHECKING:
    from datetime import datetime

    from storage.appeals.records import StoredAppeal
    from storage.database import Database
    from storage.people.coordinators import Coordinator
    from storage.transactions import Transaction, Values

_REACHABLE = {
    "subscriber": "person.state = 'active'",
    "signature": "person.state = 'valid' AND person.chat IS NOT NULL",
    "follower": "person.chat IS NOT NULL",
}


def _held(recipient: str, *, in_slice: bool) -> str:
    """Select the original letters of earlier versions by recipient; of digests and reminders none is put right.

    What is being sent at this moment counts as well: it will have been the earlier version.
    """
    among, plus = (IN_SLICE, "+") if in_slice else ("TRUE", "")
    letters = f"""
        SELECT letter.{recipient} AS recipient, letter.version AS version, letter.id AS letter,
            letter.state = 'sending' OR EXISTS (SELECT 1 FROM letter AS notice
                WHERE notice.earlier = letter.id AND notice.state = 'sending') AS in_flight
        FROM letter
        WHERE {among} AND {plus}letter.version IN ({EARLIER}) AND letter.{LIVE} AND letter.state <> 'pending'
            AND {plus}letter.{recipient} IS NOT NULL
            AND (letter.earlier IS NULL
                OR (SELECT first.message FROM letter AS first WHERE first.id = letter.earlier) IS NULL)
    """
    if recipient != "subscriber":
        return letters
    return f"""
        {letters} UNION ALL SELECT letter.subscriber, 0, NULL, letter.state = 'sending'
        {told_in("'digest', 'reminder'", EARLIER, plus)} AND {among} AND NOT EXISTS (SELECT 1 FROM letter AS shown
            WHERE shown.subscriber = letter.subscriber AND shown.version IN ({EARLIER}) AND shown.{LIVE})
    """


def _to_tell(recipient: str, *, in_slice: bool = False) -> str:
    """Give whom a correction is for: who holds an earlier version, unless a letter waits that is or becomes the new."""
    return f"""
        FROM ({_held(recipient, in_slice=in_slice)}) AS held JOIN {recipient} AS person ON person.id = held.recipient
        WHERE {_REACHABLE[recipient]} AND NOT EXISTS ({later_letters(recipient, "held.recipient", "held.version")}
            AND (later.version = :version OR later.state = 'pending'))
    """


async def correction_audience(db: Database, correction: StoredAppeal) -> int:
    """Count the people who would get *correction* if it were sent now."""
    code, total = correction.appeal.code, 0
    async with db.reading() as tx:
        for recipient in RECIPIENTS:
            row = await tx.only(
                f"SELECT COUNT(DISTINCT held.recipient) AS n {_to_tell(recipient)}",
                {"code": code, "number": correction.number, "version": correction.version},
            )
            total += row["n"]
    return total


async def plan_correction(db: Database, code: str, number: int, by: Coordinator, now: datetime) -> int:
    """Let version *number* take the place of the one that was sent, and begin to write to each who got that one.

    Return the broadcast. Letters that still wait become letters of the new version, so that nobody gets two. Where it
    asks for something else, those who signed an earlier text are asked again.

    Raises:
        NoSuchAppeal: If no such version of the appeal waits.
        WrongState: If the correction is not approved, its deadline has passed, or the appeal is over.
    """
    async with db.transaction() as tx:
        version = await require_version(tx, code, number, "approved")
        correction = appeal_in(version["document"])
        shown = await _shown(tx, code, correction, now)
        await tx.execute(
            """
            UPDATE appeal SET version = :number, deadline = :deadline, correction = NULL, correction_state = NULL
            WHERE code = :code
            """,
            {"code": code, "number": number, "deadline": int(correction.deadline.timestamp())},
        )
        await cancel_moved(tx, code, now)
        await begin_asking(tx, db, shown, version["id"], by, now)
        await _take_over(tx, shown, version["id"])
        follow_up = FollowUp(BroadcastKind.CORRECTION, version["id"], RANK[correction.urgency])
        broadcast = await begin(tx, db, follow_up, by, now)
        await write_slice(tx, broadcast, now)
        await record(tx, Deed(now, by.id, "correct", code, {"version": number}))
    return broadcast


async def write_slice(tx: Transaction, broadcast: int, now: datetime) -> None:
    """Renew what waits in the next slice, and write one letter to each whom a letter in it gave an earlier version."""
    values = await next_slice(tx, broadcast, now)
    if values is None:
        return
    await renew_slice(tx, values)
    await end_slice(tx, values, sum([await _write_letters(tx, recipient, values) for recipient in RECIPIENTS]))


async def _shown(tx: Transaction, code: str, correction: Appeal, now: datetime) -> int:
    """Return the row of the version that readers see."""
    row = await tx.only(
        """
        SELECT appeal.state, appeal.deadline, version.id FROM appeal JOIN appeal_version AS version
            ON version.appeal = appeal.code AND version.number = appeal.version
        WHERE appeal.code = :code
        """,
        {"code": code},
    )
    if row["state"] != "published":
        raise WrongState(row["state"])
    if row["deadline"] <= now.timestamp() or correction.deadline <= now:
        raise WrongState("closed")
    return int(row["id"])


async def _take_over(tx: Transaction, before: int, version: int) -> None:
    """Plan nothing of the version *before* any more; what an earlier correction had not written, this one does."""
    await tx.execute(
        f"""
        UPDATE broadcast SET version = :version, written_to = CASE kind WHEN 'correction' THEN NULL ELSE written_to END
        WHERE version = :before AND {UNDER_WAY}
        """,
        {"before": before, "version": version},
    )


async def _write_letters(tx: Transaction, recipient: str, values: Values) -> int:
    return await tx.execute(
        f"""
        INSERT INTO letter (broadcast, version, {recipient}, state, due_at, in_doubt, earlier)
        SELECT :broadcast, :version, held.recipient, 'pending',
            :now + MAX(CASE WHEN held.in_flight THEN {FLIGHT_SECONDS} ELSE 0 END), 0, MAX(held.letter)
        {_to_tell(recipient, in_slice=True)}
        GROUP BY held.recipient
        """,
        values,
    )
