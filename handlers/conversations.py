"""Conversations of which one at a time listens: what somebody types belongs to the one that they were last in.

An earlier one that was left unfinished goes on as soon as one of its buttons is pressed, or when the later one has
ended. Which ones somebody is in the middle of stands in their drafts, so that a restart does not change who listens.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from telegram import Update
from telegram.ext import ConversationHandler

from handlers.context import Context
from handlers.drafts import Drafts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from telegram.ext import BaseHandler
    from telegram.ext._utils.types import ConversationKey


class Conversation(ConversationHandler[Context]):
    """A conversation that leaves what is typed to the one that the person was last in.

    Attributes:
        drafts: Of each person; the names in `Drafts.talks` are those of conversations.
        others: All conversations of a bot by their names, this one among them; see `listen_one_at_a_time`.
    """

    drafts: Mapping[int, Drafts]
    others: Mapping[str, Conversation]

    def __init__(self, *, name: str, **of_the_library: Any) -> None:
        super().__init__(name=name, **of_the_library)
        self.drafts, self.others = defaultdict(Drafts), {name: self}

    def check_update(self, update: object) -> Any:
        """Return what the library's own conversation does, if the update is for this one."""
        found = super().check_update(update)
        if found is None or not isinstance(update, Update) or update.message is None:
            return found
        _, key, handler, _ = found
        return found if handler in self.entry_points or self._listens(key) else None

    def _update_state(self, new_state: object, key: ConversationKey, handler: Any = None) -> None:
        """Note, when a step was taken, that the person was last in this conversation, or is in it no more.

        The library calls this with the next step; None leaves things as they are: nothing was begun or gone on with.
        """
        super()._update_state(new_state, key, handler)
        if new_state is None:
            return
        talks = self.drafts[int(key[-1])].talks
        talks[:] = [name for name in talks if name != self.name]
        if self.is_under_way(key):
            talks.append(str(self.name))

    def is_under_way(self, key: ConversationKey) -> bool:
        """Say whether the person of *key* is in the middle of this conversation."""
        return key in self._conversations  # how the library remembers who is in the middle of it

    def _listens(self, key: ConversationKey) -> bool:
        """Say whether no later conversation of the person is under way."""
        for name in reversed(self.drafts[int(key[-1])].talks):
            talk = self.others.get(name)
            if talk is not None and talk.is_under_way(key):  # not so if a restart has forgotten it
                return talk is self
        return True


def listen_one_at_a_time(handlers: Iterable[BaseHandler[Update, Context, Any]], drafts: Mapping[int, Drafts]) -> None:
    """Let those among *handlers* that are conversations know of each other, and who is in the middle of which."""
    conversations = [handler for handler in handlers if isinstance(handler, Conversation)]
    others = {str(one.name): one for one in conversations}
    for one in conversations:
        one.drafts, one.others = drafts, others
