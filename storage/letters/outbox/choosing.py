"""Choosing whose letters go out next: the most urgent of the broadcasts that have any due."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from storage.letters.broadcasts.audience import Group, Wanted
from storage.letters.broadcasts.planning import LETTERS_FOR_A_STAR, BroadcastKind

if TYPE_CHECKING:
    from datetime import datetime

    from storage.database import Database
    from storage.transactions import Row

PHOTO_NOT_UPLOADED = """
    broadcast.kind IN ('appeal', 'correction') AND EXISTS (SELECT 1 FROM appeal_version AS planned
        JOIN appeal ON appeal.code = planned.appeal
        JOIN appeal_version AS shown ON shown.appeal = appeal.code AND shown.number = appeal.version
        JOIN photo ON photo.id = shown.photo
        WHERE planned.id = broadcast.version AND photo.file_id IS NULL)
"""
IN_FLIGHT = "EXISTS (SELECT 1 FROM letter WHERE letter.broadcast = broadcast.id AND letter.state = 'sending')"


@dataclass(frozen=True)
class Running:
    """The broadcast whose letters go out next.

    Attributes:
        critical: Whether it may wake whoever lets critical appeals do so; news is no appeal, and wakes nobody.
        room: How many more letters it may send before it pauses; None: it does not pause by itself.
        paid: How many more letters may cost a tenth of a Star each.
        not_for_critical_only: Whether whoever wants critical appeals alone does not want it. Signers and followers
            asked for news of their appeal, whatever they chose as subscribers.
    """

    id: int
    kind: BroadcastKind
    version: int | None
    critical: bool
    room: int | None
    paid: int
    not_for_critical_only: bool

    def after(self, letters: int) -> Running:
        """Return what it is after a lease of so many letters."""
        room = None if self.room is None else self.room - letters
        return replace(self, room=room, paid=max(0, self.paid - letters))


async def next_running(db: Database, now: datetime) -> Running | None:
    """Return the most urgent running broadcast that has a letter due, if there is one.

    One whose picture is being uploaded, by the one letter in flight, has none due before that is settled: the others
    would only wait for it, after the last look at their readers' consent.
    """
    async with db.reading() as tx:
        row = await tx.one(
            f"""
            SELECT * FROM (
                SELECT id, kind, version, rank, wanted, paid_cap, paid_letters,
                    CASE WHEN canary IS NOT NULL THEN canary - (SELECT COUNT(*) FROM letter
                        WHERE letter.broadcast = broadcast.id AND letter.state IN
                            ('sending', 'sent', 'blocked', 'gone', 'refused', 'uncertain', 'skipped')) END AS room
                FROM broadcast
                WHERE state = 'running' AND EXISTS (SELECT 1 FROM letter
                        WHERE letter.broadcast = broadcast.id AND letter.state = 'pending' AND letter.due_at <= :now)
                    AND NOT ({PHOTO_NOT_UPLOADED} AND {IN_FLIGHT})
            ) AS due
            ORDER BY CASE WHEN room IS NULL OR room > 0 THEN 0 ELSE 1 END, rank, id LIMIT 1
            """,
            {"now": int(now.timestamp())},
        )
    if row is None or (row["room"] is not None and row["room"] <= 0):
        return None
    return _running(row)


def _running(row: Row) -> Running:
    kind = BroadcastKind(row["kind"])
    critical = row["rank"] == 0 and kind is not BroadcastKind.NEWS
    return Running(
        row["id"],
        kind,
        row["version"],
        critical,
        row["room"],
        max(0, (row["paid_cap"] or 0) * LETTERS_FOR_A_STAR - row["paid_letters"]),
        not critical
        and kind in {BroadcastKind.APPEAL, BroadcastKind.DIGEST, BroadcastKind.REMINDER}
        and Wanted.from_json(row["wanted"]).group is Group.SUBSCRIBERS,
    )
