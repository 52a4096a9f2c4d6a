"""Unfinished signings, kept so that a restart loses no step of them (decision 5)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from storage.people.digests import person_digest

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from storage.database import Database
    from storage.transactions import Transaction, Values


async def saved_steps(db: Database, name: str) -> dict[int, int]:
    """Return the step that each person is at in the conversation *name*, by Telegram id."""
    async with db.reading() as tx:
        rows = await tx.all("SELECT chat, step FROM conversation WHERE name = :name", {"name": name})
    return {int(db.key.decrypt("conversation.chat", row["chat"])): row["step"] for row in rows}


async def save_step(db: Database, name: str, person: int, step: int | None, today: date) -> None:
    """Keep the step that the person is at; None when the conversation is over."""
    values: dict[str, str | int | bytes | None] = {
        "name": name,
        "person": person_digest(db, person),
        "chat": db.key.encrypt("conversation.chat", str(person)),
        "step": step,
        "today": today.isoformat(),
    }
    await db.lots.add(_save_steps, values)


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
    values: dict[str, str | int | bytes | None] = {
        "person": person_digest(db, person),
        "chat": db.key.encrypt("draft.chat", str(person)),
        "content": db.key.encrypt("draft.content", json.dumps(content)) if content else None,
        "today": today.isoformat(),
    }
    await db.lots.add(_save_drafts, values)


async def _save_steps(tx: Transaction, _db: Database, rows: Sequence[Values]) -> list[None]:
    """Save for many people at once: each press of each of them comes here, and the last of one person's holds."""
    rows, many = list({(row["name"], row["person"]): row for row in rows}.values()), len(rows)
    await tx.execute_many(
        "DELETE FROM conversation WHERE name = :name AND person = :person",
        [row for row in rows if row["step"] is None],
    )
    await tx.execute_many(
        """
        INSERT INTO conversation (name, person, chat, step, changed_on)
        VALUES (:name, :person, :chat, :step, :today)
        ON CONFLICT (name, person) DO UPDATE SET step = excluded.step, changed_on = excluded.changed_on
        """,
        [row for row in rows if row["step"] is not None],
    )
    return [None] * many


async def _save_drafts(tx: Transaction, _db: Database, rows: Sequence[Values]) -> list[None]:
    rows, many = list({row["person"]: row for row in rows}.values()), len(rows)
    await tx.execute_many("DELETE FROM draft WHERE person = :person", [row for row in rows if row["content"] is None])
    await tx.execute_many(
        """
        INSERT INTO draft (person, chat, content, changed_on) VALUES (:person, :chat, :content, :today)
        ON CONFLICT (person) DO UPDATE SET content = excluded.content, changed_on = excluded.changed_on
        """,
        [row for row in rows if row["content"] is not None],
    )
    return [None] * many
