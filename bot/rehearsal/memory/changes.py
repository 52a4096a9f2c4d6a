"""Everything that can happen to the rehearsed Telegram, as values that can be written down and replayed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter

from bot.rehearsal.memory.model import (
    JSON,
    Alert,
    Command,
    Message,
    Person,
    Query,
    Standing,
    StoredFile,
    Update,
    Webhook,
)


@dataclass(frozen=True)
class PersonKept:
    person: Person


@dataclass(frozen=True)
class StandingChanged:
    person_id: int
    standing: Standing


@dataclass(frozen=True)
class MessageKept:
    """A message was sent, or replaced by its edited form."""

    message: Message


@dataclass(frozen=True)
class MessageDeleted:
    chat_id: int
    message_id: int


@dataclass(frozen=True)
class FileKept:
    file: StoredFile


@dataclass(frozen=True)
class UpdateQueued:
    update: Update


@dataclass(frozen=True)
class UpdatesConfirmed:
    """The bot has seen, or Telegram has given up, every update below a number."""

    before: int


@dataclass(frozen=True)
class QueryKept:
    """A button was pressed, or its query answered."""

    query: Query


@dataclass(frozen=True)
class AlertShown:
    person_id: int
    alert: Alert


@dataclass(frozen=True)
class CommandsSet:
    """The menu of one scope and language; none at all when it was deleted."""

    scope: str
    language_code: str
    commands: tuple[Command, ...]


@dataclass(frozen=True)
class ProfileTextSet:
    """One of the texts that people see before they start the bot."""

    field: str
    language_code: str
    text: str


@dataclass(frozen=True)
class MenuButtonSet:
    chat_id: int | None
    button: JSON


@dataclass(frozen=True)
class WebhookSet:
    webhook: Webhook


@dataclass(frozen=True)
class AllowedUpdatesSet:
    kinds: tuple[str, ...]
    """Empty: Telegram's default."""


Change = (
    PersonKept
    | StandingChanged
    | MessageKept
    | MessageDeleted
    | FileKept
    | UpdateQueued
    | UpdatesConfirmed
    | QueryKept
    | AlertShown
    | CommandsSet
    | ProfileTextSet
    | MenuButtonSet
    | WebhookSet
    | AllowedUpdatesSet
)

_ADAPTERS: dict[str, TypeAdapter[Any]] = {kind.__name__: TypeAdapter(kind) for kind in Change.__args__}


def to_json(changes: Sequence[Change]) -> list[list[Any]]:
    """Return *changes* as JSON values, each with the name of its kind."""
    return [[type(change).__name__, _dumped(change)] for change in changes]


def from_json(values: list[list[Any]]) -> tuple[Change, ...]:
    """Return the changes that `to_json` wrote.

    Raises:
        ValueError: If something else wrote them.
    """
    try:
        return tuple(_ADAPTERS[name].validate_python(value) for name, value in values)
    except (KeyError, TypeError) as error:
        raise ValueError("not a record of changes") from error


def _dumped(change: Change) -> JSON:
    value: JSON = _ADAPTERS[type(change).__name__].dump_python(change, mode="json", exclude_defaults=True)
    return value
