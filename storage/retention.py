"""What is erased when its time is over; counts stay (standards §3.1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from storage.appeals.model import appeal_in
from storage.petitions.batches.records import erase_words
from storage.petitions.batches.voiding import finish_voiding
from storage.petitions.collecting.volunteers import erase_volunteers
from storage.petitions.invalidations.proposing import erase_reasons
from storage.petitions.signatures.erasing import SAID_AND_TRACED
from storage.transactions import in_list, numbered

if TYPE_CHECKING:
    from datetime import date

    from storage.database import Database
    from storage.transactions import Row, Transaction, Values

NAMES_KEPT_AFTER_CLOSING = timedelta(days=180)
UNFINISHED_KEPT = timedelta(days=2)
SLICE = 1_000  # signatures erased at once

_REACHABLE = """
    (signature.state = 'valid' AND signature.chat IS NOT NULL AND EXISTS
        (SELECT 1 FROM consent WHERE consent.signature = signature.id AND consent.purpose = 'updates'))
"""
"""Of a signature whose signer is still written to, once the name is gone."""


@dataclass(frozen=True)
class Erased:
    """What was erased because its time was over.

    Attributes:
        signers: How many signatures lost their names.
        unfinished: Whose unfinished signings, by Telegram id: they may be in a program's memory too.
    """

    tips: int
    signers: int
    unfinished: frozenset[int]


async def erase_over(db: Database, now: datetime, names_kept_after_handover: timedelta) -> Erased:
    """Erase all whose time is over at *now*, a time of the organisation's zone; its log still has to be folded."""
    tips = await erase_expired_tips(db, now.date())
    signers = await erase_signers(db, now, names_kept_after_handover)
    return Erased(tips, signers, await erase_unfinished(db, now.astimezone(UTC).date()))


async def erase_signers(db: Database, now: datetime, kept_after_handover: timedelta) -> int:
    """Erase who signed the petitions whose time is over; return how many signatures lost their names.

    That is *kept_after_handover* after the last handover, where every addressee had one after the close, and else
    `NAMES_KEPT_AFTER_CLOSING`. A recall closes a petition too. Sheets that came in after a handover have as long as it
    has, but no longer than without one. Number, day, channel and version stay with the count, and the commitment in
    the log, which nobody can open any more. Who asked for updates can still be written to, until they stop; of all
    others nothing is left that an account could be tested against. Who collected for the petition goes with them, and
    what was written about batches and invalidations.
    """
    erased = 0
    for code in await _over(db, now, kept_after_handover):
        await finish_voiding(db, code)
        erased += await _erase_petition(db, code, now)
    return erased


async def _over(db: Database, now: datetime, kept: timedelta) -> list[str]:
    """Return the codes of the petitions whose names' time is over."""
    async with db.reading() as tx:
        rows = await tx.all(
            """
            SELECT appeal.code, appeal_version.document, appeal.deadline, (
                SELECT MIN(planned_at) FROM broadcast JOIN appeal_version AS recalled ON recalled.id = broadcast.version
                WHERE broadcast.kind = 'recall' AND recalled.appeal = appeal.code
            ) AS recalled_at
            FROM appeal
                JOIN appeal_version ON appeal_version.appeal = appeal.code AND appeal_version.number = appeal.version
            """
        )
        closed = [(row, min(row["deadline"], row["recalled_at"] or row["deadline"])) for row in rows]
        return [
            row["code"]
            for row, at in closed
            if at <= now.timestamp() and now >= await _kept_until(tx, row, _moment(at), kept)
        ]


async def _kept_until(tx: Transaction, appeal: Row, closed: datetime, kept: timedelta) -> datetime:
    """Return when the time of the names is over, of a petition that was closed then."""
    longest = closed + NAMES_KEPT_AFTER_CLOSING
    values: Values = {"code": appeal["code"], "closed": int(closed.timestamp())}
    rows = await tx.all(
        "SELECT addressee, MAX(handed_at) AS at FROM handover WHERE appeal = :code AND handed_at >= :closed "
        "GROUP BY addressee",
        values,
    )
    last = {row["addressee"]: row["at"] for row in rows}
    addressees = {one.id for one in appeal_in(appeal["document"]).addressees}
    if not addressees or not addressees <= last.keys():
        return longest
    late = await tx.only(
        """
        SELECT MAX(entered_at) AS at FROM batch
        WHERE appeal = :code AND leaf IS NULL AND state IN ('entering', 'counted') AND entered_at > :handed
        """,
        {**values, "handed": min(last.values())},
    )
    until = _moment(max(last.values())) + kept
    return until if late["at"] is None else max(until, min(_moment(late["at"]) + kept, longest))


async def _erase_petition(db: Database, code: str, now: datetime) -> int:
    """Erase the petition's signers, and return how many: between two parts others can write."""
    erased = reached = 0
    while ids := await _ids_after(db, code, reached):
        async with db.transaction() as tx:
            if await _batch_under_way(tx, code, now):
                return erased
            erased += await _erase(tx, ids)
        reached = ids[-1]
    async with db.transaction() as tx:
        if not await _batch_under_way(tx, code, now):
            await erase_volunteers(tx, code)
            await erase_words(tx, code)
            await erase_reasons(tx, db, code)
    return erased


async def _batch_under_way(tx: Transaction, code: str, now: datetime) -> bool:
    """Say whether names are entered or taken out just now: half of them could not be found any more afterwards."""
    row = await tx.one(
        """
        SELECT 1 FROM batch WHERE appeal = :code AND (
            (state = 'entering' AND entered_at > :abandoned) OR (state = 'voiding'
                AND EXISTS (SELECT 1 FROM signature WHERE signature.batch = batch.id AND signature.name IS NOT NULL))
        ) LIMIT 1
        """,
        {"code": code, "abandoned": int((now - UNFINISHED_KEPT).timestamp())},
    )
    return row is not None


async def _ids_after(db: Database, code: str, reached: int) -> list[int]:
    """Return the next signatures after the row *reached* of which there is something to erase."""
    async with db.reading() as tx:
        rows = await tx.all(
            f"""
            SELECT id FROM signature
            WHERE appeal = :code AND id > :reached AND (name IS NOT NULL OR (signer IS NOT NULL AND NOT {_REACHABLE}))
            ORDER BY id LIMIT :slice
            """,
            {"code": code, "reached": reached, "slice": SLICE},
        )
    return [row["id"] for row in rows]


async def _erase(tx: Transaction, signatures: list[int]) -> int:
    wanted = numbered("id", signatures)
    rows = await tx.all(f"SELECT id, {_REACHABLE} AS reachable FROM signature WHERE id IN ({in_list(wanted)})", wanted)
    await _erase_statements(tx, wanted)
    await _erase_accounts(tx, numbered("id", [row["id"] for row in rows if not row["reachable"]]))
    return len(rows)


async def _erase_statements(tx: Transaction, ids: dict[str, int]) -> None:
    """Erase what was said with the signatures, and what their entries in the log open with."""
    await tx.execute(
        f"""
        UPDATE signature SET {SAID_AND_TRACED} WHERE id IN ({in_list(ids)})
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
