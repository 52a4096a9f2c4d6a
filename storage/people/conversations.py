"""Unfinished signings, kept so that a restart loses no step of them (decision 5)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from storage.people.digests import person_digest

if TYPE_CHECKING:
    from datetime import date

    from storage.database import Database


async def saved_steps(db: Database, name: str) -> dict[int, int]:
    """Return the step that each person is at in the conversation *name*, by Telegram id."""
    async with db.reading() as tx:
        rows = await tx.all("SELECT chat, step FROM conversation WHERE name = :name", {"name": name})
    return {int(db.key.decrypt("conversation.chat", row["chat"])): row["step"] for row in rows}


async def save_step(db: Database, name: str, person: int, step: int | None, today: date) -> None:
    """Keep the step that the person is at; None when the conversation is over."""
    values: dict[str, str | int | bytes | None] = {"name": name, "person": person_digest(db, person)}
    async with db.transaction() as tx:
        if step is None:
            await tx.execute("DELETE FROM conversation WHERE name = :name AND person = :person", values)
            return
        await tx.execute(
            """
            INSERT INTO conversation (name, person, chat, step, changed_on)
            VALUES (:name, :person, :chat, :step, :today)
            ON CONFLICT (name, person) DO UPDATE SET step = excluded.step, changed_on = excluded.changed_on
            """,
            values
            | {
                "chat": db.key.encrypt("conversation.chat", str(person)),
                "step": step,
                "today": today.isoformat(),
            },
        )


async def saved_drafts(db: Database) -> dict[int, dict[str, Any]]:
    """Return every unfinished draft by Telegram id."""
    async with db.reading() as tx:
        rows = await tx.all("SELECT chat, content FROM draft")
    return {
        int(db.key.decrypt("draft.chat", row["chat"])): json.loads(db.key.decrypt("draft.content", row["content"]))
        for row in rows
    }


async def save_draft(db: Database, person: int, content: dict[str, Any], today: date) -> None:
    """Keep the person's draft; an empty one is deleted."""
    values: dict[str, str | int | bytes | None] = {"person": person_digest(db, person)}
    async with db.transaction() as tx:
        if not content:
            await tx.execute("DELETE FROM draft WHERE person = :person", values)
            return
        await tx.execute(
            """
            INSERT INTO draft (person, chat, content, changed_on) VALUES (:person, :chat, :content, :today)
            ON CONFLICT (person) DO UPDATE SET content = excluded.content, changed_on = excluded.changed_on
            """,
            values
            | {
                "chat": db.key.encrypt("draft.chat", str(person)),
                "content": db.key.encrypt("draft.content", json.dumps(content)),
                "today": today.isoformat(),
            },
        )
