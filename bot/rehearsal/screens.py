"""How a message looks on a phone."""

from dataclasses import dataclass
from typing import Literal

from bot.rehearsal.memory.model import (
    Attachment,
    Button,
    Command,
    Entity,
    Keyboard,
    Message,
    Person,
    SharedContact,
    SharedLocation,
    StoredFile,
    Words,
)
from bot.rehearsal.memory.world import World
from bot.rehearsal.text.rendering import as_html


@dataclass(frozen=True)
class ShownMessage:
    """One bubble of a chat."""

    message_id: int
    sender: Literal["bot", "person"]
    words: Words
    """The text, or the caption of a file."""
    keyboard: Keyboard
    file: StoredFile | None
    spoiler: bool
    """Whether the picture is covered until it is tapped."""
    protected: bool
    """Whether Telegram lets nobody pass it on or save it."""
    edited: bool
    date: int
    """Unix seconds."""
    reply_to: int | None

    @property
    def text(self) -> str:
        return self.words.text

    @property
    def entities(self) -> tuple[Entity, ...]:
        return self.words.entities

    @property
    def html(self) -> str:
        return as_html(self.words)

    @property
    def buttons(self) -> tuple[Button, ...]:
        """All buttons, row after row."""
        return tuple(button for row in self.keyboard for button in row)


def shown(world: World, message: Message) -> ShownMessage:
    """Return *message* as its chat shows it."""
    words, file = _content(world, message)
    return ShownMessage(
        message_id=message.message_id,
        sender="bot" if message.from_bot else "person",
        words=words,
        keyboard=message.keyboard,
        file=file,
        spoiler=isinstance(message.content, Attachment) and message.content.spoiler,
        protected=message.protected,
        edited=message.edit_date is not None,
        date=message.date,
        reply_to=message.reply_to,
    )


def menu_of(world: World, person: Person) -> tuple[Command, ...]:
    """Return the commands that the bot offers *person*: the narrowest scope first, their language before any."""
    for scope in (f"chat:{person.id}", "all_private_chats", "default"):
        for language in (person.language_code[:2], ""):
            if commands := world.commands.get((scope, language)):
                return commands
    return ()


def _content(world: World, message: Message) -> tuple[Words, StoredFile | None]:
    match message.content:
        case Words() as words:
            return words, None
        case Attachment(file_id, caption):
            return caption, world.files[file_id]
        case SharedContact(phone_number, first_name):
            return Words(f"{first_name}: {phone_number}"), None
        case SharedLocation(latitude, longitude):
            return Words(f"{latitude:.4f}, {longitude:.4f}"), None
