"""The state of the rehearsed Telegram, changed by nothing but the changes that can be replayed."""

from dataclasses import dataclass, field

from bot.rehearsal.memory import changes as happened
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


@dataclass
class World:
    """All that Telegram knows about this bot and the people who may talk to it."""

    people: dict[int, Person] = field(default_factory=dict)
    standings: dict[int, Standing] = field(default_factory=dict)
    chats: dict[int, dict[int, Message]] = field(default_factory=dict)
    files: dict[str, StoredFile] = field(default_factory=dict)
    updates: dict[int, Update] = field(default_factory=dict)
    queries: dict[str, Query] = field(default_factory=dict)
    alerts: dict[int, list[Alert]] = field(default_factory=dict)
    commands: dict[tuple[str, str], tuple[Command, ...]] = field(default_factory=dict)
    profile: dict[tuple[str, str], str] = field(default_factory=dict)
    menu_buttons: dict[int | None, JSON] = field(default_factory=dict)
    webhook: Webhook = Webhook()
    allowed_updates: tuple[str, ...] = ()
    last_message_id: int = 0
    last_update_id: int = 0

    def apply(self, change: happened.Change) -> None:  # one case per kind of change
        """Let *change* happen."""
        match change:
            case happened.PersonKept(person):
                self._admit(person)
            case happened.StandingChanged(person_id, standing):
                self.standings[person_id] = standing
            case happened.MessageKept(message):
                self._keep(message)
            case happened.MessageDeleted(chat_id, message_id):
                del self.chats[chat_id][message_id]
            case happened.FileKept(file):
                self.files[file.file_id] = file
            case happened.UpdateQueued(update):
                self.updates[update.update_id] = update
                self.last_update_id = max(self.last_update_id, update.update_id)
            case happened.UpdatesConfirmed(before):
                self.updates = {number: kept for number, kept in self.updates.items() if number >= before}
            case happened.QueryKept(query):
                self.queries[query.id] = query
            case happened.AlertShown(person_id, alert):
                self.alerts[person_id].append(alert)
            case happened.CommandsSet(scope, language_code, commands):
                self.commands[scope, language_code] = commands
            case happened.ProfileTextSet(name, language_code, text):
                self.profile[name, language_code] = text
            case happened.MenuButtonSet(chat_id, button):
                self.menu_buttons[chat_id] = button
            case happened.WebhookSet(webhook):
                self.webhook = webhook
            case happened.AllowedUpdatesSet(kinds):
                self.allowed_updates = kinds

    def _admit(self, person: Person) -> None:
        self.people[person.id] = person
        self.standings.setdefault(person.id, Standing.STRANGER)
        self.chats.setdefault(person.id, {})
        self.alerts.setdefault(person.id, [])

    def _keep(self, message: Message) -> None:
        self.chats[message.chat_id][message.message_id] = message
        self.last_message_id = max(self.last_message_id, message.message_id)
