"""Correcting what was sent: whoever got an earlier version of an appeal gets one correction of it.

What people hold is found by their original letter, the one whose message shows them the appeal: a correction's own
message is but the notice of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.appeals.model import Appeal
from storage.appeals.versions import require_version
from storage.audit import Deed, record
from storage.errors import WrongState
from storage.letters.broadcasts import RANK, BroadcastKind
from storage.letters.follow_ups import FLIGHT_SECONDS, RECIPIENTS, UNDER_WAY, FollowUp, begin, count_letters, in_digests
from storage.schema import LIVE

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

_EARLIER = "SELECT id FROM appeal_version WHERE appeal = :code AND number < :number"
_TO_TAKE_OVER = f"SELECT id FROM broadcast WHERE version = :before AND {UNDER_WAY}"


def _held(recipient: str) -> str:
    """Select the original letters of earlier versions by recipient; of a digest there is no message to correct.

    What is being sent at this moment counts as well: it will have been the earlier version.
    """
    letters = f"""
        SELECT letter.{recipient} AS recipient, letter.id AS letter, letter.state AS state FROM letter
        WHERE letter.version IN ({_EARLIER}) AND letter.{LIVE} AND letter.state <> 'pending'
            AND letter.{recipient} IS NOT NULL
            AND (letter.earlier IS NULL
                OR (SELECT first.message FROM letter AS first WHERE first.id = letter.earlier) IS NULL)
    """
    if recipient != "subscriber":
        return letters
    return f"""
        {letters} UNION ALL SELECT letter.subscriber, NULL, letter.state {in_digests(_EARLIER)}
    """


def _to_tell(recipient: str) -> str:
    """Give whom a correction is for: who holds an earlier version, unless a letter waits that becomes the new one."""
    return f"""
        FROM ({_held(recipient)}) AS held JOIN {recipient} AS person ON person.id = held.recipient
        WHERE {_REACHABLE[recipient]} AND NOT EXISTS (SELECT 1 FROM letter
            WHERE letter.version = :waiting AND letter.{recipient} = held.recipient AND letter.{LIVE}
                AND letter.state = 'pending')
    """


async def correction_audience(db: Database, correction: StoredAppeal) -> int:
    """Count the people who would get *correction* if it were sent now."""
    code, total = correction.appeal.code, 0
    async with db.reading() as tx:
        shown = await tx.only(
            "SELECT id FROM appeal_version WHERE appeal = :code AND number = :number",
            {"code": code, "number": correction.corrects},
        )
        for recipient in RECIPIENTS:
            row = await tx.only(
                f"SELECT COUNT(DISTINCT held.recipient) AS n {_to_tell(recipient)}",
                {"code": code, "number": correction.number, "waiting": shown["id"]},
            )
            total += row["n"]
    return total


async def plan_correction(db: Database, code: str, number: int, by: Coordinator, now: datetime) -> int:
    """Let version *number* take the place of the one that was sent, and write one letter to each who got that one.

    Return the broadcast. Letters that still wait become letters of the new version, so that nobody gets two.

    Raises:
        NoSuchAppeal: If no such version of the appeal waits.
        WrongState: If the correction is not approved, its deadline has passed, or the appeal is over.
    """
    async with db.transaction() as tx:
        version = await require_version(tx, code, number, "approved")
        correction = Appeal.model_validate_json(version["document"])
        shown = await _shown(tx, code, correction, now)
        values: Values = {
            "code": code,
            "number": number,
            "version": version["id"],
            "before": shown,
            "waiting": version["id"],
            "deadline": int(correction.deadline.timestamp()),
            "now": int(now.timestamp()),
        }
        await tx.execute(
            """
            UPDATE appeal SET version = :number, deadline = :deadline, correction = NULL, correction_state = NULL
            WHERE code = :code
            """,
            values,
        )
        await _take_over(tx, values)
        follow_up = FollowUp(BroadcastKind.CORRECTION, version["id"], RANK[correction.urgency])
        broadcast = await begin(tx, db, follow_up, by, now)
        letters = await _write_letters(tx, {**values, "broadcast": broadcast})
        await count_letters(tx, broadcast, letters)
        await record(tx, Deed(now, by.id, "correct", code, {"version": number, "letters": letters}))
    return broadcast


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


async def _take_over(tx: Transaction, values: Values) -> None:
    """Make what still waits of the version before a letter of the new one, and plan nothing of the old one any more."""
    await tx.execute(
        f"""
        UPDATE letter SET version = :version
        WHERE broadcast IN ({_TO_TAKE_OVER}) AND state = 'pending' AND version = :before
        """,
        values,
    )
    # Of a version still earlier: it was being sent when that was corrected, and did not arrive.
    await tx.execute(
        f"""
        UPDATE letter SET state = 'skipped', reason = 'corrected', settled_at = :now
        WHERE broadcast IN ({_TO_TAKE_OVER}) AND state = 'pending' AND version <> :version
        """,
        values,
    )
    await tx.execute(
        f"""
        UPDATE digest_item SET version = :version
        WHERE version = :before AND letter IN (SELECT letter.id FROM letter JOIN broadcast
            ON broadcast.id = letter.broadcast AND broadcast.kind = 'digest' AND broadcast.{UNDER_WAY}
            WHERE letter.state = 'pending')
        """,
        values,
    )
    await tx.execute(f"UPDATE broadcast SET version = :version WHERE id IN ({_TO_TAKE_OVER})", values)


async def _write_letters(tx: Transaction, values: Values) -> int:
    letters = 0
    for recipient in RECIPIENTS:
        letters += await tx.execute(
            f"""
            INSERT INTO letter (broadcast, version, {recipient}, state, due_at, in_doubt, earlier)
            SELECT :broadcast, :version, held.recipient, 'pending',
                :now + MAX(CASE held.state WHEN 'sending' THEN {FLIGHT_SECONDS} ELSE 0 END), 0, MAX(held.letter)
            {_to_tell(recipient)}
            GROUP BY held.recipient
            """,
            values,
        )
    return letters
