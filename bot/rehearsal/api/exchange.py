"""What every method of the Bot API works with."""

from dataclasses import dataclass

from bot.rehearsal.api.answers import bad_request, forbidden
from bot.rehearsal.api.limits import Gate
from bot.rehearsal.memory.memory import Memory
from bot.rehearsal.memory.model import JSON, Message, Person, Standing
from bot.rehearsal.memory.shapes import message_json


@dataclass
class Exchange:
    """The telephone exchange between one bot and its people."""

    memory: Memory
    gate: Gate
    latest_poll: object = None
    """The getUpdates call that may go on waiting; an older one must end. None lets nobody wait."""

    def end_polls(self) -> None:
        """Let whoever waits for updates go home with nothing."""
        self.latest_poll = None
        self.memory.wake()

    def message_json(self, message: Message) -> JSON:
        return message_json(self.memory.world, self.memory.bot, message)

    def person(self, chat_id: int) -> Person:
        """Return whose chat this is.

        Raises:
            Refusal: If there is no such chat, or its person is gone.
        """
        person = self.memory.world.people.get(chat_id)
        if person is None:
            raise bad_request("chat not found")
        if self.memory.world.standings[chat_id] is Standing.GONE:
            raise forbidden("user is deactivated")
        return person

    def reachable(self, chat_id: int) -> Person:
        """Return whose chat this is, if the bot may write to it.

        Raises:
            Refusal: If it may not.
        """
        person = self.person(chat_id)
        match self.memory.world.standings[chat_id]:
            case Standing.BLOCKED:
                raise forbidden("bot was blocked by the user")
            case Standing.STRANGER:
                raise forbidden("bot can't initiate conversation with a user")
        return person
