"""What is erased when its time is over; counts stay (standards §3.1)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from storage.appeals.model import Appeal
from storage.petitions.volunteers import erase_volunteers
from storage.transactions import in_list, numbered

if TYPE_CHECKING:
    from datetime import date

    from storage.database import Database
    from storage.transactions import Row, Transaction

NAMES_KEPT_AFTER_CLOSING = timedelta(days=180)
UNFINISHED_KEPT = timedelta(days=2)
SLICE = 1_000  # signatures erased at once
DAY = 24 * 60 * 60  # seconds

_REACHABLE = """
    (signature.state = 'valid' AND signature.chat IS NOT NULL AND EXISTS
        (SELECT 1 FROM consent WHERE consent.signature = signature.id AND consent.purpose = 'updates'))
"""
"""Of a signature whose signer is still written to, once the name is gone."""


async def erase_signers(db: Database, now: datetime, kept_after_handover: timedelta) -> int:
    """Erase who signed the petitions whose time is over; return how many signatures lost their names.

    That is *kept_after_handover* after the last handover, where every addressee had one after the close, and else
    `NAMES_KEPT_AFTER_CLOSING`. Number, day, channel and version stay with the count, and the commitment in the log,
    which nobody can open any more. Who asked for updates can still be written to, until they stop; of all others
    nothing is left that an account could be tested against. Who collected for the petition goes with them.
    """
    erased, over = 0, await _over(db, now, kept_after_handover)
    for code in over:
        while slice_ := await _erase_slice(db, code):
            erased += slice_
    async with db.transaction() as tx:
        for code in over:
            await erase_volunteers(tx, code)
    return erased


async def _over(db: Database, now: datetime, kept: timedelta) -> list[str]:
    """Return the codes of the petitions whose names' time is over."""
    async with db.reading() as tx:
        rows = await tx.all(
            """
            SELECT appeal.code, appeal.deadline, appeal_version.document FROM appeal
                JOIN appeal_version ON appeal_version.appeal = appeal.code AND appeal_version.number = appeal.version
            WHERE appeal.deadline <= :now
            """,
            {"now": int(now.timestamp())},
        )
        lasts = [await _handed_over_at(tx, row) for row in rows]
    return [
        row["code"]
        for row, last in zip(rows, lasts, strict=True)
        if now >= (last + kept if last else _moment(row["deadline"]) + NAMES_KEPT_AFTER_CLOSING)
    ]


async def _handed_over_at(tx: Transaction, appeal: Row) -> datetime | None:
    """Return when the last handover was, once every addressee had one after the close."""
    rows = await tx.all(
        """
        SELECT addressee, MAX(handed_at) AS at FROM handover WHERE appeal = :code AND handed_at >= :deadline
        GROUP BY addressee
        """,
        {"code": appeal["code"], "deadline": appeal["deadline"]},
    )
    last = {row["addressee"]: row["at"] for row in rows}
    addressees = {one.id for one in Appeal.model_validate_json(appeal["document"]).addressees}
    return _moment(max(last.values())) if addressees and addressees <= last.keys() else None


async def _erase_slice(db: Database, code: str) -> int:
    """Erase a part of the petition's signers, and return how many: between two parts others can write."""
    async with db.transaction() as tx:
        rows = await tx.all(
            f"""
            SELECT id, {_REACHABLE} AS reachable FROM signature
            WHERE appeal = :code AND (name IS NOT NULL OR (signer IS NOT NULL AND NOT {_REACHABLE}))
            ORDER BY id LIMIT :slice
            """,
            {"code": code, "slice": SLICE},
        )
        ids = numbered("id", [row["id"] for row in rows])
        await _erase_statements(tx, ids)
        await _erase_accounts(tx, numbered("id", [row["id"] for row in rows if not row["reachable"]]))
    return len(rows)


async def _erase_statements(tx: Transaction, ids: dict[str, int]) -> None:
    """Erase what was said with the signatures, and what their entries in the log open with."""
    await tx.execute(
        f"""
        UPDATE signature SET name = NULL, country = NULL, city = NULL, email = NULL, comment = NULL, likeness = NULL,
            source = NULL, signed_in = NULL, salt = NULL, signed_at = signed_at - signed_at % {DAY}
        WHERE id IN ({in_list(ids)})
        """,
        ids,
    )
    await tx.execute(f"DELETE FROM consent WHERE purpose <> 'updates' AND signature IN ({in_list(ids)})", ids)


async def _erase_accounts(tx: Transaction, ids: dict[str, int]) -> None:
    """Erase whose the signatures were."""
    await tx.execute(
        f"UPDATE signature SET signer = NULL, chat = NULL, language = NULL WHERE id IN ({in_list(ids)})", ids
    )
    await tx.execute(f"DELETE FROM consent WHERE signature IN ({in_list(ids)})", ids)


def _moment(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


async def erase_unfinished(db: Database, today: date) -> frozenset[int]:
    """Delete the signings that nobody went on with for two days; return whose they were, by Telegram id."""
    values = {"before": (today - UNFINISHED_KEPT).isoformat()}
    async with db.transaction() as tx:
        drafts = await tx.all("DELETE FROM draft WHERE changed_on <= :before RETURNING chat", values)
        await tx.execute(
            "DELETE FROM conversation WHERE changed_on <= :before AND person NOT IN (SELECT person FROM draft)", values
        )
    return frozenset(int(db.key.decrypt("draft.chat", draft["chat"])) for draft in drafts)


async def erase_expired_tips(db: Database, today: date) -> int:
    """Delete the tips whose time is over, and return how many."""
    async with db.transaction() as tx:
        return await tx.execute("DELETE FROM tip WHERE expires_on <= :today", {"today": today.isoformat()})
