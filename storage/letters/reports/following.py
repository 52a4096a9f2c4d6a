"""Where coordinators follow their broadcasts: one message for each, until it has told how the broadcast ended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from storage.database import Database


@dataclass(frozen=True)
class Reported:
    """Where a coordinator follows a broadcast; `message` is None until it was sent."""

    broadcast: int
    chat: int
    message: int | None


async def follow(db: Database, broadcast: int, message: int) -> bool:
    """Remember the message in which the progress is shown, so that a restart goes on editing it.

    Return False if there is another one already, or nobody follows the broadcast any more.
    """
    async with db.transaction() as tx:
        changed = await tx.execute(
            """
            UPDATE broadcast SET progress_message = :message
            WHERE id = :id AND progress_chat IS NOT NULL AND progress_message IS NULL
            """,
            {"id": broadcast, "message": message},
        )
    return changed > 0


async def followed(db: Database) -> tuple[Reported, ...]:
    """Return where broadcasts are followed whose end was not told yet."""
    async with db.reading() as tx:
        rows = await tx.all(
            """
            SELECT id, progress_chat, progress_message FROM broadcast WHERE progress_chat IS NOT NULL
            ORDER BY rank, id
            """
        )
    return tuple(
        Reported(
            row["id"],
            int(db.key.decrypt("broadcast.progress_chat", row["progress_chat"])),
            row["progress_message"],
        )
        for row in rows
    )


async def unfollow(db: Database, broadcast: int) -> None:
    """Forget who follows the broadcast, once they were told how it ended."""
    async with db.transaction() as tx:
        await tx.execute(
            "UPDATE broadcast SET progress_chat = NULL, progress_message = NULL WHERE id = :id", {"id": broadcast}
        )
