"""Conversations of which one at a time listens: what somebody types belongs to the one that they were last in.

An earlier one that was left unfinished goes on as soon as one of its buttons is pressed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram import Update
from telegram.ext import ConversationHandler

from handlers.context import Context

if TYPE_CHECKING:
    from collections.abc import Iterable

    from telegram.ext import BaseHandler

Talks = dict[int, "Conversation"]


class Conversation(ConversationHandler[Context]):
    """A conversation that leaves what is typed to the one that the person was last in.

    Attributes:
        talks: In which conversation each person was last; shared by all of a bot, see `listen_one_at_a_time`.
    """

    talks: Talks

    def __init__(self, **of_the_library: Any) -> None:
        super().__init__(**of_the_library)
        self.talks = {}

    def check_update(self, update: object) -> Any:
        """Return what the library's own conversation does, if the update is for this one."""
        found = super().check_update(update)
        if found is None or not isinstance(update, Update) or update.effective_user is None:
            return found
        begins = found[2] in self.entry_points
        listens = self.talks.get(update.effective_user.id, self) is self
        return found if begins or listens or update.message is None else None

    async def handle_update(self, update: Update, *of_the_library: Any) -> object | None:
        """Handle what is for this conversation, which is the one that listens until it has ended."""
        assert update.effective_user is not None  # other updates stop before any conversation
        self.talks[update.effective_user.id] = self
        result = await super().handle_update(update, *of_the_library)
        if self._get_key(update) not in self._conversations:  # how the library remembers who is in the middle of it
            del self.talks[update.effective_user.id]
        return result


def listen_one_at_a_time(handlers: Iterable[BaseHandler[Update, Context, Any]]) -> None:
    """Let those among *handlers* that are conversations know of each other."""
    talks: Talks = {}
    for handler in handlers:
        if isinstance(handler, Conversation):
            handler.talks = talks
