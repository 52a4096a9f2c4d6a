"""The versions of an appeal within a transaction: the current one, and the correction that waits beside it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from storage.appeals.sheets.faults import Fault, Problem, SheetFaults
from storage.errors import CodeTaken, NoSuchAppeal, WouldReplace, WrongState

if TYPE_CHECKING:
    from datetime import datetime

    from storage.appeals.model import Appeal
    from storage.transactions import Row, Transaction

_UNSENT = frozenset({"draft", "in_review", "approved"})
_APPROVALS = "(SELECT COUNT(*) FROM approval WHERE approval.version = version.id) AS approvals"

CURRENT = f"""
    SELECT appeal.state, NULL AS corrects, version.*, {_APPROVALS}
    FROM appeal JOIN appeal_version AS version
        ON version.appeal = appeal.code AND version.number = appeal.version
"""
CORRECTIONS = f"""
    SELECT appeal.correction_state AS state, appeal.version AS corrects, version.*, {_APPROVALS}
    FROM appeal JOIN appeal_version AS version
        ON version.appeal = appeal.code AND version.number = appeal.correction
"""


class Replaces(StrEnum):
    """In whose place a draft may come."""

    NOTHING = "nothing"
    OWN_DRAFT = "own_draft"
    ANYTHING = "anything"


async def require_leave(tx: Transaction, code: str, author: int, replaces: Replaces) -> None:
    """Let only a draft by *author* go on that may take the place of what waits under the code.

    Raises:
        CodeTaken: If it may replace nothing, and there is such an appeal.
        WouldReplace: If it may replace a draft of its author alone, and something else waits.
    """
    values = {"code": code}
    waiting = await tx.one(f"{CORRECTIONS} WHERE appeal.code = :code", values)
    waiting = waiting or await tx.one(f"{CURRENT} WHERE appeal.code = :code", values)
    if waiting is None or replaces is Replaces.ANYTHING:
        return
    if replaces is Replaces.NOTHING:
        raise CodeTaken
    if waiting["state"] in _UNSENT and (waiting["author"], waiting["state"]) != (author, "draft"):
        raise WouldReplace(waiting["number"], waiting["author"], waiting["state"])


async def require_version(tx: Transaction, code: str, number: int, state: str) -> Row:
    """Return the row of version *number*, the current one or a correction that waits.

    Raises:
        NoSuchAppeal: If it is neither.
        WrongState: If it is not in *state*.
    """
    for versions in (CURRENT, CORRECTIONS):
        row = await tx.one(
            f"{versions} WHERE appeal.code = :code AND version.number = :number", {"code": code, "number": number}
        )
        if row is not None:
            if row["state"] != state:
                raise WrongState(row["state"])
            return row
    raise NoSuchAppeal


async def move_version(tx: Transaction, code: str, number: int, state: str) -> None:
    """Put version *number*, the current one or a correction that waits, in *state*."""
    await tx.execute(
        """
        UPDATE appeal SET state = CASE WHEN version = :number THEN :state ELSE state END,
            correction_state = CASE WHEN correction = :number THEN :state ELSE correction_state END
        WHERE code = :code
        """,
        {"code": code, "number": number, "state": state},
    )


async def make_room(tx: Transaction, appeal: Appeal, now: datetime) -> int:
    """Let the appeal have a further version, which is a draft, and return its number.

    Raises:
        WrongState: If the appeal is over, so that nothing of it changes any more.
        SheetFaults: If it corrects an appeal that was sent, and does not say what it corrects.
    """
    before = await tx.one("SELECT state, deadline FROM appeal WHERE code = :code", {"code": appeal.code})
    last = await tx.only("SELECT MAX(number) AS n FROM appeal_version WHERE appeal = :code", {"code": appeal.code})
    number = int(last["n"] or 0) + 1
    if before is None or before["state"] in _UNSENT:
        await _make_current(tx, appeal, number)
        return number
    if before["state"] != "published":
        raise WrongState(before["state"])
    if before["deadline"] <= now.timestamp():
        raise WrongState("closed")
    if appeal.change_note is None:
        raise SheetFaults((Fault(0, "change_note", Problem.UNEXPLAINED),))
    await tx.execute(
        "UPDATE appeal SET correction = :number, correction_state = 'draft' WHERE code = :code",
        {"code": appeal.code, "number": number},
    )
    return number


async def _make_current(tx: Transaction, appeal: Appeal, number: int) -> None:
    await tx.execute(
        """
        INSERT INTO appeal (code, state, version, deadline, signed, leaves)
        VALUES (:code, 'draft', :number, :deadline, 0, 0)
        ON CONFLICT (code) DO UPDATE
            SET state = 'draft', version = excluded.version, deadline = excluded.deadline
        """,
        {"code": appeal.code, "number": number, "deadline": int(appeal.deadline.timestamp())},
    )
