"""Keeps what is unfinished over a restart: the library's persistence, written to our own database (decision 5)."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from telegram.ext import BasePersistence, PersistenceInput

from handlers.drafts import BatchDraft, Drafts, FormDraft, SendingDraft, SigningDraft
from storage.people.conversations import save_draft, save_step, saved_drafts, saved_steps

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from telegram.ext._utils.types import CDCData, ConversationDict, ConversationKey

    from storage.database import Database

Nothing = dict[Any, Any]


KEPT = ("signing", "sending", "batch", "form", "talks")
"""The drafts that outlive a restart, and which conversation the person was last in."""


class KeptInDatabase(BasePersistence[Drafts, Nothing, Nothing]):
    """Keeps the drafts and steps of persistent conversations, encrypted; nothing else of the library's data."""

    def __init__(self, db: Database, now: Callable[[], datetime]) -> None:
        super().__init__(PersistenceInput(bot_data=False, chat_data=False, user_data=True, callback_data=False))
        self._db = db
        self._now = now
        self._with_draft: set[int] = set()

    async def get_user_data(self) -> dict[int, Drafts]:
        """Return every draft that was kept."""
        kept = await saved_drafts(self._db)
        self._with_draft = set(kept)
        return {person: _drafts(content) for person, content in kept.items()}

    async def update_user_data(self, user_id: int, data: Drafts) -> None:
        """Keep the person's draft, or drop it when there is none any more."""
        content = {name: draft for name, draft in asdict(data).items() if draft and name in KEPT}
        if content.keys() <= {"talks"}:
            content = {}  # conversations without a draft are forgotten by a restart, and so is which one was last
        if not content and user_id not in self._with_draft:
            return  # most updates leave nothing unfinished: nothing to write
        await save_draft(self._db, user_id, content, self._now().date())
        if content:
            self._with_draft.add(user_id)
        else:
            self._with_draft.discard(user_id)

    async def get_conversations(self, name: str) -> ConversationDict:
        """Return the step of each person in one conversation; ours are keyed by private chat and person."""
        steps = await saved_steps(self._db, name)
        return {(person, person): step for person, step in steps.items()}

    async def update_conversation(self, name: str, key: ConversationKey, new_state: object | None) -> None:
        """Keep the step that a conversation moved to."""
        assert new_state is None or isinstance(new_state, int)
        await save_step(self._db, name, int(key[0]), new_state, self._now().date())

    async def drop_user_data(self, user_id: int) -> None:
        """Drop the person's draft."""
        await save_draft(self._db, user_id, {}, self._now().date())
        self._with_draft.discard(user_id)

    async def flush(self) -> None:
        """Nothing waits: each update is kept when it is done."""

    async def get_chat_data(self) -> dict[int, Nothing]:
        """Not kept."""
        return {}

    async def get_bot_data(self) -> Nothing:
        """Not kept."""
        return {}

    async def get_callback_data(self) -> CDCData | None:
        """Not kept."""
        return None

    async def update_chat_data(self, chat_id: int, data: Nothing) -> None:
        """Not kept."""

    async def update_bot_data(self, data: Nothing) -> None:
        """Not kept."""

    async def update_callback_data(self, data: CDCData) -> None:
        """Not kept."""

    async def drop_chat_data(self, chat_id: int) -> None:
        """Not kept."""

    async def refresh_user_data(self, user_id: int, user_data: Drafts) -> None:
        """Nobody else changes it."""

    async def refresh_chat_data(self, chat_id: int, chat_data: Nothing) -> None:
        """Not kept."""

    async def refresh_bot_data(self, bot_data: Nothing) -> None:
        """Not kept."""


def _drafts(content: dict[str, Any]) -> Drafts:
    signing, sending, batch, form = (content.get(name) for name in ("signing", "sending", "batch", "form"))
    return Drafts(
        SigningDraft(**signing) if signing else None,
        SendingDraft(**sending) if sending else None,
        BatchDraft(**batch) if batch else None,
        form=FormDraft(**form) if form else None,
        talks=content.get("talks", []),
    )
