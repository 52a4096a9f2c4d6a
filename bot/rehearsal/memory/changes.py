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
from bot.rehearsal.memory.world import World


@dataclass(frozen=True)
class PersonKept:
    person: Person

    def happen(self, world: World) -> None:
        world.people[self.person.id] = self.person
        world.standings.setdefault(self.person.id, Standing.STRANGER)
        world.chats.setdefault(self.person.id, {})
        world.alerts.setdefault(self.person.id, [])


@dataclass(frozen=True)
class StandingChanged:
    person_id: int
    standing: Standing

    def happen(self, world: World) -> None:
        world.standings[self.person_id] = self.standing


@dataclass(frozen=True)
class MessageKept:
    """A message was sent, or replaced by its edited form."""

    message: Message

    def happen(self, world: World) -> None:
        world.chats[self.message.chat_id][self.message.message_id] = self.message
        world.last_message_id = max(world.last_message_id, self.message.message_id)


@dataclass(frozen=True)
class MessageDeleted:
    chat_id: int
    message_id: int

    def happen(self, world: World) -> None:
        del world.chats[self.chat_id][self.message_id]


@dataclass(frozen=True)
class FileKept:
    file: StoredFile

    def happen(self, world: World) -> None:
        world.files[self.file.file_id] = self.file


@dataclass(frozen=True)
class UpdateQueued:
    update: Update

    def happen(self, world: World) -> None:
        world.updates[self.update.update_id] = self.update
        world.last_update_id = max(world.last_update_id, self.update.update_id)


@dataclass(frozen=True)
class UpdatesConfirmed:
    """The bot has seen, or Telegram has given up, every update below a number."""

    before: int

    def happen(self, world: World) -> None:
        world.updates = {number: kept for number, kept in world.updates.items() if number >= self.before}


@dataclass(frozen=True)
class QueryKept:
    """A button was pressed, or its query answered."""

    query: Query

    def happen(self, world: World) -> None:
        world.queries[self.query.id] = self.query


@dataclass(frozen=True)
class AlertShown:
    person_id: int
    alert: Alert

    def happen(self, world: World) -> None:
        world.alerts[self.person_id].append(self.alert)


@dataclass(frozen=True)
class CommandsSet:
    """The menu of one scope and language; none at all when it was deleted."""

    scope: str
    language_code: str
    commands: tuple[Command, ...]

    def happen(self, world: World) -> None:
        world.commands[self.scope, self.language_code] = self.commands


@dataclass(frozen=True)
class ProfileTextSet:
    """One of the texts that people see before they start the bot."""

    field: str
    language_code: str
    text: str

    def happen(self, world: World) -> None:
        world.profile[self.field, self.language_code] = self.text


@dataclass(frozen=True)
class MenuButtonSet:
    chat_id: int | None
    button: JSON

    def happen(self, world: World) -> None:
        world.menu_buttons[self.chat_id] = self.button


@dataclass(frozen=True)
class WebhookSet:
    webhook: Webhook

    def happen(self, world: World) -> None:
        world.webhook = self.webhook


@dataclass(frozen=True)
class AllowedUpdatesSet:
    kinds: tuple[str, ...]
    """Empty: Telegram's default."""

    def happen(self, world: World) -> None:
        world.allowed_updates = self.kinds


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
