"""The things that Telegram knows: people, chats, messages, files, updates."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal

JSON = dict[str, Any]
"""An object of the Bot API on its way to or from the wire."""


@dataclass(frozen=True)
class BotIdentity:
    """The bot's own account."""

    id: int
    name: str
    username: str


@dataclass(frozen=True)
class Person:
    """Somebody with a Telegram account; the private chat with the bot has the same id."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str = "en"


class Standing(StrEnum):
    """How a person stands to the bot."""

    STRANGER = "stranger"
    """Never wrote to the bot, which therefore may not write first."""
    OPEN = "open"
    BLOCKED = "blocked"
    GONE = "gone"
    """Deleted the Telegram account."""


@dataclass(frozen=True)
class Entity:
    """A stretch of text with a meaning; places are counted in UTF-16 units."""

    type: str
    offset: int
    length: int
    url: str | None = None
    language: str | None = None


@dataclass(frozen=True)
class Words:
    """A text or caption as it is shown, without markup."""

    text: str
    entities: tuple[Entity, ...] = ()


@dataclass(frozen=True)
class Attachment:
    """A file in a message, with its caption."""

    file_id: str
    caption: Words = Words("")
    spoiler: bool = False
    """Whether a picture is covered until it is tapped."""


@dataclass(frozen=True)
class SharedContact:
    phone_number: str
    first_name: str


@dataclass(frozen=True)
class SharedLocation:
    latitude: float
    longitude: float


Content = Words | Attachment | SharedContact | SharedLocation


@dataclass(frozen=True)
class Button:
    """A button of an inline keyboard; exactly one of the fields after the text is set."""

    text: str
    callback_data: str | None = None
    url: str | None = None
    copy_text: str | None = None
    switch_inline_query: str | None = None


Keyboard = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True)
class Message:
    """One message of a private chat. Times are Unix seconds."""

    chat_id: int
    message_id: int
    from_bot: bool
    date: int
    content: Content
    keyboard: Keyboard = ()
    edit_date: int | None = None
    reply_to: int | None = None
    protected: bool = False


@dataclass(frozen=True)
class StoredFile:
    """What is known of an uploaded file beside its bytes."""

    file_id: str
    kind: Literal["document", "photo", "voice"]
    name: str
    mime_type: str
    size: int
    width: int = 0
    height: int = 0
    duration: int = 0

    @property
    def unique_id(self) -> str:
        return f"unique-{self.file_id}"

    @property
    def path(self) -> str:
        """Where getFile says that the bytes can be fetched."""
        return f"{self.kind}s/{self.file_id}"


@dataclass(frozen=True)
class Update:
    """Something that the bot has yet to hear of."""

    update_id: int
    kind: str
    body: JSON
    date: int


@dataclass(frozen=True)
class Query:
    """A pressed button whose phone waits for an answer."""

    id: str
    person_id: int
    message_id: int
    date: int
    answered: bool = False


@dataclass(frozen=True)
class Alert:
    """What a phone shows in answer to a pressed button."""

    query_id: str
    text: str
    show_alert: bool


@dataclass(frozen=True)
class Command:
    command: str
    description: str


@dataclass(frozen=True)
class Webhook:
    url: str = ""
    max_connections: int = 40
