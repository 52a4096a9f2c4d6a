"""The state of the rehearsed Telegram, changed by nothing but the changes that can be replayed."""

from dataclasses import dataclass, field

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
    webhook: Webhook = field(default_factory=Webhook)
    allowed_updates: tuple[str, ...] = ()
    last_message_id: int = 0
    last_update_id: int = 0
